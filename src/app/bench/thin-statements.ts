import { careRoles } from '#features/org/roles.ts'

/** A statement with `{name}` where a request's value goes. */
export type ThinStatement = { name: string; text: string }

const roles = `array['${careRoles.join("','")}']`
const reach = `array(select place from org.reach((select actor_id from me), now(), current_date, 'journal.read', ${roles}) place)`

/** The least that is still honest: the session by its token, the units within reach. */
const opening = `me as materialized (select actor_id, id from kernel.session where tenant_id = kernel.here()
    and token_hash = sha256(convert_to({token}::text, 'UTF8')) and ended_at is null and expires_at > now()),
  reach as materialized (select ${reach} as units)`

const outcome = `case when exists (select from may) then 'done' else 'denied' end`

const audit = (action: string, place: string, person: string, records: string, about: string) => `
  trail as (insert into kernel.audit (at, actor_id, session_id, action, outcome, scope_id, subject_id, records, about)
    select now(), actor_id, me.id, '${action}', ${outcome}, ${place}, ${person}, array(${records}), ${about} from me)`

const answer = (json: string) => `select exists (select from may) as may, ${json} as json`

const present = `
  left join lateral (select c.* from journal.correction c where note.amended and c.tenant_id = kernel.here()
    and c.note_id = note.id order by c.version desc limit 1) c on true
  left join lateral (select w.note_id from journal.withdrawal w where note.amended and w.tenant_id = kernel.here()
    and w.note_id = note.id) w on true`

const columns = `note.id, note.citizen_id as "citizenId", note.unit_id as "unitId", note.kind,
  coalesce(c.happened_at, note.happened_at) as "happenedAt", note.written_at as "writtenAt",
  note.author_id as "authorId", note.author_name as "authorName", coalesce(c.important, note.important) as important,
  case when w.note_id is null then coalesce(c.text, note.text) else '' end as text, coalesce(c.version, 1) as version`

const rowsAsJson = `(select coalesce(json_agg(to_json(rows)), '[]')::text from rows)`

const tied = (citizen: string) => `select tie.unit_id as id from reach, citizens.tie where tie.tenant_id = kernel.here()
    and tie.citizen_id = ${citizen} and array_position(reach.units, tie.unit_id) is not null
    and tie.from_on <= current_date and (tie.to_on is null or tie.to_on >= current_date)`

export const create: ThinStatement = {
  name: 'create',
  text: `with ${opening},
  may as materialized (${tied('{citizenId}::uuid')} and tie.unit_id = {unitId}::uuid limit 1),
  work as (insert into journal.note (id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text)
    select {id}::uuid, may.id, {citizenId}::uuid, 'diary', now(), now(), employee.id, employee.name, {text}::text
    from may join org.employee on employee.tenant_id = kernel.here() and employee.id = (select actor_id from me)
    returning id, 1 as version, written_at as "writtenAt"),
  first as (insert into kernel.answer (actor_id, command, key, body_hash, answer, answered_at)
    select me.actor_id, 'journal.write', {key}::text, sha256(convert_to({text}::text, 'UTF8')), to_jsonb(work), now() from me, work),
  ${audit('journal.write', '{unitId}::uuid', '{citizenId}::uuid', 'select id from work', `jsonb_build_object('kind', 'diary')`)}
  ${answer('(select to_json(work)::text from work)')}`,
}

export const latest: ThinStatement = {
  name: 'latest',
  text: `with ${opening},
  may as materialized (${tied('{citizenId}::uuid')} limit 1),
  rows as materialized (select ${columns} from journal.note ${present}
    where note.tenant_id = kernel.here() and note.citizen_id = {citizenId}::uuid and exists (select from may)
      and array_position((select units from reach), note.unit_id) is not null
    order by note.happened_at desc fetch first 50 rows with ties),
  ${audit('journal.ofCitizen', 'null::uuid', '{citizenId}::uuid', 'select id from rows', `jsonb_build_object('only', 'all')`)}
  ${answer(rowsAsJson)}`,
}

/** The day's notes of a unit and the unread important ones of a fortnight; not the reminders, changes and cursor that we add. */
export const handover: ThinStatement = {
  name: 'handover',
  text: `with ${opening},
  may as materialized (select {unitId}::uuid as id from reach where {unitId}::uuid = any (units)),
  rows as materialized (select ${columns} from journal.note ${present}
    where note.tenant_id = kernel.here() and note.unit_id = (select id from may) and note.written_at >= now() - interval '14 days'
      and (note.written_at >= now() - interval '24 hours' or (coalesce(c.important, note.important) and w.note_id is null
        and coalesce(c.author_id, note.author_id) <> (select actor_id from me) and not exists (select from journal.reading
          where reading.tenant_id = kernel.here() and reading.note_id = note.id and reading.employee_id = (select actor_id from me)
            and reading.version = coalesce(c.version, 1))))
    order by note.important desc, note.happened_at desc limit 400),
  ${audit('journal.handover', '{unitId}::uuid', 'null::uuid', 'select id from rows', `jsonb_build_object('from', 'day', 'mineOnly', false)`)}
  ${answer(rowsAsJson)}`,
}

/** By the reviewed search function, as we: a tenant's role has no other way to the word index. Same rows, same passages. */
export const search: ThinStatement = {
  name: 'search',
  text: `with ${opening},
  may as materialized (select 1 from reach where units <> '{}'),
  rows as materialized (select ${columns}, ts_headline('danish', coalesce(c.text, note.text), websearch_to_tsquery('danish', {words}::text),
      'StartSel=«, StopSel=», MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "') as passage
    from journal.search((select actor_id from me), now(), current_date, 'journal.read', ${roles}, {words}::text, 50) found
    join lateral (select note.* from journal.note where note.tenant_id = kernel.here() and note.id = found.note_id offset 0) note on true ${present}
    where exists (select from may) order by "happenedAt" desc),
  ${audit('journal.search', 'null::uuid', 'null::uuid', 'select id from rows', `jsonb_build_object('words', {words}::text)`)}
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
