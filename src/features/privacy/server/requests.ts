import { fullName, isHidden } from '#features/citizens/server/index.ts'
import { addTask, closeTask } from '#features/tasks/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { anywhere, today } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { privacy } from '../contract.ts'
import { dueOn } from '../deadlines.ts'
import { whyNotAsk, whyNotClose } from '../rules.ts'
import { mayAnswer, ofCitizen, ofRequest, wholeOf } from './permissions.ts'

const MOST = 200
const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const line = sql`request.id, request.citizen_id as "citizenId", ${fullName(sql`citizen`)} as "citizenName", request.kind, request.requester,
  request.from_on as "fromOn", request.to_on as "toOn", request.received_on as "receivedOn", request.due_on as "dueOn", request.state,
  request.closed_at as "closedAt", request.outcome, request.version`
const withCitizen = sql`privacy.request join citizens.citizen on citizen.tenant_id = request.tenant_id and citizen.id = request.citizen_id`

export const requests = query(privacy.requests, {
  may: anywhere(mayAnswer),
  audit: () => ({}),
  subjects: sql`select "citizenId" from rows`,
  read: (asked) => sql`
    select ${line} from ${withCitizen}
    where request.tenant_id = kernel.here() and ${wholeOf(sql`request.citizen_id`, asked)}
    order by request.state = 'closed', case when request.state <> 'closed' then request.due_on end, request.asked_at desc, request.id limit ${sql.lit(MOST)}`,
})

const findings = sql`
  select finding.key, finding.kind, finding.label, finding.places, finding.decision, finding.decided_at is not null as "isDecided",
    (select count(*)::int from privacy.place where place.tenant_id = finding.tenant_id and place.request_id = finding.request_id
      and place.finding_key = finding.key and place.decision is not null) as apart
  from privacy.finding where finding.tenant_id = kernel.here() and finding.request_id = request.id
  order by finding.decided_at is not null, array_position(array['withheld', 'file', 'citizen', 'relative', 'number', 'contact', 'employee'], finding.kind), finding.places desc, finding.key
  limit 1000`

const packages = sql`
  select package.id, package.state, package.language, package.with_names as "withNames", package.tell_where as "tellWhere", package.asked_at as "askedAt", employee.name as "askedByName",
    package.done_rows as "doneRows", package.total_rows as "totalRows", package.made_at as "madeAt", package.size_bytes as "sizeBytes",
    package.masked, encode(package.sha256, 'hex') as sha256
  from privacy.package join org.employee on employee.tenant_id = package.tenant_id and employee.id = package.asked_by
  where package.tenant_id = kernel.here() and package.request_id = request.id order by package.asked_at desc limit 50`

export const request = query(privacy.request, {
  may: ofRequest((input) => input.id),
  audit: () => ({ person: sql`(select "citizenId" from rows)` }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select ${line}, request.requester_note as "requesterNote", request.close_note as "closeNote", request.looked_at as "lookedAt",
      ${isHidden(today)} as "isProtected",
      ${listed(findings)} as findings, ${listed(packages)} as packages
    from ${withCitizen} where request.tenant_id = kernel.here() and request.id = ${input.id}::uuid`,
})

/** By name as it stands, or the whole number; of a number only the last four signs stand in the trail. */
export const findCitizens = query(privacy.citizens, {
  may: anywhere(mayAnswer),
  audit: (input) => ({
    about: { words: sql`regexp_replace(${input.words}::text, '\\d{6}[\\s-]*(?=\\w{4})', '', 'g')` },
  }),
  subjects: sql`select id from rows`,
  read: (asked) => sql`
    select citizen.id, ${fullName(sql`citizen`)} as "fullName", citizen.born_on as "bornOn", array(
      select distinct unit.name from citizens.tie join org.unit on unit.tenant_id = tie.tenant_id and unit.id = tie.unit_id
      where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id and tie.to_on is null and not citizen.hidden_stay order by unit.name) as "unitNames"
    from citizens.citizen
    where citizen.tenant_id = kernel.here() and ${wholeOf(sql`citizen.id`, asked)}
      and (citizen.number = regexp_replace(${asked.input.words}::text, '[^0-9A-Za-z]', '', 'g')
        or position(citizens.plain(btrim(${asked.input.words}::text)) in citizens.plain(${fullName(sql`citizen`)})) > 0)
    order by ${fullName(sql`citizen`)} collate "da-x-icu", citizen.id limit 20`,
})

/** Where the task to answer stands: the unit the citizen is tied to, or the house itself. */
const taskUnit = (db: Db, citizenId: Id) =>
  db.one<{ id: Id }>(sql`
    select coalesce(
      (select tie.unit_id from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${citizenId} order by tie.to_on is not null, tie.from_on desc limit 1),
      (select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null limit 1)) as id`)

export const ask = command(privacy.ask, {
  may: ofCitizen((input) => input.citizenId),
  audit: (input) => ({
    person: input.citizenId,
    records: [input.id],
    about: { kind: input.kind, requester: input.requester },
  }),
  async run({ db, input, by, clock, later }) {
    refuse(whyNotAsk(input, clock.today()))
    const due = dueOn(input.kind, input.receivedOn)
    const taskId = due === null ? null : newId()
    const unit = (await taskUnit(db, input.citizenId))!
    const about = { requestId: input.id, citizenId: input.citizenId }
    if (taskId)
      await addTask(
        db,
        { id: taskId, unitId: unit.id, kind: 'privacy.answer', about, to: { employeeId: by.id }, dueOn: due! },
        clock.now(),
      )
    await db.run(sql`insert into privacy.request (id, citizen_id, kind, requester, requester_note, from_on, to_on, received_on, due_on, task_id, asked_by, asked_at)
      values (${input.id}, ${input.citizenId}, ${input.kind}, ${input.requester}, ${input.requesterNote}, ${input.fromOn}, ${input.toOn},
        ${input.receivedOn}, ${due}, ${taskId}, ${by.id}, ${clock.now()})`)
    later('privacy-look', { request: input.id })
    return { id: input.id, dueOn: due }
  },
})

export type StandingRequest = { id: Id; citizenId: Id; state: string; taskId: Id | null; version: number }

export const requestForChange = (db: Db, id: Id) =>
  db.one<StandingRequest>(sql`select id, citizen_id as "citizenId", state, task_id as "taskId", version
    from privacy.request where tenant_id = kernel.here() and id = ${id} for update`)

export const close = command(privacy.close, {
  may: ofRequest((input) => input.id),
  about: (db, input) => requestForChange(db, input.id),
  audit: (input, about) => ({ person: about?.citizenId, records: [input.id], about: { outcome: input.outcome } }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotClose(about.state, input.outcome, input.note))
    const now = clock.now()
    await db.run(sql`update privacy.request set state = 'closed', outcome = ${input.outcome}, close_note = ${input.note}, closed_by = ${by.id},
        closed_at = ${now}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    await db.run(sql`delete from privacy.place where tenant_id = kernel.here() and request_id = ${input.id}`)
    if (about.taskId) await closeTask(db, about.taskId, { by: by.id, at: now, outcome: input.outcome, note: null })
    return { id: input.id }
  },
})
