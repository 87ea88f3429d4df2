import { ZONE } from '#kernel/lang/day.ts'
import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { journal } from '../contract.ts'
import { amendments, happenedAt, noteById, noteColumns } from './note-rows.ts'
import { mayRead, noteSeen } from './permissions.ts'

const MOST = 500

/** The unit's day in the order it happened. A note whose time was corrected stands on the day it was corrected to. */
export const ofUnit = query(journal.ofUnit, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { day: input.day } }),
  subjects: sql`select "citizenId" from rows`,
  read: (asked) => {
    const { input } = asked
    const begins = sql`((${input.day}::date)::timestamp at time zone ${sql.lit(ZONE)})`
    const ends = sql`((${input.day}::date + 1)::timestamp at time zone ${sql.lit(ZONE)})`
    return sql`
      select ${noteColumns}
      from (
        select id from journal.note where tenant_id = kernel.here() and unit_id = ${input.unitId}::uuid and happened_at >= ${begins} and happened_at < ${ends}
        union
        select note_id from journal.correction where tenant_id = kernel.here() and unit_id = ${input.unitId}::uuid and happened_at >= ${begins} and happened_at < ${ends}
      ) touched
      ${noteById(sql`touched.id`)}
      ${amendments}
      where ${happenedAt} >= ${begins} and ${happenedAt} < ${ends} and ${noteSeen(asked)}
      order by ${happenedAt}, note.written_at limit ${sql.lit(MOST)}`
  },
})
