import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { amendments, versionHidden } from './note-rows.ts'
import { mayRead, ofNote } from './permissions.ts'

/** Every version of a note, the first first. Of a withdrawn note most people see when and by whom, and no words. */
export const versions = query(journal.versions, {
  may: ofNote(mayRead, (input) => input.noteId),
  audit: (input) => ({
    place: sql`select unit_id from journal.note where tenant_id = kernel.here() and id = ${input.noteId}::uuid and exists (select from may)`,
    person: sql`select citizen_id from journal.note where tenant_id = kernel.here() and id = ${input.noteId}::uuid and exists (select from may)`,
  }),
  read: ({ input }) => sql`
    select note.id, each.version, each.happened_at as "happenedAt", case when ${versionHidden} then '' else each.text end as text, each.important,
      case when ${versionHidden} then null else each.theme end as theme, each.author_name as "authorName", each.written_at as "writtenAt",
      case when ${versionHidden} then null else each.reason end as reason
    from journal.note ${amendments}
    cross join lateral (
      select 1 as version, note.happened_at, note.text, note.important, note.theme, note.author_name, note.written_at, null::text as reason
      union all
      select later.version, later.happened_at, later.text, later.important, later.theme, later.author_name, later.written_at, later.reason
      from journal.correction later where later.tenant_id = kernel.here() and later.note_id = note.id) each
    where note.tenant_id = kernel.here() and note.id = ${input.noteId}::uuid
    order by each.version`,
})
