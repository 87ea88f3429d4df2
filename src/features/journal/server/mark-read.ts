import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { mayRead } from './permissions.ts'

/** Read twice is read once; read again after a correction moves the time. Notes out of reach are passed over like unknown ones. */
export const markRead = writing(journal.markRead, {
  may: anywhere(mayRead),
  audit: () => ({}),
  records: sql`select note_id from reached`,
  steps: ({ input, actor, now, visible }) => ({
    reached: sql`select note.id as note_id from may, journal.note
      where note.tenant_id = kernel.here() and note.id = any (${input.noteIds}::uuid[]) and ${visible(sql`note.unit_id`)}`,
    marked: sql`insert into journal.reading (note_id, employee_id, read_at)
      select note_id, ${actor}::uuid, ${now}::timestamptz from reached order by note_id
      on conflict (tenant_id, note_id, employee_id) do update set read_at = excluded.read_at
      where reading.read_at < (select max(correction.written_at) from journal.correction
        where correction.tenant_id = kernel.here() and correction.note_id = excluded.note_id)`,
  }),
  write: ({ actor }) => sql`select ${actor}::uuid as id, (select count(*) from reached)::int as count from may`,
})
