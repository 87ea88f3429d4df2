import { openSession } from '#kernel/server/sessions.ts'
import { dbOn } from '#kernel/server/sql.ts'
import type { Person } from './world.ts'

/** A session of the person's own, as another system carries it. */
export async function bearerOf({ world, id }: Person): Promise<{ authorization: string }> {
  const db = dbOn(world.house.tenants.pool(world.tenant))
  return { authorization: `Bearer ${(await openSession(db, world.clock, id, 'cli')).token}` }
}
