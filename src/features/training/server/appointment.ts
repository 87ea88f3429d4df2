import { type Sql, sql } from '#kernel/server/sql.ts'

/** Text of iCalendar: backslash, semicolon and comma are escaped, a new line is written `\n`. @source RFC 5545, 3.3.11 */
const escaped = (text: Sql): Sql =>
  sql`replace(regexp_replace(${text}, ${sql.lit('([\\\\;,])')}, ${sql.lit('\\\\\\1')}, 'g'), chr(10), ${sql.lit('\\n')})`
const stamp = (at: Sql): Sql => sql`to_char(${at} at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')`
const NEW_LINE = sql`chr(13) || chr(10)`

/** One's place in a session as a calendar file with one event. Moments in UTC, so that no time zone table is needed. @source RFC 5545 */
export const appointmentOf = (enrolment: Sql): Sql => sql`
  select enrolment.id, course.code || '.ics' as name, concat_ws(${NEW_LINE}, 'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Roed Traad//training//DA', 'BEGIN:VEVENT',
    'UID:' || session.id || '@roedtraad', 'DTSTAMP:' || ${stamp(sql`session.changed_at`)}, 'SEQUENCE:' || session.version, 'DTSTART:' || ${stamp(sql`session.starts_at`)},
    'DTEND:' || ${stamp(sql`session.ends_at`)}, 'SUMMARY:' || ${escaped(sql`course.title`)}, 'LOCATION:' || ${escaped(sql`session.place`)},
    'STATUS:' || case when session.cancelled_because is null then 'CONFIRMED' else 'CANCELLED' end, 'END:VEVENT', 'END:VCALENDAR', '') as content
  from training.enrolment
  join training.session on session.tenant_id = enrolment.tenant_id and session.id = enrolment.session_id
  join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
  where enrolment.tenant_id = kernel.here() and enrolment.id = ${enrolment}`
