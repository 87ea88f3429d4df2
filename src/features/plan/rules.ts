import { addDays, type Day, daysBetween, isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { isWorkingDay } from '#kernel/lang/working-days.ts'

/** What is stored. Waiting, ready, planned, late and settled are worked out. */
export const taskStates = ['open', 'doing', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]
export const statuses = ['waiting', 'ready', 'planned', 'doing', 'done', 'dropped'] as const
export type Status = (typeof statuses)[number]

/** What every rule here asks of a task. */
export type Job = {
  readonly id: Id
  readonly state: TaskState
  readonly dueOn: Day | null
  readonly needs: readonly Id[]
}
export type OwnedJob = Job & { readonly ownerName: string | null }

// Days

/** The day itself, or the working day before it. */
export function workingDayBy(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = addDays(on, -1)
  return on
}
/** The day itself, or the working day after it. */
export function workingDayFrom(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = addDays(on, 1)
  return on
}

type Offset = { readonly offsetDays: number; readonly earliestOn: Day | null }

/** Days from go-live, back to a working day; never before its phase of the project begins. */
export function dueOf(goLiveOn: Day, { offsetDays, earliestOn }: Offset): Day {
  const due = workingDayBy(addDays(goLiveOn, offsetDays))
  return earliestOn && isBefore(due, earliestOn) ? workingDayFrom(earliestOn) : due
}

export type Moving = Pick<Job, 'id' | 'state' | 'dueOn'> & {
  readonly templateId: Id | null
  readonly byHand: boolean
}

const isOver = ({ state }: Pick<Job, 'state'>): boolean => state === 'done' || state === 'dropped'

/**
 * Where tasks go when a go-live moves. What is done or dropped stays; what somebody gave a day of their own, and tasks without a
 * template, go as many days as the go-live does, back to a working day. The preview and the act ask the same.
 */
export function moved(
  tasks: readonly Moving[],
  { from, to }: { from: Day; to: Day },
  templates: ReadonlyMap<Id, Offset>,
): { id: Id; wasOn: Day | null; dueOn: Day }[] {
  const dayOf = ({ templateId, byHand, dueOn }: Moving): Day | undefined => {
    const template = templateId ? templates.get(templateId) : undefined
    if (template && !byHand) return dueOf(to, template)
    return dueOn ? workingDayBy(addDays(dueOn, daysBetween(from, to))) : undefined
  }
  return tasks
    .filter((task) => !isOver(task))
    .map((task) => ({ id: task.id, wasOn: task.dueOn, dueOn: dayOf(task) }))
    .filter(
      (one): one is { id: Id; wasOn: Day | null; dueOn: Day } => one.dueOn !== undefined && one.dueOn !== one.wasOn,
    )
}

type Move = { readonly goLiveOn: Day; readonly to: Day }

/** Why a wave cannot go live on another day. A wave that is live has nothing to move. */
export function whyNotMoveWave({ goLiveOn, to }: Move, today: Day): Refusal | undefined {
  if (!isBefore(today, goLiveOn)) return refusal('plan.wave-is-live', { goLiveOn })
  return isBefore(today, to) ? whyNotGoLiveOn(to) : refusal('plan.go-live-past', {}, 'goLiveOn')
}
/** Support on the spot is there on working days. @source own choice */
export const whyNotGoLiveOn = (day: Day): Refusal | undefined =>
  isWorkingDay(day) ? undefined : refusal('plan.go-live-holiday', {}, 'goLiveOn')

// What waits for what

/** One of those that wait for each other in a circle; undefined when nothing does. */
export function inCircle(needs: ReadonlyMap<Id, readonly Id[]>): Id | undefined {
  const clear = new Set<Id>()
  const under = new Set<Id>()
  const visit = (id: Id): Id | undefined => {
    if (clear.has(id)) return undefined
    if (under.has(id)) return id
    under.add(id)
    for (const need of needs.get(id) ?? []) {
      const found = visit(need)
      if (found) return found
    }
    under.delete(id)
    clear.add(id)
    return undefined
  }
  for (const id of needs.keys()) {
    const found = visit(id)
    if (found) return found
  }
  return undefined
}

export const whyNotNeed = (needs: ReadonlyMap<Id, readonly Id[]>): Refusal | undefined =>
  inCircle(needs) ? refusal('plan.circle', {}, 'needs') : undefined

export const byIdOf = <T extends { readonly id: Id }>(tasks: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(tasks.map((task) => [task.id, task]))

/** What must still be done first. What one cannot see counts as open. */
export const openNeeds = (task: Job, all: ReadonlyMap<Id, Pick<Job, 'state'>>): Id[] =>
  task.needs.filter((id) => {
    const need = all.get(id)
    return !need || !isOver(need)
  })

export function statusOf(task: OwnedJob, all: ReadonlyMap<Id, Pick<Job, 'state'>>): Status {
  if (task.state !== 'open') return task.state
  if (openNeeds(task, all).length > 0) return 'waiting'
  return task.ownerName && task.dueOn ? 'planned' : 'ready'
}

/** Whole days over its day; 0 when it is not. */
export const lateDays = (task: Pick<Job, 'state' | 'dueOn'>, today: Day): number =>
  isOver(task) || task.dueOn === null ? 0 : Math.max(0, daysBetween(task.dueOn, today))

/** One may let go of it: done, or planned with owner and a day that has not passed, and nothing open before it. */
export function isSettled(task: OwnedJob, all: ReadonlyMap<Id, Pick<Job, 'state'>>, today: Day): boolean {
  if (isOver(task)) return true
  const isPlanned = task.ownerName !== null && task.dueOn !== null && openNeeds(task, all).length === 0
  return isPlanned && lateDays(task, today) === 0
}

/** It waits, but only for what is itself in hand: planned in its turn, and due no later. */
function stands(task: OwnedJob, all: ReadonlyMap<Id, OwnedJob>, today: Day): boolean {
  if (isSettled(task, all, today)) return true
  if (!task.ownerName || !task.dueOn || lateDays(task, today) > 0) return false
  return openNeeds(task, all).every((id) => {
    const need = all.get(id)
    return need?.dueOn != null && need.dueOn <= task.dueOn! && stands(need, all, today)
  })
}

/** Days ahead that must be in hand before one is told to go on calmly. @source own choice */
export const CALM_DAYS = 14

/** What keeps one from going on calmly: due within a fortnight or overdue, and neither settled nor waiting for what is. Empty: one may. */
export const inTheWay = <T extends OwnedJob>(tasks: readonly T[], all: ReadonlyMap<Id, OwnedJob>, today: Day): T[] =>
  tasks.filter(
    (task) =>
      task.dueOn !== null && daysBetween(today, task.dueOn) <= CALM_DAYS && !isOver(task) && !stands(task, all, today),
  )

/** What may wait: not due within a fortnight, and nothing that is due within it waits for it. */
export function mayWait<T extends OwnedJob>(tasks: readonly T[], today: Day): T[] {
  const isNear = ({ dueOn }: Job) => dueOn !== null && daysBetween(today, dueOn) <= CALM_DAYS
  const wanted = new Set(tasks.filter((task) => !isOver(task) && isNear(task)).flatMap(({ needs }) => needs))
  return tasks.filter((task) => !isOver(task) && !isNear(task) && !wanted.has(task.id))
}

/** Tasks that can be begun now because this one is done. */
export const opensFor = <T extends Job>(done: Id, all: ReadonlyMap<Id, T>): T[] =>
  [...all.values()].filter(
    (task) => task.state === 'open' && task.needs.includes(done) && openNeeds(task, all).length === 0,
  )

/** Who is told of what is late, by whole days; never more people than need to know. @source own choice */
export const ladder = { contact: 3, leader: 5, coordinator: 10 } as const
export type Told = 'owner' | keyof typeof ladder
export const toldOf = (days: number): Told =>
  days > ladder.coordinator
    ? 'coordinator'
    : days > ladder.leader
      ? 'leader'
      : days > ladder.contact
        ? 'contact'
        : 'owner'

export type MovingOn = {
  readonly state: TaskState
  readonly to: TaskState
  readonly open: number
  readonly because: string | null
}
export function whyNotMoveOn({ state, to, open, because }: MovingOn): Refusal | undefined {
  if (state === to) return refusal('plan.already-so', {})
  if (to === 'dropped' && !because?.trim()) return refusal('plan.says-no-why', {}, 'because')
  return to === 'done' && open > 0 ? refusal('plan.needs-first', { count: open }) : undefined
}

// How far a unit is

export type StageRule = { readonly needs: readonly Id[]; readonly afterGoLive: boolean }
type UnitTask = { readonly templateId: Id | null; readonly state: TaskState }

/**
 * The furthest stage whose rules are met, and what earlier stages still lack: a unit that is reopened gets a mark and does not
 * fall back. `at` is −1 before the first.
 */
export function standing(stages: readonly StageRule[], tasks: readonly UnitTask[], goLiveOn: Day, today: Day) {
  const over = new Set(tasks.filter(isOver).map(({ templateId }) => templateId))
  const lacks = ({ needs }: StageRule) => needs.filter((id) => !over.has(id))
  const isMet = (stage: StageRule) => lacks(stage).length === 0 && !(stage.afterGoLive && isBefore(today, goLiveOn))
  const at = stages.findLastIndex(isMet)
  return { at, lacking: stages.slice(0, Math.max(0, at)).flatMap(lacks) }
}

/** Where the plan has the unit today: the furthest stage all of whose tasks are due by now. −1: none yet. */
export function plannedAt(
  stages: readonly StageRule[],
  tasks: readonly { readonly templateId: Id | null; readonly dueOn: Day | null }[],
  goLiveOn: Day,
  today: Day,
): number {
  const due = new Map(tasks.map(({ templateId, dueOn }) => [templateId, dueOn]))
  const isDue = (id: Id) => !due.has(id) || (due.get(id) ?? '9999') <= today
  return stages.findLastIndex(
    ({ needs, afterGoLive }) => needs.every(isDue) && !(afterGoLive && isBefore(today, goLiveOn)),
  )
}

/** How a unit's next stage looks: nothing late, something late, or stuck because what is late holds up others. */
export type CellState = 'going' | 'late' | 'stuck'
export function cellOf(
  tasks: readonly Job[],
  today: Day,
): { state: CellState; open: number; late: number; days: number } {
  const open = tasks.filter((task) => !isOver(task))
  const late = open.filter((task) => lateDays(task, today) > 0)
  const isStuck = late.some(({ id }) => open.some((other) => other.needs.includes(id) && lateDays(other, today) > 0))
  const days = Math.max(0, ...late.map((task) => lateDays(task, today)))
  return { state: isStuck ? 'stuck' : late.length > 0 ? 'late' : 'going', open: open.length, late: late.length, days }
}

// What collides

export type Taken = {
  readonly id: Id
  readonly unitId: Id | null
  readonly who: string
  readonly employeeId: Id | null
  readonly room: string | null
  readonly fromAt: string
  readonly untilAt: string
}
export type Away = { readonly employeeId: Id; readonly deputyId: Id | null; readonly fromOn: Day; readonly toOn: Day }
export type Clash<T> =
  | { readonly kind: 'person' | 'room'; readonly a: T; readonly b: T }
  | { readonly kind: 'away'; readonly taskId: Id; readonly employeeId: Id; readonly hasDeputy: boolean }

/** A clash is told from so many days before. */
export const CLASH_DAYS = 14

const meet = (a: Taken, b: Taken): boolean =>
  Date.parse(a.fromAt) < Date.parse(b.untilAt) && Date.parse(b.fromAt) < Date.parse(a.untilAt)
const same = (a: string | null, b: string | null): boolean =>
  !!a?.trim() && a.trim().toLowerCase() === b?.trim().toLowerCase()
const samePerson = (a: Taken, b: Taken): boolean =>
  a.employeeId && b.employeeId ? a.employeeId === b.employeeId : same(a.who, b.who)

/** One person in two places, or one room twice, at the same time. */
export function clashesOf<T extends Taken>(taken: readonly T[]): Clash<T>[] {
  const sorted = [...taken].sort((a, b) => Date.parse(a.fromAt) - Date.parse(b.fromAt))
  return sorted.flatMap((a, at) =>
    sorted
      .slice(at + 1)
      .filter((b) => meet(a, b))
      .flatMap((b): Clash<T>[] => [
        ...(samePerson(a, b) ? [{ kind: 'person' as const, a, b }] : []),
        ...(same(a.room, b.room) ? [{ kind: 'room' as const, a, b }] : []),
      ]),
  )
}

/** Tasks whose owner is away on the day. */
export const awayOn = (
  tasks: readonly (Job & { readonly ownerId: Id | null })[],
  away: readonly Away[],
): Extract<Clash<never>, { kind: 'away' }>[] =>
  tasks
    .filter((task) => !isOver(task))
    .flatMap(({ id, ownerId, dueOn }) =>
      away
        .filter(
          ({ employeeId, fromOn, toOn }) =>
            employeeId === ownerId && dueOn !== null && fromOn <= dueOn && dueOn <= toOn,
        )
        .map(({ employeeId, deputyId }) => ({
          kind: 'away' as const,
          taskId: id,
          employeeId,
          hasDeputy: deputyId !== null,
        })),
    )

// When it will be

/** How late things have been done so far, in whole days; early counts as on the day. */
export const delaysOf = (tasks: readonly { state: TaskState; dueOn: Day | null; doneOn: Day | null }[]): number[] =>
  tasks
    .filter(({ state, dueOn, doneOn }) => state === 'done' && dueOn && doneOn)
    .map(({ dueOn, doneOn }) => Math.max(0, daysBetween(dueOn!, doneOn!)))

const DRAWS = 400
/** Park and Miller's generator: the same plan gives the same range on every screen. */
function drawing(): () => number {
  let seed = 20_270_824
  return () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

/** At least so many tasks must have been done before their delays say anything. */
export const LEAST_HISTORY = 5

/**
 * When the targets will be done, as a range: each open task is given the delay of one that was done, what waits comes after what
 * it waits for, 400 times; told are the middle and the day it holds in 80 of 100. Undefined with too little history.
 */
export function forecast(
  tasks: readonly Job[],
  targets: readonly Id[],
  delays: readonly number[],
  today: Day,
): { middle: Day; eighty: Day } | undefined {
  const all = byIdOf(tasks)
  const open = targets.filter((id) => all.has(id) && !isOver(all.get(id)!))
  if (delays.length < LEAST_HISTORY || open.length === 0) return undefined
  const next = drawing()
  const once = () => {
    const days = new Map<Id, number>()
    const finish = (id: Id): number => {
      const known = days.get(id)
      if (known !== undefined) return known
      const task = all.get(id)
      if (!task || isOver(task)) return 0
      const own = task.dueOn ? daysBetween(today, task.dueOn) + delays[Math.floor(next() * delays.length)]! : 0
      const day = Math.max(0, own, ...task.needs.map(finish))
      days.set(id, day)
      return day
    }
    return Math.max(...open.map(finish))
  }
  const sorted = Array.from({ length: DRAWS }, once).sort((a, b) => a - b)
  const at = (share: number) => workingDayFrom(addDays(today, sorted[Math.ceil(share * DRAWS) - 1]!))
  return { middle: at(0.5), eighty: at(0.8) }
}

/** Soonest first; what has no day last. */
export const byDay = (a: Pick<Job, 'id' | 'dueOn'>, b: Pick<Job, 'id' | 'dueOn'>): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.id.localeCompare(b.id)
