import type pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import { asSealer, byIndexOnly, chainOf, FIRST, hashOf, NOWHERE, sealedForm, standing } from './seal.ts'
import { Blank, type Db, dbOn, sql, statement, type Trip } from './sql.ts'

/** Where a chain ended at a moment. Stored elsewhere, it tells of a chain that was made anew or cut short. */
export type Head = { tenant: Id; chain: Id; link: number; seq: string; hash: string }

export const faults = [
  /** The row is not what was sealed. */
  'changed',
  /** The row is gone. */
  'gone',
  /** Links are missing before this one. */
  'link-gone',
  /** The row was there when the trail was sealed, and has no link. */
  'never-sealed',
  /** The row was put in among older ones. */
  'put-in',
  /** The link is another than the one stored elsewhere: the chain was made anew, here or before here. */
  'made-anew',
  /** The chain ends before a link that is stored elsewhere: cut short, or an older backup. */
  'cut-short',
  /** Who looked at whom (kernel.seen) does not name those whom the trail names. */
  'index',
] as const
export type Broken = {
  tenant: Id
  /** The unit; zeros for what happened at none. */
  chain: Id
  link: number | null
  seq: string | null
  at: string | null
  what: (typeof faults)[number]
}
export type Verified = { rows: number; chains: number; unsealed: number; broken: Broken | undefined }

type Asking = { heads?: readonly Head[]; progress?: (rows: number) => void }

const BATCH = 10_000
/** Rows after a row, and numbers of transactions, within which writers may have come in each other's way. */
const NEAR_ROWS = 50
const NEAR_TRANSACTIONS = 1_000

/** A link and its row as they come over the wire: chain, link, place, hash, what is hashed, how many citizens it names; nulls where the row is gone. */
type Sealed = readonly [
  chain: Id,
  link: string,
  place: string,
  hash: string,
  row: string | null,
  named: string | null,
  isThere: string | null,
]

/** Nothing is parsed: at a hundred thousand rows a second that is what would cost. */
const asTheyCome = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

const stands = standing({
  tenant: sql`seal.tenant_id`,
  chain: sql`seal.chain`,
  link: sql`seal.link`,
  place: sql`seal.place`,
  form: sql`seal.form`,
})

/** Links with their rows, in the order they were made; each row by its key, however the planner sees it. */
const batch = statement(sql`
  select seal.chain, seal.link, seal.place, encode(seal.hash, 'hex'), ${stands} || audit.row, audit.named, audit.is_there
  from kernel.seal
  left join lateral (
    select case when ${chainOf} = seal.chain then ${sealedForm} end as row, true as is_there,
      cardinality(audit.subjects) + (audit.subject_id is not null and audit.subject_id <> all (audit.subjects))::int as named
    from kernel.audit where audit.tenant_id = seal.tenant_id and audit.seq = seal.seq offset 0) audit on true
  where seal.tenant_id = ${new Blank((trip) => trip.input.tenant)}::uuid and seal.place > ${new Blank((trip) => trip.input.place)}::bigint
  order by seal.place limit ${sql.lit(BATCH)}`)

async function batchAfter(client: pg.Client, tenant: Id, place: number): Promise<Sealed[]> {
  const values = batch.bind({ input: { tenant, place } } as unknown as Trip)
  const { rows } = await client.query({
    name: batch.name,
    text: batch.text,
    values,
    rowMode: 'array',
    types: asTheyCome,
  })
  return rows as unknown as Sealed[]
}

/** Walks a tenant's links, holding one link of each chain: however long the trail, what is in memory stays small. */
class Walk {
  readonly #tenant: Id
  readonly #ends = new Map<Id, { link: number; hash: string }>()
  readonly #heads: Map<string, Head>
  #place = 0
  named = 0

  constructor(tenant: Id, heads: readonly Head[]) {
    this.#tenant = tenant
    this.#heads = new Map(
      heads.filter((head) => head.tenant === this.#tenant).map((head) => [`${head.chain} ${head.link}`, head]),
    )
  }

  get place(): number {
    return this.#place
  }
  get chains(): number {
    return this.#ends.size
  }

  /** What does not fit in one link, or undefined. */
  step([chain, link, place, hash, row, named, isThere]: Sealed): Broken['what'] | undefined {
    const end = this.#ends.get(chain)
    const isNext = Number(place) === this.#place + 1 && Number(link) === (end?.link ?? 0) + 1
    if (!isNext) return 'link-gone'
    if (isThere === null) return 'gone'
    if (row === null || hashOf(end?.hash ?? FIRST, row) !== hash) return 'changed'
    this.#place++
    if (end) Object.assign(end, { link: end.link + 1, hash })
    else this.#ends.set(chain, { link: 1, hash })
    this.named += Number(named)
    const head = this.#heads.size ? this.#heads.get(`${chain} ${link}`) : undefined
    return head && head.hash !== hash ? 'made-anew' : undefined
  }

  /** The first head stored elsewhere that the chain does not reach. */
  get missing(): Head | undefined {
    return [...this.#heads.values()]
      .filter(({ chain, link }) => link > (this.#ends.get(chain)?.link ?? 0))
      .sort((a, b) => Number(a.seq) - Number(b.seq))[0]
  }
}

/** The row behind a link, for whoever has to look at it. */
const rowAt = (db: Db, tenant: Id, place: string) =>
  db.one<{ seq: string; at: string | null }>(sql`
    select seal.seq::text, audit.at::text from kernel.seal left join kernel.audit on audit.tenant_id = seal.tenant_id and audit.seq = seal.seq
    where seal.tenant_id = ${tenant}::uuid and seal.place = ${place}::bigint`)

type Walked = { walk: Walk; broken?: Broken }

async function walked(client: pg.Client, tenant: Id, { heads = [], progress }: Asking): Promise<Walked> {
  const walk = new Walk(tenant, heads)
  let rows = await batchAfter(client, tenant, 0)
  while (rows.length) {
    // The next is on its way while this one is looked at.
    const next = rows.length < BATCH ? Promise.resolve([]) : batchAfter(client, tenant, Number(rows.at(-1)![2]))
    for (const sealed of rows) {
      const what = walk.step(sealed)
      if (!what) continue
      await next
      const [chain, link, place] = sealed
      const row = (await rowAt(dbOn(client), tenant, place))!
      return { walk, broken: { tenant, chain, link: Number(link), ...row, what } }
    }
    progress?.(rows.length)
    rows = await next
  }
  return { walk }
}

type Named = { seq: string; at: string; chain: Id }

/** The first row that the sealer's snapshot saw and that has no link; and how many are only too young to have one. */
async function withoutLink(db: Db, tenant: Id): Promise<{ first: Named | undefined; young: number }> {
  const loose = sql`from kernel.audit
    left join kernel.sealing on sealing.tenant_id = audit.tenant_id
    where audit.tenant_id = ${tenant}::uuid
      and not exists (select from kernel.seal where seal.tenant_id = ${tenant}::uuid and seal.seq = audit.seq)`
  const old = sql`(audit.era < sealing.era or (audit.era = sealing.era and pg_visible_in_snapshot(audit.tx, sealing.seen)))`
  const first = await db.one<Named>(
    sql`select audit.seq::text, audit.at::text, ${chainOf} as chain ${loose} and ${old} order by audit.seq limit 1`,
  )
  const count = await db.one<{ young: number }>(sql`select count(*)::int as young ${loose} and ${old} is not true`)
  return { first, young: count!.young }
}

/**
 * The first row whose transaction is newer than those of all the rows that follow it. A row takes its number and its transaction
 * within the same statement, so a writer can be overtaken by a few, never by all of the next fifty and a thousand transactions.
 * The fiftieth alone picks out the few rows for which all fifty are looked at.
 */
const putIn = (db: Db, tenant: Id) =>
  db.one<Named>(sql`
    select row.seq::text, row.at::text, row.chain from (
      select audit.seq, audit.at, ${chainOf} as chain, audit.era, audit.tx::text::bigint as tx,
        lead(audit.tx, ${sql.lit(NEAR_ROWS)}) over later as far, lead(audit.era, ${sql.lit(NEAR_ROWS)}) over later as far_era
      from kernel.audit where audit.tenant_id = ${tenant}::uuid window later as (order by audit.seq)) row
    cross join lateral (
      select max(next.era) as era, max(next.tx::text::bigint) as tx from (
        select next.era, next.tx from kernel.audit next where next.tenant_id = ${tenant}::uuid and next.seq > row.seq order by next.seq limit ${sql.lit(NEAR_ROWS)}) next
      ) later
    where row.far is not null and (row.era > row.far_era or (row.era = row.far_era and row.tx > row.far::text::bigint + ${NEAR_TRANSACTIONS}))
      and (row.era > later.era or (row.era = later.era and row.tx > later.tx + ${NEAR_TRANSACTIONS}))
    order by row.seq limit 1`)

const namedInIndex = async (db: Db, tenant: Id, sealedTo: number) =>
  (await db.one<{ named: number }>(sql`
    select count(*)::int as named from kernel.seen
    join kernel.seal on seal.tenant_id = seen.tenant_id and seal.seq = seen.seq
    where seen.tenant_id = ${tenant}::uuid and seal.place <= ${sealedTo}`))!.named

/** Proves one tenant's chains from the first row to the last, or names the first that does not fit. */
export async function verifyTenant(client: pg.Client, tenant: Id, asking: Asking = {}): Promise<Verified> {
  const db = dbOn(client)
  await asSealer(db)
  await byIndexOnly(db, 'on')
  const { walk, broken } = await walked(client, tenant, asking)
  await byIndexOnly(db, 'off')
  const so = (first: Broken | undefined, unsealed = 0): Verified => ({
    rows: walk.place,
    chains: walk.chains,
    unsealed,
    broken: first,
  })
  if (broken) return so(broken)
  const { first, young } = await withoutLink(db, tenant)
  if (first) return so({ tenant, link: null, ...first, what: 'never-sealed' })
  const late = await putIn(db, tenant)
  if (late) return so({ tenant, link: null, ...late, what: 'put-in' })
  const { missing } = walk
  if (missing) return so({ ...missing, at: null, what: 'cut-short' })
  if ((await namedInIndex(db, tenant, walk.place)) !== walk.named)
    return so({ tenant, chain: NOWHERE, link: null, seq: null, at: null, what: 'index' })
  return so(undefined, young)
}

/** Where each chain ends now. */
export async function headsOf(client: pg.Client, tenant: Id): Promise<Head[]> {
  const db = dbOn(client)
  await asSealer(db)
  return db.all<Head>(sql`
    select distinct on (seal.chain) seal.tenant_id as tenant, seal.chain, seal.link::float as link, seal.seq::text, encode(seal.hash, 'hex') as hash
    from kernel.seal where seal.tenant_id = ${tenant}::uuid order by seal.chain, seal.link desc`)
}
