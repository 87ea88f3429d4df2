import { bringingRoles, careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** How far units are: everybody who works in one; never whose task it is. */
export const maySee = right('plan.see-board', [...careRoles, ...rolloutRoles])
/** Tasks with their owners: the project's people, and a unit's own of the unit's. */
export const mayRead = right('plan.read', [...bringingRoles])
/** Plan and finish tasks: of the unit, or of the whole. */
export const mayAct = right('plan.act', ['coordinator', 'unit-contact', 'unit-leader', 'super-user'])
/** Make the plan, move waves, name who has which part. */
export const mayKeep = right('plan.keep', ['coordinator'])

/** The right is held at the place or in a unit below it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

/** Where a task belongs: its unit, or the place whose plan it is. */
export const placeOfTask = sql`coalesce(task.unit_id, plan.place_id)`

type Of<I> = (input: Blanks<I>) => Blank

export const overPlan = <I>(plan: Of<I>): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select plan.id from plan.plan
    where plan.tenant_id = kernel.here() and plan.id = ${plan(input)}::uuid and ${visible(sql`plan.place_id`)}`,
})
const below = <I>(table: 'wave' | 'template' | 'role', id: Of<I>): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select part.id from plan.${sql.ref(table)} part
    join plan.plan on plan.tenant_id = part.tenant_id and plan.id = part.plan_id
    where part.tenant_id = kernel.here() and part.id = ${id(input)}::uuid and ${visible(sql`plan.place_id`)}`,
})
export const overWave = <I>(id: Of<I>): Gate<I> => below('wave', id)
export const overTemplate = <I>(id: Of<I>): Gate<I> => below('template', id)
export const overRole = <I>(id: Of<I>): Gate<I> => below('role', id)

export const onTask = <I>(task: Of<I>): Gate<I> => ({
  right: mayAct,
  rows: ({ input, visible }) => sql`select task.id from plan.task
    join plan.plan on plan.tenant_id = task.tenant_id and plan.id = task.plan_id
    where task.tenant_id = kernel.here() and task.id = ${task(input)}::uuid and ${visible(placeOfTask)}`,
})
