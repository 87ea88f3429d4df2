import { Mark } from '#kernel/ui/index.ts'
import type { UnitReadiness } from '../contract.ts'
import { text } from './text.ts'

const tones = { go: 'ok', conditions: 'info', 'no-go': 'violet' } as const

export const Verdict = ({ unit: { verdict } }: { unit: Pick<UnitReadiness, 'verdict'> }) =>
  verdict ? <Mark tone={tones[verdict.verdict]}>{text.verdicts[verdict.verdict]}</Mark> : <span>{text.notSaid}</span>
