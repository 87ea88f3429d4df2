import pg from 'pg'
import type { Opened } from '#app/server/open-house.ts'
import { roleOf } from '#kernel/server/tenants.ts'
import { Connection, closedLoop } from './closed-loop.ts'
import { StatementCounter } from './count-statements.ts'
import type { DataSet } from './data-set.ts'
import { type Limit, sqlLimit } from './pgbench.ts'
import { layOut, pickSome, TEXT, tenantUrl } from './picks.ts'
import { AS_STARTED, cpuOf, launch, memoryMB, type Running } from './processes.ts'
import { type Measured, type Rounds, type Side, sides } from './report.ts'
import { compared, type Pick, type Work } from './works.ts'

export type Timing = { rounds: number; seconds: number; warm: number; connections: number }
type Say = (line: string) => void
type Measuring = Timing & { works: readonly Work[]; profile: string | undefined; say: Say }
/** One data set with its servers running. */
type Field = {
  set: DataSet
  owner: pg.Client
  picks: Pick[]
  servers: Record<'product' | 'thin', Running>
  limit: Limit
}
export type Taken = {
  /** By work. */
  rounds: Map<string, Rounds>
  memoryMB: Record<'product' | 'thin', number>
}

async function fieldOf(set: DataSet, profile: string | undefined): Promise<Field> {
  const owner = new pg.Client({ connectionString: set.house.url })
  // The database may be stopped before this connection is closed, when something before failed: that fault is the one to tell.
  owner.on('error', () => undefined)
  await owner.connect()
  const picks = await pickSome(set)
  await layOut(owner, roleOf(set.tenant.id), picks)
  const flags = profile ? [...AS_STARTED, '--cpu-prof', `--cpu-prof-dir=${profile}`] : AS_STARTED
  const url = tenantUrl(set)
  const product = await launch('src/app/server/main.ts', productEnv(set.house, set.house.url), flags)
  const thin = await launch('src/app/bench/thin.ts', { DATABASE_URL: url })
  return { set, owner, picks, servers: { product, thin }, limit: sqlLimit(url, picks) }
}

async function leave({ servers, owner }: Field): Promise<void> {
  wake({ servers })
  await Promise.all([servers.product.stop(), servers.thin.stop()])
  await owner.end()
}

/** All works against all data sets in one run, turn by turn, so that a busy neighbour hits them alike. */
export async function measure(sets: readonly DataSet[], measuring: Measuring) {
  const fields: Field[] = []
  try {
    for (const set of sets) fields.push(await fieldOf(set, measuring.profile))
    const statements = await countStatements(fields[0]!, measuring)
    for (const field of fields) {
      await compare(field, measuring)
      await forget(field)
      await takeOut(field)
    }
    await Promise.all(fields.map(pause))
    const taken = new Map(sets.map((set) => [set, nothing(measuring.works)]))
    for (let round = 0; round < measuring.rounds; round++) await oneRound(fields, measuring, round, taken)
    return { taken, statements, how: fields[0]!.limit.how }
  } finally {
    await Promise.all(fields.map(leave))
  }
}

const nothing = (works: readonly Work[]): Taken => ({
  rounds: new Map(works.map(({ name }) => [name, { product: [], thin: [], sql: [] }])),
  memoryMB: { product: 0, thin: 0 },
})

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

async function countStatements({ set, picks }: Field, { works, say }: Measuring): Promise<Map<string, number>> {
  const url = new URL(set.house.url)
  const counter = new StatementCounter(new URL(set.house.url))
  url.port = String(await counter.listen())
  url.hostname = '127.0.0.1'
  const server = await launch('src/app/server/main.ts', productEnv(set.house, url.href))
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
const COMPARED = 20

/** What both left in the trail of the last request; a new note has an id of its own. */
async function trails({ owner }: Field, work: Work): Promise<string[]> {
  const sorted = (column: string) => `array(select unnest(${column}) order by 1)`
  const { rows } = await owner.query<{
    entry: string
  }>(`select json_build_array(actor_id, session_id, action, outcome, scope_id, subject_id,
      ${work.writes ? `cardinality(records)` : sorted('records')}, about, ${sorted('roles')}, ${sorted('subjects')}, relation)::text as entry
    from kernel.audit order by seq desc limit 2`)
  return rows.map(({ entry }) => entry)
}

/** Both must answer, and the same, and leave the same entry in the trail, or their figures cannot be set side by side. */
async function compare(field: Field, { works, say }: Measuring): Promise<void> {
  const { set, picks, servers } = field
  const product = new Connection(servers.product.address)
  const thin = new Connection(servers.thin.address)
  for (const work of works) {
    let rows = 0
    const beside = new Set<string>()
    for (let n = 0; n < COMPARED; n++) {
      const pick = any(picks)
      const answers = [await product.send(work.product(pick)), await thin.send(work.thin(pick))]
      const odd = answers.find(({ status }) => status !== 200)
      if (odd) throw new Error(`${work.name} was answered ${odd.status} ${odd.body.toString().slice(0, 300)}`)
      const [mine, other] = answers.map(({ body }) => JSON.parse(body.toString('utf8')) as unknown)
      const found = compared(work, mine, other)
      const apart = [found.product, found.thin].map((lines, side, both) =>
        lines.find((line) => !both[1 - side]!.includes(line)),
      )
      for (const field of found.beside) beside.add(field)
      if (apart.some(Boolean)) throw new Error(`${work.name}: not the same answers.\n${apart.join('\n')}`)
      const [last, before] = await trails(field, work)
      if (last !== before) throw new Error(`${work.name}: not the same in the trail.\n${before}\n${last}`)
      rows += found.rows
    }
    const notes = set.size.notes.toLocaleString('en')
    const only = beside.size ? `; only the product says ${[...beside].join(', ')}` : ''
    say(
      `${notes} notes, ${work.name}: the same answers from both, ${(rows / COMPARED).toFixed(1)} rows a request${only}`,
    )
  }
  product.close()
  thin.close()
}

/** So that nobody's trail slows down who comes next. */
const forget = ({ owner }: Field) => owner.query('truncate kernel.audit, kernel.answer')

/** The notes of the round, back to the data as they were loaded. */
async function takeOut({ owner, set }: Field): Promise<void> {
  await owner.query(
    `delete from journal.note where tenant_id = $1 and text = $2 and written_at > now() - interval '1 day'
    and unit_id = any (array(select distinct unit_id from bench.pick))`,
    [set.tenant.id, TEXT],
  )
  await owner.query('vacuum journal.note, kernel.session')
}

/**
 * A server does work of its own between requests; only in its own turn does it count. Stopped where no statement of its is
 * under way, so that it holds no lock meanwhile.
 */
async function pause({ owner, servers }: Field): Promise<void> {
  for (;;) {
    process.kill(servers.product.pid, 'SIGSTOP')
    const { rows } = await owner.query(
      `select from pg_stat_activity where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()`,
    )
    if (rows.length === 0) return
    wake({ servers })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const wake = ({ servers }: { servers: Field['servers'] }) => process.kill(servers.product.pid, 'SIGCONT')

const rotated = <T>(list: readonly T[], by: number): T[] => list.map((_, at) => list[(at + by) % list.length]!)

/** Writing comes last in a round: what it leaves is then taken out. */
async function oneRound(
  fields: Field[],
  measuring: Measuring,
  round: number,
  taken: Map<DataSet, Taken>,
): Promise<void> {
  for (const work of measuring.works.toSorted((a, b) => Number(a.writes) - Number(b.writes)))
    for (const side of rotated(sides, round)) {
      const figures: string[] = []
      for (const field of rotated(fields, round)) {
        const into = taken.get(field.set)!
        if (side === 'product') wake(field)
        const figure = await measureOne(measuring, field, work, side)
        await pause(field)
        into.rounds.get(work.name)![side].push(figure)
        if (side !== 'sql') into.memoryMB[side] = Math.max(into.memoryMB[side], memoryMB(field.servers[side].pid))
        await forget(field)
        figures.push(`${figure.perSec}/s p95 ${figure.p95}`)
      }
      measuring.say(`round ${round + 1} of ${measuring.rounds}, ${work.name}, ${side}: ${figures.join(', ')}`)
    }
  for (const field of fields) await takeOut(field)
}

async function measureOne(
  timing: Timing,
  { set, picks, servers, limit }: Field,
  work: Work,
  side: Side,
): Promise<Measured> {
  const server = side === 'sql' ? undefined : servers[side]
  const cpu = () => ({ database: cpuOf(set.postmaster), server: server ? cpuOf(server.pid) : 0 })
  let before = cpu()
  const onStart = () => {
    before = cpu()
  }
  const shot = () => work[side as 'product' | 'thin'](any(picks))
  const taken = server
    ? await closedLoop({ ...timing, base: server.address, shot, onStart })
    : await limit.run(work, timing)
  const after = cpu()
  const each = Math.max(1, taken.whole)
  return {
    ...taken,
    serverMs: (after.server - before.server) / each,
    databaseMs: (after.database - before.database) / each,
  }
}
