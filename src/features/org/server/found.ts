import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { hashPassword } from '#kernel/server/passwords.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { insertUnit } from './units.ts'

/**
 * The first unit and the first administrator of a new tenant: from there on everything goes by use cases.
 * @returns ids of both
 */
export async function found(
  db: Db,
  clock: Clock,
  as: { name: string; administrator: string; password?: string },
): Promise<{ unitId: Id; administratorId: Id }> {
  const [unitId, administratorId] = [newId(), newId()]
  const now = clock.now()
  await insertUnit(db, {
    id: unitId,
    externalId: null,
    parentId: null,
    name: as.name,
    kind: 'municipality',
    offerType: null,
    legalGrounds: [],
    roundTheClock: false,
    noteKinds: ['unit'],
    shiftStarts: ['07:00', '15:00', '23:00'],
    changedAt: now,
    changedBy: null,
  })
  await db.run(sql`insert into org.employee (id, name, user_name, password_hash, employed_from, changed_at)
    values (${administratorId}, ${as.administrator}, 'admin', ${as.password ? await hashPassword(as.password) : null}, ${clock.today()}, ${now})`)
  await db.run(sql`insert into org.role_grant (id, employee_id, role, unit_id, starts_on, granted_at)
    values (${newId()}, ${administratorId}, 'administrator', ${unitId}, ${clock.today()}, ${now})`)
  await db.run(
    sql`insert into kernel.audit (at, actor_id, action, outcome, scope_id) values (${now}, ${administratorId}, 'org.found', 'done', ${unitId})`,
  )
  return { unitId, administratorId }
}
