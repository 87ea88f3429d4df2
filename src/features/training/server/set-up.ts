import { likelyOfferGroup, offerGroupKeys } from '#features/org/offer-groups.ts'
import { offerKinds } from '#features/org/offer-kinds.ts'
import { isApplied, liveSettings } from '#features/profiles/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { holdsRole } from './staff.ts'

const on = (group: string | undefined): Sql => sql.lit(group ?? null)

/** What `likelyOfferGroup` says of a unit, as SQL made from it; null where neither offer type nor legal ground says. */
export const groupOf = (unit: Sql): Sql => sql`case
  ${sql.join(
    Object.keys(offerKinds).map(
      (kind) =>
        sql`when ${unit}.offer_type = ${sql.lit(kind)} then ${on(likelyOfferGroup({ offerType: kind, legalGrounds: [] }))}`,
    ),
    sql` `,
  )}
  when exists (select from unnest(${unit}.legal_grounds) ground where ground = 'SEL-84' or starts_with(ground, 'BL-80')) then 'respite'
  when 'SEL-85' = any (${unit}.legal_grounds) then 'home-support' end`

/** A value that turns something on. */
export const saysOn = (value: Sql): Sql => sql`${value} not in ('false'::jsonb, 'null'::jsonb, '[]'::jsonb)`

export const isOn = (
  unit: Sql,
  key: Sql,
  today: Sql,
): Sql => sql`exists (select from (${liveSettings(unit, today)}) live
  where live.key = ${key} and ${saysOn(sql`live.value`)})`

/** The course is asked of the unit: a session names it. Says more than a likely group where the two differ. */
const isAsked = (course: Sql, unit: Sql): Sql => sql`exists (select from training.session_unit asked
  join training.session on session.tenant_id = asked.tenant_id and session.id = asked.session_id and session.cancelled_because is null
  where asked.tenant_id = kernel.here() and asked.unit_id = ${unit} and session.course_id = ${course})`

/**
 * Whether a course (row) is for the staff of a unit (row) on a day: its groups of offers, and what the unit's own answers turned on.
 * A unit of no known group takes the courses whose sessions name it.
 */
export const isForUnit = (course: Sql, unit: Sql, today: Sql): Sql => sql`(
  (${course}.setting_key is null or ${isOn(sql`${unit}.id`, sql`${course}.setting_key`, today)})
  and (cardinality(${course}.offer_groups) in (0, ${sql.lit(offerGroupKeys.length)}) or ${groupOf(unit)} = any (${course}.offer_groups)
    or (${groupOf(unit)} is null and ${isAsked(sql`${course}.id`, sql`${unit}.id`)})))`

/** Whether a course (row) is for somebody of the staff (row of `staff`). */
export const isForPerson = (course: Sql, staff: Sql, today: Sql): Sql => sql`case ${course}.staff
  when 'all' then true when 'permanent' then not ${staff}.is_temp when 'temps-and-nights' then ${staff}.is_temp or ${staff}.is_night
  when 'super-users' then ${holdsRole(sql`${staff}.employee_id`, 'super-user', today)} else ${staff}.role = 'unit-leader' end`

/** Somebody trained as a super-user, a leader or a temp does not also need the start-up course, and the other way round. */
export const isDone = (course: Sql, employee: Sql): Sql => sql`exists (select from training.enrolment done
  join training.session on session.tenant_id = done.tenant_id and session.id = done.session_id
  join training.course taken on taken.tenant_id = session.tenant_id and taken.id = session.course_id
  where done.tenant_id = kernel.here() and done.employee_id = ${employee} and done.state = 'attended'
    and (taken.id = ${course}.id or (${course}.sort in ('start', 'brief') and taken.sort in ('start', 'super-user', 'leader', 'brief'))))`

export { isApplied }
