import { ZONE } from '#kernel/lang/day.ts'
import { type Sql, sql } from './sql.ts'

/** The Danish calendar day on which a moment falls. The connection's own clock is UTC: a bare `::date` is a day early until one or two at night. */
export const danishDay = (moment: Sql): Sql => sql`(${moment} at time zone ${sql.lit(ZONE)})::date`
