import { now, type Seeing } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { amendments, happenedAt, important, noteById, presentText } from './note-rows.ts'
import { noteSeen } from './permissions.ts'

const MOST = 2_000

/** What happened in a unit in the last hours, latest first, as it reads now: what the asker may read of it. What was withdrawn is left out. */
export function notesLately(asked: Seeing, unit: Sql, hours: number): Sql {
  const since = sql`${now}::timestamptz - make_interval(hours => ${sql.lit(hours)})`
  return sql`
    select note.id, note.citizen_id as "citizenId", note.kind, ${happenedAt} as "happenedAt", note.author_name as "authorName",
      ${presentText} as text, ${important} as important
    from (
      select id from journal.note where tenant_id = kernel.here() and unit_id = ${unit} and happened_at >= ${since}
      union
      select note_id from journal.correction where tenant_id = kernel.here() and unit_id = ${unit} and happened_at >= ${since}
    ) touched
    ${noteById(sql`touched.id`)}
    ${amendments}
    where withdrawal.note_id is null and ${happenedAt} >= ${since} and ${noteSeen(asked)}
    order by ${happenedAt} desc, note.id limit ${sql.lit(MOST)}`
}
