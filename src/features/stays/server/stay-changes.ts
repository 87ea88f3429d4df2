import { ZONE } from '#kernel/lang/day.ts'
import { today } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'

/**
 * Stays of the unit that began or ended since a moment, up to today; ones written down late are there too.
 * Columns: kind ('moved-in', 'moved-out' or 'died'), "citizenId", on, text (always null).
 * @param unit  id of a unit the reader is known to reach
 * @param since a moment; its whole local day counts
 */
export const stayChanges = ({ unit, since }: { unit: Blank | Sql; since: Blank | Sql }): Sql => sql`
  select event.kind, stay.citizen_id as "citizenId", event.day as "on", null::text as text
  from stays.stay
  cross join lateral (values
    ('moved-in', stay.starts_on, stay.version = 1),
    (case when stay.end_reason = 'died' then 'died' else 'moved-out' end, stay.ends_on, stay.version > 1)) as event (kind, day, latest)
  where stay.tenant_id = kernel.here() and stay.unit_id = ${unit}::uuid
    and (stay.changed_at > ${since}::timestamptz or greatest(stay.starts_on, stay.ends_on) >= (${since}::timestamptz at time zone ${sql.lit(ZONE)})::date)
    and event.day <= ${today}::date
    and (event.day >= (${since}::timestamptz at time zone ${sql.lit(ZONE)})::date
      or (event.latest and stay.changed_at > ${since}::timestamptz))`
