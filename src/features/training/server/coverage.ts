import { lastAppliedAt } from '#features/profiles/server/index.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { LEAST_FOR_SHARE } from '../rules.ts'
import { mayCount, mayName } from './permissions.ts'
import { listed } from './sessions.ts'
import { isApplied, isDone, isForPerson, isForUnit } from './set-up.ts'
import { coverageRows, isOnTheWay, isTrained, staff } from './staff.ts'

/** Somebody was on a course of their unit before its set-up last became another, and has not taken the five minutes since. */
export const isBehind = (employee: Sql, unit: Sql, today: Sql): Sql => sql`(
  select max(session.ends_at) < ${lastAppliedAt(unit, today)} and not exists (select from training.briefing
    where briefing.tenant_id = kernel.here() and briefing.unit_id = ${unit} and briefing.employee_id = ${employee} and briefing.briefed_at >= ${lastAppliedAt(unit, today)})
  from training.enrolment done
  join training.session on session.tenant_id = done.tenant_id and session.id = done.session_id
  join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id and course.sort in ('start', 'brief', 'super-user')
  where done.tenant_id = kernel.here() and done.employee_id = ${employee} and done.state = 'attended')`

/** Of fewer than five nobody is told how many, who may not see who they are anyway. */
const told = (count: Sql, among: Sql, names: Sql): Sql =>
  sql`case when ${names} or ${among} = 0 or ${among} >= ${sql.lit(LEAST_FOR_SHARE)} then ${count} end`

export const coverage = query(training.coverage, {
  may: anywhere(mayCount),
  audit: () => ({}),
  steps: ({ today }) => ({
    covered: coverageRows(sql`${today}::date`),
    people: sql`select staff.* from (${staff(sql`${today}::date`)}) staff`,
  }),
  read: ({ visible, now, today }) => {
    const names = sql`(unit.id = any (array(${mayName.places})))`
    const count = (among: Sql) => sql`(select count(*)::int from people where people.unit_id = unit.id and ${among})`
    const all = sql`covered.permanent + covered.temps`
    return sql`
      select unit.id, unit.name, covered.permanent, ${told(sql`covered.permanent_trained`, sql`covered.permanent`, names)} as "permanentTrained",
        covered.temps, ${told(sql`covered.temps_trained`, sql`covered.temps`, names)} as "tempsTrained",
        ${told(count(sql`not ${isTrained(sql`people.employee_id`)} and ${isOnTheWay(sql`people.employee_id`, sql`${now}::timestamptz`)}`), all, names)} as "onTheWay",
        ${told(count(sql`${isBehind(sql`people.employee_id`, sql`people.unit_id`, sql`${today}::date`)}`), all, names)} as "toBriefed",
        ${isApplied(sql`unit.id`, sql`${today}::date`)} as "isApplied", case when ${names} then array['names'] else '{}'::text[] end as permitted
      from covered join org.unit on unit.tenant_id = kernel.here() and unit.id = covered.unit_id
      where ${visible(sql`unit.id`)} and unit.closed_on is null
      order by unit.name collate "da-x-icu" limit 500`
  },
})

/** The courses of the municipality that are for a unit and somebody of its staff, and not taken. */
const lacking = (unit: Sql, person: Sql, now: Sql, today: Sql): Sql => sql`
  select course.id as "courseId", course.code, course.title,
    (select (min(session.starts_at) at time zone 'Europe/Copenhagen')::date from training.enrolment place
      join training.session on session.tenant_id = place.tenant_id and session.id = place.session_id
      where place.tenant_id = kernel.here() and place.employee_id = ${person}.employee_id and session.course_id = course.id
        and place.state in ('enrolled', 'waiting', 'invited') and session.ends_at > ${now} and session.cancelled_because is null) as "nextOn"
  from training.course
  join org.branch on branch.tenant_id = course.tenant_id and branch.above_id = course.place_id and branch.unit_id = ${unit}.id
  where course.tenant_id = kernel.here() and course.sort not in ('self-study', 'refresher')
    and ${isForUnit(sql`course`, unit, today)} and ${isForPerson(sql`course`, person, today)} and not ${isDone(sql`course`, sql`${person}.employee_id`)}
  order by course.code`

export const missing = query(training.missing, {
  may: at(mayName, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  steps: ({ input, today }) => ({
    people: sql`select staff.* from (${staff(sql`${today}::date`)}) staff where staff.unit_id = ${input.unitId}::uuid`,
  }),
  read: ({ input, now, today }) => sql`
    select found.* from (
      select employee.id, employee.name, employee.profession, people.is_temp as "isTemp", people.is_night as "isNight",
        ${listed(lacking(sql`unit`, sql`people`, sql`${now}::timestamptz`, sql`${today}::date`))} as courses
      from people join org.employee on employee.tenant_id = kernel.here() and employee.id = people.employee_id
      join org.unit on unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid) found
    where json_array_length(found.courses) > 0
    order by found."isTemp", found.name collate "da-x-icu" limit 500`,
})

/** A place in a session of the course that is still to come. */
const isPlaced = (course: Sql, employee: Sql, now: Sql): Sql => sql`exists (select from training.enrolment place
  join training.session on session.tenant_id = place.tenant_id and session.id = place.session_id
  where place.tenant_id = kernel.here() and place.employee_id = ${employee} and session.course_id = ${course} and place.state in ('enrolled', 'waiting')
    and session.ends_at > ${now} and session.cancelled_because is null)`

const freeSeats = (course: Sql, unit: Sql, now: Sql): Sql => sql`(
  select coalesce(sum(greatest(0, session.capacity - (select count(*) from training.enrolment taken
    where taken.tenant_id = kernel.here() and taken.session_id = session.id and taken.state in ('enrolled', 'attended')))), 0)::int
  from training.session join training.session_unit asked on asked.tenant_id = session.tenant_id and asked.session_id = session.id and asked.unit_id = ${unit}
  where session.tenant_id = kernel.here() and session.course_id = ${course} and session.starts_at > ${now} and session.cancelled_because is null)`

export const needs = query(training.needs, {
  may: anywhere(mayCount),
  audit: () => ({}),
  steps: ({ today }) => ({ people: sql`select staff.* from (${staff(sql`${today}::date`)}) staff` }),
  records: sql`select distinct "unitId" from rows`,
  read: ({ visible, now, today }) => {
    const names = sql`(needed."unitId" = any (array(${mayName.places})))`
    const day = sql`${today}::date`
    const moment = sql`${now}::timestamptz`
    return sql`
      select needed."unitId" || ' ' || needed."courseId" as id, needed."unitId", needed."unitName", needed."courseId", needed."courseCode", needed."courseTitle",
        needed.needs, ${told(sql`needed.missing`, sql`needed.needs`, names)} as missing, ${told(sql`needed.placed`, sql`needed.needs`, names)} as placed, needed.free
      from (
        select unit.id as "unitId", unit.name as "unitName", course.id as "courseId", course.code as "courseCode", course.title as "courseTitle",
          counted.needs, counted.missing, counted.placed, ${freeSeats(sql`course.id`, sql`unit.id`, moment)} as free
        from org.unit
        join org.branch on branch.tenant_id = unit.tenant_id and branch.unit_id = unit.id
        join training.course on course.tenant_id = unit.tenant_id and course.place_id = branch.above_id and course.sort not in ('self-study', 'refresher')
        cross join lateral (
          select count(*)::int as needs, (count(*) filter (where not ${isDone(sql`course`, sql`people.employee_id`)}))::int as missing,
            (count(*) filter (where not ${isDone(sql`course`, sql`people.employee_id`)} and ${isPlaced(sql`course.id`, sql`people.employee_id`, moment)}))::int as placed
          from people where people.unit_id = unit.id and ${isForPerson(sql`course`, sql`people`, day)}) counted
        where unit.tenant_id = kernel.here() and unit.kind = 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
          and counted.needs > 0 and ${isForUnit(sql`course`, sql`unit`, day)}) needed
      order by needed."unitName" collate "da-x-icu", needed."courseCode" limit 1000`
  },
})

/** Weeks ahead that are told of. */
const WEEKS = 8

export const seats = query(training.seats, {
  may: anywhere(mayCount),
  audit: () => ({}),
  // Sums of weeks: no record in particular.
  records: sql`select null::uuid where false`,
  read: ({ visible, now }) => sql`
    select told.week || ' ' || told."courseCode" as id, told.* from (
      select date_trunc('week', session.starts_at at time zone 'Europe/Copenhagen')::date as week, course.code as "courseCode", course.title as "courseTitle",
        count(*)::int as sessions, sum(session.capacity)::int as seats, sum(counts.taken)::int as taken, sum(counts.waiting)::int as waiting,
        (sum(counts.taken) * case when course.sort in ('brief', 'self-study') then 0 else course.minutes end)::int as "coverMinutes"
      from training.session join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
      cross join lateral (select (count(*) filter (where enrolment.state in ('enrolled', 'attended'))) as taken, (count(*) filter (where enrolment.state = 'waiting')) as waiting
        from training.enrolment where enrolment.tenant_id = kernel.here() and enrolment.session_id = session.id) counts
      where session.tenant_id = kernel.here() and session.cancelled_because is null and session.ends_at > ${now}::timestamptz
        and session.starts_at < ${now}::timestamptz + make_interval(weeks => ${sql.lit(WEEKS)})
        and exists (select from training.session_unit asked where asked.tenant_id = kernel.here() and asked.session_id = session.id and ${visible(sql`asked.unit_id`)})
      group by 1, course.id, course.code, course.title, course.sort, course.minutes) told
    order by told.week, told."courseCode" limit 500`,
})
