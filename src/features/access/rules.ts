import { type Day, type Instant, isBefore } from '#kernel/lang/day.ts'
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
