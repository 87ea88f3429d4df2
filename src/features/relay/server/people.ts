import { contactsOf } from '#features/clarification/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { SMALLEST_GROUP } from '../rules.ts'

/** Roles of those a message is for. */
const staff = [...careRoles, 'office']

const holdsOn = (grant: Sql, day: Sql) =>
  sql`${grant}.starts_on <= ${day}::date and (${grant}.ends_on is null or ${grant}.ends_on >= ${day}::date)`
const worksOn = (employee: Sql, day: Sql) =>
  sql`${employee}.employed_from <= ${day}::date and (${employee}.employed_to is null or ${employee}.employed_to >= ${day}::date)`

/**
 * Those a message is for, each once: who works in two of its units counts in the one they came to first.
 * Temps on a single shift are told, and are not of the group.
 */
export const groupOf = (message: Sql, day: Sql): Sql => sql`
  select distinct on (g.employee_id) g.employee_id, g.unit_id
  from relay.leg aim
  join org.role_grant g on g.tenant_id = aim.tenant_id and g.unit_id = aim.unit_id and g.role = any (${staff}::text[]) and ${holdsOn(sql`g`, day)}
  join org.employee e on e.tenant_id = g.tenant_id and e.id = g.employee_id and ${worksOn(sql`e`, day)}
  where aim.tenant_id = kernel.here() and aim.message_id = ${message}
  order by g.employee_id, g.starts_on, g.unit_id`

/** How many each unit of a message counts, and how many of them have it: unit_id, staff, reached. What the contact counted stands when it is more. */
export const countsOf = (message: Sql, day: Sql): Sql => sql`
  select leg.unit_id, coalesce(leg.counted_staff, crowd.people, 0)::int as staff,
    greatest(coalesce(leg.counted_reached, 0), (select count(*) from relay.receipt r
      where r.tenant_id = kernel.here() and r.message_id = leg.message_id and r.unit_id = leg.unit_id and r.in_group))::int as reached
  from relay.leg
  left join (select own.unit_id, count(*)::int as people from (${groupOf(message, day)}) own group by own.unit_id) crowd on crowd.unit_id = leg.unit_id
  where leg.tenant_id = kernel.here() and leg.message_id = ${message}`

/** Of 1, or null where the group is too small to be told about. Of a row of `countsOf`. */
export const shareIn = (counts: Sql): Sql =>
  sql`case when ${counts}.staff >= ${sql.lit(SMALLEST_GROUP)} then round(least(1, ${counts}.reached::numeric / ${counts}.staff), 3) end`

export type UnitPeople = {
  unitId: Id
  name: string
  shiftStarts: string[]
  roundTheClock: boolean
  /** Whom it falls to on the day. */
  actingId: Id | null
}

/** Of a unit's contact: contact_id, deputy_id or acting_id. */
export const contactIn = (unit: Sql, column: 'contact_id' | 'deputy_id' | 'acting_id', day: Sql): Sql =>
  sql`(select own.${sql.ref(column)} from ${contactsOf(day)} own where own.unit_id = ${unit})`

/** Open offers at or below a place: those that messages go to. */
export const unitsBelow = (place: Sql): Sql => sql`
  select unit.id, unit.name, unit.shift_starts, unit.round_the_clock from org.branch
  join org.unit on unit.tenant_id = branch.tenant_id and unit.id = branch.unit_id
  where branch.tenant_id = kernel.here() and branch.above_id = ${place} and unit.kind = 'offer' and unit.closed_on is null`

const peopleColumns = (
  day: Sql,
) => sql`below.id as "unitId", below.name, array(select to_char(start, 'HH24:MI') from unnest(below.shift_starts) start) as "shiftStarts",
  below.round_the_clock as "roundTheClock",
  ${contactIn(sql`below.id`, 'acting_id', day)} as "actingId"`

export const peopleBelow = (db: Db, placeId: Id, on: string): Promise<UnitPeople[]> =>
  db.all<UnitPeople>(
    sql`select ${peopleColumns(sql`${on}`)} from (${unitsBelow(sql`${placeId}::uuid`)}) below order by below.name collate "da-x-icu"`,
  )

/** Leaders of a unit itself, on a day. */
export const leadersIn = (unit: Sql, day: Sql): Sql => sql`
  select g.employee_id from org.role_grant g
  join org.employee e on e.tenant_id = g.tenant_id and e.id = g.employee_id and ${worksOn(sql`e`, day)}
  where g.tenant_id = kernel.here() and g.unit_id = ${unit} and g.role = 'unit-leader' and ${holdsOn(sql`g`, day)}`

/** Names of those who hold a role at the very place. */
export const holdersOf = (role: string, place: Sql, day: Sql): Sql => sql`
  select distinct e.id, e.name from org.role_grant g
  join org.employee e on e.tenant_id = g.tenant_id and e.id = g.employee_id and ${worksOn(sql`e`, day)}
  where g.tenant_id = kernel.here() and g.unit_id = ${place} and g.role = ${sql.lit(role)} and ${holdsOn(sql`g`, day)}`
