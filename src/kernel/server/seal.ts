import { hash } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** The chain of what happened at no unit. */
export const NOWHERE = '00000000-0000-0000-0000-000000000000'

/** The columns of each form, in order. A form is never changed: what was sealed in it must be read in it. More columns are another form. */
const forms: Readonly<Record<number, readonly string[]>> = {
  1: [
    'tenant_id',
    'seq',
    'at',
    'actor_id',
    'session_id',
    'action',
    'outcome',
    'code',
    'scope_id',
    'subject_id',
    'records',
    'about',
    'roles',
    'subjects',
    'relation',
    'purpose',
    'era',
    'tx',
  ],
}
export const FORM = 1

const written = (columns: readonly string[]): Sql =>
  sql`row(${sql.join(columns.map((column) => sql.ref(`audit.${column}`)))})::text`

/** A row of `audit` as text, always the same for the same row: PostgreSQL's own form, under the settings of `asSealer`. */
export const presentForm: Sql = written(forms[FORM]!)
/** The same, in the form in which `seal` says it was sealed; null for a form that is not known here. */
export const sealedForm: Sql = sql`case seal.form ${sql.join(
  Object.entries(forms).map(([form, columns]) => sql`when ${sql.lit(Number(form))} then ${written(columns)}`),
  sql` `,
)} end`

export const chainOf: Sql = sql`coalesce(audit.scope_id, ${sql.lit(NOWHERE)})`

/** What stands before the first link. */
export const FIRST = '0'.repeat(64)

/** Where a link stands; with the row's text, what is hashed. */
export const standing = ({
  tenant,
  chain,
  link,
  place,
  form,
}: { [K in 'tenant' | 'chain' | 'link' | 'place' | 'form']: Sql }): Sql =>
  sql`concat_ws(' ', ${form}, ${tenant}, ${chain}, ${link}, ${place}) || E'\n'`

export type Link = { tenant: Id; chain: Id; link: number; place: number; form: number }

export const standingOf = ({ tenant, chain, link, place, form }: Link): string =>
  `${form} ${tenant} ${chain} ${link} ${place}\n`

/** What ties a row to everything before it in its chain: SHA-256, in hexadecimal, over the link before, where the link stands, and the row. */
export const hashOf = (before: string, standsAndRow: string): string =>
  hash('sha256', `${before} ${standsAndRow}`, 'hex')

/** The sealer's own role, which reads every tenant's trail, and the settings under which a row is always written alike. */
export async function asSealer(db: Db): Promise<void> {
  await db.run(sql`set role rt_sealer`)
  await db.run(sql`set timezone to 'UTC'`)
  await db.run(sql`set datestyle to 'ISO, MDY'`)
}

/**
 * Batch after batch along an index: without figures about a new table the planner would read and sort all of it for each batch
 * (measured: 4.5 s against 26 ms). `off` for what is asked of everything at once.
 */
export async function byIndexOnly(db: Db, only: 'on' | 'off'): Promise<void> {
  const others = only === 'on' ? sql`off` : sql`on`
  for (const way of ['enable_seqscan', 'enable_sort', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin'])
    await db.run(sql`set ${sql.raw(way)} to ${others}`)
}
