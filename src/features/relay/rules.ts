import { hasNumber, nameIn } from '#features/capture/rules.ts'
import { addDays, type Day, dayOf, type Instant, instantAt } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { addWorkingDays, isWorkingDay } from '#kernel/lang/working-days.ts'

export const severities = ['critical', 'action', 'info'] as const
export type Severity = (typeof severities)[number]
export const origins = ['vendor', 'coordinator'] as const
export const messageStates = ['with-coordinator', 'released', 'recalled', 'closed'] as const
export type MessageState = (typeof messageStates)[number]
export const channels = ['product', 'board', 'meeting', 'sms'] as const
export const questionPlaces = ['contact', 'coordinator', 'owner', 'contact-again', 'home'] as const
export type QuestionPlace = (typeof questionPlaces)[number]
export const ownerKinds = ['contact', 'coordinator', 'vendor', 'organisation'] as const
export const grades = ['high', 'middle', 'low'] as const
export const steps = ['release', 'pass-on', 'reach', 'own'] as const
export type Step = (typeof steps)[number]
export const escalationRoles = ['contact', 'deputy', 'leader', 'above', 'coordinator', 'steering'] as const
export type EscalationRole = (typeof escalationRoles)[number]

/** `M-01`. */
export const nameOfMessage = (number: number): string => `M-${String(number).padStart(2, '0')}`

const MINUTE_MS = 60_000
export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString()

/** A working day counts from 8 to 16, Danish time. @source own choice */
const OPENS = '08:00'
const CLOSES = '16:00'
export const WORKING_DAY_MINUTES = 480

/** The moment at which so many minutes of working days have passed; nights, weekends and holidays do not count. */
export function addWorkingMinutes(at: Instant, minutes: number): Instant {
  let day = isWorkingDay(dayOf(at)) ? dayOf(at) : addWorkingDays(dayOf(at), 1)
  let from = Math.max(Date.parse(at), Date.parse(instantAt(day, OPENS)))
  for (let left = minutes * MINUTE_MS; ; day = addWorkingDays(day, 1)) {
    from = Math.max(from, Date.parse(instantAt(day, OPENS)))
    const room = Math.max(0, Date.parse(instantAt(day, CLOSES)) - from)
    if (left <= room) return new Date(from + left).toISOString()
    left -= room
  }
}

export type Shifts = { readonly shiftStarts: readonly string[]; readonly roundTheClock: boolean }

/** When the next shift of a unit begins; where nobody works at night, on its next working day. */
export function nextShiftStart({ shiftStarts, roundTheClock }: Shifts, after: Instant): Instant {
  for (let day: Day = dayOf(after), left = 15; left > 0; left--, day = addDays(day, 1)) {
    if (!roundTheClock && !isWorkingDay(day)) continue
    const begins = shiftStarts.map((start) => instantAt(day, start)).sort()
    const found = begins.find((start) => Date.parse(start) > Date.parse(after))
    if (found) return found
  }
  return minutesAfter(after, 24 * 60)
}

/**
 * How long each step may take. Critical: the coordinator an hour, the contact two, employees before the next shift. Action: a working
 * day each, five for employees. Info has no clock: it stands in the next newsletter. @source own choice
 */
const minutesOf: Record<Severity, { release: number | null; 'pass-on': number | null }> = {
  critical: { release: 60, 'pass-on': 120 },
  action: { release: WORKING_DAY_MINUTES, 'pass-on': WORKING_DAY_MINUTES },
  info: { release: WORKING_DAY_MINUTES, 'pass-on': null },
}
const ACTION_DAYS = 5

/** When a step's time is up; null where it has no clock. A critical message's clock runs at night too. */
export function dueOf(severity: Severity, step: 'release' | 'pass-on', from: Instant): Instant | null {
  const minutes = minutesOf[severity][step]
  if (minutes === null) return null
  return severity === 'critical' ? minutesAfter(from, minutes) : addWorkingMinutes(from, minutes)
}

export function reachDueOf(severity: Severity, from: Instant, unit: Shifts): Instant | null {
  if (severity === 'info') return null
  return severity === 'critical'
    ? nextShiftStart(unit, from)
    : addWorkingMinutes(from, ACTION_DAYS * WORKING_DAY_MINUTES)
}

/** The share of employees that should have it, of 1; null where no receipt is asked for. @source own choice */
export const shareWanted: Record<Severity, number | null> = { critical: 0.95, action: 0.85, info: null }

/** In a smaller group a share would point at people. */
export const SMALLEST_GROUP = 5

export type Counted = { readonly staff: number; readonly reached: number }
/** The share that has it, of 1; null in a group too small to be told about. */
export const shareOf = ({ staff, reached }: Counted): number | null =>
  staff < SMALLEST_GROUP ? null : Math.min(1, reached / staff)

export function isReached(severity: Severity, { staff, reached }: Counted): boolean {
  const wanted = shareWanted[severity]
  return wanted === null || staff === 0 || reached / staff >= wanted
}

/** Whom a stalled step is told to, in turn. */
export const laddersOf: Record<Step, readonly EscalationRole[]> = {
  release: ['coordinator', 'steering'],
  'pass-on': ['deputy', 'leader', 'above'],
  reach: ['contact', 'leader', 'above'],
  own: ['leader', 'coordinator', 'steering'],
}

/** When the role at a rung (0 is the first) is told: each waits as long as there was for one step. */
export function rungDue(severity: Severity, due: Instant, rung: number): Instant {
  return severity === 'critical' ? minutesAfter(due, rung * 60) : addWorkingMinutes(due, rung * WORKING_DAY_MINUTES)
}

/** The roles that should have been told by now. `there` are those somebody holds. */
export function rungsDue(
  stalled: { readonly step: Step; readonly severity: Severity; readonly dueAt: Instant },
  there: ReadonlySet<EscalationRole>,
  now: Instant,
): readonly { role: EscalationRole; dueAt: Instant }[] {
  return laddersOf[stalled.step]
    .filter((role) => there.has(role))
    .map((role, rung) => ({ role, dueAt: rungDue(stalled.severity, stalled.dueAt, rung) }))
    .filter(({ dueAt }) => Date.parse(dueAt) <= Date.parse(now))
}

export type ChainParts = {
  readonly vendor: string
  readonly coordinators: number
  /** Names of units without anybody to pass messages on. */
  readonly without: readonly string[]
}

/** The chain is whole from end to end before anything is sent along it. */
export function whyNotLock({ vendor, coordinators, without }: ChainParts): Refusal | undefined {
  if (vendor.trim() === '') return refusal('relay.no-vendor', {}, 'vendor')
  if (coordinators === 0) return refusal('relay.no-coordinator')
  return whyNotReach(without)
}

/** Units without a contact, by name: nothing is sent before somebody can take it on there. */
export function whyNotReach(without: readonly string[]): Refusal | undefined {
  const [unit, ...others] = without
  if (unit === undefined) return undefined
  return others.length === 0
    ? refusal('relay.unit-without-contact', { unit }, 'unitIds')
    : refusal('relay.units-without-contact', { unit, others: others.length }, 'unitIds')
}

export type Releasing = {
  readonly state: MessageState
  readonly severity: Severity
  readonly isLocked: boolean
  readonly named: boolean
  /** Day on which the co-determination committee was told of receipts. */
  readonly medOn: Day | null
  readonly without: readonly string[]
}

export function whyNotRelease(given: Releasing): Refusal | undefined {
  if (!given.isLocked) return refusal('relay.chain-open')
  if (given.state !== 'with-coordinator') return refusal('relay.sent-already')
  if (given.named && given.severity !== 'critical') return refusal('relay.names-only-critical', {}, 'purpose')
  if (given.named && given.medOn === null) return refusal('relay.med-not-told', {}, 'purpose')
  return whyNotReach(given.without)
}

export const whyNotRecall = (state: MessageState): Refusal | undefined =>
  state === 'released' || state === 'closed' ? undefined : refusal('relay.nothing-to-recall')

export function whyNotPassOn(leg: {
  readonly state: MessageState
  readonly relayedAt: Instant | null
}): Refusal | undefined {
  if (leg.state === 'recalled') return refusal('relay.recalled')
  return leg.relayedAt === null ? undefined : refusal('relay.passed-on-already')
}

export function whyNotReceipt(message: {
  readonly state: MessageState
  readonly severity: Severity
}): Refusal | undefined {
  if (message.state === 'recalled') return refusal('relay.recalled')
  return shareWanted[message.severity] === null ? refusal('relay.no-receipt-asked') : undefined
}

export function whyNotCount(counted: Counted & { readonly relayedAt: Instant | null }): Refusal | undefined {
  if (counted.relayedAt === null) return refusal('relay.not-passed-on')
  return counted.reached > counted.staff ? refusal('relay.more-than-all', {}, 'reached') : undefined
}

/** While the coordinator is at work a breakdown goes through the coordinator too. */
export function whyNotByPass(now: Instant): Refusal | undefined {
  const day = dayOf(now)
  const isAtWork =
    isWorkingDay(day) &&
    Date.parse(now) >= Date.parse(instantAt(day, OPENS)) &&
    Date.parse(now) < Date.parse(instantAt(day, CLOSES))
  return isAtWork ? refusal('relay.coordinator-at-work') : undefined
}

const moves: Record<QuestionPlace, readonly QuestionPlace[]> = {
  contact: ['coordinator', 'home'],
  coordinator: ['owner', 'contact-again'],
  owner: ['contact-again'],
  'contact-again': ['home'],
  home: [],
}
/** A question goes up one step at a time, and its answer comes back the same way. */
export const whyNotMove = (from: QuestionPlace, to: QuestionPlace): Refusal | undefined =>
  moves[from].includes(to) ? undefined : refusal('relay.question-elsewhere')

/** Receipts by name are forgotten after so many days. @source own choice */
export const DAYS_NAMES_ARE_KEPT = 90
/** A message that nobody closes and that has no last day closes itself after so many days. @source own choice */
export const DAYS_A_MESSAGE_IS_OPEN = 30
/** Working days within which a question at a meeting is answered. @source own choice */
export const ANSWER_DAYS = 10

/** A telephone may join and ask until so many days after the last time the meeting is held. @source own choice */
export const DAYS_PHONES_MAY_ASK = 7
/** Of one meeting: telephones that join it, and questions in all; of one telephone: questions, and seconds between two. @source own choice */
export const PHONES = { most: 1000, questions: 300, each: 20, seconds: 10 } as const

type FromPhone = { readonly lastAt: Instant; readonly phones: number; readonly questions: number }

const whyNotOpenToPhones = ({ lastAt }: FromPhone, now: Instant): Refusal | undefined =>
  Date.parse(now) > Date.parse(lastAt) + DAYS_PHONES_MAY_ASK * 86_400_000 ? refusal('relay.phones-over') : undefined

export function whyNotJoinMeeting(meeting: FromPhone, now: Instant): Refusal | undefined {
  const over = whyNotOpenToPhones(meeting, now)
  if (over) return over
  return meeting.phones >= PHONES.most ? refusal('relay.phones-full') : undefined
}

/** Held per telephone, not per address: a hundred people in a room come from the same. */
export function whyNotAskFromPhone(
  phone: FromPhone & { readonly asked: number; readonly askedAt: Instant | null },
  now: Instant,
): Refusal | undefined {
  const over = whyNotOpenToPhones(phone, now)
  if (over) return over
  if (phone.questions >= PHONES.questions || phone.asked >= PHONES.each) return refusal('relay.phone-enough')
  const isTooFast = phone.askedAt !== null && Date.parse(now) - Date.parse(phone.askedAt) < PHONES.seconds * 1000
  return isTooFast ? refusal('relay.phone-too-fast', { seconds: PHONES.seconds }) : undefined
}

/** A CPR number never; what looks like a name only when the writer has said that it is none. */
export function whyNotQuestion(words: string, namesSeen: boolean): Refusal | undefined {
  if (hasNumber(words)) return refusal('relay.number-in-text', {}, 'text')
  return !namesSeen && nameIn(words) ? refusal('relay.name-in-text', {}, 'text') : undefined
}

/** The last day in time for an answer: ten working days after it was asked, or after the meeting if that comes later. */
export const answerDueOn = (askedOn: Day, meetingOn: Day): Day =>
  addWorkingDays(askedOn > meetingOn ? askedOn : meetingOn, ANSWER_DAYS)
