import { notesPerDay, oldDrafts, silentCitizens, unreadImportant } from '#features/journal/server/index.ts'
import { shiftStartsOn } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { overview, SMALLEST_GROUP } from '../contract.ts'
import { overdueWarnings } from './overdue-warnings.ts'
import { mayLead } from './permissions.ts'

const MOST = 50

/** Everybody may ask; who leads nothing sees nothing. */
const whereILead: Gate<unknown> = { right: mayLead, rows: ({ actor }) => sql`select ${actor}::uuid as id` }

const id = sql`unit.id`
const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

/** The offers I lead: how much is written, and what waits for somebody. Counts and shares, never names of employees. */
export const forLeader = query(overview.forLeader, {
  may: whereILead,
  audit: () => ({}),
  subjects: sql`select (note ->> 'citizenId')::uuid from rows cross join lateral json_array_elements(rows.unread) note`,
  read: (asked) => sql`
    select unit.id, unit.name, ${listed(notesPerDay(asked, id))} as "perDay", (${silentCitizens(asked, id)}) as "silentCitizens", (${oldDrafts(asked, id)}) as "oldDrafts",
      (${overdueWarnings(asked, id)}) as "overdueWarnings", ${listed(unreadImportant(asked, { id, shiftStarts: shiftStartsOn(sql`unit`, sql`${asked.today}`) }, SMALLEST_GROUP))} as unread
    from org.unit
    where unit.tenant_id = kernel.here() and unit.kind = 'offer' and unit.closed_on is null and ${asked.visible(id)}
    order by unit.name collate "da-x-icu" limit ${sql.lit(MOST)}`,
})
