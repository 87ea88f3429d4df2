import { ZONE } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Given, Held } from '../contract.ts'

/** Whether a row of `held` holds on a day. */
export const holdsOn = (held: Sql, day: Sql): Sql =>
  sql`${held}.from_on <= ${day} and (${held}.to_on is null or ${held}.to_on > ${day})`

/** Where a value came from, as the wire tells it, of a row of `held` or `proposed`. */
export const sourceOf = (
  row: Sql,
): Sql => sql`jsonb_build_object('kind', ${row}.source_kind, 'ref', ${row}.source_ref, 'label', ${row}.source_label,
  'record', case when ${row}.source_record_id is not null then jsonb_build_object('kind', ${row}.source_record_kind, 'id', ${row}.source_record_id) end)`

/** What a unit runs on, on a day: rows of settingId, key, value, sinceOn, source. */
export const liveSettings = (unitId: Sql, day: Sql): Sql => sql`
  select setting.id as "settingId", setting.key, held.value, held.since_on as "sinceOn", ${sourceOf(sql`held`)} as source
  from profiles.setting join profiles.held on held.tenant_id = setting.tenant_id and held.setting_id = setting.id
  where setting.tenant_id = kernel.here() and setting.unit_id = ${unitId} and ${holdsOn(sql`held`, day)}`

/** JSON comes as text to commands. */
export type Unread<T> = Omit<T, 'value' | 'source'> & { value: string; source: string }
export const readGiven = <T extends Given>(rows: readonly Unread<T>[]): T[] =>
  rows.map((row) => ({ ...row, value: JSON.parse(row.value), source: JSON.parse(row.source) }) as unknown as T)

export const liveOf = async (db: Db, unitId: Id, day: string): Promise<Held[]> =>
  readGiven<Held>(
    await db.all<Unread<Held>>(sql`select "settingId", key, value, "sinceOn"::text as "sinceOn", source
      from (${liveSettings(sql`${unitId}::uuid`, sql`${day}::date`)}) live`),
  )

/** A condition: a set-up has been applied in the unit and holds on the day. */
export const isApplied = (unitId: Sql, day: Sql): Sql => sql`exists (select from profiles.change
  where change.tenant_id = kernel.here() and change.unit_id = ${unitId} and change.undone_at is null and change.from_on <= ${day})`

/** When the unit's set-up last became another, by a change or by its undoing; null: never. A change that waits for its day does not count yet. */
export const lastAppliedAt = (unitId: Sql, day: Sql): Sql => sql`(
  select max(greatest(change.applied_at, change.from_on::timestamp at time zone ${sql.lit(ZONE)}, change.undone_at)) from profiles.change
  where change.tenant_id = kernel.here() and change.unit_id = ${unitId} and change.from_on <= ${day}
    and (change.undone_on is null or change.undone_on > change.from_on))`
