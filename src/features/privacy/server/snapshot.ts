import type pg from 'pg'
import { addDays, type Day, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, dbOn, type Sql, sql } from '#kernel/server/sql.ts'
import type { Subject } from '#kernel/server/telling.ts'

/** A row as PostgreSQL made it; read as JSON, so that every value has the wire's form. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** The house as it stood at one moment: whatever is read of it, however long it takes, fits together. */
export type Snapshot = {
  readonly db: Db
  /** A few hundred rows at a time; the rest wait in the database. */
  rows(piece: Sql): AsyncGenerator<Row>
}

const AT_A_TIME = 500

async function* cursorOver(client: pg.PoolClient, piece: Sql): AsyncGenerator<Row> {
  const db = dbOn(client)
  await db.run(sql`declare telling no scroll cursor for select to_json(told)::text as row from (${piece}) told`)
  try {
    for (;;) {
      const page = await db.all<{ row: string }>(sql`fetch ${sql.lit(AT_A_TIME)} from telling`)
      for (const { row } of page) yield JSON.parse(row) as Row
      if (page.length < AT_A_TIME) return
    }
  } finally {
    // In a transaction that failed there is nothing to close, and its own error is the one to tell.
    await db.run(sql`close telling`).catch(() => undefined)
  }
}

/** One cursor is open at a time: a telling is read to its end, or left, before the next. */
export async function inSnapshot<T>(pool: pg.Pool, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let lost: Error | undefined
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query('set local statement_timeout = 60000')
    return await work({ db: dbOn(client), rows: (piece) => cursorOver(client, piece) })
  } finally {
    await client.query('rollback').catch((error) => {
      lost = error
    })
    client.release(lost)
  }
}

/** Both days are Danish, and both are in the period. */
export const subjectOf = (id: Id, fromOn: Day, toOn: Day): Subject => ({
  id,
  fromOn,
  toOn,
  from: instantAt(fromOn, '00:00'),
  until: instantAt(addDays(toOn, 1), '00:00'),
})
