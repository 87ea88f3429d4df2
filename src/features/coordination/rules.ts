import { addDays, type Day, daysBetween, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** Hours are written when they are over. */
export const whyNotLog = ({ workedOn }: { workedOn: Day }, today: Day): Refusal | undefined =>
  isBefore(today, workedOn) ? refusal('coordination.not-yet', {}, 'workedOn') : undefined

/** Something to do: a kind of loose thread with its count, or one thing with a day. */
export type ToDo = { readonly id: string; readonly dueOn: Day }

/** Days a loose thread may hang before it counts as due. */
export const PATIENCE_DAYS = 14
/** What is due within a week is for now. */
export const NOW_DAYS = 7
/** Never more than three at a time: nobody holds on to more. */
export const AT_ONCE = 3

/** A loose thread is due a fortnight after it came loose; one that does not say when, a fortnight from today. */
export const dueOfLoose = (looseSince: Day | null, today: Day): Day => addDays(looseSince ?? today, PATIENCE_DAYS)

/**
 * Three things now, the next three, and what may wait. Now is what is due within a week; when nothing is, now is empty.
 * `pressing` counts what is due within a week and yet had to stand behind others: it cannot wait, and is said.
 */
export function inTurn<T extends ToDo>(all: readonly T[], today: Day) {
  const sorted = [...all].sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id))
  const isPressing = ({ dueOn }: T) => daysBetween(today, dueOn) <= NOW_DAYS
  const now = sorted.filter(isPressing).slice(0, AT_ONCE)
  const next = sorted.slice(now.length, now.length + AT_ONCE)
  const later = sorted.slice(now.length + next.length)
  return { now, next, later, pressing: later.filter(isPressing).length }
}

export const spans = [2, 4, 8] as const

/** What lies ahead within two weeks, then four, then eight; each thing once. */
export function bySpan<T extends { readonly dueOn: Day }>(all: readonly T[], today: Day) {
  const weeks = ({ dueOn }: T) => daysBetween(today, dueOn) / 7
  return spans.map((span, at) => ({
    span,
    items: all.filter((one) => weeks(one) < span && weeks(one) >= (spans[at - 1] ?? Number.NEGATIVE_INFINITY)),
  }))
}
