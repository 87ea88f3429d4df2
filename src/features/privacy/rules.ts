import { type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** A package is a copy of everything: it can be fetched this long, and is then deleted. Our own bound. */
export const DAYS_A_PACKAGE_IS_KEPT = 30

type Asked = { fromOn: Day; toOn: Day; receivedOn: Day; requester: string; requesterNote: string | null }
const isUnexplained = (note: string | null) => (note ?? '').trim() === ''

/** Why a request cannot be recorded as it stands. */
export function whyNotAsk(
  { fromOn, toOn, receivedOn, requester, requesterNote }: Asked,
  today: Day,
): Refusal | undefined {
  if (isBefore(toOn, fromOn)) return refusal('privacy.period-backwards', {}, 'toOn')
  if (isBefore(today, receivedOn)) return refusal('privacy.received-in-the-future', {}, 'receivedOn')
  if (requester !== 'citizen' && isUnexplained(requesterNote))
    return refusal('privacy.requester-unexplained', {}, 'requesterNote')
  return undefined
}

export function whyNotMake(state: string): Refusal | undefined {
  if (state === 'closed') return refusal('privacy.already-closed')
  return state === 'looking' ? refusal('privacy.still-looking') : undefined
}

/** What was not handed over whole must be explained. */
export function whyNotClose(state: string, outcome: string, note: string | null): Refusal | undefined {
  if (state === 'closed') return refusal('privacy.already-closed')
  const isWhole = outcome === 'handed-over' || outcome === 'taken-back'
  return !isWhole && isUnexplained(note) ? refusal('privacy.refusal-unexplained', {}, 'note') : undefined
}
