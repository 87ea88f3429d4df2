import type { Day, Instant } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

export const courseSorts = ['start', 'super-user', 'leader', 'brief', 'topic', 'self-study', 'refresher'] as const
export type CourseSort = (typeof courseSorts)[number]
/** Whoever attended one of these is trained for the start: a super-user and a leader have had more than the start-up course, a temp has had what a temp needs. */
export const trainingSorts = ['start', 'super-user', 'leader', 'brief'] as const satisfies readonly CourseSort[]
export const audiences = ['all', 'permanent', 'temps-and-nights', 'super-users', 'leaders'] as const
export type Audience = (typeof audiences)[number]
export const enrolmentStates = ['invited', 'enrolled', 'waiting', 'attended', 'absent', 'left'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]
export const absentReasons = ['sick', 'no-cover', 'no-show', 'other'] as const
export const levels = ['seen', 'can', 'teaches'] as const
export type Level = (typeof levels)[number]

/** Three exercises of a course passed, and one can. [D] */
export const EXERCISES_FOR_CAN = 3
/** The door is open for codes from half an hour before. [D] */
export const DOOR_OPENS_MINUTES = 30
/** A share of fewer is told to nobody who may not see the names behind it anyway. [D, rule 11 of the rollout] */
export const LEAST_FOR_SHARE = 5

const MINUTE_MS = 60_000

type ClosedFor = { sort: CourseSort; allApplied: boolean; openedByDecision: boolean }
/** A start-up course is held in the unit's own set-up: before there is one, it is closed, unless a decision says otherwise. */
export const whyNotOpen = ({ sort, allApplied, openedByDecision }: ClosedFor): Refusal | undefined =>
  sort === 'start' && !allApplied && !openedByDecision ? refusal('training.set-up-not-applied') : undefined

export type Enrolling = ClosedFor & {
  isCancelled: boolean
  endsAt: Instant
  now: Instant
  /** The person's unit is among those the session is for. */
  isForUnit: boolean
  worksThere: boolean
  /** Day of another session of the same course where the person has a place: somebody in two units needs it once. */
  otherPlaceOn: Day | null
  isOnAnotherCourseThen: boolean
  clashAccepted: boolean
}

/** Why nobody can be put on the list as things stand. */
export function whyNotEnrol(given: Enrolling): Refusal | undefined {
  if (given.isCancelled) return refusal('training.cancelled')
  if (Date.parse(given.endsAt) <= Date.parse(given.now)) return refusal('training.is-over')
  if (!given.worksThere) return refusal('training.not-of-the-unit', {}, 'employeeId')
  if (!given.isForUnit) return refusal('training.not-for-the-unit', {}, 'unitId')
  if (given.otherPlaceOn) return refusal('training.has-a-place', { startsOn: given.otherPlaceOn }, 'employeeId')
  const closed = whyNotOpen(given)
  if (closed) return closed
  if (given.isOnAnotherCourseThen && !given.clashAccepted) return refusal('training.clashes', {}, 'clashAccepted')
  return undefined
}

/** A full course has a waiting list; nobody is sent away. */
export const stateWhenEnrolled = (taken: number, capacity: number): 'enrolled' | 'waiting' =>
  taken < capacity ? 'enrolled' : 'waiting'

const over: readonly EnrolmentState[] = ['attended', 'absent', 'left']
export const whyNotLeave = (state: EnrolmentState): Refusal | undefined =>
  over.includes(state) ? refusal('training.place-is-settled') : undefined

type Marking = {
  state: EnrolmentState
  startsAt: Instant
  now: Instant
  to: 'attended' | 'absent'
  reason: string | null
}

/** Who was there is said when it has begun; a mistake on the list can be put right afterwards. */
export function whyNotMark({ state, startsAt, now, to, reason }: Marking): Refusal | undefined {
  if (state === 'left') return refusal('training.place-is-settled')
  if (Date.parse(now) < Date.parse(startsAt) - DOOR_OPENS_MINUTES * MINUTE_MS) return refusal('training.not-begun')
  return to === 'absent' && reason === null ? refusal('training.absent-says-no-why', {}, 'reason') : undefined
}

type AtDoor = { startsAt: Instant; endsAt: Instant; now: Instant; isRight: boolean; state: EnrolmentState }

export function whyNotCheckIn({ startsAt, endsAt, now, isRight, state }: AtDoor): Refusal | undefined {
  const moment = Date.parse(now)
  const opens = Date.parse(startsAt) - DOOR_OPENS_MINUTES * MINUTE_MS
  if (moment < opens || moment > Date.parse(endsAt)) return refusal('training.door-closed')
  if (!isRight) return refusal('training.wrong-code', {}, 'code')
  return state === 'enrolled' || state === 'invited' || state === 'waiting'
    ? undefined
    : refusal('training.place-is-settled')
}

type Place = {
  employeeId: string
  courseId: string
  sessionId: string
  unitId: string
  role: string
  state: EnrolmentState
  startsAt: Instant
}

/** Two in the same role change places between two sessions of one course, both still to come. */
export function whyNotSwap(mine: Place, theirs: Place, now: Instant): Refusal | undefined {
  if (mine.courseId !== theirs.courseId || mine.sessionId === theirs.sessionId)
    return refusal('training.swap-other-course')
  if (mine.employeeId === theirs.employeeId) return refusal('training.swap-other-course')
  if (mine.unitId !== theirs.unitId || mine.role !== theirs.role) return refusal('training.swap-other-role')
  const isToCome = ({ state, startsAt }: Place) =>
    (state === 'enrolled' || state === 'waiting') && Date.parse(startsAt) > Date.parse(now)
  return isToCome(mine) && isToCome(theirs) ? undefined : refusal('training.place-is-settled')
}

/** What passing exercises makes of what a course teaches. */
export const levelWhenPassed = (passed: number, attended: boolean): Level | undefined =>
  passed >= EXERCISES_FOR_CAN ? 'can' : attended || passed > 0 ? 'seen' : undefined

/** A start-up course asks for the shift to be covered as long as it lasts. Temps are paid for the 45 minutes at the beginning of a shift. */
export const coverMinutes = (sort: CourseSort, minutes: number): number =>
  sort === 'brief' || sort === 'self-study' ? 0 : minutes
