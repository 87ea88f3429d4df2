import { calledName, fullName, seenThrough, warningChanges } from '#features/citizens/server/index.ts'
import { stayChanges } from '#features/stays/server/index.ts'
import type { Asked } from '#kernel/server/permission.ts'
import { at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { HandoverNote, journal } from '../contract.ts'
import { DAYS_IMPORTANT_WAITS } from '../rules.ts'
import { amendments, noteById, noteColumns, noteFields } from './note-rows.ts'
import { classReached, mayRead } from './permissions.ts'
import { openReminders, reminderColumns } from './reminders.ts'

const MOST_NOTES = 400
const MOST_OTHER = 200

type Input = { unitId: string; from: string; mineOnly: boolean }
type HandoverAsked = Asked<Input>

const lastTakeover = ({ input, actor }: HandoverAsked) => sql`
  select takeover.taken_at, takeover.era, takeover.seen from journal.takeover
  where takeover.tenant_id = kernel.here() and takeover.employee_id = ${actor} and takeover.unit_id = ${input.unitId}::uuid
  order by takeover.taken_at desc, takeover.id desc limit 1`

/**
 * Rows that my last takeover could not see. Never by time of writing: a note of a slow transaction appears after notes written later.
 * The first condition lets the index begin at the oldest transaction that was still running then; the second decides.
 */
const unseen = (row: Sql) => sql`
  (${row}.era, ${row}.tx) >= ((select era from last), (select pg_snapshot_xmin(seen) from last))
  and (${row}.era > (select era from last) or not pg_visible_in_snapshot(${row}.tx, (select seen from last)))`

const amendedWhere = (unit: Sql, which: (row: Sql, writtenAt: Sql) => Sql) => sql`
  select correction.note_id from journal.correction
  where correction.tenant_id = kernel.here() and correction.unit_id = ${unit} and ${which(sql`correction`, sql`correction.written_at`)}
  union
  select withdrawal.note_id from journal.withdrawal
  where withdrawal.tenant_id = kernel.here() and withdrawal.unit_id = ${unit} and ${which(sql`withdrawal`, sql`withdrawal.withdrawn_at`)}`

/** The last 24 hours: what is new to somebody who never took over here, and what is shown when one asks for the day. */
const bounds = ({ input, now }: HandoverAsked) => sql`
  select case when ${input.from}::text = 'day' or not exists (select from last) then ${now}::timestamptz - interval '24 hours' else 'infinity' end as late,
    ${now}::timestamptz - make_interval(days => ${sql.lit(DAYS_IMPORTANT_WAITS)}) as waiting`

const late = sql`(select late from bounds)`
const waitingFrom = sql`(select waiting from bounds)`

/**
 * The notes there may be something about, each once and straight off the index that finds it: unseen; of the day; waiting for a
 * fortnight, important or amended; and older ones amended lately. What one branch has, the next leaves out.
 */
const candidates = ({ input }: HandoverAsked) => {
  const known = sql`(${unseen(sql`note`)}) is not true`
  const ofUnit = (fresh: Sql, which: Sql) => sql`
    select ${noteFields}, ${fresh} as fresh from journal.note
    where note.tenant_id = kernel.here() and note.unit_id = ${input.unitId}::uuid and ${which}`
  return sql`
    ${ofUnit(sql`true`, unseen(sql`note`))}
    union all
    ${ofUnit(sql`false`, sql`note.written_at >= ${late} and ${known}`)}
    union all
    ${ofUnit(sql`false`, sql`(note.important or note.amended) and note.written_at >= ${waitingFrom} and note.written_at < ${late} and ${known}`)}
    union all
    select ${noteFields}, false from (select note_id from amended_unseen union select note_id from amended_lately) amended
    ${noteById(sql`amended.note_id`)}
    where note.written_at < ${waitingFrom} and ${known}`
}

/** What I wrote I have read; what was corrected after I read it I have not. Asked note by note (so the offset), never of all I ever read. */
const readByMe = ({
  actor,
}: HandoverAsked) => sql`(coalesce(correction.author_id, note.author_id) = ${actor} or exists (
  select from journal.reading where reading.tenant_id = kernel.here() and reading.note_id = note.id and reading.employee_id = ${actor}
    and reading.version = coalesce(correction.version, 1) offset 0))`

/** My own citizens; where people do not live, those who came today too. */
const myCitizens = ({ input, actor, today }: HandoverAsked) => sql`
  select contact_person.citizen_id from citizens.contact_person
  where contact_person.tenant_id = kernel.here() and contact_person.employee_id = ${actor} and contact_person.unit_id = ${input.unitId}::uuid
    and contact_person.from_on <= ${today}::date and (contact_person.to_on is null or contact_person.to_on >= ${today}::date)
  union
  select attendance.citizen_id from stays.attendance
  join org.unit on unit.tenant_id = attendance.tenant_id and unit.id = attendance.unit_id and not unit.round_the_clock
  where attendance.tenant_id = kernel.here() and attendance.unit_id = ${input.unitId}::uuid and attendance.day = ${today}::date and attendance.here`

/** Citizens of the unit whom the reader sees. */
const within = (asked: HandoverAsked) => sql`
  select tie.citizen_id from citizens.tie
  where tie.tenant_id = kernel.here() and tie.unit_id = ${asked.input.unitId}::uuid and ${seenThrough(asked, sql`tie`)}`

/** What is about nobody concerns everybody. */
const concernsMe = ({ input }: HandoverAsked, citizen: Sql) =>
  sql`(${citizen} is null or (${citizen} in (select citizen_id from within) and (not ${input.mineOnly}::boolean or ${citizen} in (select citizen_id from mine))))`

const isLate = sql`(note.written_at >= ${late} or (note.amended and note.id in (select note_id from amended_lately)))`
const isNew = sql`(note.fresh or (note.amended and note.id in (select note_id from amended_unseen))
  or (not exists (select from last) and ${isLate}))`

const noted = (asked: HandoverAsked) => sql`
  select ${noteColumns}, ${isNew} as "isNew", ${readByMe(asked)} as read, withdrawal.note_id is not null as gone, ${isLate} as late
  from (${candidates(asked)}) note
  ${amendments}
  where ${concernsMe(asked, sql`note.citizen_id`)} and ${classReached(sql`note.kind`, sql`note.unit_id`)}`

/** Important and unread always; the rest is what is new, or of the last day when that is what was asked for. */
const shown = ({ input }: HandoverAsked) => sql`
  select * from noted
  where (important and not read and not gone) or late
    or ("isNew" and (${input.from}::text = 'last' or (important and not gone)))
  order by (important and not gone) desc, "happenedAt" desc limit ${sql.lit(MOST_NOTES)}`

const noteKeys = sql.join(Object.keys(HandoverNote.shape).map((key) => sql.ref(key)))

const since = ({ now }: HandoverAsked) =>
  sql`coalesce((select taken_at from last), ${now}::timestamptz - interval '24 hours')`

const changes = (asked: HandoverAsked) => {
  const from = { unit: asked.input.unitId, since: since(asked) }
  return sql`
    select change.kind, change."citizenId", change."on", change.text
    from ((${warningChanges(from)}) union all (${stayChanges(from)})) as change (kind, "citizenId", "on", text)
    where ${concernsMe(asked, sql`change."citizenId"`)} order by change."on" desc limit ${sql.lit(MOST_OTHER)}`
}

const reminders = (asked: HandoverAsked) => sql`
  select ${reminderColumns} from journal.reminder
  where ${openReminders(asked.input.unitId, asked.now)} and ${concernsMe(asked, sql`reminder.citizen_id`)}
  order by reminder.expires_at limit ${sql.lit(MOST_OTHER)}`

const named = sql`select "citizenId" as id from shown union select "citizenId" from changed union select "citizenId" from reminded`

const people = sql`
  select citizen.id, ${calledName(sql`citizen`)} as "calledName", ${fullName(sql`citizen`)} as "fullName"
  from (${named}) named
  join lateral (select * from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = named.id offset 0) citizen on true`

const listed = (rows: Sql) => sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`

/** Since last (siden sidst): what my last takeover of the unit could not see. The cursor is the snapshot of this very statement. */
export const handover = query(journal.handover, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { from: input.from, mineOnly: input.mineOnly } }),
  records: sql`select id from shown`,
  subjects: named,
  steps: (asked) => ({
    last: lastTakeover(asked),
    bounds: bounds(asked),
    amended_unseen: amendedWhere(sql`${asked.input.unitId}::uuid`, unseen),
    amended_lately: amendedWhere(sql`${asked.input.unitId}::uuid`, (_, at) => sql`${at} >= ${late}`),
    mine: myCitizens(asked),
    within: within(asked),
    noted: noted(asked),
    shown: shown(asked),
    reminded: reminders(asked),
    changed: changes(asked),
  }),
  read: (asked) => sql`
    select ${asked.input.unitId}::uuid as id,
      json_build_object('era', kernel.current_era(), 'seen', pg_current_snapshot()::text) as cursor,
      (select taken_at from last) as since,
      ${listed(sql`select ${noteKeys} from shown`)} as notes,
      (select count(*) from noted where "isNew")::int - (select count(*) from shown where "isNew")::int as more,
      ${listed(sql`select * from reminded order by "expiresAt"`)} as reminders,
      ${listed(sql`select * from changed order by "on" desc`)} as changes,
      ${listed(people)} as people`,
})
