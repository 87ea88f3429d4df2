import type { Id } from '#kernel/lang/id.ts'
import { actor, type Right } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { NoteRow } from '../contract.ts'
import { mayAmendOthers, mayReadWithdrawn, mayShareNote, mayWrite } from './permissions.ts'

/** Whether a right reaches the note's unit; the units are worked out once for each statement. */
const reaches = (right: Right) => sql`note.unit_id = any (array(${right.places}))`

const hidden = sql`withdrawal.note_id is not null and not ${reaches(mayReadWithdrawn)}`

/** Joined to a `note`: its present version and whether it was taken back. Looked up only when something was amended. */
export const amendments: Sql = sql`
  left join lateral (
    select correction.* from journal.correction
    where note.amended and correction.tenant_id = kernel.here() and correction.note_id = note.id
    order by correction.version desc limit 1) correction on true
  left join lateral (
    select withdrawal.* from journal.withdrawal
    where note.amended and withdrawal.tenant_id = kernel.here() and withdrawal.note_id = note.id limit 1) withdrawal on true`

/** The notes of a list of ids, each by its key: however long the planner thinks the list is, the table is never read whole. */
export const noteById = (id: Sql): Sql =>
  sql`join lateral (select note.* from journal.note where note.tenant_id = kernel.here() and note.id = ${id} offset 0) note on true`

/** What the columns below are made of, for a step that finds notes before they are joined to what amended them. */
export const noteFields: Sql = sql.join(
  'id unit_id citizen_id kind happened_at written_at author_id author_name text important theme amended tied'
    .split(' ')
    .map((column) => sql.ref(`note.${column}`)),
)

/** When it happened, and whether it is important, as the present version says. */
export const happenedAt = sql`coalesce(correction.happened_at, note.happened_at)`
export const important = sql`coalesce(correction.important, note.important)`
export const presentText = sql`coalesce(correction.text, note.text)`

/** The wire's form of a note with its amendments. `masked`: its words are for few eyes; `mine`: the reader may amend it; `shareable`: show it to another unit; `tieable`: say which goal it belongs to. */
const columns = (
  masked: Sql,
  mine: Sql,
  shareable: Sql,
  tieable: Sql,
): Sql => sql`note.id, note.citizen_id as "citizenId", note.unit_id as "unitId", note.kind,
  ${happenedAt} as "happenedAt", note.written_at as "writtenAt", note.author_id as "authorId", note.author_name as "authorName",
  case when ${masked} then '' else ${presentText} end as text, ${important} as important,
  case when ${masked} then null when correction.note_id is null then note.theme else correction.theme end as theme,
  case when note.tied then array(select belonging.matter_id from journal.belonging
    where belonging.tenant_id = kernel.here() and belonging.note_id = note.id and belonging.ended_at is null) else '{}'::uuid[] end as "belongsTo",
  coalesce(correction.version, 1) as version, correction.written_at as "correctedAt",
  case when withdrawal.note_id is not null
    then json_build_object('reason', withdrawal.reason, 'byName', withdrawal.withdrawn_by_name, 'at', withdrawal.withdrawn_at) end as withdrawn,
  case when withdrawal.note_id is not null then '{}'::text[] else
    case when ${mine} then array['correct', 'withdraw'] else '{}' end ||
    case when ${shareable} then array['share'] else '{}' end ||
    case when ${tieable} then array['tie'] else '{}' end end as permitted`

/** As the reader of the request may see it. */
export const noteColumns: Sql = columns(
  hidden,
  sql`(note.author_id = ${actor} or ${reaches(mayAmendOthers)})`,
  sql`(note.citizen_id is not null and ${reaches(mayShareNote)})`,
  sql`(note.citizen_id is not null and ${reaches(mayWrite)})`,
)

/** Of a version: whether its words are for few eyes. */
export const versionHidden = hidden

/**
 * The note as it stands, locked first and read after, so that of two corrections at once the second sees the first.
 * What was withdrawn has no text here whoever asks: the row goes back to a caller whose edit was stale.
 */
export async function noteForChange(db: Db, id: Id): Promise<NoteRow | undefined> {
  await db.run(sql`select from journal.note where tenant_id = kernel.here() and id = ${id} for no key update`)
  const row = await db.one<{ note: string }>(sql`select to_json(noted)::text as note from (
    select ${columns(sql`withdrawal.note_id is not null`, sql`false`, sql`false`, sql`false`)} from journal.note ${amendments}
    where note.tenant_id = kernel.here() and note.id = ${id}) noted`)
  return row && (JSON.parse(row.note) as NoteRow)
}
