import { isLegalGround } from '#features/org/legal-grounds.ts'
import { type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { EndReason, StayKind } from './contract.ts'

/** `endsOn` is the day of leaving: the next stay may start on it. Null while open. */
export type Period = { readonly startsOn: Day; readonly endsOn: Day | null }
export type Opening = { readonly kind: StayKind; readonly startsOn: Day; readonly legalGround: string | null }

/** Both stays hold a day in common. A stay that ended on the day it began holds none. */
export const overlap = (a: Period, b: Period): boolean =>
  !isEmpty(a) &&
  !isEmpty(b) &&
  (b.endsOn === null || isBefore(a.startsOn, b.endsOn)) &&
  (a.endsOn === null || isBefore(b.startsOn, a.endsOn))

const isEmpty = (period: Period): boolean => period.endsOn !== null && !isBefore(period.startsOn, period.endsOn)

export const isOpenOn = (stay: Period, day: Day): boolean =>
  !isBefore(day, stay.startsOn) && (stay.endsOn === null || isBefore(day, stay.endsOn))

const whyNotGround = (key: string | null): Refusal | undefined =>
  key === null || isLegalGround(key) ? undefined : refusal('stays.unknown-ground', {}, 'legalGround')

/**
 * Why a stay may not open, or undefined when it may.
 * The refusal does not say where the other stay is: it may be a hidden one.
 * @param others the citizen's other stays, at any unit
 */
export function whyNotOpen(
  made: Opening,
  others: readonly (Period & { kind: StayKind })[],
  diedOn: Day | null,
): Refusal | undefined {
  if (diedOn) return refusal('stays.citizen-died', { diedOn })
  const open = { startsOn: made.startsOn, endsOn: null }
  if (others.some((other) => other.kind === made.kind && overlap(other, open)))
    return refusal('stays.overlaps', {}, 'startsOn')
  return whyNotGround(made.legalGround)
}

/** Why a stay may not end on a day. The server asks before it writes; the browser asks before it offers the button. */
export function whyNotClose(stay: Period, day: Day, reason: EndReason, today: Day): Refusal | undefined {
  if (stay.endsOn !== null) return refusal('stays.already-ended', { endsOn: stay.endsOn })
  if (isBefore(day, stay.startsOn)) return refusal('stays.ends-before-it-starts', { startsOn: stay.startsOn }, 'day')
  if (reason === 'died' && isBefore(today, day)) return refusal('stays.died-in-the-future', {}, 'day')
  return undefined
}

/** Why a citizen may not move on a day. What stands in the way at the new place is `whyNotOpen`'s to say. */
export function whyNotMove(
  stay: Period & { unitId: string },
  toUnitId: string,
  day: Day,
  today: Day,
): Refusal | undefined {
  if (stay.unitId === toUnitId) return refusal('stays.already-there', {}, 'toUnitId')
  return whyNotClose(stay, day, 'moved-on', today)
}
