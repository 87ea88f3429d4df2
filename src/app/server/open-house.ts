import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { audience } from '#features/org/server/index.ts'
import { type Clock, systemClock } from '#kernel/server/clock.ts'
import type { Config } from '#kernel/server/config.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'
import { Live } from '#kernel/server/live.ts'
import { type Log, makeLog } from '#kernel/server/log.ts'
import { migrate } from '#kernel/server/migrate.ts'
import { makeTenantRole, Tenants } from '#kernel/server/tenants.ts'

export type Opened = {
  url: string
  config: Config & { RT_SECRET: string }
  clock: Clock
  log: Log
  tenants: Tenants
  live: Live
  close(): Promise<void>
}

/** The secret, from the environment or made once and kept beside the data. */
function withSecret(config: Config): Config & { RT_SECRET: string } {
  if (config.RT_SECRET) return { ...config, RT_SECRET: config.RT_SECRET }
  const file = path.join(config.DATA_DIR, 'secret')
  fs.mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o755 })
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  return { ...config, RT_SECRET: fs.readFileSync(file, 'utf8').trim() }
}

/** A database that answers and is up to date, with a login role for each tenant. */
export async function openHouse(given: Config, clock: Clock = systemClock): Promise<Opened> {
  const config = withSecret(given)
  const log = makeLog(config.RT_LOG_LEVEL)
  const embedded = config.DATABASE_URL
    ? undefined
    : await startEmbedded(path.join(config.DATA_DIR, 'pg'), {}, (what) => log.warn(what))
  const url = config.DATABASE_URL ?? embedded!.url
  await bringUpToDate(url, config.RT_SECRET)
  const tenants = new Tenants(url, config, log)
  await tenants.load()
  const live = new Live(tenants, clock, audience, log)
  const close = async () => {
    await live.close()
    await tenants.close()
    await embedded?.stop()
  }
  return { url, config, clock, log, tenants, live, close }
}

/** Runs what migrations are missing, and gives every tenant's role the password that the secret now says. */
export async function bringUpToDate(url: string, secret: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: url, application_name: 'rt migrate' })
  await owner.connect()
  try {
    const ran = await migrate(owner)
    const { rows } = await owner.query<{ id: string }>('select id from kernel.tenant')
    for (const { id } of rows) await makeTenantRole(owner, secret, id)
    return ran
  } finally {
    await owner.end()
  }
}
