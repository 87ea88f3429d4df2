import { contactsOf } from '#features/clarification/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/**
 * Who has a task, as a lateral `owner (employee_id, who)` beside `task` and `plan`: the person named on it; else the one who was
 * named for the role in the unit, then for the whole; else the unit's registered contact, or who acts for them today; else the only one who
 * holds the role it follows. No row: nobody.
 */
export const ownerOf = (today: Sql): Sql => sql`lateral (
  select found.employee_id, found.who from (
    select 1 as turn, employee.id as employee_id, employee.name as who from org.employee
    where employee.tenant_id = task.tenant_id and employee.id = task.employee_id
    union all
    select case when holder.unit_id is null then 3 else 2 end, holder.employee_id, holder.who from plan.holder
    where holder.tenant_id = task.tenant_id and holder.role_id = task.role_id and holder.ended_at is null
      and (holder.unit_id is null or holder.unit_id = task.unit_id)
    union all
    select 4, employee.id, employee.name from plan.role
    join ${contactsOf(today)} contact on contact.unit_id = task.unit_id
    join org.employee on employee.tenant_id = role.tenant_id and employee.id = contact.acting_id
    where role.tenant_id = task.tenant_id and role.id = task.role_id and role.org_role = 'unit-contact'
    union all
    select 5, min(employee.id::text)::uuid, min(employee.name) from plan.role
    join org.role_grant on role_grant.tenant_id = role.tenant_id and role_grant.role = role.org_role
      and role_grant.unit_id = case when role.per_unit then task.unit_id else plan.place_id end
      and role_grant.starts_on <= ${today} and (role_grant.ends_on is null or role_grant.ends_on >= ${today})
    join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
      and (employee.employed_to is null or employee.employed_to >= ${today})
    where role.tenant_id = task.tenant_id and role.id = task.role_id
    having count(distinct employee.id) = 1) found
  order by found.turn limit 1) owner`

/** The actor has it, or stands in today for whoever has. */
export const isOwn = (actor: Sql, today: Sql): Sql => sql`coalesce(owner.employee_id = ${actor} or exists (
  select from plan.absence where absence.tenant_id = task.tenant_id and absence.employee_id = owner.employee_id and absence.deputy_id = ${actor}
    and absence.cancelled_at is null and absence.from_on <= ${today} and absence.to_on >= ${today}), false)`
