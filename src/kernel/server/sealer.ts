import pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import type { Log } from './log.ts'
import { asSealer, byIndexOnly, chainOf, FIRST, FORM, presentForm, standing } from './seal.ts'
import { type Db, dbOn, sql } from './sql.ts'

const LOCK = 7_262_002
const EVERY_MS = 1_000
const BATCH = 1_000
/** With nothing to seal, how far it has come is written down this often. */
const IDLE_SECONDS = 10

/** `at` in seconds since 1970. */
type Seen = { era: number; seen: string; at: number }
type Place = { era: number; tx: string; seq: string }

const progressOf = (db: Db, tenant: Id) =>
  db.one<Seen>(
    sql`select era, seen::text, extract(epoch from caught_up_at)::float as at from kernel.sealing where tenant_id = ${tenant}::uuid`,
  )

const presentMoment = async (db: Db) =>
  (await db.one<Seen>(
    sql`select kernel.current_era() as era, pg_current_snapshot()::text as seen, extract(epoch from clock_timestamp())::float as at`,
  ))!

type Asking = { tenant: Id; former: Seen | undefined; present: Seen; after: Place }

/**
 * Rows that the former snapshot could not see and the present one can, by transaction. Never by time or number: a row of a slow
 * transaction appears after rows written later. What is sealed already, in a round that was broken off, is left out.
 */
const unsealed = ({ tenant, former, present, after }: Asking) => sql`
  select audit.* from kernel.audit
  where audit.tenant_id = ${tenant}::uuid
    and (audit.era, audit.tx) >= (${after.era}::smallint, ${after.tx}::text::xid8)
    and (audit.era, audit.tx, audit.seq) > (${after.era}::smallint, ${after.tx}::text::xid8, ${after.seq}::bigint)
    and (audit.era > ${former?.era ?? 0} or not pg_visible_in_snapshot(audit.tx, ${former?.seen ?? '1:1:'}::pg_snapshot))
    and (audit.era < ${present.era} or pg_visible_in_snapshot(audit.tx, ${present.seen}::pg_snapshot))
    and not exists (select from kernel.seal where seal.tenant_id = ${tenant}::uuid and seal.seq = audit.seq)
  order by audit.era, audit.tx, audit.seq limit ${BATCH}`

/** Where each chain of the batch ends now. */
const heads = (tenant: Id) => sql`
  select chain.id, head.link, encode(head.hash, 'hex') as hash from (select distinct chain from counted) chain (id)
  cross join lateral (select link, hash from kernel.seal
    where seal.tenant_id = ${tenant}::uuid and seal.chain = chain.id order by link desc limit 1) head`

const inChain = sql`(partition by audit.chain order by audit.nth)`
const stands = standing({
  tenant: sql`audit.tenant_id`,
  chain: sql`audit.chain`,
  link: sql`audit.link`,
  place: sql`audit.place`,
  form: sql.lit(FORM),
})

/**
 * Links a batch of rows, each to the last of its chain, and notes which citizens they name. All of it stands, or none; the rows
 * stay where they are, and the server waits meanwhile for others.
 * @returns how many, and the last of them
 */
const linkUp = async (db: Db, asking: Asking) =>
  (await db.one<{ count: number; last: Place | null }>(sql`
    with fresh as materialized (${unsealed(asking)}),
    counted as materialized (
      select audit.*, ${chainOf} as chain, row_number() over (order by era, tx, seq) as nth from fresh audit),
    heads as materialized (${heads(asking.tenant)}),
    placed as materialized (
      select audit.*, coalesce(heads.link, 0) + row_number() over ${inChain} as link, last.place + audit.nth as place,
        coalesce(heads.hash, ${sql.lit(FIRST)}) as head
      from counted audit left join heads on heads.id = audit.chain
      cross join (select coalesce(max(place), 0) as place from kernel.seal where tenant_id = ${asking.tenant}::uuid) last),
    linked as (
      insert into kernel.seal (tenant_id, seq, chain, link, place, hash, form, sealed_at)
      select audit.tenant_id, audit.seq, audit.chain, audit.link, audit.place,
        decode(kernel.chained(audit.head, ${stands} || ${presentForm}) over ${inChain}, 'hex'), ${sql.lit(FORM)}, clock_timestamp()
      from placed audit),
    named as (
      insert into kernel.seen (tenant_id, subject_id, seq)
      select distinct fresh.tenant_id, subject, fresh.seq from fresh cross join lateral unnest(fresh.subjects || fresh.subject_id) subject
      where subject is not null)
    select count(*)::int as count, (select json_build_object('era', era, 'tx', tx::text, 'seq', seq::text)
      from fresh order by era desc, tx desc, seq desc limit 1) as last from fresh`))!

/** @returns how many rows were sealed */
async function sealTenant(db: Db, tenant: Id): Promise<number> {
  const former = await progressOf(db, tenant)
  const present = await presentMoment(db)
  const oldest = former ? { era: former.era, tx: former.seen.split(':')[0]! } : { era: 0, tx: '0' }
  let after: Place = { ...oldest, seq: '0' }
  let sealed = 0
  for (;;) {
    const { count, last } = await linkUp(db, { tenant, former, present, after })
    sealed += count
    if (!last || count < BATCH) break
    after = last
  }
  const isIdle = sealed === 0 && former?.era === present.era
  if (!isIdle || present.at - former.at >= IDLE_SECONDS) await keepProgress(db, tenant, present)
  return sealed
}

const keepProgress = (db: Db, tenant: Id, { era, seen, at }: Seen) =>
  db.run(sql`insert into kernel.sealing (tenant_id, era, seen, caught_up_at)
    values (${tenant}::uuid, ${era}, ${seen}::pg_snapshot, to_timestamp(${at}))
    on conflict (tenant_id) do update set era = excluded.era, seen = excluded.seen, caught_up_at = excluded.caught_up_at`)

/**
 * Seals what was committed since the last round, every tenant's. Reads the trail and locks nothing in it, so no writer waits.
 * @param client a connection of the owner of the database, given to this alone
 * @returns how many rows were sealed; undefined when another process of the cluster is at it
 */
export async function sealRound(client: pg.Client): Promise<number | undefined> {
  const db = dbOn(client)
  await asSealer(db)
  await byIndexOnly(db, 'on')
  const { got } = (await db.one<{ got: boolean }>(sql`select pg_try_advisory_lock(${LOCK}) as got`))!
  if (!got) return undefined
  try {
    let sealed = 0
    for (const { id } of await db.all<{ id: Id }>(sql`select id from kernel.tenant order by id`))
      sealed += await sealTenant(db, id)
    return sealed
  } finally {
    await db.run(sql`select pg_advisory_unlock(${LOCK})`).catch(() => undefined)
  }
}

/** Seals every second, in whichever server process gets there first, and comes back when the database was away. */
export class Sealer {
  readonly #url: string
  readonly #log: Log
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()
  #isStopping = false

  constructor(url: string, log: Log) {
    this.#url = url
    this.#log = log
  }

  start(): void {
    if (this.#isStopping) return
    this.#timer = setTimeout(() => {
      this.#round = this.#once().then(() => {
        this.start()
      })
    }, EVERY_MS)
  }

  async #once(): Promise<void> {
    try {
      this.#client ??= await this.#connected()
      await sealRound(this.#client)
    } catch (error) {
      this.#log.warn({ err: error }, 'the trail is not being sealed')
      this.#drop()
    }
  }

  async #connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'rt sealer', keepAlive: true })
    client.on('error', () => this.#drop())
    await client.connect()
    return client
  }

  #drop(): void {
    const gone = this.#client
    this.#client = undefined
    gone?.end().catch(() => undefined)
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#timer)
    await this.#round
    this.#drop()
  }
}

/**
 * Seconds since everything written before was sealed, of the tenant that is furthest behind; nothing before the first round.
 * @param pool of the owner of the database
 */
export async function unsealedSeconds(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin; set local role rt_sealer')
    const row = await dbOn(client).one<{ seconds: number }>(sql`
      select coalesce(max(extract(epoch from clock_timestamp() - caught_up_at)), 0)::float as seconds from kernel.sealing`)
    return Math.max(0, row!.seconds)
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
