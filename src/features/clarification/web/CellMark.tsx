import { Mark, type Tone } from '#kernel/ui/index.ts'
import type { CellState, GapState, UnitStanding } from '../rules.ts'
import { text } from './text.ts'

const cellTones: Record<CellState, Tone> = {
  'as-template': 'ok',
  own: 'info',
  unsure: 'attention',
  open: 'attention',
  new: 'attention',
  outside: 'violet',
  'not-asked': 'neutral',
}
export const CellMark = ({ state }: { state: CellState }) => <Mark tone={cellTones[state]}>{text.cells[state]}</Mark>

const standingTones: Record<UnitStanding, Tone> = {
  'not-started': 'neutral',
  'in-progress': 'info',
  reopened: 'attention',
  submitted: 'info',
  met: 'info',
  approved: 'violet',
  previewed: 'violet',
  applied: 'violet',
  'in-use': 'ok',
}
export const StandingMark = ({ standing }: { standing: UnitStanding }) => (
  <Mark tone={standingTones[standing]}>{text.standings[standing]}</Mark>
)

export const gapTones: Record<GapState, Tone> = {
  open: 'attention',
  'with-vendor': 'info',
  'set-up': 'ok',
  'changed-way': 'ok',
  adaptation: 'violet',
  closed: 'neutral',
}
