import type pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import { asSealer, chainOf, FIRST, hashOf, sealedForm, standingOf } from '#kernel/server/seal.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Broken } from '#kernel/server/verify.ts'

/** What a superuser with a grudge may try. Each leaves the database as somebody would who hopes not to be seen. */
export const tamperings = [
  'edit',
  'edit-and-make-anew',
  'delete',
  'delete-with-link',
  'swap',
  'move',
  'cut-short',
  'put-in',
  'put-in-as-old',
  'other-hash',
  'older-backup',
  'take-out-chain',
  'hide-in-index',
] as const
export type Tampering = (typeof tamperings)[number]

/** `pick` in 0–1 chooses the row, `other` what is done to it. */
export type Chosen = { kind: Tampering; pick: number; other: number }
/** What was done, and the row that must be named, where only one can be. */
export type Done = { seq: string | null; found: readonly Broken['what'][] }

type Row = { seq: string; place: number; chain: Id; link: number }

const edits = [
  `at = at + interval '1 second'`,
  `at = at - interval '1 microsecond'`,
  `actor_id = gen_random_uuid()`,
  `session_id = gen_random_uuid()`,
  `action = action || 'x'`,
  `outcome = case outcome when 'done' then 'denied' else 'done' end`,
  `code = 'x.y'`,
  `subject_id = gen_random_uuid()`,
  `subjects = subjects || gen_random_uuid()`,
  `records = records || gen_random_uuid()`,
  `about = '{"x": 1}'`,
  `roles = array['unit-leader', 'x']`,
  `relation = 'emergency-x'`,
  `purpose = 'export-x'`,
  `tx = (tx::text::bigint - 1)::text::xid8`,
] as const

const nth = <T>(of: readonly T[], share: number): T => of[Math.min(of.length - 1, Math.floor(share * of.length))]!

async function rowsOf(owner: pg.Client, tenant: Id): Promise<Row[]> {
  const { rows } = await owner.query<Row>(
    'select seq::text, place::float as place, chain, link::float as link from kernel.seal where tenant_id = $1 order by place',
    [tenant],
  )
  return rows
}

/** Makes the links anew from a place on, so that they fit what the rows say now: only heads kept elsewhere can tell. */
export async function makeAnew(owner: pg.Client, tenant: Id, chain: Id, from: number): Promise<void> {
  const db = dbOn(owner)
  await asSealer(db)
  const links = await db.all<{ link: number; place: number; form: number; hash: string; row: string }>(sql`
    select seal.link::float as link, seal.place::float as place, seal.form::int as form, encode(seal.hash, 'hex') as hash, ${sealedForm} as row
    from kernel.seal join kernel.audit on audit.tenant_id = seal.tenant_id and audit.seq = seal.seq and ${chainOf} = seal.chain
    where seal.tenant_id = ${tenant}::uuid and seal.chain = ${chain}::uuid and seal.link >= ${from - 1} order by seal.link`)
  await db.run(sql`reset role`)
  let before = from === 1 ? FIRST : links.shift()!.hash
  const hashes = links.map((link) => {
    before = hashOf(before, standingOf({ tenant, chain, ...link }) + link.row)
    return before
  })
  await db.run(sql`update kernel.seal set hash = decode(made.hash, 'hex')
    from unnest(${links.map(({ place }) => place)}::bigint[], ${hashes}::text[]) made (place, hash)
    where seal.tenant_id = ${tenant}::uuid and seal.place = made.place`)
}

type Trying = { owner: pg.Client; tenant: Id; rows: readonly Row[]; row: Row; other: number }
type Try = (trying: Trying) => Promise<Done>

const edit = ({ owner, tenant, row, other }: Trying) =>
  owner.query(`update kernel.audit set ${nth(edits, other)} where tenant_id = $1 and seq = $2`, [tenant, row.seq])

const remove = async ({ owner, tenant }: Trying, seqs: readonly string[], withLinks: boolean) => {
  await owner.query('delete from kernel.audit where tenant_id = $1 and seq = any ($2)', [tenant, seqs])
  if (!withLinks) return
  await owner.query('delete from kernel.seal where tenant_id = $1 and seq = any ($2)', [tenant, seqs])
  await owner.query('delete from kernel.seen where tenant_id = $1 and seq = any ($2)', [tenant, seqs])
}

/** Links get new places, as if what is gone had never been. */
const closeUp = ({ owner, tenant }: Trying) =>
  owner
    .query(
      `update kernel.seal set place = -closed.place from (
      select place as old, row_number() over (order by place) as place from kernel.seal where tenant_id = $1) closed
    where seal.tenant_id = $1 and seal.place = closed.old`,
      [tenant],
    )
    .then(() => owner.query('update kernel.seal set place = -place where tenant_id = $1', [tenant]))

const insert = ({ owner, tenant, row, other }: Trying, tx: string) =>
  owner.query(
    `insert into kernel.audit (tenant_id, seq, at, actor_id, action, outcome, scope_id, tx) overriding system value
    select tenant_id, -1 - seq - (1000 * $3::float)::int, at, gen_random_uuid(), action, outcome, scope_id, ${tx} from kernel.audit where tenant_id = $1 and seq = $2`,
    [tenant, row.seq, other],
  )

const tries: Record<Tampering, Try> = {
  edit: async (trying) => {
    await edit(trying)
    return { seq: trying.row.seq, found: ['changed'] }
  },
  'edit-and-make-anew': async (trying) => {
    const { owner, tenant, row } = trying
    await edit(trying)
    await makeAnew(owner, tenant, row.chain, row.link)
    return { seq: null, found: ['made-anew', 'index'] }
  },
  delete: async (trying) => {
    await remove(trying, [trying.row.seq], false)
    return { seq: trying.row.seq, found: ['gone'] }
  },
  'delete-with-link': async (trying) => {
    const { rows, row } = trying
    await remove(trying, [row.seq], true)
    const next = rows[rows.indexOf(row) + 1]
    return { seq: next?.seq ?? row.seq, found: next ? ['link-gone'] : ['cut-short'] }
  },
  swap: async ({ owner, tenant, rows, row, other }) => {
    const with_ = nth(
      rows.filter((one) => one !== row),
      other,
    )
    const columns = 'at, actor_id, action, outcome, scope_id, subject_id, subjects, records, about, tx'
    await owner.query(
      `update kernel.audit one set (${columns}) = (
        select ${columns} from kernel.audit other where other.tenant_id = $1 and other.seq = case one.seq when $2 then $3::bigint else $2::bigint end)
      where one.tenant_id = $1 and one.seq in ($2, $3)`,
      [tenant, row.seq, with_.seq],
    )
    return { seq: row.place < with_.place ? row.seq : with_.seq, found: ['changed'] }
  },
  move: async ({ owner, tenant, row }) => {
    await owner.query('update kernel.audit set scope_id = gen_random_uuid() where tenant_id = $1 and seq = $2', [
      tenant,
      row.seq,
    ])
    return { seq: row.seq, found: ['changed'] }
  },
  'cut-short': async (trying) => {
    const { rows, row } = trying
    await remove(
      trying,
      rows.slice(rows.indexOf(row)).map(({ seq }) => seq),
      true,
    )
    return { seq: null, found: ['cut-short'] }
  },
  'put-in': async (trying) => {
    await insert(trying, 'pg_current_xact_id()')
    return { seq: null, found: ['put-in'] }
  },
  'put-in-as-old': async (trying) => {
    await insert(trying, 'tx')
    return { seq: null, found: ['never-sealed'] }
  },
  'other-hash': async ({ owner, tenant, row }) => {
    await owner.query(`update kernel.seal set hash = sha256(hash) where tenant_id = $1 and seq = $2`, [tenant, row.seq])
    return { seq: row.seq, found: ['changed'] }
  },
  'older-backup': async (trying) => {
    const { owner, tenant, rows, row } = trying
    await remove(
      trying,
      rows.slice(rows.indexOf(row)).map(({ seq }) => seq),
      true,
    )
    await owner.query('delete from kernel.sealing where tenant_id = $1', [tenant])
    return { seq: null, found: ['cut-short'] }
  },
  'take-out-chain': async (trying) => {
    const { owner, tenant, rows, row } = trying
    const gone = rows.filter(({ chain }) => chain === row.chain).map(({ seq }) => seq)
    await remove(trying, gone, true)
    await closeUp(trying)
    for (const chain of new Set(rows.map(({ chain }) => chain).filter((chain) => chain !== row.chain)))
      await makeAnew(owner, tenant, chain, 1)
    return { seq: null, found: ['made-anew', 'cut-short'] }
  },
  'hide-in-index': async ({ owner, tenant, other }) => {
    await owner.query(
      `delete from kernel.seen where ctid = (select ctid from kernel.seen where tenant_id = $1 order by subject_id, seq offset (
        select floor($2::float * count(*))::int from kernel.seen where tenant_id = $1) limit 1)`,
      [tenant, other],
    )
    return { seq: null, found: ['index'] }
  },
}

/** Does it, as the owner of the database. */
export async function tamper(owner: pg.Client, tenant: Id, { kind, pick, other }: Chosen): Promise<Done> {
  await owner.query('reset role')
  const rows = await rowsOf(owner, tenant)
  return tries[kind]({ owner, tenant, rows, row: nth(rows, pick), other })
}
