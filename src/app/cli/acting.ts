import path from 'node:path'
import { seedDemo } from '#app/demo/seed.ts'
import { actAs } from '#app/server/new-tenant.ts'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { runningAt } from '#kernel/server/embedded.ts'
import { call, type Ground } from '#kernel/server/run.ts'
import { endSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import type { By } from '#kernel/server/use-case.ts'
import { tenantNamed } from './tenant-named.ts'

/** Somebody at the command line: their own rights count, as on the screen. */
export type Acting = { house: Opened; tenant: Tenant; by: By; ground: Ground }

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))

export const asked = <E extends AnyEndpoint>(
  { ground, by }: Acting,
  contract: E,
  input: InputOf<E>,
): Promise<OutputOf<E>> => call({ ground, by, contract, useCase: byName.get(contract.name)!, input, key: newId() })

async function personOf(house: Opened, tenant: Tenant, userName: string): Promise<Id> {
  const found = await dbOn(house.tenants.pool(tenant)).one<{ id: Id }>(
    sql`select id from org.employee where tenant_id = kernel.here() and user_name = ${userName.toLowerCase()}`,
  )
  if (!found) throw new Error(`Nobody in ${tenant.name} has the user name ${userName}. Say --as USERNAME.`)
  return found.id
}

/** The database that a running server holds open is used as it is; otherwise it is started for this, and filled as bin/start would. */
export async function openForCommand(): Promise<Opened> {
  const config = readConfig(process.env)
  const running = config.DATABASE_URL ?? runningAt(path.join(config.DATA_DIR, 'pg'))
  const house = await openHouse({ ...config, RT_LOG_LEVEL: 'silent', ...(running ? { DATABASE_URL: running } : {}) })
  const seed = config.RT_SEED ?? (config.DATABASE_URL ? 'none' : 'demo')
  if (seed === 'demo' && house.tenants.all.length === 0)
    await seedDemo(house, (line) => void process.stderr.write(`${line}\n`))
  return house
}

/** Work under the name of somebody, whose session ends with it. */
export async function actingIn<T>(
  house: Opened,
  who: { tenant?: string | undefined; as: string },
  work: (acting: Acting) => Promise<T>,
): Promise<T> {
  const tenant = tenantNamed(house, who.tenant)
  const pool = house.tenants.pool(tenant)
  const ground: Ground = { pool, clock: house.clock, named: true, tell: () => undefined }
  const by = await actAs(house, tenant, house.clock, await personOf(house, tenant, who.as))
  try {
    return await work({ house, tenant, by, ground })
  } finally {
    await endSession(dbOn(pool), house.clock, by)
  }
}
