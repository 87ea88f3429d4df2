import { addDays, type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { type Role, staffRoles } from './roles.ts'

type Giving = {
  role: Role
  /** The giver looks after the organisation at the place, not only a unit's staff. */
  isManager: boolean
  isSelf: boolean
}

/** Roles above the floor are an administrator's to give and take; nobody gives or takes their own. */
export function whyNotGive({ role, isManager, isSelf }: Giving): Refusal | undefined {
  if (isSelf) return refusal('org.not-yourself', {}, 'employeeId')
  if (!isManager && !(staffRoles as readonly Role[]).includes(role)) return refusal('org.not-yours-to-give', {}, 'role')
  return undefined
}

type Held = { startsOn: Day; endsOn: Day | null; isLastAdministrator: boolean }

/** @param lastDay the last day the role is to be held; the day before `today` ends it at once */
export function whyNotEnd({ endsOn, isLastAdministrator }: Held, lastDay: Day, today: Day): Refusal | undefined {
  if (endsOn && isBefore(endsOn, today)) return refusal('org.role-ended', { endsOn })
  if (isLastAdministrator) return refusal('org.last-administrator')
  if (isBefore(lastDay, addDays(today, -1))) return refusal('org.ends-in-the-past', {}, 'lastDay')
  return undefined
}

type Closing = { parentId: string | null; closedOn: Day | null; openBelow: number }

/** @param on first day the unit no longer exists */
export function whyNotClose({ parentId, closedOn, openBelow }: Closing, on: Day, today: Day): Refusal | undefined {
  if (closedOn) return refusal('org.unit-closed', { closedOn })
  if (parentId === null) return refusal('org.root-stays')
  if (isBefore(on, today)) return refusal('org.unit-closes-in-the-past', {}, 'closedOn')
  if (openBelow > 0) return refusal('org.unit-has-units', { count: openBelow })
  return undefined
}

type Narrowed = { rightName: string; role: Role; fromOn: Day; toOn: Day | null }

/** Rights that nobody can be left without: whoever takes rights away must be able to give them back. */
export const NEVER_NARROWED = ['org.narrow', 'org.manage'] as const

/**
 * Why a right cannot be taken away from a role.
 * @param rolesOf the roles that have the right by the matrix; undefined when there is no such right
 */
export function whyNotNarrow(
  { rightName, role, fromOn, toOn }: Narrowed,
  rolesOf: readonly string[] | undefined,
  today: Day,
): Refusal | undefined {
  if (!rolesOf) return refusal('org.right-unknown', {}, 'rightName')
  if ((NEVER_NARROWED as readonly string[]).includes(rightName)) return refusal('org.right-stays', {}, 'rightName')
  if (!rolesOf.includes(role)) return refusal('org.right-not-held', {}, 'role')
  if (isBefore(fromOn, today)) return refusal('org.narrows-in-the-past', {}, 'fromOn')
  if (toOn && isBefore(toOn, fromOn)) return refusal('org.ends-before-it-starts', { employedFrom: fromOn }, 'toOn')
  return undefined
}

/** Why a narrowing, or anything else that keeps people from something, cannot end on a day. */
export function whyNotEndNarrowing(toOn: Day | null, lastDay: Day, today: Day): Refusal | undefined {
  if (toOn && isBefore(toOn, today)) return refusal('org.narrowing-ended', { toOn })
  if (isBefore(lastDay, addDays(today, -1))) return refusal('org.narrows-in-the-past', {}, 'lastDay')
  return undefined
}

/** Times as people write them, `7, 15.00, 23:30`, in order of the day; undefined when one of them is no time of day. */
export function shiftStartsOf(words: string): string[] | undefined {
  const times = words.split(/[,;]/).map((word) => /^\s*([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\s*$/.exec(word))
  if (times.some((time) => time === null)) return undefined
  return [...new Set(times.map((time) => `${time![1]!.padStart(2, '0')}:${time![2] ?? '00'}`))].sort()
}

type Runs = { readonly noteKinds: readonly string[]; readonly shiftStarts: readonly string[] }

/** Kinds of note and shifts of a unit that is set up are its set-up's to change: otherwise there would be two answers. */
export function whyNotChangeRunning(kept: Runs, given: Runs, isSetUp: boolean): Refusal | undefined {
  if (!isSetUp) return undefined
  const says = ({ noteKinds, shiftStarts }: Runs) => [noteKinds.join(), shiftStarts.join()] as const
  const [[kinds, shifts], [newKinds, newShifts]] = [says(kept), says(given)]
  if (kinds !== newKinds) return refusal('org.unit-is-set-up', {}, 'noteKinds')
  return shifts === newShifts ? undefined : refusal('org.unit-is-set-up', {}, 'shiftStarts')
}
