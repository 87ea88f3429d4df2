import type pg from 'pg'

/** More notes than this, into a table that holds almost none, and the indices are made afterwards: that is three times as fast. */
export const MANY_NOTES = 20_000
/** So few that reading them needs no index meanwhile. */
const ALMOST_NONE = 10_000

const REMEMBERED = 'kernel_synth.dropped_index'
const MEMORY = '512MB'

/** Indices that only help reading; what keeps rows unique stays. */
const SECONDARY = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
  where indrelid = any (array['journal.note', 'journal.correction', 'journal.withdrawal', 'journal.reading']::regclass[]) and not indisunique order by indexrelid`

export async function isAlmostEmpty(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query('select from journal.note limit $1', [ALMOST_NONE])
  return rows.length < ALMOST_NONE
}

/** Their definitions are kept in the database until they are back, so that a run that was killed can be mended by the next. */
export async function dropIndices(owner: pg.Client): Promise<void> {
  await owner.query('begin')
  await owner.query(`create schema kernel_synth; create table ${REMEMBERED} as ${SECONDARY}`)
  const { rows } = await owner.query<{ name: string }>(`select name from ${REMEMBERED}`)
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await owner.query('commit')
}

/** Makes what an earlier step, or an earlier run that was killed, took away. The index of words, by far the largest, has a connection of its own. */
export async function restoreIndices(owner: pg.Client, other: pg.Client): Promise<void> {
  const known = await owner.query<{ made: string | null }>(`select to_regclass('${REMEMBERED}') as made`)
  if (known.rows[0]!.made === null) return
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select name, made from ${REMEMBERED} where to_regclass(name) is null`,
  )
  const words = rows.filter(({ made }) => made.includes('USING gin'))
  await Promise.all([
    make(owner, words),
    make(
      other,
      rows.filter((row) => !words.includes(row)),
    ),
  ])
  await owner.query('drop schema kernel_synth cascade')
}

async function make(client: pg.Client, indices: readonly { made: string }[]): Promise<void> {
  await client.query(`set maintenance_work_mem = '${MEMORY}'; set max_parallel_maintenance_workers = 1`)
  for (const { made } of indices) await client.query(made)
  await client.query('reset maintenance_work_mem; reset max_parallel_maintenance_workers')
}
