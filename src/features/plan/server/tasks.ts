import { touched } from '#features/thread/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { plan } from '../contract.ts'
import { type TaskState, whyNotMoveOn, whyNotNeed } from '../rules.ts'
import { planTaskKind } from './node-kinds.ts'
import { ownerOf } from './owner.ts'
import { mayAct, onTask } from './permissions.ts'
import { lockedPlan } from './waves.ts'

type Own = { roleId: Id | null; employeeId: Id | null; startsOn: Day | null; dueOn: Day | null; needs: readonly Id[] }

/** The plan's edges, with those of one task as they are to be. */
async function refuseCircle(db: Db, planId: Id, id: Id, needs: readonly Id[]): Promise<void> {
  const rows = await db.all<{
    id: Id
    needs: Id[]
  }>(sql`select task.id, array(select need.needs_id from plan.task_need need
      where need.tenant_id = kernel.here() and need.task_id = task.id) as needs
    from plan.task where task.tenant_id = kernel.here() and task.plan_id = ${planId}`)
  const edges = new Map<Id, readonly Id[]>(rows.map((row) => [row.id, row.needs]))
  if (needs.some((need) => need !== id && !edges.has(need))) throw new Problem('not-found', 'kernel.not-found')
  refuse(whyNotNeed(edges.set(id, needs)))
}

/** Owner and days hang together, and what is named is of this plan. */
async function refuseOwn(db: Db, planId: Id, { roleId, startsOn, dueOn }: Own): Promise<void> {
  if (startsOn && dueOn && dueOn < startsOn) refuse(refusal('plan.due-before-start', {}, 'dueOn'))
  if (!roleId) return
  const role = await db.one(
    sql`select from plan.role where tenant_id = kernel.here() and id = ${roleId} and plan_id = ${planId}`,
  )
  if (!role) throw new Problem('not-found', 'kernel.not-found')
}

async function putNeeds(db: Db, id: Id, needs: readonly Id[]): Promise<void> {
  await db.run(sql`delete from plan.task_need where tenant_id = kernel.here() and task_id = ${id}`)
  await db.run(sql`insert into plan.task_need (task_id, needs_id) select ${id}, unnest(${[...new Set(needs)]}::uuid[])`)
}

type Added = { planId: Id; unitId: Id | null }
/** At the unit it is for, or at the place whose plan it is. */
const whereAdded: Gate<Added> = {
  right: mayAct,
  rows: ({ input, visible }) => sql`select plan.id from plan.plan
    where plan.tenant_id = kernel.here() and plan.id = ${input.planId}::uuid and ${visible(sql`coalesce(${input.unitId}::uuid, plan.place_id)`)}
      and (${input.unitId}::uuid is null or exists (select from plan.unit own join plan.wave on wave.tenant_id = own.tenant_id and wave.id = own.wave_id
        where own.tenant_id = kernel.here() and own.unit_id = ${input.unitId}::uuid and wave.plan_id = plan.id))`,
}

export const addTask = command(plan.addTask, {
  may: whereAdded,
  about: (db, input) => lockedPlan(db, input.planId),
  audit: (input, about) => ({ place: input.unitId ?? about?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await refuseOwn(db, about.id, input)
    await refuseCircle(db, about.id, input.id, input.needs)
    const made =
      await db.run(sql`insert into plan.task (id, plan_id, unit_id, wave_id, phase_id, code, title, why, role_id, employee_id, starts_on, due_on, by_hand, state, changed_at, changed_by)
      select ${input.id}, ${about.id}, ${input.unitId}, wave.id, phase.id, ${input.code}, ${input.title.trim()}, ${input.why.trim()}, ${input.roleId}, ${input.employeeId},
        ${input.startsOn}::date, ${input.dueOn}::date, true, 'open', ${clock.now()}, ${by.id}
      from (select) here
      left join plan.wave on wave.tenant_id = kernel.here() and wave.id = ${input.waveId}::uuid and wave.plan_id = ${about.id}
      left join plan.phase on phase.tenant_id = kernel.here() and phase.id = ${input.phaseId}::uuid and phase.plan_id = ${about.id}
      on conflict (tenant_id, plan_id, code) do nothing`)
    if (made === 0) refuse(refusal('plan.code-taken', {}, 'code'))
    await putNeeds(db, input.id, input.needs)
    return { id: input.id, version: 1 }
  },
  tell: (input, about) => [{ topic: 'plan', place: input.unitId ?? about.placeId }],
})

type Standing = {
  id: Id
  planId: Id
  place: Id
  state: TaskState
  dueOn: Day | null
  byHand: boolean
  open: number
  version: number
}
const openNeed = sql`select from plan.task_need need join plan.task needed on needed.tenant_id = need.tenant_id and needed.id = need.needs_id
  where need.tenant_id = kernel.here() and needed.state in ('open', 'doing')`

const lockedTask = (db: Db, id: Id) =>
  db.one<Standing>(sql`select task.id, task.plan_id as "planId", coalesce(task.unit_id, plan.place_id) as place, task.state, task.due_on::text as "dueOn",
      task.by_hand as "byHand", (select count(*)::int from (${openNeed} and need.task_id = task.id) open) as open, task.version
    from plan.task join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
    where task.tenant_id = kernel.here() and task.id = ${id} for update of task, plan`)

export const changeTask = command(plan.changeTask, {
  may: onTask((input) => input.id),
  about: (db, input) => lockedTask(db, input.id),
  audit: (input, task) => ({ place: task?.place, records: [input.id] }),
  async run({ db, input, about: task, by, clock }) {
    await refuseOwn(db, task.planId, input)
    await refuseCircle(db, task.planId, task.id, input.needs)
    const now = clock.now()
    await db.run(sql`update plan.task set title = ${input.title.trim()}, why = ${input.why.trim()}, role_id = ${input.roleId}, employee_id = ${input.employeeId},
      starts_on = ${input.startsOn}::date, due_on = ${input.dueOn}::date, by_hand = ${task.byHand || input.dueOn !== task.dueOn},
      version = version + 1, changed_at = ${now}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${task.id}`)
    await putNeeds(db, task.id, input.needs)
    await touched(db, { kind: planTaskKind, id: task.id }, { what: 'date', by: by.id, at: now })
    return { id: task.id, version: task.version + 1 }
  },
  tell: (_, task) => [{ topic: 'plan', place: task.place }],
})

/** What can be begun now that this one is over, and whose it is. */
const openedBy = (db: Db, id: Id, today: Day) =>
  db.all<{ id: Id; title: string; unitName: string | null; ownerName: string | null }>(sql`
    select task.id, task.title, org_unit.name as "unitName", owner.who as "ownerName"
    from plan.task_need held join plan.task on task.tenant_id = held.tenant_id and task.id = held.task_id
    join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
    left join org.unit org_unit on org_unit.tenant_id = task.tenant_id and org_unit.id = task.unit_id
    left join ${ownerOf(sql`${today}::date`)} on true
    where held.tenant_id = kernel.here() and held.needs_id = ${id} and task.state = 'open' and not exists (${openNeed} and need.task_id = task.id)
    order by task.due_on nulls last, task.id limit 50`)

export const moveOn = command(plan.moveOn, {
  may: onTask((input) => input.id),
  about: (db, input) => lockedTask(db, input.id),
  audit: (input, task) => ({ place: task?.place, records: [input.id] }),
  async run({ db, input, about: task, by, clock }) {
    refuse(whyNotMoveOn({ ...task, to: input.to, because: input.because }))
    const doneOn = input.to === 'done' ? (input.doneOn ?? clock.today()) : null
    if (doneOn && doneOn > clock.today()) refuse(refusal('plan.done-later', {}, 'doneOn'))
    const because = input.to === 'dropped' ? input.because!.trim() : null
    await db.run(sql`update plan.task set state = ${input.to}, because = ${because}, withdrawn_at = null, done_on = ${doneOn}::date, version = version + 1,
      changed_at = ${clock.now()}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${task.id}`)
    const isOver = input.to === 'done' || input.to === 'dropped'
    const opened = isOver ? await openedBy(db, task.id, clock.today()) : []
    return { id: task.id, version: task.version + 1, opened }
  },
  tell: (_, task) => [{ topic: 'plan', place: task.place }],
})
