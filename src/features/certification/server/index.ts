import type { UseCase } from '#kernel/server/use-case.ts'
import { answer, items } from './answer.ts'
import { decideRhythm, rhythm } from './rhythm.ts'
import { begin, rounds } from './rounds.ts'

export { lapseUnanswered, remindCertifiers } from './lapse.ts'
export { beginDueRounds } from './rounds.ts'

export const certificationUseCases: readonly UseCase[] = [rounds, items, answer, begin, rhythm, decideRhythm]
