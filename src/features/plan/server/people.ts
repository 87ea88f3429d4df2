import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { plan } from '../contract.ts'
import { overPlan, overRole } from './permissions.ts'
import { lockedPlan } from './waves.ts'

type RoleRow = { id: Id; placeId: Id }
const lockedRole = (db: Db, id: Id) =>
  db.one<RoleRow>(sql`select role.id, plan.place_id as "placeId" from plan.role join plan.plan on plan.tenant_id = role.tenant_id and plan.id = role.plan_id
    where role.tenant_id = kernel.here() and role.id = ${id} for update of role`)

async function mustBeBelow(db: Db, placeId: Id, unitId: Id | null): Promise<void> {
  if (!unitId) return
  const below = await db.one(
    sql`select from org.branch where tenant_id = kernel.here() and above_id = ${placeId} and unit_id = ${unitId}`,
  )
  if (!below) throw new Problem('not-found', 'kernel.not-found')
}
async function mustWorkHere(db: Db, ...ids: (Id | null)[]): Promise<void> {
  const named = ids.filter((id) => id !== null)
  const known = await db.all(
    sql`select id from org.employee where tenant_id = kernel.here() and id = any (${named}::uuid[])`,
  )
  if (known.length < new Set(named).size) throw new Problem('not-found', 'kernel.not-found')
}

/** Who works here is called by the name they have; somebody from outside as they were written. */
async function nameFor(db: Db, { employeeId, who }: { employeeId: Id | null; who: string }): Promise<string> {
  if (!employeeId) return who.trim()
  const found = await db.one<{ name: string }>(
    sql`select name from org.employee where tenant_id = kernel.here() and id = ${employeeId}`,
  )
  if (!found) throw new Problem('not-found', 'kernel.not-found')
  return found.name
}

export const nameHolder = command(plan.nameHolder, {
  may: overRole((input) => input.id),
  about: (db, input) => lockedRole(db, input.id),
  audit: (input, role) => ({ place: input.unitId ?? role?.placeId, records: [input.id] }),
  async run({ db, input, about: role, by, clock }) {
    await mustBeBelow(db, role.placeId, input.unitId)
    const who = await nameFor(db, input)
    const now = clock.now()
    await db.run(sql`update plan.holder set ended_at = ${now} where tenant_id = kernel.here() and role_id = ${role.id}
      and unit_id is not distinct from ${input.unitId}::uuid and ended_at is null`)
    if (who)
      await db.run(sql`insert into plan.holder (id, role_id, unit_id, employee_id, who, from_on, named_at, named_by)
        values (${newId()}, ${role.id}, ${input.unitId}, ${input.employeeId}, ${who}, ${clock.today()}::date, ${now}, ${by.id})`)
    return { id: role.id }
  },
  tell: (_, role) => [{ topic: 'plan', place: role.placeId }],
})

/** Written again under the same id it is changed; one of another plan is not there. */
const mustBeOurs = async (db: Db, table: 'absence' | 'engagement', id: Id, planId: Id): Promise<void> => {
  const other = await db.one(
    sql`select from plan.${sql.ref(table)} where tenant_id = kernel.here() and id = ${id} and plan_id <> ${planId}`,
  )
  if (other) throw new Problem('not-found', 'kernel.not-found')
}

export const keepAbsence = command(plan.keepAbsence, {
  may: overPlan((input) => input.planId),
  about: (db, input) => lockedPlan(db, input.planId),
  audit: (input, about) => ({ place: about?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (input.toOn < input.fromOn) refuse(refusal('plan.away-backwards', {}, 'toOn'))
    if (input.deputyId === input.employeeId) refuse(refusal('plan.own-deputy', {}, 'deputyId'))
    await mustWorkHere(db, input.employeeId, input.deputyId)
    await mustBeOurs(db, 'absence', input.id, about.id)
    const now = clock.now()
    await db.run(sql`insert into plan.absence (id, plan_id, employee_id, deputy_id, from_on, to_on, cancelled_at, changed_at, changed_by)
      values (${input.id}, ${about.id}, ${input.employeeId}, ${input.deputyId}, ${input.fromOn}::date, ${input.toOn}::date, ${input.isCancelled ? now : null}, ${now}, ${by.id})
      on conflict (tenant_id, id) do update set employee_id = excluded.employee_id, deputy_id = excluded.deputy_id, from_on = excluded.from_on, to_on = excluded.to_on,
        cancelled_at = excluded.cancelled_at, version = absence.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'plan', place: about.placeId }],
})

export const keepEngagement = command(plan.keepEngagement, {
  may: overPlan((input) => input.planId),
  about: (db, input) => lockedPlan(db, input.planId),
  audit: (input, about) => ({ place: input.unitId ?? about?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (Date.parse(input.untilAt) <= Date.parse(input.fromAt))
      refuse(refusal('plan.ends-before-it-begins', {}, 'untilAt'))
    await mustBeBelow(db, about.placeId, input.unitId)
    const who = await nameFor(db, input)
    await mustBeOurs(db, 'engagement', input.id, about.id)
    const now = clock.now()
    await db.run(sql`insert into plan.engagement (id, plan_id, unit_id, title, who, employee_id, room, from_at, until_at, cancelled_at, changed_at, changed_by)
      values (${input.id}, ${about.id}, ${input.unitId}, ${input.title.trim()}, ${who}, ${input.employeeId}, ${input.room?.trim() || null},
        ${input.fromAt}::timestamptz, ${input.untilAt}::timestamptz, ${input.isCancelled ? now : null}, ${now}, ${by.id})
      on conflict (tenant_id, id) do update set unit_id = excluded.unit_id, title = excluded.title, who = excluded.who, employee_id = excluded.employee_id, room = excluded.room,
        from_at = excluded.from_at, until_at = excluded.until_at, cancelled_at = excluded.cancelled_at, version = engagement.version + 1,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'plan', place: about.placeId }],
})
