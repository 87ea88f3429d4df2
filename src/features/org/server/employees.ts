import { isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { endSessionsOf } from '#kernel/server/sessions.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { type Employee, org } from '../contract.ts'
import { hashPassword } from './passwords.ts'
import { mayManageOrg, mayReadOrg } from './permissions.ts'

const columns = sql`employee.id, employee.name, employee.profession, employee.user_name as "userName",
  employee.employed_from::text as "employedFrom", employee.employed_to::text as "employedTo", employee.version`

export const employeeById = (db: Db, id: Id) =>
  db.one<Employee>(sql`select ${columns} from org.employee where tenant_id = kernel.here() and id = ${id} for update`)

/** Employed in the unit on the day asked, by name; former colleagues are left out. */
export const employeesOfUnit = query(org.employeesOfUnit, {
  may: at(mayReadOrg, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, today }) => sql`
    select ${columns}, array_agg(distinct role_grant.role) as roles
    from org.role_grant
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
    where role_grant.tenant_id = kernel.here() and role_grant.unit_id = ${input.unitId}::uuid
      and role_grant.starts_on <= ${today}::date and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date)
      and (employee.employed_to is null or employee.employed_to >= ${today}::date)
    group by employee.tenant_id, employee.id order by employee.name collate "da-x-icu" limit 2000`,
})

export const employ = command(org.employ, {
  may: anywhere(mayManageOrg),
  audit: (input) => ({ records: [input.id] }),
  async run({ db, input, by, clock }) {
    const taken = await db.one(
      sql`select from org.employee where tenant_id = kernel.here() and user_name = ${input.userName}`,
    )
    if (taken) refuse(refusal('org.user-name-taken', {}, 'userName'))
    await db.run(sql`insert into org.employee (id, external_id, name, user_name, profession, demo_line, employed_from, employed_to, changed_at, changed_by)
      values (${input.id}, ${input.externalId ?? null}, ${input.name}, ${input.userName}, ${input.profession}, ${input.demoLine ?? null},
        ${input.employedFrom}, ${input.employedTo}, ${clock.now()}, ${by.id})`)
    return (await employeeById(db, input.id))!
  },
})

/** Some unit where the employee has a role must be within the administrator's reach; one without roles is anybody's to place. */
const overEmployee = (employeeId: (input: { employeeId: unknown }) => unknown) => ({
  right: mayManageOrg,
  rows: ({ input, visible, reach }: { input: unknown; visible: (place: Sql) => Sql; reach: Sql }) => {
    const id = employeeId(input as { employeeId: unknown })
    return sql`select employee.id from org.employee
      where employee.tenant_id = kernel.here() and employee.id = ${id}::uuid and cardinality(${reach}) > 0
        and (not exists (select from org.role_grant g where g.tenant_id = employee.tenant_id and g.employee_id = employee.id)
          or exists (select from org.role_grant g where g.tenant_id = employee.tenant_id and g.employee_id = employee.id and ${visible(sql`g.unit_id`)}))`
  },
})
const theEmployee = overEmployee((input) => input.employeeId)

export const endEmployment = command(org.endEmployment, {
  may: theEmployee,
  about: (db, input) => employeeById(db, input.employeeId),
  audit: (input) => ({ records: [input.employeeId] }),
  async run({ db, input, about, by, clock }) {
    if (isBefore(input.lastDay, about.employedFrom))
      refuse(refusal('org.ends-before-it-starts', { employedFrom: about.employedFrom }, 'lastDay'))
    await db.run(sql`update org.employee set employed_to = ${input.lastDay}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.employeeId}`)
    if (isBefore(input.lastDay, clock.today())) await endSessionsOf(db, clock, input.employeeId)
    return (await employeeById(db, input.employeeId))!
  },
})

export const grantRole = command(org.grantRole, {
  may: at(mayManageOrg, (input) => input.unitId),
  about: (db, input) => employeeById(db, input.employeeId),
  audit: (input) => ({ place: input.unitId, records: [input.employeeId], about: { role: input.role } }),
  async run({ db, input, by, clock }) {
    if (input.endsOn && isBefore(input.endsOn, input.startsOn))
      refuse(refusal('org.ends-before-it-starts', { employedFrom: input.startsOn }, 'endsOn'))
    await db.run(sql`insert into org.role_grant (id, employee_id, role, unit_id, starts_on, ends_on, granted_at, granted_by)
      values (${input.id}, ${input.employeeId}, ${input.role}, ${input.unitId}, ${input.startsOn}, ${input.endsOn}, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
})

export const setPassword = command(org.setPassword, {
  may: theEmployee,
  audit: (input) => ({ records: [input.employeeId] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`update org.employee set password_hash = ${await hashPassword(input.password)}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.employeeId}`)
    await endSessionsOf(db, clock, input.employeeId)
    return { id: input.employeeId }
  },
})
