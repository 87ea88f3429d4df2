import { ZONE } from '#kernel/lang/day.ts'
import { today } from '#kernel/server/permission.ts'
import { type Blank, type Sql, sql } from '#kernel/server/sql.ts'
import { warningForUnit } from './sharing.ts'
import { tiedOn } from './ties.ts'

/**
 * Warnings written or ended since a moment, about citizens tied to the unit today: the unit's own, and what it is to know of others'.
 * Columns: kind ('warned' or 'warning-ended'), "citizenId", on (local day), text.
 * By their time first (so the offset): few are new, and those of each citizen are more.
 * @param unit  id of a unit the reader is known to reach
 * @param since exclusive; a moment
 */
export const warningChanges = ({ unit, since }: { unit: Blank | Sql; since: Blank | Sql }): Sql => sql`
  select event.kind, warning.citizen_id as "citizenId", (event.at at time zone ${sql.lit(ZONE)})::date as "on", warning.text
  from (
    select * from citizens.warning where warning.tenant_id = kernel.here()
      and greatest(warning.written_at, warning.ended_at) > ${since}::timestamptz offset 0
  ) warning
  cross join lateral (values ('warned', warning.written_at), ('warning-ended', warning.ended_at)) as event (kind, at)
  where event.at > ${since}::timestamptz
    and ${warningForUnit(unit, today)}
    and warning.citizen_id in (select tie.citizen_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.unit_id = ${unit}::uuid and ${tiedOn(sql`tie`, today)})`
