import type pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import { asSealer, byIndexOnly, chainOf, FIRST, hashOf, NOWHERE, sealedForm } from './seal.ts'
import { type Db, dbOn, sql } from './sql.ts'

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

type Sealed = {
  place: number
  seq: string
  chain: Id
  link: number
  form: number
  hash: Buffer
  scope: Id | null
  row: string | null
  at: string | null
  named: number | null
}

/** Links with their rows, in the order they were made; each row by its key, however the planner sees it. */
const batchAfter = (db: Db, tenant: Id, place: number) =>
  db.all<Sealed>(sql`
    select seal.place::float as place, seal.seq::text, seal.chain, seal.link::float as link, seal.form::int as form, seal.hash,
      audit.scope, audit.row, audit.at, audit.named
    from kernel.seal
    left join lateral (
      select ${chainOf} as scope, ${sealedForm} as row, audit.at::text,
        cardinality(audit.subjects) + (audit.subject_id is not null and audit.subject_id <> all (audit.subjects))::int as named
      from kernel.audit where audit.tenant_id = ${tenant}::uuid and audit.seq = seal.seq offset 0) audit on true
    where seal.tenant_id = ${tenant}::uuid and seal.place > ${place}
    order by seal.place limit ${BATCH}`)

/** Walks a tenant's links, holding one link of each chain: however long the trail, what is in memory stays small. */
class Walk {
  readonly #tenant: Id
  readonly #ends = new Map<Id, { link: number; hash: Buffer }>()
  readonly #heads: Map<string, Head>
  #place = 0
  named = 0

  constructor(tenant: Id, heads: readonly Head[]) {
    this.#tenant = tenant
    this.#heads = new Map(
      heads.filter((head) => head.tenant === tenant).map((head) => [`${head.chain} ${head.link}`, head]),
    )
  }

  get place(): number {
    return this.#place
  }
  get chains(): number {
    return this.#ends.size
  }

  /** What does not fit in one link, or undefined. */
  step(sealed: Sealed): Broken['what'] | undefined {
    const end = this.#ends.get(sealed.chain)
    const isNext = sealed.place === this.#place + 1 && sealed.link === (end?.link ?? 0) + 1
    this.#place = sealed.place
    if (!isNext) return 'link-gone'
    if (sealed.scope === null) return 'gone'
    if (sealed.row === null || sealed.scope !== sealed.chain) return 'changed'
    const hash = hashOf(end?.hash ?? FIRST, { ...sealed, tenant: this.#tenant, row: sealed.row })
    if (!hash.equals(sealed.hash)) return 'changed'
    this.#ends.set(sealed.chain, { link: sealed.link, hash })
    this.named += sealed.named ?? 0
    const head = this.#heads.get(`${sealed.chain} ${sealed.link}`)
    return head && head.hash !== hash.toString('hex') ? 'made-anew' : undefined
  }

  /** The first head stored elsewhere that the chain does not reach. */
  get missing(): Head | undefined {
    return [...this.#heads.values()]
      .filter(({ chain, link }) => link > (this.#ends.get(chain)?.link ?? 0))
      .sort((a, b) => Number(a.seq) - Number(b.seq))[0]
  }
}

async function walked(db: Db, tenant: Id, { heads = [], progress }: Asking): Promise<{ walk: Walk; broken?: Broken }> {
  const walk = new Walk(tenant, heads)
  let batch = await batchAfter(db, tenant, 0)
  while (batch.length) {
    // The next is on its way while this one is looked at.
    const next = batch.length < BATCH ? Promise.resolve([]) : batchAfter(db, tenant, batch.at(-1)!.place)
    for (const sealed of batch) {
      const what = walk.step(sealed)
      if (!what) continue
      await next
      const { chain, link, seq, at } = sealed
      return { walk, broken: { tenant, chain, link, seq, at, what } }
    }
    progress?.(batch.length)
    batch = await next
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
 */
const putIn = (db: Db, tenant: Id) =>
  db.one<Named>(sql`
    select seq::text, at::text, chain from (
      select audit.seq, audit.at, ${chainOf} as chain, audit.era, audit.tx::text::bigint as tx,
        max(audit.tx::text::bigint) over later as latest, count(*) over later as later, max(audit.era) over later as latest_era
      from kernel.audit where audit.tenant_id = ${tenant}::uuid
      window later as (order by audit.seq rows between 1 following and ${sql.lit(NEAR_ROWS)} following)) row
    where later = ${NEAR_ROWS} and (era > latest_era or (era = latest_era and tx > latest + ${NEAR_TRANSACTIONS}))
    order by seq limit 1`)

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
  const { walk, broken } = await walked(db, tenant, asking)
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
