import type { InputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { actor, type Gate, mine } from '#kernel/server/permission.ts'
import { Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { reports } from '../contract.ts'
import { mayWrite, reportReached } from './permissions.ts'

type Kept = InputOf<typeof reports.keepEditing>
const editingId = new Blank(({ input }) => input.id)

const own = (input: Record<'id' | 'reportId', Blank>): Sql => sql`select from reports.editing
  where editing.tenant_id = kernel.here() and editing.id = ${input.id}::uuid and editing.author_id = ${actor} and editing.report_id = report.id`

/** Of a report within reach, or one's own that was begun: the words are mine whatever has happened to my reach since. */
const ownEditing: Gate<Kept> = {
  right: mayWrite,
  says: ['place'],
  rows: (asked) => sql`
    select report.id, report.unit_id as place from reports.report
    where report.tenant_id = kernel.here() and report.id = ${asked.input.reportId}::uuid
      and (${reportReached(asked)} or exists (${own(asked.input)}))
      and not exists (select from reports.editing where editing.tenant_id = kernel.here() and editing.id = ${asked.input.id}::uuid
        and (editing.author_id <> ${actor} or editing.report_id <> report.id))`,
}

/** Saved as it is typed. An older revision arriving late changes nothing, nor does one for what has ended; the answer says what stands. */
export const keepEditing = writing(reports.keepEditing, {
  may: ownEditing,
  audit: (input) => ({
    person: sql`(select citizen_id from reports.report where tenant_id = kernel.here() and id = ${input.reportId}::uuid and exists (select from may))`,
    about: { report: input.reportId },
  }),
  auditWhen: sql`not exists (select from reports.editing where tenant_id = kernel.here() and id = ${editingId}::uuid and author_id = ${actor})`,
  write: ({ input, now }) => sql`
    insert into reports.editing (id, report_id, author_id, edited, revision, started_at, saved_at)
    select ${input.id}::uuid, ${input.reportId}::uuid, ${actor}::uuid, ${input.edited}::jsonb, ${input.revision}::int, ${now}::timestamptz, ${now}::timestamptz
    from may
    on conflict (tenant_id, id) do update set
      (edited, revision, saved_at) = (select newer.* from (
        select excluded.edited, excluded.revision, excluded.saved_at where excluded.revision > editing.revision and editing.ended_at is null
        union all
        select editing.edited, editing.revision, editing.saved_at where excluded.revision <= editing.revision or editing.ended_at is not null) newer)
    where editing.author_id = ${actor}
    returning id, revision, saved_at as "savedAt"`,
})

/** Thrown away by its author. Of anybody else's nothing is touched, and nothing is said. */
export const dropEditing = writing(reports.dropEditing, {
  may: mine('reports.dropEditing'),
  audit: () => ({}),
  steps: ({ input, now }) => ({
    dropped: sql`update reports.editing set edited = '{}', ended_at = ${now}::timestamptz
      where tenant_id = kernel.here() and id = ${input.id}::uuid and author_id = ${actor} and ended_at is null and exists (select from may) returning id`,
  }),
  write: ({ input }) => sql`select ${input.id}::uuid as id from may`,
})

/** What the reader has changed and not saved, as it was last kept. */
export const ownEdited: Sql = sql`(select json_build_object('id', editing.id, 'revision', editing.revision, 'edited', editing.edited) from reports.editing
  where editing.tenant_id = kernel.here() and editing.report_id = report.id and editing.author_id = ${actor} and editing.ended_at is null
  order by editing.saved_at desc limit 1)`

type Ending = { id: Id; reportId: Id; by: Id; at: string }
/** It stands in the report now. One that never reached the server is marked too, so that a late save is not a new one. */
export const endEditing = (db: Db, { id, reportId, by, at }: Ending): Promise<number> =>
  db.run(sql`insert into reports.editing (id, report_id, author_id, edited, revision, started_at, saved_at, ended_at)
    values (${id}, ${reportId}, ${by}, '{}', 0, ${at}, ${at}, ${at})
    on conflict (tenant_id, id) do update set edited = '{}', ended_at = excluded.ended_at
    where editing.author_id = excluded.author_id and editing.report_id = excluded.report_id and editing.ended_at is null`)

/** Days after which no save of what has ended can still be under way. */
const DAYS_ENDED_STAY = 30

/** Takes away the empty rows of what ended long ago; a nightly job. */
export const forgetEndedEditing = (db: Db, now: string): Promise<number> =>
  db.run(sql`delete from reports.editing
    where tenant_id = kernel.here() and ended_at < ${now}::timestamptz - make_interval(days => ${sql.lit(DAYS_ENDED_STAY)})`)
