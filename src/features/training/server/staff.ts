import { careRoles } from '#features/org/roles.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { trainingSorts } from '../rules.ts'

const floor = sql`${[...careRoles]}::text[]`

/**
 * Everybody who works with citizens on a day, once each: in the unit they were first given a role in. Somebody in two units needs the
 * start-up course once, so they count once [D]. Rows: employee_id, unit_id, is_temp, is_night, role.
 */
export const staff = (today: Sql): Sql => sql`
  select distinct on (given.employee_id) given.employee_id, given.unit_id, given.role, given.role = 'temp-worker' as is_temp, given.role = 'night-worker' as is_night
  from org.role_grant given
  join org.employee on employee.tenant_id = given.tenant_id and employee.id = given.employee_id
    and employee.employed_from <= ${today} and (employee.employed_to is null or employee.employed_to >= ${today})
  where given.tenant_id = kernel.here() and given.role = any (${floor})
    and given.starts_on <= ${today} and (given.ends_on is null or given.ends_on >= ${today})
  order by given.employee_id, given.starts_on, given.granted_at, given.id`

export const holdsRole = (employee: Sql, role: string, today: Sql): Sql => sql`exists (select from org.role_grant also
  where also.tenant_id = kernel.here() and also.employee_id = ${employee} and also.role = ${sql.lit(role)}
    and also.starts_on <= ${today} and (also.ends_on is null or also.ends_on >= ${today}))`

const countsAs = sql`course.sort = any (${[...trainingSorts]}::text[])`

/** Whether somebody has attended a course that makes them ready for the start. */
export const isTrained = (employee: Sql): Sql => sql`exists (select from training.enrolment done
  join training.session on session.tenant_id = done.tenant_id and session.id = done.session_id
  join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id and ${countsAs}
  where done.tenant_id = kernel.here() and done.employee_id = ${employee} and done.state = 'attended')`

/** Whether somebody has a place in such a course that is still to come. */
export const isOnTheWay = (employee: Sql, now: Sql): Sql => sql`exists (select from training.enrolment coming
  join training.session on session.tenant_id = coming.tenant_id and session.id = coming.session_id and session.ends_at > ${now} and session.cancelled_because is null
  join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id and ${countsAs}
  where coming.tenant_id = kernel.here() and coming.employee_id = ${employee} and coming.state in ('enrolled', 'waiting'))`

/** Unit by unit: unit_id, permanent, permanent_trained, temps, temps_trained. Permanent staff and temps are counted apart. */
export const coverageRows = (today: Sql): Sql => sql`
  select staff.unit_id, (count(*) filter (where not staff.is_temp))::int as permanent,
    (count(*) filter (where not staff.is_temp and ${isTrained(sql`staff.employee_id`)}))::int as permanent_trained,
    (count(*) filter (where staff.is_temp))::int as temps,
    (count(*) filter (where staff.is_temp and ${isTrained(sql`staff.employee_id`)}))::int as temps_trained
  from (${staff(today)}) staff group by staff.unit_id`

/** For readiness: of a unit's permanent staff, or of its temps, the share that is trained, 0 to 1; null where there are none. */
export const coverageOf = (unit: Sql, today: Sql, who: 'permanent' | 'temps'): Sql => sql`(
  select ${sql.ref(`${who}_trained`)}::numeric / nullif(${sql.ref(who)}, 0) from (${coverageRows(today)}) covered where covered.unit_id = ${unit})`

/** Minutes that staff of a place's units have spent on its courses. */
export const minutesTaught = (place: Sql): Sql => sql`(
  select coalesce(sum(course.minutes), 0)::int from training.enrolment
  join training.session on session.tenant_id = enrolment.tenant_id and session.id = enrolment.session_id
  join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
  where enrolment.tenant_id = kernel.here() and course.place_id = ${place} and enrolment.state = 'attended')`
