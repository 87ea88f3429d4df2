import { hasNumber, nameIn } from '#features/capture/rules.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant, isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { isWorkingDay } from '#kernel/lang/working-days.ts'

// Checks

export const outcomes = ['not-reached', 'partly', 'missing', 'ok'] as const
export type Outcome = (typeof outcomes)[number]
export type ResultStatus = Outcome | 'accepted'
export const modes = ['auto', 'manual'] as const
export const weights = ['blocking', 'acceptable'] as const
export type Weight = (typeof weights)[number]
export const resets = ['nothing', 'set-up', 'screens'] as const
export type ResetBy = (typeof resets)[number]

/** Why a result is what it is. */
export type Why = 'measured' | 'seen' | 'expired' | 'reset' | 'awaits' | 'nothing' | 'accepted'

export type Measured = { readonly outcome: Outcome; readonly done: number; readonly of: number }
export type Seen = {
  readonly outcome: Outcome
  readonly note: string
  readonly seenOn: Day
  readonly recordedAt: Instant
}
export type Accepted = { readonly decisionId: Id | null; readonly untilOn: Day | null; readonly note: string }

export type Facts = {
  readonly measured: Measured | null
  readonly seen: Seen | null
  readonly accepted: Accepted | null
  /** When the set-up, and when something that shows on screens, last became another. */
  readonly setupAt: Instant | null
  readonly screensAt: Instant | null
}
export type Check = {
  readonly resetBy: ResetBy
  readonly expiresDays: number | null
  /** The product does not run what it is about. */
  readonly awaits: boolean
}
export type Result = { readonly status: ResultStatus; readonly why: Why }

const resetAt = ({ resetBy }: Check, { setupAt, screensAt }: Facts): Instant | null =>
  resetBy === 'set-up' ? setupAt : resetBy === 'screens' ? screensAt : null

/** Evidence from before what it was about became another says nothing any more. */
const isReset = (check: Check, facts: Facts): boolean => {
  const at = resetAt(check, facts)
  return at !== null && facts.seen !== null && Date.parse(facts.seen.recordedAt) < Date.parse(at)
}
const isExpired = ({ expiresDays }: Check, { seenOn }: Seen, day: Day): boolean =>
  expiresDays !== null && daysBetween(seenOn, day) > expiresDays

function found(check: Check, facts: Facts, day: Day): Result {
  if (check.awaits) return { status: 'missing', why: 'awaits' }
  if (facts.measured) return { status: facts.measured.outcome, why: 'measured' }
  if (!facts.seen) return { status: 'not-reached', why: 'nothing' }
  if (isReset(check, facts)) return { status: 'missing', why: 'reset' }
  if (facts.seen.outcome === 'ok' && isExpired(check, facts.seen, day)) return { status: 'missing', why: 'expired' }
  return { status: facts.seen.outcome, why: 'seen' }
}

/**
 * How a check stands on a day. What the house works out goes before what somebody saw; what the product does not do is never in
 * order, whatever was seen, and can be accepted.
 */
export function resultOf(check: Check, facts: Facts, day: Day): Result {
  const own = found(check, facts, day)
  if (own.status === 'ok' || !facts.accepted) return own
  const { untilOn } = facts.accepted
  return untilOn && isBefore(untilOn, day) ? own : { status: 'accepted', why: 'accepted' }
}

/** A check that is worked out from the unit's own checks: in order when all of them are. */
export const SPECIAL = 'special'
type Listed = Check & { readonly id: Id; readonly unitId: Id | null; readonly measure: string | null }

/** Every check of a unit on a day, by its id. A check of another unit is none of this one's. */
export function resultsOf(
  checks: readonly Listed[],
  factsOf: (id: Id) => Facts,
  { unitId, day }: { unitId: Id; day: Day },
): ReadonlyMap<Id, Result> {
  const own = checks.filter((check) => check.unitId === null || check.unitId === unitId)
  const plain = new Map(own.map((check) => [check.id, resultOf(check, factsOf(check.id), day)]))
  const special = own.filter((check) => check.unitId === unitId)
  if (special.length === 0) return plain
  const done = special.filter(({ id }) => isInOrder(plain.get(id)!)).length
  const outcome: Outcome = done === special.length ? 'ok' : done > 0 ? 'partly' : 'missing'
  for (const check of own.filter(({ measure }) => measure === SPECIAL))
    plain.set(check.id, resultOf(check, { ...factsOf(check.id), measured: { outcome, done, of: special.length } }, day))
  return plain
}

/** The day a unit's checks are asked about: today, and once it is live the day it went. */
export const asOf = (goLiveOn: Day, today: Day): Day => (isBefore(goLiveOn, today) ? goLiveOn : today)

export const isInOrder = ({ status }: Pick<Result, 'status'>): boolean => status === 'ok' || status === 'accepted'

type Accepting = { weight: Weight; decisionId: Id | null; decisionStands: boolean; untilOn: Day | null }
/** A blocking check is let pass by a decision, and only until a day. */
export function whyNotAccept(
  { weight, decisionId, decisionStands, untilOn }: Accepting,
  today: Day,
): Refusal | undefined {
  if (weight === 'blocking' && !decisionId) return refusal('golive.needs-decision', {}, 'decisionId')
  if (decisionId && !decisionStands) return refusal('golive.decision-not-in-force', {}, 'decisionId')
  if (weight === 'blocking' && !untilOn) return refusal('golive.needs-end', {}, 'untilOn')
  return untilOn && isBefore(untilOn, today) ? refusal('golive.ends-in-the-past', {}, 'untilOn') : undefined
}

// The first week

export type ShiftRule = { readonly roundTheClock: boolean; readonly shiftStarts: readonly string[] }
export type Shift = { readonly day: Day; readonly start: string }

/** Shifts of the first seven days: every one where people live, the first of each working day elsewhere. @source own choice */
export function firstWeek({ roundTheClock, shiftStarts }: ShiftRule, goLiveOn: Day): Shift[] {
  const days = Array.from({ length: 7 }, (_, at) => addDays(goLiveOn, at))
  const starts = roundTheClock ? shiftStarts : shiftStarts.slice(0, 1)
  return days
    .filter((day) => roundTheClock || isWorkingDay(day))
    .flatMap((day) => starts.map((start) => ({ day, start })))
}
const keyOf = ({ day, start }: Shift): string => `${day} ${start.slice(0, 5)}`
export const uncovered = (shifts: readonly Shift[], covered: readonly Shift[]): Shift[] => {
  const known = new Set(covered.map(keyOf))
  return shifts.filter((shift) => !known.has(keyOf(shift)))
}

// Go

export const verdicts = ['go', 'conditions', 'no-go'] as const
export type Verdict = (typeof verdicts)[number]

export type Standing = {
  /** Codes of blocking checks that are not in order. */
  readonly blocking: readonly string[]
  /** Codes of gates that have not been passed. */
  readonly gates: readonly string[]
  readonly hasFallback: boolean
  /** Shifts of the first week without a super-user. */
  readonly uncovered: number
  readonly isStopped: boolean
}
type Saying = { verdict: Verdict; because: string; conditions: readonly string[] }

/**
 * Why a unit cannot be told to go. A no-go with a reason always stands, however ready things look. Conditions are for what may be
 * missing: they move no gate, no way back, no blocking check.
 */
export function whyNotSay({ verdict, because, conditions }: Saying, at: Standing): Refusal | undefined {
  if (verdict === 'no-go') return because.trim() ? undefined : refusal('golive.says-no-why', {}, 'because')
  if (at.isStopped) return refusal('golive.line-is-stopped')
  if (at.gates.length > 0) return refusal('golive.gates-first', { gates: at.gates.join(', ') })
  if (at.blocking.length > 0) return refusal('golive.blocking-first', { checks: at.blocking.join(', ') })
  if (!at.hasFallback) return refusal('golive.no-way-back')
  if (at.uncovered > 0) return refusal('golive.shift-without-super-user', { count: at.uncovered })
  return verdict === 'conditions' && conditions.every((words) => !words.trim())
    ? refusal('golive.no-conditions', {}, 'conditions')
    : undefined
}

// Cases

export const severities = ['high', 'middle', 'low'] as const
export type Severity = (typeof severities)[number]
export const causes = ['set-up', 'fault', 'training', 'data', 'access', 'way-of-working', 'wish'] as const
export type Cause = (typeof causes)[number]
export const caseStates = ['new', 'taken', 'with-vendor', 'solved', 'next-version', 'confirmed'] as const
export type CaseState = (typeof caseStates)[number]

/** `H-001`. */
export const nameOfCase = (number: number): string => `H-${String(number).padStart(3, '0')}`

const HOUR_MS = 3_600_000
/** Hours until the first answer: in the first week after go-live, and later. @source own choice; one hour in the first week is the project's promise */
export const answerHours: Readonly<Record<Severity, { readonly firstWeek: number; readonly later: number }>> = {
  high: { firstWeek: 1, later: 4 },
  middle: { firstWeek: 8, later: 24 },
  low: { firstWeek: 24, later: 72 },
}
export function answerBy(severity: Severity, at: Instant, goLiveOn: Day | null): Instant {
  const days = goLiveOn === null ? Number.POSITIVE_INFINITY : daysBetween(goLiveOn, dayOf(at))
  const hours = answerHours[severity][days >= 0 && days < 7 ? 'firstWeek' : 'later']
  return new Date(Date.parse(at) + hours * HOUR_MS).toISOString()
}
export const isUnanswered = ({ state }: { state: CaseState }): boolean => state === 'new'
export const isClosed = (state: CaseState): boolean =>
  state === 'solved' || state === 'next-version' || state === 'confirmed'

/** What is told of a person has no place in a case: a CPR number never, a name only when the writer says that it is none. */
export function whyNotTell(words: string, namesSeen: boolean, field: string): Refusal | undefined {
  if (hasNumber(words)) return refusal('golive.number-in-text', {}, field)
  return !namesSeen && nameIn(words) ? refusal('golive.name-in-text', {}, field) : undefined
}
/** What goes to the vendor is written for them, and nobody can wave a name through. */
export const whyNotTellVendor = (words: string | null): Refusal | undefined =>
  words?.trim() ? whyNotTell(words, false, 'vendorText') : refusal('golive.vendor-told-nothing', {}, 'vendorText')

type Moving = { from: CaseState; to: CaseState; cause: Cause | null; resolution: string; vendorText: string | null }
const after: Record<CaseState, readonly CaseState[]> = {
  new: ['taken', 'with-vendor', 'solved', 'next-version'],
  taken: ['with-vendor', 'solved', 'next-version'],
  'with-vendor': ['taken', 'solved', 'next-version'],
  solved: ['taken'],
  'next-version': ['taken', 'solved'],
  confirmed: ['taken'],
}
/** A case is closed with a cause: it says what is done about it. */
export function whyNotMoveCase({ from, to, cause, resolution, vendorText }: Moving): Refusal | undefined {
  if (!after[from].includes(to)) return refusal('golive.not-from-here')
  if (isClosed(to) && !cause) return refusal('golive.needs-cause', {}, 'cause')
  if (to === 'solved' && !resolution.trim()) return refusal('golive.says-no-what', {}, 'resolution')
  return to === 'with-vendor' ? whyNotTellVendor(vendorText) : undefined
}
/** Whoever told of it says whether it is over. */
export const whyNotConfirm = (state: CaseState): Refusal | undefined =>
  state === 'solved' ? undefined : refusal('golive.not-solved')

/** Taken means that it is in a template: what no setting can say is declined, with where it goes instead. */
export const whyNotTake = ({
  isTaken,
  template,
}: {
  isTaken: boolean
  template: object | null
}): Refusal | undefined => (isTaken && !template ? refusal('golive.taken-by-no-template', {}, 'template') : undefined)

// The pulse

export const statements = ['knowsWhy', 'wantsTo', 'knowsHow', 'isAble', 'itLasts'] as const
export type Statement = (typeof statements)[number]
/** Nothing is shown of fewer. */
export const LEAST_ANSWERS = 5
/** A step is weak when fewer than three in four agree (3 or 4 of 4). @source own choice */
export const WEAK_UNDER = 0.75

export type Shares = Readonly<Record<Statement, number>>
/** The first weak step decides what is done; what comes after it is not looked at, so that nobody is sent on a course for lack of a reason. */
export const firstWeak = (shares: Shares): Statement | undefined => statements.find((one) => shares[one] < WEAK_UNDER)

export const whyNotAnswer = ({
  isOpen,
  hasAnswered,
}: {
  isOpen: boolean
  hasAnswered: boolean
}): Refusal | undefined =>
  !isOpen ? refusal('golive.pulse-closed') : hasAnswered ? refusal('golive.pulse-answered') : undefined
