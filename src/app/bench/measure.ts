import pg from 'pg'
import type { Opened } from '#app/server/open-house.ts'
import { commonWords, rareWords } from '#app/synth/index.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import { derive, roleOf, type Tenant } from '#kernel/server/tenants.ts'
import { Connection, closedLoop } from './closed-loop.ts'
import { StatementCounter } from './count-statements.ts'
import { type Limit, sqlLimit } from './pgbench.ts'
import { AS_STARTED, cpuOf, launch, memoryMB, type Running } from './processes.ts'
import type { Measured, Rounds, Side } from './report.ts'
import { lined, type Pick, type Work } from './works.ts'

type Timing = { rounds: number; seconds: number; warm: number; connections: number }
type Measuring = Timing & {
  house: Opened
  tenant: Tenant
  postmaster: number
  works: readonly Work[]
  profile: string | undefined
  say: (line: string) => void
}
type Field = { owner: pg.Client; picks: Pick[]; servers: Record<'product' | 'thin', Running>; limit: Limit }

const PEOPLE = 48
const TEXT =
  'Jens kom hjem fra værkstedet kl. 15 og var i godt humør. Vi drak kaffe og talte om weekenden, og han vil gerne ringe til sin søster i morgen. Spiste en halv portion til aften og gik tidligt i seng. '.repeat(
    2,
  )

/** People who work at a unit and citizens tied to it, signed in, each with words to look for. */
async function pickSome({ house, tenant }: Measuring): Promise<Pick[]> {
  const db = dbOn(house.tenants.pool(tenant))
  const who = await db.all<{ employee_id: string; unit_id: string; citizens: string[] }>(sql`
    select role_grant.employee_id, role_grant.unit_id, array(select tie.citizen_id from citizens.tie
        where tie.tenant_id = kernel.here() and tie.unit_id = role_grant.unit_id and tie.from_on <= current_date and (tie.to_on is null or tie.to_on >= current_date)) as citizens
    from org.role_grant join org.employee on employee.tenant_id = kernel.here() and employee.id = role_grant.employee_id
    where role_grant.tenant_id = kernel.here() and role_grant.role = 'support-worker' and role_grant.starts_on <= current_date
      and (role_grant.ends_on is null or role_grant.ends_on > current_date) and employee.employed_from <= current_date and employee.employed_to is null
    order by md5(role_grant.id::text)`)
  const some = who.filter(({ citizens }) => citizens.length).slice(0, PEOPLE)
  const signedIn = await Promise.all(
    some.map(async (each) => ({ ...each, token: (await openSession(db, house.clock, each.employee_id, 'cli')).token })),
  )
  const all = signedIn.flatMap(({ token, unit_id, citizens }) =>
    citizens.map((citizenId) => ({ token, unitId: unit_id, citizenId })),
  )
  return all.map((pick, n) => ({
    ...pick,
    text: TEXT,
    common: commonWords[n % commonWords.length]!,
    rare: rareWords[n % rareWords.length]!,
  }))
}

async function layOut(owner: pg.Client, role: string, picks: Pick[]): Promise<void> {
  await owner.query(`create schema if not exists bench; drop table if exists bench.pick;
    create table bench.pick (n int primary key, token text, unit_id uuid, citizen_id uuid, text text, common text, rare text);
    grant usage on schema bench to ${role}; grant select on bench.pick to ${role}`)
  await owner.query(
    `insert into bench.pick select row_number() over (), token, "unitId", "citizenId", text, common, rare
    from json_to_recordset($1) as pick (token text, "unitId" uuid, "citizenId" uuid, text text, common text, rare text)`,
    [JSON.stringify(picks)],
  )
}

export async function measure(measuring: Measuring) {
  const { house, tenant, works, say } = measuring
  const owner = new pg.Client({ connectionString: house.url })
  // The database may be stopped before this connection is closed, when something before failed: that fault is the one to tell.
  owner.on('error', () => undefined)
  await owner.connect()
  const picks = await pickSome(measuring)
  const url = new URL(house.url)
  url.username = roleOf(tenant.id)
  url.password = derive(house.config.RT_SECRET, `role:${tenant.id}`).toString('base64url')
  await layOut(owner, url.username, picks)
  const statements = await countStatements(measuring, picks)
  const flags = measuring.profile ? [...AS_STARTED, '--cpu-prof', `--cpu-prof-dir=${measuring.profile}`] : AS_STARTED
  const product = await launch('src/app/server/main.ts', productEnv(house, house.url), flags)
  const thin = await launch('src/app/bench/thin.ts', { DATABASE_URL: url.href })
  const field: Field = { owner, picks, servers: { product, thin }, limit: sqlLimit(url.href, picks) }
  try {
    await compare(field, works, say)
    await reset(owner, tenant)
    const rounds = await interleave(measuring, field)
    const memory = (side: Side) =>
      Math.max(...[...rounds.values()].flatMap((each) => each[side].map(({ memoryMB }) => memoryMB)))
    return { rounds, statements, how: field.limit.how, memoryMB: { product: memory('product'), thin: memory('thin') } }
  } finally {
    await Promise.all([product.stop(), thin.stop()])
    await owner.end()
  }
}

const productEnv = ({ config }: Opened, url: string) => ({
  DATABASE_URL: url,
  PORT: '0',
  RT_SECRET: config.RT_SECRET,
  RT_SEED: 'none',
  RT_LOG_LEVEL: 'warn',
  DATA_DIR: config.DATA_DIR,
})

/** Requests are few, so that the first look-up of each session is counted in full. */
const COUNTED = 100

async function countStatements({ house, works, say }: Measuring, picks: Pick[]): Promise<Map<string, number>> {
  const url = new URL(house.url)
  const counter = new StatementCounter(new URL(house.url))
  url.port = String(await counter.listen())
  url.hostname = '127.0.0.1'
  const server = await launch('src/app/server/main.ts', productEnv(house, url.href))
  const connection = new Connection(server.address)
  const counts = new Map<string, number>()
  // Jobs and the ear for live updates open their connections in the first moments.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  for (const work of works) {
    const before = counter.count
    for (let n = 0; n < COUNTED; n++) await connection.send(work.product(picks[(n * 7) % Math.min(picks.length, 60)]!))
    await new Promise((resolve) => setTimeout(resolve, 100))
    counts.set(work.name, Number(((counter.count - before) / COUNTED).toFixed(2)))
  }
  say(`statements per request: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`)
  connection.close()
  await server.stop()
  await counter.close()
  return counts
}

const any = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)]!
/** Both must answer, and with the same rows, or their figures cannot be set side by side. */
async function compare({ picks, servers }: Field, works: readonly Work[], say: (line: string) => void): Promise<void> {
  const product = new Connection(servers.product.address)
  const thin = new Connection(servers.thin.address)
  for (const work of works) {
    let rows = 0
    for (let n = 0; n < 20; n++) {
      const pick = any(picks)
      const [ours, theirs] = [await product.send(work.product(pick)), await thin.send(work.thin(pick))]
      if (ours.status !== 200 || theirs.status !== 200)
        throw new Error(
          `${work.name}: product ${ours.status} ${ours.body.toString().slice(0, 300)}, thin ${theirs.status} ${theirs.body.toString().slice(0, 300)}`,
        )
      const [mine, other] = [ours, theirs].map(({ body }) => lined(work, JSON.parse(body.toString('utf8'))))
      const odd = mine!.lines.find((line, at) => line !== other!.lines[at]) ?? other!.lines[mine!.lines.length]
      if (odd)
        throw new Error(
          `${work.name}: the product and thin do not answer the same. ${odd}\n${other!.lines.find((line) => !mine!.lines.includes(line))}`,
        )
      rows += mine!.rows
    }
    say(`${work.name}: the same rows from both, ${(rows / 20).toFixed(1)} a request`)
  }
  product.close()
  thin.close()
}

/** Back to the data as it was loaded, so that nobody's rows slow down who comes next. */
async function reset(owner: pg.Client, tenant: Tenant): Promise<void> {
  await owner.query('truncate kernel.audit, kernel.answer')
  await owner.query(
    `delete from journal.note where tenant_id = $1 and text = $2 and written_at > now() - interval '1 day'
    and unit_id = any (array(select distinct unit_id from bench.pick))`,
    [tenant.id, TEXT],
  )
  await owner.query('vacuum journal.note, kernel.session')
}

async function interleave(measuring: Measuring, field: Field): Promise<Map<string, Rounds>> {
  const { works, rounds, tenant, say } = measuring
  const sides: Side[] = ['product', 'thin', 'sql']
  const all = new Map<string, Rounds>(works.map(({ name }) => [name, { product: [], thin: [], sql: [] }]))
  for (let round = 0; round < rounds; round++)
    for (const work of works) {
      const taken = all.get(work.name)!
      for (let turn = 0; turn < sides.length; turn++) {
        const side = sides[(turn + round) % sides.length]!
        taken[side].push(await measureOne(measuring, field, work, side))
        await reset(field.owner, tenant)
      }
      const now = sides.map((side) => `${side} ${taken[side][round]!.perSec}/s`).join(', ')
      say(`round ${round + 1} of ${rounds}, ${work.name}: ${now}`)
    }
  return all
}

async function measureOne(
  { postmaster, ...timing }: Measuring,
  { picks, servers, limit }: Field,
  work: Work,
  side: Side,
): Promise<Measured> {
  const server = side === 'sql' ? undefined : servers[side]
  const cpu = () => ({ database: cpuOf(postmaster), server: server ? cpuOf(server.pid) : 0 })
  let before = cpu()
  const onStart = () => {
    before = cpu()
  }
  const shot = () => work[side as 'product' | 'thin'](any(picks))
  const taken = server
    ? await closedLoop({ ...timing, base: server.address, shot, onStart })
    : await limit.run(work, timing.connections, timing.seconds)
  const after = cpu()
  const each = Math.max(1, taken.count)
  return {
    ...taken,
    serverMs: (after.server - before.server) / each,
    databaseMs: (after.database - before.database) / each,
    memoryMB: server ? memoryMB(server.pid) : 0,
  }
}
