import { careRoles, healthRoles } from '#features/org/roles.ts'

/** A statement with `{name}` where a request's value goes. */
export type ThinStatement = { name: string; text: string }

const array = (roles: readonly string[]) => `array['${roles.join("','")}']`
const through = (right: string, roles: readonly string[]) =>
  `held.role = any (${array(roles)}) and '${right}' <> all (held.lacking)`
const unitsOf = (right: string, roles: readonly string[]) =>
  `array(select distinct unit_id from held where ${through(right, roles)})`

/**
 * The least that is still honest: the session by its token, the units within reach, those where it reaches health notes, and
 * whom the person is kept apart from. Temps, who reach only those present, get in nowhere.
 */
const opening = `me as materialized (select actor_id, id from kernel.session where tenant_id = kernel.here()
    and token_hash = sha256(convert_to({token}::text, 'UTF8')) and ended_at is null and expires_at > now()),
  held as materialized (select held.* from me, org.held(me.actor_id, now(), current_date) held where not held.brief),
  reach as materialized (select ${unitsOf('journal.read', careRoles)} as units, ${unitsOf('journal.read-health', healthRoles)} as health,
    array(select org.apart((select actor_id from me), current_date)) as apart)`

/** A citizen is seen for so long after they left the unit. */
const tieHolds = (
  days: number,
) => `tie.tenant_id = kernel.here() and tie.unit_id = any ((select units from reach)::uuid[])
    and tie.citizen_id <> all ((select apart from reach)::uuid[]) and tie.from_on <= current_date
    and (tie.to_on is null or tie.to_on >= current_date - ${days})`
const classReached = `(note.kind <> 'health' or note.unit_id = any ((select health from reach)::uuid[]))`

const outcome = `case when exists (select from may) then 'done' else 'denied' end`

type Entry = {
  action: string
  scope?: string
  person?: string
  records: string
  subjects?: string
  about: string
  relation?: string
}
const audit = ({
  action,
  scope = 'null::uuid',
  person = 'null::uuid',
  records,
  subjects,
  about,
  relation = 'null',
}: Entry) => `
  trail as (insert into kernel.audit (at, actor_id, session_id, action, outcome, scope_id, subject_id, records, about, roles, subjects, relation)
    select now(), actor_id, me.id, '${action}', ${outcome}, here.scope, ${person}, array(${records}), jsonb_build_object(${about}),
      array(select distinct role from held where ${through(action === 'journal.write' ? 'journal.write' : 'journal.read', careRoles)} and (here.scope is null or held.unit_id = here.scope)),
      ${subjects ? `array(select distinct id from (${subjects}) subject (id) where id is not null)` : `'{}'`}, ${relation} from me, (select ${scope} as scope) here)`

const answer = (json: string) => `select exists (select from may) as may, ${json} as json`

const present = `
  left join lateral (select c.* from journal.correction c where note.amended and c.tenant_id = kernel.here()
    and c.note_id = note.id order by c.version desc limit 1) c on true
  left join lateral (select w.* from journal.withdrawal w where note.amended and w.tenant_id = kernel.here()
    and w.note_id = note.id limit 1) w on true`

/** A note as the contract has it, but for the acts permitted; a withdrawn one without its words, whoever asks. */
const fields: Record<string, string> = {
  id: 'note.id',
  citizenId: 'note.citizen_id',
  unitId: 'note.unit_id',
  kind: 'note.kind',
  happenedAt: 'coalesce(c.happened_at, note.happened_at)',
  writtenAt: 'note.written_at',
  authorId: 'note.author_id',
  authorName: 'note.author_name',
  text: `case when w.note_id is null then coalesce(c.text, note.text) else '' end`,
  important: 'coalesce(c.important, note.important)',
  theme: 'case when w.note_id is not null then null when c.note_id is null then note.theme else c.theme end',
  belongsTo: `case when note.tied then array(select b.matter_id from journal.belonging b
    where b.tenant_id = kernel.here() and b.note_id = note.id and b.ended_at is null) else '{}'::uuid[] end`,
  version: 'coalesce(c.version, 1)',
  correctedAt: 'c.written_at',
  withdrawn: `case when w.note_id is not null then json_build_object('reason', w.reason, 'byName', w.withdrawn_by_name, 'at', w.withdrawn_at) end`,
}
const columns = Object.entries(fields)
  .map(([key, from]) => `${from} as "${key}"`)
  .join(', ')
const noteKeys = Object.keys(fields)
  .map((key) => `"${key}"`)
  .join(', ')

const rowsAsJson = `(select coalesce(json_agg(rows), '[]')::text from rows)`

export const create: ThinStatement = {
  name: 'create',
  text: `with ${opening},
  may as materialized (select tie.unit_id as id from citizens.tie
    where tie.citizen_id = {citizenId}::uuid and tie.unit_id = {unitId}::uuid and ${tieHolds(30)} limit 1),
  work as (insert into journal.note (id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text)
    select {id}::uuid, may.id, {citizenId}::uuid, 'diary', now(), now(), employee.id, employee.name, {text}::text
    from may join org.employee on employee.tenant_id = kernel.here() and employee.id = (select actor_id from me)
    returning id, 1 as version, written_at as "writtenAt"),
  first as (insert into kernel.answer (actor_id, command, key, body_hash, answer, answered_at)
    select me.actor_id, 'journal.write', {key}::text, sha256(convert_to({text}::text, 'UTF8')), to_jsonb(work), now() from me, work),
  ${audit({ action: 'journal.write', scope: '{unitId}::uuid', person: '{citizenId}::uuid', records: 'select id from work', about: `'kind', 'diary'` })}
  ${answer('(select to_json(work)::text from work)')}`,
}

export const latest: ThinStatement = {
  name: 'latest',
  text: `with ${opening},
  may as materialized (select tie.unit_id as id, tie.because from citizens.tie
    where tie.citizen_id = {citizenId}::uuid and ${tieHolds(90)} order by tie.to_on desc nulls first limit 1),
  rows as materialized (select ${columns} from journal.note ${present}
    where note.tenant_id = kernel.here() and note.citizen_id = {citizenId}::uuid and exists (select from may)
      and array_position((select units from reach), note.unit_id) is not null and ${classReached}
    order by note.happened_at desc fetch first 50 rows with ties),
  ${audit({ action: 'journal.ofCitizen', scope: '(select id from may)', person: '{citizenId}::uuid', records: 'select id from rows', about: `'only', 'all'`, relation: '(select because from may)' })}
  ${answer(rowsAsJson)}`,
}

const unseen = (
  row: string,
) => `(${row}.era, ${row}.tx) >= ((select era from last), (select pg_snapshot_xmin(seen) from last))
    and (${row}.era > (select era from last) or not pg_visible_in_snapshot(${row}.tx, (select seen from last)))`
const known = (row: string) => `(${unseen(row)}) is not true`
const kept =
  'id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important, theme, amended, tied'
const ofUnit = (fresh: boolean, which: string) => `select ${kept}, ${fresh} as fresh
    from journal.note where note.tenant_id = kernel.here() and note.unit_id = (select id from may) and ${which}`
const amendedSince = (condition: (row: string, at: string) => string) => `
    select note_id from journal.correction c where tenant_id = kernel.here() and unit_id = (select id from may) and ${condition('c', 'c.written_at')}
    union select note_id from journal.withdrawal w where tenant_id = kernel.here() and unit_id = (select id from may) and ${condition('w', 'w.withdrawn_at')}`
const day = `now() - interval '24 hours'`
const fortnight = `now() - interval '14 days'`
const named = `select "citizenId" from rows union select "citizenId" from changes union select "citizenId" from reminders`
const late = `(note.written_at >= ${day} or (note.amended and note.id in (select note_id from lately)))`

/** The day's notes of a unit, the unread important ones of a fortnight and what is new since the last takeover, with reminders, changes, names and the cursor. */
export const handover: ThinStatement = {
  name: 'handover',
  text: `with ${opening},
  may as materialized (select {unitId}::uuid as id from reach where {unitId}::uuid = any (units)),
  last as materialized (select taken_at, era, seen from journal.takeover where tenant_id = kernel.here()
    and employee_id = (select actor_id from me) and unit_id = (select id from may) order by taken_at desc, id desc limit 1),
  within as materialized (select tie.citizen_id from citizens.tie where tie.unit_id = (select id from may) and ${tieHolds(90)}),
  lately as materialized (${amendedSince((_, at) => `${at} >= ${day}`)}),
  unseen as materialized (${amendedSince(unseen)}),
  notes as materialized (select ${columns}, note.fresh or (note.amended and note.id in (select note_id from unseen))
      or (not exists (select from last) and ${late}) as "isNew",
      coalesce(c.author_id, note.author_id) = (select actor_id from me) or exists (select from journal.reading
        where reading.tenant_id = kernel.here() and reading.note_id = note.id and reading.employee_id = (select actor_id from me)
          and reading.version = coalesce(c.version, 1) offset 0) as read, w.note_id is not null as gone, ${late} as late
    from (${ofUnit(true, unseen('note'))}
      union all ${ofUnit(false, `note.written_at >= ${day} and ${known('note')}`)}
      union all ${ofUnit(false, `(important or amended) and written_at >= ${fortnight} and written_at < ${day} and ${known('note')}`)}
      union all select ${kept}, false from (select note_id from lately union select note_id from unseen) amended
        join lateral (select note.* from journal.note where tenant_id = kernel.here() and id = amended.note_id offset 0) note on true
        where written_at < ${fortnight} and ${known('note')}) note
    ${present}
    where (note.citizen_id is null or note.citizen_id in (select citizen_id from within)) and ${classReached}),
  rows as materialized (select * from notes where late or (important and not gone and (not read or "isNew"))
    order by important and not gone desc, "happenedAt" desc limit 400),
  reminders as materialized (select id, unit_id as "unitId", citizen_id as "citizenId", text, author_name as "authorName",
      written_at as "writtenAt", expires_at as "expiresAt", version from journal.reminder
    where tenant_id = kernel.here() and unit_id = (select id from may) and expires_at > now() and done_at is null
      and (citizen_id is null or citizen_id in (select citizen_id from within)) order by expires_at limit 200),
  since as materialized (select coalesce((select taken_at from last), ${day}) as at),
  changes as materialized (
    select event.kind, citizen_id as "citizenId", (event.at at time zone 'Europe/Copenhagen')::date as "on", text
    from since, citizens.warning, lateral (values ('warned', written_at), ('warning-ended', ended_at)) event (kind, at)
    where tenant_id = kernel.here() and event.at > since.at and citizen_id in (select tie.citizen_id from citizens.tie where tie.tenant_id = kernel.here()
      and tie.unit_id = (select id from may) and tie.from_on <= current_date and (tie.to_on is null or tie.to_on >= current_date))
    union all
    select event.kind, citizen_id, event.day, null
    from since, stays.stay, lateral (values ('moved-in', starts_on, version = 1),
      (case when end_reason = 'died' then 'died' else 'moved-out' end, ends_on, version > 1)) event (kind, day, latest)
    where tenant_id = kernel.here() and unit_id = (select id from may) and event.day <= current_date
      and citizen_id in (select citizen_id from within)
      and (event.day >= (since.at at time zone 'Europe/Copenhagen')::date or (event.latest and changed_at > since.at))
    order by 3 desc limit 200),
  ${audit({ action: 'journal.handover', scope: '{unitId}::uuid', records: 'select id from rows', subjects: named, about: `'from', 'day', 'mineOnly', 'false'` })}
  ${answer(`(select to_json(whole)::text from (select may.id,
    json_build_object('era', kernel.current_era(), 'seen', pg_current_snapshot()::text) as cursor, (select taken_at from last) as since,
    (select coalesce(json_agg(listed), '[]') from (select ${noteKeys}, "isNew", read from rows) listed) as notes,
    (select count(*) from notes where "isNew")::int - (select count(*) from rows where "isNew")::int as more,
    (select coalesce(json_agg(reminders), '[]') from reminders) as reminders,
    (select coalesce(json_agg(changes), '[]') from changes) as changes,
    (select coalesce(json_agg(named), '[]') from (select id, coalesce(nullif(btrim(preferred_name), ''), given_name) as "calledName",
      btrim(given_name || ' ' || family_name) as "fullName" from citizens.citizen where tenant_id = kernel.here() and id in (${named})) named) as people
    from may) whole)`)}`,
}

/** By the reviewed search function, as we: a tenant's role has no other way to the word index, and it asks all there is to ask. */
export const search: ThinStatement = {
  name: 'search',
  text: `with ${opening},
  may as materialized (select from reach where units <> '{}'),
  rows as materialized (select ${columns}, ts_headline('danish', coalesce(c.text, note.text), websearch_to_tsquery('danish', {words}::text),
      'StartSel=«, StopSel=», MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "') as passage,
      coalesce(nullif(btrim(citizen.preferred_name), ''), citizen.given_name) as "calledName"
    from journal.search((select actor_id from me), now(), current_date, 'journal.read', ${array(careRoles)},
        'journal.read-health', ${array(healthRoles)}, array['health'], 90, {words}::text, 50) found
    join lateral (select note.* from journal.note where note.tenant_id = kernel.here() and note.id = found.note_id offset 0) note on true ${present}
    left join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = note.citizen_id
    where exists (select from may) order by "happenedAt" desc),
  ${audit({ action: 'journal.search', records: 'select id from rows', subjects: 'select "citizenId" from rows', about: `'words', {words}::text` })}
  ${answer(rowsAsJson)}`,
}

export const thinStatements = { create, latest, handover, search }

/** The statement as node-postgres takes it, with the names of its parameters in order. */
export function numbered({ text }: ThinStatement): { text: string; names: string[] } {
  const names: string[] = []
  const replaced = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text: replaced, names }
}
