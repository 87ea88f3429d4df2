import type { Opened } from '#app/server/open-house.ts'
import type { Id } from '#kernel/lang/id.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'

/** The project coordinator under whose name it is done, and the municipality's place in the tree. */
export async function coordinatorOf(
  house: Opened,
  tenant: Tenant,
  name: string,
  usage: string,
): Promise<{ id: Id; placeId: Id }> {
  const found = await dbOn(house.tenants.pool(tenant)).all<{ id: Id; placeId: Id }>(sql`
    select employee.id, unit.id as "placeId" from org.employee
    join org.role_grant on role_grant.tenant_id = employee.tenant_id and role_grant.employee_id = employee.id and role_grant.role = 'coordinator'
      and role_grant.starts_on <= ${house.clock.today()} and (role_grant.ends_on is null or role_grant.ends_on >= ${house.clock.today()})
    join org.unit on unit.tenant_id = role_grant.tenant_id and unit.id = role_grant.unit_id and unit.kind = 'municipality'
    where employee.tenant_id = kernel.here() and (employee.user_name = lower(${name}) or employee.name = ${name}) limit 2`)
  if (found.length === 1) return found[0]!
  throw new Error(
    `${found.length ? 'More than one' : 'No'} project coordinator of ${tenant.name} is called ${name}. ${usage}`,
  )
}
