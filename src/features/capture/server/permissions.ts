import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Asked, Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** See days, needs and what became of the slips; no names stand there. */
export const mayRead = right('capture.read', [...careRoles, ...rolloutRoles])
/** Plan a day, open and close it, count who came. */
export const mayArrange = right('capture.arrange', ['coordinator'])
/** Work at the table: slips, themes, needs, merging. */
export const maySort = right('capture.sort', ['coordinator', 'super-user'])
/** Protest on behalf of a unit. */
export const mayProtest = right('capture.protest', ['unit-contact'])

/** The right is held at the place or anywhere below it: a super-user of one house works with the whole municipality's slips. */
export const within = (place: Sql, places: Sql): Sql => sql`exists (
  select from org.branch where branch.tenant_id = kernel.here() and branch.above_id = ${place} and branch.unit_id = any (${places}))`

const held = (right: Right): Sql => sql`array(${right.places})`
/** As `within`, for a right that is not the gate's. */
export const heldWithin = (right: Right, place: Sql): Sql => within(place, held(right))

/** Names of the acts the actor may do in the place's project. */
export const offersWithin = (rights: Record<string, Right>, place: Sql): Sql => {
  const offered = Object.entries(rights).map(
    ([act, right]) => sql`case when ${heldWithin(right, place)} then ${sql.lit(act)} end`,
  )
  return sql`array_remove(array[${sql.join(offered)}]::text[], null)`
}

const ofTable =
  (table: Sql, placeOf: (row: Sql) => Sql) =>
  <I>(right: Right, id: (input: Blanks<I>) => Blank): Gate<I> => ({
    right,
    rows: ({ input, reach }: Asked<I>) => sql`
      select record.id from ${table} record
      where record.tenant_id = kernel.here() and record.id = ${id(input)}::uuid and ${within(placeOf(sql`record`), reach)}`,
  })

const placeOfEvent = (id: Sql) =>
  sql`(select event.place_id from capture.event where event.tenant_id = kernel.here() and event.id = ${id})`

/** A day, a need, a slip or a theme in a project that the right reaches. */
export const ofEvent = ofTable(sql`capture.event`, (row) => sql`${row}.place_id`)
export const ofNeed = ofTable(sql`capture.need`, (row) => sql`${row}.place_id`)
export const ofSlip = ofTable(sql`capture.contribution`, (row) => placeOfEvent(sql`${row}.event_id`))
export const ofTheme = ofTable(sql`capture.theme`, (row) => placeOfEvent(sql`${row}.event_id`))
