import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { actAs, newTenant } from '#app/server/new-tenant.ts'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import { exchange } from '#features/exchange/contract.ts'
import { anOrderMessage, exchangeUseCases } from '#features/exchange/server/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { call, type Ground } from '#kernel/server/run.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'

const ORDERS = 1_000
const REPORTS = 10_000
const MB = 1024 * 1024

type Stage = { ground: Ground; by: By; say: (line: string) => void }
type Ran = { what: string; count: number; seconds: number; firstMb: number; lastMb: number }

const useCase = (name: string) => exchangeUseCases.find(({ contract }) => contract.name === name)!

/** One after the other, with a bar; the heap is looked at after a tenth and at the end, so that growth shows. */
async function inTurn(what: string, count: number, work: (at: number) => Promise<unknown>): Promise<Ran> {
  const heap = () => {
    global.gc?.()
    return Math.round(process.memoryUsage().heapUsed / MB)
  }
  const began = performance.now()
  let firstMb = 0
  for (let at = 0; at < count; at++) {
    await work(at)
    if (at === Math.floor(count / 10)) firstMb = heap()
    if ((at + 1) % Math.ceil(count / 50) === 0) bar(what, at + 1, count)
  }
  process.stderr.write('\r\u001b[K')
  return { what, count, seconds: (performance.now() - began) / 1000, firstMb, lastMb: heap() }
}

const bar = (what: string, done: number, of: number) =>
  process.stderr.write(`\r${what} ${'█'.repeat(Math.round((30 * done) / of)).padEnd(30, '░')} ${done} of ${of}`)

/** A number that begins with a day and is nobody's. */
const numberOf = (at: number) => `0101${String(50 + (at % 50))}${String(at % 10_000).padStart(4, '0')}`

const importOrders = (stage: Stage) =>
  inTurn('orders in', ORDERS, (at) => {
    const content = Buffer.from(JSON.stringify(anOrderMessage(numberOf(at), at)))
    const input = { id: newId(), fileName: `${at}.json`, unit: null, content }
    const { ground, by } = stage
    return call({ ground, by, contract: exchange.receive, useCase: useCase('exchange.receive'), input, key: newId() })
  })

/** Each of them has been assessed: a sub-theme with a level, and a need of support. */
async function assessed(stage: Stage, unitId: string): Promise<string[]> {
  const db = dbOn(stage.ground.pool)
  const now = stage.ground.clock.now()
  const ids = Array.from({ length: REPORTS }, () => newId())
  await db.run(sql`insert into citizens.citizen (id, given_name, family_name, number, number_kind, changed_at)
    select id, 'Borger', at::text, '0202' || lpad((at / 10000 + 40)::text, 2, '0') || lpad((at % 10000)::text, 4, '0'), 'cpr', ${now}
    from unnest(${ids}::uuid[]) with ordinality as one (id, at)`)
  await db.run(sql`insert into citizens.tie (id, citizen_id, unit_id, because, from_on)
    select gen_random_uuid(), id, ${unitId}, 'registration', ${stage.ground.clock.today()} from unnest(${ids}::uuid[]) as one (id)`)
  await db.run(sql`insert into exchange.item (id, citizen_id, kind, content, changed_at, changed_by)
    select gen_random_uuid(), id, kind, content::jsonb, ${now}, ${stage.by.id} from unnest(${ids}::uuid[]) as one (id) cross join (values
      ('condition', '{"themeCode":"464a2ab6-a7df-4b3a-b74d-7873f4cfe668","level":3,"recordedAt":"2026-03-01T10:00:00Z","assertedAt":null,"isActive":true}'),
      ('need', '{"level":2,"effectiveAt":"2026-03-01T10:00:00Z"}')) as told (kind, content)`)
  return ids
}

const exportReports = (stage: Stage, ids: readonly string[]) =>
  inTurn('reports out', ids.length, (at) => {
    const { ground, by } = stage
    const input = { id: newId(), citizenId: ids[at]! }
    return call({ ground, by, contract: exchange.report, useCase: useCase('exchange.report'), input, key: newId() })
  })

async function measured(house: Opened, say: (line: string) => void): Promise<Ran[]> {
  const { tenant, unitId, administratorId } = await newTenant(house, {
    slug: 'maaling',
    name: 'Måling',
    administrator: 'Asta',
    demo: true,
  })
  const ground: Ground = { pool: house.tenants.pool(tenant), clock: house.clock, named: true, tell: () => undefined }
  const stage: Stage = { ground, by: await actAs(house, tenant, house.clock, administratorId), say }
  const orders = await importOrders(stage)
  return [orders, await exportReports(stage, await assessed(stage, unitId))]
}

/** 1,000 orders in, each checked and made into records; 10,000 citizens' reports out, each checked and laid in the outbox. */
export async function benchExchange(say: (line: string) => void): Promise<void> {
  const dir = fs.mkdtempSync(path.join('/var/tmp', 'rt-bench-exchange-'))
  fs.chmodSync(dir, 0o755)
  const house = await openHouse({
    ...readConfig({ ...process.env, DATA_DIR: dir, DATABASE_URL: undefined }),
    RT_LOG_LEVEL: 'silent',
  })
  try {
    for (const { what, count, seconds, firstMb, lastMb } of await measured(house, say))
      process.stdout.write(
        `| ${what} | ${count} | ${seconds.toFixed(0)} s | ${(count / seconds).toFixed(0)} a second | heap ${firstMb} MB after a tenth, ${lastMb} MB at the end |\n`,
      )
    say(`${os.cpus().length} cores, load ${os.loadavg()[0]!.toFixed(1)}`)
  } finally {
    await house.close()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
