import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Role } from '../roles.ts'

/** What another house's word makes and ends here. Nobody of ours stands behind it, so `changed_by` and `granted_by` stay empty. */

export async function employFromElsewhere(db: Db, clock: Clock, name: string): Promise<Id> {
  const id = newId()
  await db.run(sql`insert into org.employee (id, name, employed_from, changed_at)
    values (${id}, ${name}, ${clock.today()}, ${clock.now()})`)
  return id
}

export async function grantFromElsewhere(
  db: Db,
  clock: Clock,
  given: { employeeId: Id; role: Role; unitId: Id },
): Promise<Id> {
  const id = newId()
  await db.run(sql`insert into org.role_grant (id, employee_id, role, unit_id, starts_on, granted_at)
    values (${id}, ${given.employeeId}, ${given.role}, ${given.unitId}, ${clock.today()}, ${clock.now()})`)
  return id
}

/** Over at once: the last day was yesterday. */
export async function endFromElsewhere(db: Db, clock: Clock, grantIds: Id[]): Promise<void> {
  await db.run(sql`update org.role_grant set ends_on = greatest(${clock.today()}::date - 1, starts_on - 1), ended_at = ${clock.now()}
    where tenant_id = kernel.here() and id = any (${grantIds}::uuid[])`)
}
