import pg from 'pg'
import { found } from '#features/org/server/index.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { dbOn, sql, wholeOn } from '#kernel/server/sql.ts'
import { makeTenantRole, type Tenant } from '#kernel/server/tenants.ts'
import type { By } from '#kernel/server/use-case.ts'
import type { Opened } from './open-house.ts'

type NewTenant = {
  slug: string
  name: string
  hosts?: string[]
  demo?: boolean
  administrator: string
  password?: string
}

/** A tenant with its own login role, its root unit and its first administrator. */
export async function newTenant(
  house: Opened,
  made: NewTenant,
): Promise<{ tenant: Tenant; unitId: Id; administratorId: Id }> {
  const id = newId()
  const owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  try {
    await dbOn(owner).run(sql`insert into kernel.tenant (id, slug, name, hosts, demo)
      values (${id}, ${made.slug}, ${made.name}, ${made.hosts ?? []}::text[], ${made.demo ?? false})`)
    await makeTenantRole(owner, house.config.RT_SECRET, id)
  } finally {
    await owner.end()
  }
  await house.tenants.load()
  const tenant = house.tenants.bySlug(made.slug)!
  const first = await wholeOn(house.tenants.pool(tenant))((db) =>
    found(db, house.clock, {
      name: made.name,
      administrator: made.administrator,
      ...(made.password ? { password: made.password } : {}),
    }),
  )
  return { tenant, ...first }
}

/** Somebody at the command line, acting under their own name and rights. */
export async function actAs(house: Opened, tenant: Tenant, clock: Clock, employeeId: Id): Promise<By> {
  return (await openSession(dbOn(house.tenants.pool(tenant)), clock, employeeId, 'cli')).by
}
