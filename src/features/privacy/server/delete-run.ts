import type pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, dbOn, sql, wholeOn } from '#kernel/server/sql.ts'

/** Rows that go by their own age, in one transaction. */
const BATCH = 5_000

type Deleting = { pool: pg.Pool; clock: Clock }

/**
 * Does what is left of a run that was confirmed. Each step is a transaction of its own, so it goes on where it was broken off; begun twice,
 * or by two at once, it does nothing twice.
 *
 * @param most steps at most, for whoever must stop before the end
 */
export async function deleteRun({ pool, clock }: Deleting, run: Id, most = Number.POSITIVE_INFINITY): Promise<void> {
  const db = dbOn(pool)
  for (let step = 0; step < most; step++) {
    const { did } = (await db.one<{ did: string | null }>(
      sql`select privacy.delete_next(${run}, ${clock.now()}, ${BATCH}) as did`,
    ))!
    if (did === null) return finish({ pool, clock }, run)
  }
}

/** Once, by whoever comes first, and only when nothing is left. The trail has counts and classes, and nobody's name. */
const finish = ({ pool, clock }: Deleting, run: Id): Promise<void> =>
  wholeOn(pool)(async (db) => {
    const done = await db.one(sql`
      update privacy.deletion_run run set state = 'done', done_at = ${clock.now()}, version = version + 1
      where tenant_id = kernel.here() and id = ${run} and state = 'deleting'
        and not exists (select from privacy.deletion_step step where step.tenant_id = run.tenant_id and step.run_id = run.id and step.done_at is null)
      returning id`)
    if (done) await tell(db, run, clock.now())
  })

const tell = (db: Db, run: Id, now: string) =>
  db.run(sql`
    insert into kernel.audit (at, actor_id, session_id, action, outcome, records, about)
    select ${now}, confirmed_by, confirmed_session, 'privacy.deleted', 'done', array[id], jsonb_build_object(
      'previewedBy', previewed_by,
      'rows', (select coalesce(sum(line.deleted), 0) from privacy.deletion_line line where line.tenant_id = kernel.here() and line.run_id = run.id),
      'classes', (select coalesce(jsonb_object_agg(counted.class, counted.deleted), '{}') from (
        select line.class, sum(line.deleted) as deleted from privacy.deletion_line line
        where line.tenant_id = kernel.here() and line.run_id = run.id group by line.class) counted),
      'kept', (select count(*) from privacy.deletion_step step where step.tenant_id = kernel.here() and step.run_id = run.id and step.kept is not null))
    from privacy.deletion_run run where tenant_id = kernel.here() and id = ${run}`)

/** Confirmed, and not finished: after a restart nobody else remembers it. */
export const deletionsLeftBehind = (pool: pg.Pool, before: string) =>
  dbOn(pool).all<{ id: Id }>(
    sql`select id from privacy.deletion_run where tenant_id = kernel.here() and state = 'deleting' and confirmed_at < ${before}::timestamptz`,
  )
