import type pg from 'pg'

export type Hashes = Map<string, { rows: number; hash: string }>

const TABLES = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by 1`

/** Of every table, the number of rows and one hash of all of them in order. Run as the owner, who sees over the wall. */
export async function hashOfTables(owner: pg.Client): Promise<Hashes> {
  const hashes: Hashes = new Map()
  const { rows: tables } = await owner.query<{ name: string }>(TABLES)
  for (const { name } of tables) {
    const { rows } = await owner.query<{ rows: number; hash: string }>(
      `select count(*)::int as rows, coalesce(md5(string_agg(row, '' order by row)), '') as hash from (select md5(t::text) as row from ${name} t) each`,
    )
    hashes.set(name, rows[0]!)
  }
  return hashes
}

/** Names of the tables that differ, or that only one of them has. */
export const unlike = (one: Hashes, other: Hashes): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name)?.hash !== other.get(name)?.hash)
