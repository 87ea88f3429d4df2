import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { mayRead, noteSeen } from './permissions.ts'

/** Read twice is read once; a corrected note is read again as its new version. Notes out of reach are passed over like unknown ones. */
export const markRead = writing(journal.markRead, {
  may: anywhere(mayRead),
  audit: () => ({}),
  records: sql`select note_id from reached`,
  subjects: sql`select citizen_id from reached`,
  steps: (asked) => ({
    reached: sql`select note.id as note_id, note.citizen_id, coalesce((select max(correction.version) from journal.correction
          where note.amended and correction.tenant_id = kernel.here() and correction.note_id = note.id), 1) as version
      from may, journal.note
      where note.tenant_id = kernel.here() and note.id = any (${asked.input.noteIds}::uuid[]) and ${noteSeen(asked)}`,
    marked: sql`insert into journal.reading (note_id, employee_id, version, read_at)
      select note_id, ${asked.actor}::uuid, version, ${asked.now}::timestamptz from reached order by note_id on conflict do nothing`,
  }),
  write: ({ actor }) => sql`select ${actor}::uuid as id, (select count(*) from reached)::int as count from may`,
})
