import net from 'node:net'
import path from 'node:path'
import { ZodError } from 'zod'
import { fillOnce } from '#app/demo/fill-once.ts'
import { routes, sentences, useCases } from '#app/use-cases.ts'
import { readConfig } from '#kernel/server/config.ts'
import { type House, serve } from '#kernel/server/http.ts'
import { Jobs } from '#kernel/server/jobs.ts'
import type { Log } from '#kernel/server/log.ts'
import { Sealer } from '#kernel/server/sealer.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import { houseJobs } from './jobs.ts'
import { type Opened, openHouse } from './open-house.ts'

const WEB = path.resolve(import.meta.dirname, '../../../dist/web')

async function main(): Promise<void> {
  const config = readConfig(process.env)
  await mustBeFree(config.PORT, config.HOST)
  const house = await openHouse(config)
  const seed = config.RT_SEED ?? (config.DATABASE_URL ? 'none' : 'demo')
  if (seed === 'demo') await fillOnce(house)
  const jobs = new Jobs(house.url, house.log)
  const sealer = new Sealer(house.url, house.log)
  const later = beginning(jobs, house.log)
  const app = await serve({ ...house, useCases, routes, sentences, web: WEB, later })
  const stopping = stopper(async () => {
    await jobs.stop()
    await sealer.stop()
    await house.live.close()
    await app.close()
    await house.close()
  })
  const address = await app.listen({ port: config.PORT, host: config.HOST }).catch(async (error) => {
    await house.close()
    throw error
  })
  await welcome(house, address)
  sealer.start()
  await Promise.all([house.live.open(house.url), jobs.start(houseJobs(house))]).catch((error) => {
    if (!stopping.has()) throw error
  })
}

/** A job that cannot be begun now is found by the one that looks for what was left behind. */
const beginning =
  (jobs: Jobs, log: Log): NonNullable<House['later']> =>
  (tenant, job, data) =>
    void jobs.enqueue(job, { ...data, tenant: tenant.id }).catch((error) => log.warn({ err: error, job }, 'not begun'))

/** Asked before anything is touched. @throws the listener's own error when the port cannot be had. */
function mustBeFree(port: number, host: string): Promise<void> {
  return new Promise((free, taken) => {
    const probe = net.createServer().once('error', taken)
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => free()))
  })
}

/** Closes on Ctrl-C and SIGTERM, once, and never takes longer than ten seconds. */
function stopper(close: () => Promise<void>): { has(): boolean } {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 10_000).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return { has: () => stopping }
}

/** The address, and whom one may sign in as. Names only where all are invented. */
async function welcome(house: Opened, address: string): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  for (const tenant of house.tenants.all.filter(({ demo }) => demo)) {
    const people = await dbOn(house.tenants.pool(tenant)).all<{ name: string; demo_line: string }>(
      sql`select name, demo_line from org.employee where tenant_id = kernel.here() and demo_line is not null order by id`,
    )
    say(`${tenant.name} (opdigtet). Log ind som:`)
    for (const { name, demo_line } of people) say(`  ${name.padEnd(16)} ${demo_line}`)
  }
  if (house.tenants.all.length === 0)
    say('No municipality yet. Make one: bin/db new-tenant --slug NAME --name "…" --administrator "…"')
  say(`ready ${address.replace('127.0.0.1', 'localhost')}`)
}

function explain(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 bin/start`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 bin/start`
  return message ?? String(error)
}

main().catch((error) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
