import { type DatedRule, fingerprint, type LooseRule, type NodeKind, nodeKind } from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { sql } from '#kernel/server/sql.ts'
import { ladder } from '../rules.ts'
import { ownerOf } from './owner.ts'
import { mayRead, near } from './permissions.ts'

export const planTaskKind: NodeKind = nodeKind({
  kind: 'plan.task',
  rows: (ids) => sql`
    select task.id, coalesce(task.code, template.code) as label, task.title, task.due_on::timestamptz as at, coalesce(org_unit.name, place.name) as who, task.state,
      null::timestamptz as sealed_until, ${fingerprint(sql`task.title`, sql`task.due_on`, sql`task.state = 'dropped'`)} as fingerprint,
      coalesce(task.unit_id, plan.place_id) as place
    from plan.task join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
    join org.unit place on place.tenant_id = plan.tenant_id and place.id = plan.place_id
    left join plan.template on template.tenant_id = task.tenant_id and template.id = task.template_id
    left join org.unit org_unit on org_unit.tenant_id = task.tenant_id and org_unit.id = task.unit_id
    where task.tenant_id = kernel.here() and task.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.place`),
  found: (words) => sql`
    select task.id from plan.task where task.tenant_id = kernel.here()
      and (strpos(lower(task.title), lower(btrim(${words}))) > 0 or lower(task.code) = lower(btrim(${words})))
    order by task.due_on nulls last, task.id`,
})

export const waveKind: NodeKind = nodeKind({
  kind: 'plan.wave',
  rows: (ids) => sql`
    select wave.id, wave.code as label, wave.name as title, wave.go_live_on::timestamptz as at, place.name as who, null::text as state,
      null::timestamptz as sealed_until, ${fingerprint(sql`wave.name`, sql`wave.go_live_on`)} as fingerprint, plan.place_id as place
    from plan.wave join plan.plan on plan.tenant_id = wave.tenant_id and plan.id = wave.plan_id
    join org.unit place on place.tenant_id = plan.tenant_id and place.id = plan.place_id
    where wave.tenant_id = kernel.here() and wave.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.place`),
  found: (words) => sql`
    select wave.id from plan.wave where wave.tenant_id = kernel.here()
      and (strpos(lower(wave.name), lower(btrim(${words}))) > 0 or lower(wave.code) = lower(btrim(${words}))) order by wave.go_live_on`,
})

export const planKinds: readonly NodeKind[] = [planTaskKind, waveKind]

const open = sql`task.tenant_id = kernel.here() and task.state in ('open', 'doing') and task.due_on is not null`

export const planDated: readonly DatedRule[] = [
  { rule: 'plan.due', kind: planTaskKind, rows: sql`select task.id, task.due_on from plan.task where ${open}` },
  {
    rule: 'plan.go-live',
    kind: waveKind,
    rows: sql`select wave.id, wave.go_live_on as due_on from plan.wave where wave.tenant_id = kernel.here()`,
  },
]

const today = danishDay(sql`(select at from clock)`)

const longLate = sql`select task.id, task.due_on::timestamptz as since from plan.task
  where ${open} and task.due_on < ${today} - ${sql.lit(ladder.coordinator)}`

/** Due within four weeks, and nobody has it. */
const unowned = sql`select task.id, null::timestamptz as since from plan.task
  join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
  left join ${ownerOf(today)} on true
  where ${open} and task.due_on < ${today} + 28 and owner.who is null`

const undated = sql`select task.id, task.changed_at as since from plan.task
  where task.tenant_id = kernel.here() and task.state in ('open', 'doing') and task.due_on is null`

export const planLoose: readonly LooseRule[] = [
  { rule: 'plan.late', kind: planTaskKind, rows: longLate },
  { rule: 'plan.unowned', kind: planTaskKind, rows: unowned },
  { rule: 'plan.undated', kind: planTaskKind, rows: undated },
]
