import { refusal } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { whyNotCursor } from '../rules.ts'
import { mayRead } from './permissions.ts'

/**
 * The shift is taken over: from here on the handover counts. Stored is the snapshot that was shown, not the present one,
 * so that a note written while somebody was reading is new the next time. A cursor from the future is nobody's.
 */
export const takeOver = writing(journal.takeOver, {
  may: at(mayRead, (input) => input.unitId),
  refuse: (input) => whyNotCursor(input.cursor),
  audit: (input) => ({ place: input.unitId }),
  write: ({ input, actor, now }) => sql`
    insert into journal.takeover (id, unit_id, employee_id, taken_at, era, seen)
    select ${input.id}::uuid, may.id, ${actor}::uuid, ${now}::timestamptz, cursor.era, cursor.seen
    from may, (select (given ->> 'era')::smallint as era,
        (given ->> 'seen')::pg_snapshot as seen
      from (select ${input.cursor}::jsonb as given) given) cursor
    where cursor.era < kernel.current_era()
      or (cursor.era = kernel.current_era() and pg_snapshot_xmax(cursor.seen) <= pg_snapshot_xmax(pg_current_snapshot()))
    returning id, taken_at as "takenAt"`,
  whenNothing: refusal('journal.cursor-unknown', {}, 'cursor'),
})
