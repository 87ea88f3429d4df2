import { noteKindsOn } from '#features/org/server/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/**
 * Whether a unit uses a kind of note: today, or on the day the thing happened. What was written out of coverage before the unit's
 * set-up changed is taken in after it.
 */
export const usesKind = (kind: Sql, unit: Sql, { today, happenedAt }: { today: Sql; happenedAt: Sql }): Sql => sql`(
  ${kind} = any (${noteKindsOn(unit, today)}) or ${kind} = any (${noteKindsOn(unit, sql`(${happenedAt}::timestamptz at time zone ${sql.lit(ZONE)})`)}))`
