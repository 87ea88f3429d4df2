import { addDays, type Day, dayOf, type Instant, instantAt, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** Where the municipality has decided nothing else. Long enough for a night call, shorter than a shift. Our own choice. */
export const EMERGENCY_MINUTES = 60
/** Whom one has just found one may open; after that one seeks again. */
export const SOUGHT_MINUTES = 15
/** Seeking is for an emergency, not for reading the municipality's list: more than these in an hour has to wait. */
export const SEEKINGS_AN_HOUR = 10
/** More than these with one name is no longer somebody one knows; the number tells them apart. */
export const MOST_NAMESAKES = 5
/** Days a leader has for looking at one; after two reminders it is the data protection officer's. Our own choice. */
export const DAYS_TO_REVIEW = 3
export const REMINDERS = 2
export const DAYS_BETWEEN_REMINDERS = 3

const SHORTEST_REASON = 10

export function whyNotOpen(asked: { reason: string; isMine: boolean; isOpen: boolean }): Refusal | undefined {
  if (asked.isMine) return refusal('access.within-reach')
  if (asked.isOpen) return refusal('access.already-open')
  if (asked.reason.trim().length < SHORTEST_REASON)
    return refusal('access.reason-too-short', { least: SHORTEST_REASON }, 'reason')
  return undefined
}

type Reviewing = { outcome: string; note: string | null; isReviewed: boolean; isOwn: boolean }

export function whyNotReview({ outcome, note, isReviewed, isOwn }: Reviewing): Refusal | undefined {
  if (isOwn) return refusal('access.review-own')
  if (isReviewed) return refusal('access.reviewed-already')
  if (outcome !== 'needed' && !note?.trim()) return refusal('access.review-says-why', {}, 'note')
  return undefined
}

export const whyNotDecide = (fromOn: Day, today: Day): Refusal | undefined =>
  isBefore(fromOn, today) ? refusal('access.decided-in-the-past', {}, 'fromOn') : undefined

/** A civil registration number as people write it, without what separates; undefined when it is something else. */
export function numberIn(words: string): string | undefined {
  const plain = words.replace(/[\s-]/g, '').toUpperCase()
  return /^\d{6}[0-9A-Z]{4}$/.test(plain) ? plain : undefined
}

/** Whole minutes left, rounded up: while any is left one still has it. */
export const minutesLeft = (untilAt: Instant, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(untilAt) - now.getTime()) / 60_000))

/** A temp who comes a little early comes for the next shift. */
const EARLY_MINUTES = 45
/** Where a unit has one shift a day its end is not known; nobody is let in for longer than this. */
const LONGEST_HOURS = 12

/**
 * When a temp let in now is let out: when the next shift starts, or the one after when that is near.
 * @param shiftStarts local times of day, in order
 */
export function shiftEndsAt(shiftStarts: readonly string[], now: Instant): Instant {
  const today = dayOf(now)
  const from = Date.parse(now)
  const starts = [today, addDays(today, 1), addDays(today, 2)].flatMap((day) =>
    shiftStarts.map((time) => Date.parse(instantAt(day, time))),
  )
  const end = starts.find((start) => start - from > EARLY_MINUTES * 60_000)!
  return new Date(Math.min(end, from + LONGEST_HOURS * 3_600_000)).toISOString()
}

/** As many tries at a code as an honest thumb needs. */
export const MOST_WRONG_CODES = 5

type Marks = { agencyNumber: string | null; bornOn: Day | null; phoneEnd: string | null }

export function whyNotLetIn(temp: Marks & { isOnDuty: boolean; bornOn: Day | null }, today: Day): Refusal | undefined {
  if (temp.isOnDuty) return refusal('access.temp-on-duty')
  if (!temp.agencyNumber?.trim() && !temp.bornOn && !temp.phoneEnd)
    return refusal('access.temp-without-mark', {}, 'bornOn')
  if (temp.bornOn && !isBefore(temp.bornOn, today)) return refusal('access.temp-born-later', {}, 'bornOn')
  return undefined
}

/** Longest a delegation stands before somebody says it again. Our own choice. */
const LONGEST_DELEGATION_DAYS = 365

export function whyNotDelegate(toOn: Day, today: Day, isSelf: boolean): Refusal | undefined {
  if (isSelf) return refusal('access.delegates-to-self', {}, 'employeeId')
  if (isBefore(toOn, today)) return refusal('access.decided-in-the-past', {}, 'toOn')
  if (isBefore(addDays(today, LONGEST_DELEGATION_DAYS), toOn))
    return refusal('access.delegation-too-long', { days: LONGEST_DELEGATION_DAYS }, 'toOn')
  return undefined
}
