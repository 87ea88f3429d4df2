import { type Day, type Instant, isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at, type Gate, type Right } from '#kernel/server/permission.ts'
import { type Blank, type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { type Employee, org } from '../contract.ts'
import { mayManageOrg, mayReadOrg, mayStaff } from './permissions.ts'

export const employeeColumns = sql`employee.id, employee.name, employee.profession, employee.user_name as "userName",
  employee.employed_from::text as "employedFrom", employee.employed_to::text as "employedTo", employee.version`

export const employeeById = (db: Db, id: Id) =>
  db.one<Employee>(
    sql`select ${employeeColumns} from org.employee where tenant_id = kernel.here() and id = ${id} for update`,
  )

/** Employed in the unit on the day asked, by name; former colleagues are left out. */
export const employeesOfUnit = query(org.employeesOfUnit, {
  may: at(mayReadOrg, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, today }) => sql`
    select ${employeeColumns}, array_agg(distinct role_grant.role) as roles
    from org.role_grant
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
    where role_grant.tenant_id = kernel.here() and role_grant.unit_id = ${input.unitId}::uuid
      and role_grant.starts_on <= ${today}::date and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date)
      and (employee.employed_to is null or employee.employed_to >= ${today}::date)
    group by employee.tenant_id, employee.id order by employee.name collate "da-x-icu" limit 2000`,
})

type NewEmployee = {
  id: Id
  externalId?: string | undefined
  name: string
  userName: string | null
  profession: string | null
  demoLine?: string | undefined
  employedFrom: Day
  employedTo: Day | null
}

/** A user name names one person in the tenant, also long after they left. */
export async function refuseTakenName(db: Db, userName: string | null, exceptId: Id): Promise<void> {
  const taken = await db.one(
    sql`select from org.employee where tenant_id = kernel.here() and user_name = ${userName} and id <> ${exceptId}`,
  )
  if (taken) refuse(refusal('org.user-name-taken', {}, 'userName'))
}

export async function insertEmployee(db: Db, made: NewEmployee, by: Id, at: Instant): Promise<Employee> {
  if (made.employedTo && isBefore(made.employedTo, made.employedFrom))
    refuse(refusal('org.ends-before-it-starts', { employedFrom: made.employedFrom }, 'employedTo'))
  await refuseTakenName(db, made.userName, made.id)
  const done =
    await db.run(sql`insert into org.employee (id, external_id, name, user_name, profession, demo_line, employed_from, employed_to, changed_at, changed_by)
    values (${made.id}, ${made.externalId ?? null}, ${made.name}, ${made.userName}, ${made.profession}, ${made.demoLine ?? null},
      ${made.employedFrom}, ${made.employedTo}, ${at}, ${by}) on conflict (tenant_id, id) do nothing`)
  if (!done) throw new Problem('refused', 'kernel.id-taken')
  return (await employeeById(db, made.id))!
}

export const employ = command(org.employ, {
  may: anywhere(mayManageOrg),
  audit: (input) => ({ records: [input.id] }),
  run: ({ db, input, by, clock }) => insertEmployee(db, input, by.id, clock.now()),
})

/** Every role somebody has, had or will have; over `org.employee` under that name. */
export const everGrants = sql`org.role_grant g where g.tenant_id = employee.tenant_id and g.employee_id = employee.id`

/** Those who look after staff see somebody who has, or had, a role within their reach; one without roles is anybody's to place. */
export const someOfMine: Gate<{ employeeId: unknown }> = {
  right: mayStaff,
  rows: ({ input, visible, reach }) => {
    return sql`select employee.id from org.employee
      where employee.tenant_id = kernel.here() and employee.id = ${(input as { employeeId: Blank }).employeeId}::uuid
        and cardinality(${reach}) > 0
        and (not exists (select from ${everGrants}) or exists (select from ${everGrants} and ${visible(sql`g.unit_id`)}))`
  },
}

/**
 * Somebody whose every open role lies within reach, and who has had one there; somebody who never had a role is an
 * administrator's. Ending a job, renaming a person or giving a new password must not reach into units that are others'
 * to look after: whoever sets a password could sign in with it.
 */
const wholly = <I extends { employeeId: unknown }>(right: Right): Gate<I> => ({
  right,
  rows: ({ input, visible, today }) => {
    return sql`select employee.id from org.employee
      where employee.tenant_id = kernel.here() and employee.id = ${(input as { employeeId: Blank }).employeeId}::uuid
        and not exists (select from ${everGrants} and (g.ends_on is null or g.ends_on >= ${today}::date) and not coalesce(${visible(sql`g.unit_id`)}, false))
        and (exists (select from ${everGrants} and ${visible(sql`g.unit_id`)})
          or (not exists (select from ${everGrants}) and exists (${mayManageOrg.places})))`
  },
})
export const whollyMine = <I extends { employeeId: unknown }>(): Gate<I> => wholly(mayStaff)
/** The same for an administrator: somebody's password, second factor and ways in are theirs to put right. */
export const theEmployee = <I extends { employeeId: unknown }>(): Gate<I> => wholly(mayManageOrg)
