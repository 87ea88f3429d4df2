import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { newTenant } from '#app/server/new-tenant.ts'
import type { Opened } from '#app/server/open-house.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import { copyIn } from './copy-in.ts'
import type { Tick } from './csv.ts'
import type { SynthOptions } from './options.ts'
import { pastTransactions } from './past-transactions.ts'
import { type Batch, marginBatches, NoteBatch, type Place, peopleBatches } from './rows.ts'
import { type Municipality, synthesise } from './synthesise.ts'
import { dropIndices, isAlmostEmpty, MANY_NOTES, restoreIndices } from './without-indices.ts'

export type LoadOptions = SynthOptions & { slug?: string; tick?: Tick }
export type Loaded = {
  tenant: Tenant
  made: Municipality
  /** Rows by table, as the database counts them. */
  counts: Record<string, number>
  /** For the notes with everything that belongs to them, their indices included. */
  seconds: number
  notesPerSecond: number
  /** The indices were taken away and made anew afterwards. */
  indicesAfterwards: boolean
}

const CONNECTIONS = 2
const NOTES_A_TRANSACTION = 10_000

/** Straight into the database, as its owner. The tenant must not exist yet; it gets its address last, when everything is there. */
export async function loadInto(house: Opened, { slug, tick, ...options }: LoadOptions): Promise<Loaded> {
  const made = synthesise(options)
  const name =
    slug ??
    `synth-${String(options.seed)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '-')}`
  if (house.tenants.bySlug(name)) throw new Error(`${name} is there already. Choose another name with --tenant.`)
  const clients = await connect(house.url)
  const [owner, other] = clients as [pg.Client, pg.Client]
  try {
    await mustPassTheWall(owner)
    await restoreIndices(owner, other)
    const { tenant, unitId } = await newTenant(house, {
      slug: name,
      name: made.name,
      demo: true,
      administrator: 'Opsætning',
    })
    const place: Place = { tenant: tenant.id, root: unitId, past: await pastTransactions(owner, made.end) }
    const tally = new Map<string, number>()
    await store(owner, peopleBatches(made, place), tally)
    const began = performance.now()
    const indicesAfterwards = await storeNotes(clients, made, place, tally, tick)
    const seconds = (performance.now() - began) / 1_000
    await store(owner, marginBatches(made, place), tally)
    // Without it the planner takes the new tables for empty, and counting takes longer than loading.
    await owner.query('analyze')
    const counts = await reconcile(owner, tenant.id, tally)
    await owner.query('vacuum analyze')
    await openDoor(owner, tenant)
    await house.tenants.load()
    return {
      tenant: house.tenants.bySlug(name)!,
      made,
      counts,
      seconds,
      notesPerSecond: made.size.notes / seconds,
      indicesAfterwards,
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function connect(connectionString: string): Promise<pg.Client[]> {
  const clients = Array.from(
    { length: CONNECTIONS },
    () => new pg.Client({ connectionString, application_name: 'rt synth' }),
  )
  await Promise.all(clients.map((client) => client.connect()))
  return clients
}

/** COPY goes past row security or not at all. */
async function mustPassTheWall(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ passes: boolean }>(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  )
  if (rows[0]?.passes) return
  throw new Error(
    'The role in DATABASE_URL must be a superuser or have BYPASSRLS to fill a municipality directly. Otherwise: --csv, and then bin/import.',
  )
}

/** All of it in one transaction. */
async function store(client: pg.Client, batches: readonly Batch[], tally: Map<string, number>): Promise<void> {
  await client.query('begin')
  try {
    for (const { table, columns, rows } of batches) await copyIn(client, table, columns, rows)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  for (const { table, count } of batches) tally.set(table, (tally.get(table) ?? 0) + count)
}

/** @returns whether the indices were made afterwards */
async function storeNotes(
  clients: readonly pg.Client[],
  made: Municipality,
  place: Place,
  tally: Map<string, number>,
  tick?: Tick,
): Promise<boolean> {
  const [owner, other] = clients as [pg.Client, pg.Client]
  const afterwards = made.size.notes > MANY_NOTES && (await isAlmostEmpty(owner))
  if (afterwards) await dropIndices(owner)
  try {
    await withoutRowChecks(clients, () => copyNotes(clients, made, place, tally, tick))
  } finally {
    if (afterwards) await restoreIndices(owner, other)
  }
  return afterwards
}

async function copyNotes(
  clients: readonly pg.Client[],
  made: Municipality,
  place: Place,
  tally: Map<string, number>,
  tick?: Tick,
): Promise<void> {
  const notes = made.notes[Symbol.iterator]()
  let stored = 0
  const work = async (client: pg.Client) => {
    for (let next = take(notes, place); next.count > 0; next = take(notes, place)) {
      await store(client, next.batches, tally)
      stored += next.count
      tick?.(stored)
    }
  }
  await Promise.all(clients.map(work))
}

function take(notes: Iterator<Parameters<NoteBatch['add']>[0]>, place: Place): NoteBatch {
  const batch = new NoteBatch(place)
  while (batch.count < NOTES_A_TRANSACTION) {
    const next = notes.next()
    if (next.done) break
    batch.add(next.value)
  }
  return batch
}

/**
 * What rows point at is not looked up row by row, where the role may turn that off for its own session; `reconcile` looks
 * afterwards, at all of them at once.
 */
async function withoutRowChecks(clients: readonly pg.Client[], work: () => Promise<void>): Promise<void> {
  const { rows } = await clients[0]!.query<{ may: boolean }>(
    `select has_parameter_privilege('session_replication_role', 'set') as may`,
  )
  const set = (role: string) =>
    Promise.all(clients.map((client) => client.query(`set session_replication_role = ${role}`)))
  if (rows[0]!.may) await set('replica')
  try {
    await work()
  } finally {
    if (rows[0]!.may) await set('origin')
  }
}

/** What each table of the journal points at, which nobody looked at row by row. */
const pointing: Record<string, string> = {
  'journal.note': `join org.unit on unit.tenant_id = made.tenant_id and unit.id = made.unit_id
    join org.employee on employee.tenant_id = made.tenant_id and employee.id = made.author_id
    left join citizens.citizen on citizen.tenant_id = made.tenant_id and citizen.id = made.citizen_id
    where (made.citizen_id is null or citizen.id is not null)`,
  'journal.correction': `join journal.note on note.tenant_id = made.tenant_id and note.id = made.note_id and note.unit_id = made.unit_id
    join org.employee on employee.tenant_id = made.tenant_id and employee.id = made.author_id where true`,
  'journal.withdrawal': `join journal.note on note.tenant_id = made.tenant_id and note.id = made.note_id and note.unit_id = made.unit_id
    join org.employee on employee.tenant_id = made.tenant_id and employee.id = made.withdrawn_by where true`,
  'journal.reading': `join journal.note on note.tenant_id = made.tenant_id and note.id = made.note_id
    join org.employee on employee.tenant_id = made.tenant_id and employee.id = made.employee_id where true`,
}
/** Made together with the tenant: its own unit and administrator. */
const FOUNDED: Record<string, number> = { 'org.unit': 1, 'org.branch': 1, 'org.employee': 1, 'org.role_grant': 1 }

/** @throws when the database holds another number of whole rows than were made */
async function reconcile(
  owner: pg.Client,
  tenant: string,
  tally: Map<string, number>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [table, made] of tally) {
    const sound = pointing[table] ?? 'where true'
    const { rows } = await owner.query<{ count: string }>(
      `select count(*) from ${table} made ${sound} and made.tenant_id = $1`,
      [tenant],
    )
    const found = Number(rows[0]!.count) - (FOUNDED[table] ?? 0)
    if (found !== made) throw new Error(`${table}: ${made} rows were made, and ${found} are whole in the database.`)
    counts[table] = found
  }
  return counts
}

async function openDoor(owner: pg.Client, { id, slug }: Tenant): Promise<void> {
  await owner.query('update kernel.tenant set hosts = $2 where id = $1', [id, [`${slug}.localhost`]])
}
