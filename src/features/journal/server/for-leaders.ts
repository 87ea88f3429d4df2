import { seesCitizen, tiedOn } from '#features/citizens/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { ZONE } from '#kernel/lang/day.ts'
import { now, type Seeing, today } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { amendments, happenedAt, important } from './note-rows.ts'

const DAYS_SHOWN = 14
const DAYS_OF_SILENCE = 7
const DAYS_IMPORTANT = 3
const MOST_UNREAD = 100

/** Nothing is counted or listed about somebody whom the reader is kept apart from. */
const mine = (asked: Seeing, citizen: Sql) => sql`not ${asked.apart(citizen)}`

const localDay = (moment: Sql) => sql`(${moment} at time zone ${sql.lit(ZONE)})::date`
const days = (count: number) => sql`make_interval(days => ${sql.lit(count)})`

/** Notes of a unit on each of the last days, oldest first: day, notes, important. Withdrawn ones do not count. */
export const notesPerDay = (asked: Seeing, unit: Sql): Sql => sql`
  select series.day::date as day, count(noted.day)::int as notes, count(noted.day) filter (where noted.important)::int as important
  from generate_series(${today}::date - ${sql.lit(DAYS_SHOWN - 1)}, ${today}::date, interval '1 day') as series (day)
  left join (
    select ${localDay(happenedAt)} as day, ${important} as important
    from journal.note ${amendments}
    where note.tenant_id = kernel.here() and note.unit_id = ${unit} and withdrawal.note_id is null and ${mine(asked, sql`note.citizen_id`)}
      and note.happened_at >= ${now}::timestamptz - ${days(DAYS_SHOWN + 1)}) noted on noted.day = series.day::date
  group by series.day order by series.day`

/** How many citizens who have been here for a week have no note of that week. */
export const silentCitizens = (asked: Seeing, unit: Sql): Sql => sql`
  select count(distinct tie.citizen_id)::int from citizens.tie
  where tie.tenant_id = kernel.here() and tie.unit_id = ${unit} and ${tiedOn(sql`tie`, today)} and ${mine(asked, sql`tie.citizen_id`)}
    and tie.from_on <= ${today}::date - ${sql.lit(DAYS_OF_SILENCE)}
    and not exists (
      select from journal.note ${amendments}
      where note.tenant_id = kernel.here() and note.citizen_id = tie.citizen_id and note.unit_id = ${unit} and withdrawal.note_id is null
        and note.happened_at >= ${now}::timestamptz - ${days(DAYS_OF_SILENCE)})`

/** How many drafts in the unit were begun more than a day ago; whose is nobody's business. */
export const oldDrafts = (asked: Seeing, unit: Sql): Sql => sql`
  select count(*)::int from journal.draft
  where draft.tenant_id = kernel.here() and draft.unit_id = ${unit} and draft.ended_at is null and ${mine(asked, sql`draft.citizen_id`)} and draft.started_at < ${now}::timestamptz - interval '24 hours'`

/** People who work with citizens in the unit today. */
const staff = (unit: Sql) => sql`
  select distinct employee.id from org.branch
  join org.role_grant on role_grant.tenant_id = branch.tenant_id and role_grant.unit_id = branch.above_id
  join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
  where branch.tenant_id = kernel.here() and branch.unit_id = ${unit} and role_grant.role = any (${[...careRoles]}::text[])
    and role_grant.starts_on <= ${today}::date and (role_grant.ends_on is null or role_grant.ends_on >= ${today}::date)
    and employee.employed_from <= ${today}::date and (employee.employed_to is null or employee.employed_to >= ${today}::date)`

/** Local start of the shift in which something was written: the last one before it, or before midnight that of yesterday evening. */
const shiftOf = (moment: Sql, starts: Sql) => sql`(
  select to_char(coalesce(max(start) filter (where start <= (${moment} at time zone ${sql.lit(ZONE)})::time), max(start)), 'HH24:MI') from unnest(${starts}) start)`

/**
 * Important notes of the last days that too few have read, newest first. Never who. How many of how many is said
 * only when at least `smallest` people were to read it; otherwise only whether nobody did.
 * Columns: "noteId", "citizenId", "writtenAt", shift, readers, of, nobody.
 */
export const unreadImportant = (asked: Seeing, unit: { id: Sql; shiftStarts: Sql }, smallest: number): Sql => sql`
  select counted.id as "noteId", counted.citizen_id as "citizenId", counted.written_at as "writtenAt", counted.shift,
    case when counted."of" >= ${sql.lit(smallest)} then counted.readers end as readers,
    case when counted."of" >= ${sql.lit(smallest)} then counted."of" end as "of", counted.readers = 0 as nobody
  from (
    select note.id, note.citizen_id, note.written_at, ${shiftOf(sql`note.written_at`, unit.shiftStarts)} as shift, count(person.id)::int as "of",
      count(reading.note_id)::int as readers
    from journal.note ${amendments}
    left join (${staff(unit.id)}) person on person.id <> note.author_id
    left join journal.reading on reading.tenant_id = kernel.here() and reading.note_id = note.id and reading.employee_id = person.id
      and reading.version = coalesce(correction.version, 1)
    where note.tenant_id = kernel.here() and note.unit_id = ${unit.id} and note.written_at >= ${now}::timestamptz - ${days(DAYS_IMPORTANT)}
      and ${important} and withdrawal.note_id is null and ${seesCitizen(asked, sql`note.citizen_id`)}
    group by note.id, note.citizen_id, note.written_at) counted
  where counted."of" > 0 and (counted.readers = 0 or (counted."of" >= ${sql.lit(smallest)} and counted.readers * 2 < counted."of"))
  order by counted.written_at desc limit ${sql.lit(MOST_UNREAD)}`
