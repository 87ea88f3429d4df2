import { isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { at, type Gate, today } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type By, command, query } from '#kernel/server/use-case.ts'
import { org } from '../contract.ts'
import { type Role, staffRoles } from '../roles.ts'
import { whyNotEnd, whyNotGive } from '../rules.ts'
import { employeeById } from './employees.ts'
import { mayManageOrg, mayStaff, reaches } from './permissions.ts'

/** Whether the actor looks after the organisation at the place, and not only a unit's staff. */
export const managesAt = (db: Db, clock: Clock, by: By, unitId: Id): Promise<boolean> =>
  reaches(db, { id: by.id, at: clock.now(), on: clock.today() }, mayManageOrg, unitId)

/** What the screen offers about a role: to end it, where it is not over and mine to take. */
export const grantColumns = (offers: (place: Sql) => Sql): Sql => sql`
  role_grant.id, role_grant.employee_id as "employeeId", role_grant.role, role_grant.unit_id as "unitId", unit.name as "unitName",
  role_grant.starts_on::text as "startsOn", role_grant.ends_on::text as "endsOn",
  case when role_grant.ends_on < ${today}::date then '{}'::text[]
    else array(select distinct 'end' from unnest(${offers(sql`role_grant.unit_id`)}) act
      where act = 'manage' or (act = 'staff' and role_grant.role = any (${[...staffRoles]}::text[]))) end as permitted`

export const grantActs = { manage: mayManageOrg, staff: mayStaff }

/** Roles that hold today or will; those that are over stand on the person's own page. */
export const rolesAtUnit = query(org.rolesAtUnit, {
  may: at(mayStaff, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, offers }) => sql`
    select ${grantColumns((place) => offers(grantActs, place))}, employee.name, employee.profession, employee.employed_to::text as "employedTo"
    from org.branch
    join org.role_grant on role_grant.tenant_id = branch.tenant_id and role_grant.unit_id = branch.above_id
    join org.unit on unit.tenant_id = role_grant.tenant_id and unit.id = role_grant.unit_id
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
    where branch.tenant_id = kernel.here() and branch.unit_id = ${input.unitId}::uuid
      and (role_grant.ends_on is null or role_grant.ends_on >= greatest(${today}::date, role_grant.starts_on))
      and (employee.employed_to is null or employee.employed_to >= ${today}::date)
    order by role_grant.unit_id <> branch.unit_id, employee.name collate "da-x-icu", role_grant.starts_on limit 2000`,
})

type Given = { id: Id; employeeId: Id; role: Role; unitId: Id; startsOn: string; endsOn: string | null }

/** A role within the employment, given by somebody who may give it. */
export async function giveRole(db: Db, clock: Clock, by: By, given: Given): Promise<void> {
  const isManager = await managesAt(db, clock, by, given.unitId)
  refuse(whyNotGive({ role: given.role, isManager, isSelf: given.employeeId === by.id }))
  if (given.endsOn && isBefore(given.endsOn, given.startsOn))
    refuse(refusal('org.ends-before-it-starts', { employedFrom: given.startsOn }, 'endsOn'))
  const made =
    await db.run(sql`insert into org.role_grant (id, employee_id, role, unit_id, starts_on, ends_on, granted_at, granted_by)
    values (${given.id}, ${given.employeeId}, ${given.role}, ${given.unitId}, ${given.startsOn}, ${given.endsOn}, ${clock.now()}, ${by.id})
    on conflict (tenant_id, id) do nothing`)
  if (!made) throw new Problem('refused', 'kernel.id-taken')
}

export const grantRole = command(org.grantRole, {
  may: at(mayStaff, (input) => input.unitId),
  about: (db, input) => employeeById(db, input.employeeId),
  audit: (input) => ({ place: input.unitId, records: [input.employeeId], about: { role: input.role } }),
  async run({ db, input, by, clock }) {
    await giveRole(db, clock, by, input)
    return { id: input.id }
  },
})

const theGrant = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayStaff,
  rows: ({ input, visible }) => sql`select role_grant.id from org.role_grant
    where role_grant.tenant_id = kernel.here() and role_grant.id = ${(input as { id: Blank }).id}::uuid and ${visible(sql`role_grant.unit_id`)}`,
})

type Held = Given & { isLastAdministrator: boolean }

/** Nobody else could give rights at the place, were this role of an administrator gone. `g` is the grant. */
const isLast = sql`(g.role = 'administrator' and not exists (select from org.role_grant other
  join org.branch on branch.tenant_id = other.tenant_id and branch.above_id = other.unit_id and branch.unit_id = g.unit_id
  join org.employee on employee.tenant_id = other.tenant_id and employee.id = other.employee_id
  where other.tenant_id = g.tenant_id and other.role = 'administrator' and other.id <> g.id and other.ends_on is null and employee.employed_to is null))`

export const isLastAdministrator = async (db: Db, grantId: Id): Promise<boolean> =>
  (await db.one(
    sql`select from org.role_grant g where g.tenant_id = kernel.here() and g.id = ${grantId} and ${isLast}`,
  )) !== undefined

const grantById = (db: Db, id: Id) =>
  db.one<Held>(sql`select g.id, g.employee_id as "employeeId", g.role, g.unit_id as "unitId", g.starts_on::text as "startsOn", g.ends_on::text as "endsOn",
      ${isLast} as "isLastAdministrator"
    from org.role_grant g where g.tenant_id = kernel.here() and g.id = ${id} for update`)

export const endRole = command(org.endRole, {
  may: theGrant(),
  about: (db, input) => grantById(db, input.id),
  audit: (input, about) => ({
    place: about?.unitId,
    records: about ? [input.id, about.employeeId] : [input.id],
    about: { role: about?.role, lastDay: input.lastDay },
  }),
  async run({ db, input, about, by, clock }) {
    const isManager = await managesAt(db, clock, by, about.unitId)
    refuse(whyNotGive({ role: about.role, isManager, isSelf: about.employeeId === by.id }))
    refuse(whyNotEnd(about, input.lastDay, clock.today()))
    const { endsOn } = (await db.one<{ endsOn: string }>(sql`update org.role_grant
      set ends_on = greatest(${input.lastDay}::date, starts_on - 1), ended_at = ${clock.now()}, ended_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id} returning ends_on::text as "endsOn"`))!
    return { id: input.id, endsOn }
  },
  tell: (_, about) => [{ topic: 'org', place: about.unitId }],
})
