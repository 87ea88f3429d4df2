import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Running } from '../contract.ts'

/** The row of `org.running` that holds on a day, as a lateral query of at most one row. */
export const runningOn = (unitId: Sql, day: Sql): Sql => sql`(select running.* from org.running
  where running.tenant_id = kernel.here() and running.unit_id = ${unitId} and running.from_on <= ${day}::date order by running.from_on desc limit 1)`

const inPlaceOf =
  (column: 'note_kinds' | 'shift_starts') =>
  (unit: Sql, day: Sql): Sql =>
    sql`coalesce((select running.${sql.ref(column)} from org.running
    where running.tenant_id = ${unit}.tenant_id and running.unit_id = ${unit}.id and running.from_on <= ${day}::date order by running.from_on desc limit 1), ${unit}.${sql.ref(column)})`

/** Kinds of note that a row of `org.unit` uses on a day. */
export const noteKindsOn = inPlaceOf('note_kinds')
/** When the shifts of a row of `org.unit` start on a day. */
export const shiftStartsOn = inPlaceOf('shift_starts')

/** As the wire tells it, of a row of `runningOn` that may be missing. */
export const runningColumns = (running: Sql): Sql => sql`
  ${running}.citizen_word as "citizenWord", coalesce(${running}.handover, true) as handover, ${running}.handover_order as "handoverOrder",
  coalesce(${running}.takes_over, true) as "takesOver", coalesce(${running}.goals, true) as goals, ${running}.goal_weeks as "goalWeeks",
  ${running}.pack_place as "packPlace", coalesce(num_nonnulls(${running}.note_kinds, ${running}.shift_starts, ${running}.citizen_word, ${running}.handover) > 0, false) as "isSetUp"`

export type RunsFrom = Running & { readonly unitId: Id; readonly fromOn: Day }

/** From the day on a unit's screens run on this; null where it is as org.unit says. Called by what applies a set-up, in its own command. */
export async function runFrom(db: Db, { unitId, fromOn, ...runs }: RunsFrom): Promise<void> {
  await db.run(
    sql`delete from org.running where tenant_id = kernel.here() and unit_id = ${unitId} and from_on >= ${fromOn}`,
  )
  const { noteKinds, shiftStarts, handover, takesOver, goals } = runs
  const { citizenWord, handoverOrder, goalWeeks, packPlace } = runs
  if (Object.values(runs).every((value) => value === null) && !(await hasRun(db, unitId))) return
  await db.run(sql`insert into org.running (unit_id, from_on, note_kinds, shift_starts, citizen_word, handover, handover_order, takes_over, goals, goal_weeks, pack_place)
    values (${unitId}, ${fromOn}, ${noteKinds}::text[], ${shiftStarts}::time[], ${citizenWord}, ${handover}, ${handoverOrder}, ${takesOver}, ${goals}, ${goalWeeks}, ${packPlace})`)
}

const hasRun = async (db: Db, unitId: Id): Promise<boolean> =>
  (await db.one(sql`select from org.running where tenant_id = kernel.here() and unit_id = ${unitId} limit 1`)) !==
  undefined

/** Whether a set-up holds that says what the unit runs on. */
export const isSetUp = async (db: Db, unitId: Id, day: Day): Promise<boolean> =>
  (await db.one(sql`select from ${runningOn(sql`${unitId}::uuid`, sql`${day}`)} running
    where num_nonnulls(running.note_kinds, running.shift_starts) > 0`)) !== undefined
