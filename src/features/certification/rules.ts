import { type Role, staffRoles } from '#features/org/roles.ts'
import { addDays, type Day, type Instant, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** Where the municipality has decided nothing else: half-yearly, three weeks to answer. Our own choice. */
export const RHYTHM = { everyMonths: 6, daysToAnswer: 21 }
/** Between reminders, and what the deputy has. Our own choice. */
export const DAYS_BETWEEN = 7

const isStaff = (role: Role): boolean => (staffRoles as readonly Role[]).includes(role)

export type Held = { id: string; role: Role; unitId: string; startsOn: Day; hasBelow: boolean }

/** The unit somebody was first given a role of the floor at, of those they hold: theirs, whatever else they have. */
export function ownUnitOf(held: readonly Held[]): string | undefined {
  const first = [...held]
    .filter(({ role }) => isStaff(role))
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id))[0]
  return first?.unitId
}

/** Beyond the access to one's own unit: another unit, one with units below it, or more than working there. */
export const isExtra = (one: Held, all: readonly Held[]): boolean =>
  !isStaff(one.role) || one.hasBelow || one.unitId !== ownUnitOf(all)

/** Months later on the calendar; the last of a month where the day does not exist. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** @param since day of the last round, or, where there was none, of the oldest right at the unit */
export const isDue = (since: Day, everyMonths: number, today: Day): boolean =>
  !isBefore(today, addMonths(since, everyMonths))

/**
 * What an unanswered round has come to: two reminders, then the deputy is asked, and only when the deputy's time is over too
 * do extra rights lapse.
 * @param reminders counted by the tasks; the deputy's call is the third
 */
export type Stage = 'waiting' | 'reminded' | 'deputy' | 'lapses'
export function stageOf(reminders: number): Stage {
  if (reminders === 0) return 'waiting'
  if (reminders <= 2) return 'reminded'
  return reminders === 3 ? 'deputy' : 'lapses'
}

/** A shift and the way home: whoever used the system so lately may still be at work. */
const SHIFT_HOURS = 12

/** Whether somebody may be in the middle of a shift. */
export const isMidShift = (lastSeenAt: Instant | null, now: Instant): boolean =>
  lastSeenAt !== null && Date.parse(now) - Date.parse(lastSeenAt) < SHIFT_HOURS * 3_600_000

type Lapsing = {
  isExtra: boolean
  isAnswered: boolean
  stage: Stage
  lastSeenAt: Instant | null
  isLastAdministrator: boolean
}

/** Whether a right lapses now. Own-unit access never does, nothing does in the middle of a shift, and somebody can always give rights. */
export const lapses = (item: Lapsing, now: Instant): boolean =>
  item.isExtra &&
  !item.isAnswered &&
  item.stage === 'lapses' &&
  !item.isLastAdministrator &&
  !isMidShift(item.lastSeenAt, now)

type Answering = {
  role: Role
  answer: 'keep' | 'end' | 'change'
  newRole: Role | null
  isAnswered: boolean
  isOwn: boolean
  isManager: boolean
  isLastAdministrator: boolean
}

export function whyNotAnswer(asked: Answering): Refusal | undefined {
  const { role, answer, newRole } = asked
  if (asked.isOwn) return refusal('certification.own')
  if (asked.isAnswered) return refusal('certification.answered-already')
  if (!asked.isManager && !(isStaff(role) && (newRole === null || isStaff(newRole))))
    return refusal('certification.not-yours')
  if (answer !== 'keep' && asked.isLastAdministrator) return refusal('org.last-administrator')
  if (answer === 'change' && (newRole === null || newRole === role)) return refusal('certification.change-to-what')
  return undefined
}

export const whyNotDecide = (fromOn: Day, today: Day): Refusal | undefined =>
  isBefore(fromOn, today) ? refusal('certification.decided-in-the-past', {}, 'fromOn') : undefined

export const dueOn = (beganOn: Day, daysToAnswer: number): Day => addDays(beganOn, daysToAnswer)
