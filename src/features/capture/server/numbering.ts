import { type Db, sql } from '#kernel/server/sql.ts'

/**
 * The next short name of a letter, B-001; a name that was given from outside moves the count on beyond it.
 * Guests at the same moment wait for each other here, for as long as their slip takes to store.
 */
export async function nextLabel(db: Db, letter: 'E' | 'B' | 'N', digits: number, given?: string): Promise<string> {
  const from = given ? Number(given.slice(2)) : 0
  const row = await db.one<{ last: number }>(sql`
    insert into capture.counter (letter, last) values (${letter}, ${given ? from : 1})
    on conflict (tenant_id, letter) do update set last = ${given ? sql`greatest(counter.last, excluded.last)` : sql`counter.last + 1`}
    returning last`)
  return given ?? `${letter}-${String(row!.last).padStart(digits, '0')}`
}
