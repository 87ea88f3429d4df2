import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { linesOf, presentHeads, readHeads, writeHeads } from '#app/audit/heads-file.ts'
import { brokenLine, provedLine } from '#app/audit/report.ts'
import { openHouse } from '#app/server/open-house.ts'
import { type Config, readConfig } from '#kernel/server/config.ts'
import { runningAt } from '#kernel/server/embedded.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import { type Head, verifyTenant } from '#kernel/server/verify.ts'
import { endWith } from './ended.ts'

const USAGE = `bin/audit heads [--tenant SLUG] [--dir DIR]      where each chain ends now, a line each; kept elsewhere, it proves more
bin/audit verify [--tenant SLUG] [--heads FILE|DIR]   proves the chains, or names the first row that does not fit`

type Given = { url: string; tenants: readonly Tenant[] }

/** Where the database is: the one that runs, or the embedded one, started for this. */
async function atDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  const running = config.DATABASE_URL ?? runningAt(path.join(config.DATA_DIR, 'pg'))
  if (running) return work(running)
  const house = await openHouse(config)
  return work(house.url).finally(() => house.close())
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'rt audit' })
  await client.connect()
  return work(client).finally(() => client.end())
}

async function tenantsOf(url: string, slug: string | undefined): Promise<Tenant[]> {
  const all = await connected(url, (client) =>
    dbOn(client).all<Tenant>(sql`select id, slug, name, hosts, demo from kernel.tenant order by slug`),
  )
  const chosen = all.filter((tenant) => slug === undefined || tenant.slug === slug)
  if (chosen.length === 0)
    throw new Error(`There is no municipality ${slug ?? 'yet'}: ${all.map((one) => one.slug).join(', ')}`)
  return chosen
}

async function heads({ url, tenants }: Given, dir: string | undefined): Promise<boolean> {
  const at = new Date().toISOString()
  if (dir) await writeHeads(url, tenants, dir, at)
  else process.stdout.write(linesOf(await presentHeads(url, tenants), at))
  return true
}

/** Progress on the error output, once a second at most. */
function counter(name: string): { count: (rows: number) => void; clear: () => void } {
  let [done, shown] = [0, 0]
  const { isTTY } = process.stderr
  return {
    count: (rows) => {
      done += rows
      if (Date.now() - shown < 1_000) return
      shown = Date.now()
      process.stderr.write(`${isTTY ? '\r' : ''}${name}: ${done.toLocaleString('en')} rows …${isTTY ? '' : '\n'}`)
    },
    clear: () => void (isTTY && process.stderr.write('\r\u001b[K')),
  }
}

async function verifyOne(client: pg.Client, tenant: Tenant, given: readonly Head[]): Promise<boolean> {
  const { count, clear } = counter(tenant.name)
  const began = Date.now()
  const verified = await verifyTenant(client, tenant.id, { heads: given, progress: count })
  clear()
  if (!verified.broken) {
    process.stdout.write(`${provedLine(tenant, verified, (Date.now() - began) / 1000)}\n`)
    return true
  }
  await client.query('reset role')
  const { rows } = await client.query<{ id: string; name: string }>(
    'select id, name from org.unit where tenant_id = $1',
    [tenant.id],
  )
  process.stdout.write(`${brokenLine(tenant, new Map(rows.map(({ id, name }) => [id, name])), verified.broken)}\n`)
  return false
}

async function verify({ url, tenants }: Given, from: string | undefined): Promise<boolean> {
  const given = from ? readHeads(from) : []
  if (!from) process.stdout.write('Without --heads a chain that was made anew as a whole, or cut short, looks whole.\n')
  return connected(url, async (client) => {
    let sound = true
    for (const tenant of tenants) sound = (await verifyOne(client, tenant, given)) && sound
    return sound
  })
}

/** What is typed is meant from where one stands. */
const fromHere = (given: string | undefined) => given && path.resolve(process.env.CALLED_FROM ?? '.', given)

async function main(): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tenant: text, heads: text, dir: text },
  })
  const [command, ...rest] = positionals
  if (rest.length || !['heads', 'verify'].includes(command ?? '')) throw new Error(USAGE)
  const stored = fromHere(values.heads)
  if (stored && !fs.existsSync(stored)) throw new Error(`${values.heads} is not there.`)
  return atDatabase({ ...readConfig(process.env), RT_LOG_LEVEL: 'error' }, async (url) => {
    const given = { url, tenants: await tenantsOf(url, values.tenant) }
    return command === 'heads' ? heads(given, fromHere(values.dir)) : verify(given, stored)
  })
}

await endWith(main().then((sound) => (sound ? 0 : 1)))
