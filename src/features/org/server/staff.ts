import { anywhere, at, today } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { org } from '../contract.ts'
import {
  employeeById,
  employeeColumns,
  everGrants,
  insertEmployee,
  refuseTakenName,
  someOfMine,
  whollyMine,
} from './employees.ts'
import { mayFindStaff, mayStaff } from './permissions.ts'
import { giveRole, grantActs, grantColumns } from './roles.ts'

const openGrants = sql`${everGrants} and (g.ends_on is null or g.ends_on >= ${today}::date)`

/** As `whollyMine` and `theEmployee` gate it, so that nothing is offered that would be refused. */
const actsOn = (offers: (place: Sql) => Sql, visible: (place: Sql) => Sql): Sql => sql`array(
  select distinct offered from (select ${sql.lit('change')} union all select ${sql.lit('end')}) own (offered)
    where not exists (select from ${openGrants} and not coalesce(${visible(sql`g.unit_id`)}, false))
  union all select 'password' where not exists (select from ${openGrants} and not coalesce('manage' = any (${offers(sql`g.unit_id`)}), false))
    and (exists (select from ${everGrants} and 'manage' = any (${offers(sql`g.unit_id`)}))
      or (not exists (select from ${everGrants}) and exists (select from org.unit u
        where u.tenant_id = kernel.here() and 'manage' = any (${offers(sql`u.id`)})))))`

export const employee = query(org.employee, {
  may: someOfMine,
  audit: (input) => ({ about: { employee: input.employeeId } }),
  records: sql`select id from rows`,
  read: ({ offers, visible }) => sql`
    select ${employeeColumns}, employee.password_hash is not null as "hasPassword",
      (select coalesce(json_agg(grants order by grants."endsOn" is not null, grants."startsOn" desc), '[]') from (
        select ${grantColumns((place) => offers(grantActs, place))}
        from org.role_grant join org.unit on unit.tenant_id = role_grant.tenant_id and unit.id = role_grant.unit_id
        where role_grant.tenant_id = kernel.here() and role_grant.employee_id = employee.id and ${visible(sql`role_grant.unit_id`)}
        order by role_grant.starts_on desc limit 200) grants) as roles,
      ${actsOn((place) => offers(grantActs, place), visible)} as permitted
    from org.employee where employee.tenant_id = kernel.here() and employee.id = (select id from may)`,
})

/** Names of colleagues are known to all who look after staff or plan with them; where they work only within reach. */
export const findEmployees = query(org.findEmployees, {
  may: anywhere(mayFindStaff),
  audit: (input) => ({ about: { words: input.words } }),
  read: ({ input, visible }) => sql`
    select employee.id, employee.name, employee.profession, employee.employed_to::text as "employedTo",
      coalesce(array_agg(distinct unit.name) filter (where unit.id is not null), '{}') as "unitNames",
      bool_or(unit.id is not null) or not exists (select from org.role_grant g where g.tenant_id = employee.tenant_id and g.employee_id = employee.id) as "isMine"
    from org.employee
    left join org.role_grant on role_grant.tenant_id = employee.tenant_id and role_grant.employee_id = employee.id
      and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date) and ${visible(sql`role_grant.unit_id`)}
    left join org.unit on unit.tenant_id = role_grant.tenant_id and unit.id = role_grant.unit_id
    where employee.tenant_id = kernel.here()
      and (strpos(lower(employee.name), lower(btrim(${input.words}::text))) > 0 or employee.user_name = lower(btrim(${input.words}::text)))
    group by employee.tenant_id, employee.id order by employee.employed_to is not null, employee.name collate "da-x-icu" limit 50`,
})

export const hire = command(org.hire, {
  may: at(mayStaff, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id, input.grantId], about: { role: input.role } }),
  async run({ db, input, by, clock }) {
    const made = await insertEmployee(db, input, by.id, clock.now())
    const { grantId: id, role, unitId, employedFrom: startsOn, employedTo: endsOn } = input
    await giveRole(db, clock, by, { id, employeeId: input.id, role, unitId, startsOn, endsOn })
    return made
  },
  tell: (input) => [{ topic: 'org', place: input.unitId }],
})

export const changeEmployee = command(org.changeEmployee, {
  may: whollyMine(),
  about: (db, input) => employeeById(db, input.employeeId),
  audit: (input) => ({ records: [input.employeeId] }),
  async run({ db, input, by, clock }) {
    await refuseTakenName(db, input.userName, input.employeeId)
    await db.run(sql`update org.employee set name = ${input.name}, user_name = ${input.userName}, profession = ${input.profession},
        version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.employeeId}`)
    return (await employeeById(db, input.employeeId))!
  },
})
