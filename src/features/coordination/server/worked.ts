import { danishDay } from '#kernel/server/danish-day.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/** Minutes that were given to a place's project between two moments; null is without end. */
export const minutesWorked = (place: Sql, { from, until }: { from: Sql; until: Sql }): Sql => sql`(
  select coalesce(sum(work.minutes), 0)::int from coordination.work
  join coordination.purpose on purpose.tenant_id = work.tenant_id and purpose.id = work.purpose_id
  where work.tenant_id = kernel.here() and purpose.place_id = ${place}
    and (${from}::timestamptz is null or work.worked_on > ${danishDay(sql`${from}::timestamptz`)}) and (${until}::timestamptz is null or work.worked_on <= ${danishDay(sql`${until}::timestamptz`)}))`
