import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'

/** The latest change of a unit that stands, whether it holds already or waits for its day. */
export const standingChange = (unitId: Sql): Sql => sql`
  select change.id, change.from_on from profiles.change
  where change.tenant_id = kernel.here() and change.unit_id = ${unitId} and change.undone_at is null
  order by change.applied_at desc, change.id desc limit 1`

export const standingOf = (db: Db, unitId: Id) =>
  db.one<{ id: Id; fromOn: Day }>(
    sql`select standing.id, standing.from_on::text as "fromOn" from (${standingChange(sql`${unitId}::uuid`)}) standing`,
  )

/** The day whose set-up is the last that is known: today, or the day of a change that waits. What is proposed leans on that. */
export async function lastKnownDay(db: Db, unitId: Id, today: Day): Promise<Day> {
  const standing = await standingOf(db, unitId)
  return standing && standing.fromOn > today ? standing.fromOn : today
}
