import { Mark, type Tone } from '#kernel/ui/index.ts'
import type { Answer } from '../contract.ts'
import { text } from './text.ts'

const tones: Record<Answer['level'], Tone> = {
  standard: 'ok',
  'set-up': 'info',
  adaptation: 'attention',
  'other-way': 'violet',
  'not-offered': 'neutral',
  unanswered: 'attention',
}

/** How far a bid comes with what it is. */
export const Level = ({ level }: { level: Answer['level'] }) => <Mark tone={tones[level]}>{text.answers[level]}</Mark>
