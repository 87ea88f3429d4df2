import { type DatedRule, fingerprint, type LooseRule, type NodeKind, nodeKind } from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { mayCarry, mayCoordinate, mayFollow, mayRead, near, reaches } from './permissions.ts'

const label = (number: Sql) =>
  sql`'M-' || case when length(${number}::text) < 2 then lpad(${number}::text, 2, '0') else ${number}::text end`

/** Before it is released it is the coordinator's own; then everybody of the project may know of it. */
export const messageKind: NodeKind = nodeKind({
  kind: 'relay.message',
  rows: (ids) => sql`
    select own.id, ${label(sql`own.number`)} as label, coalesce(own.own_title, own.title) as title, coalesce(own.released_at, own.received_at) as at,
      case own.origin when 'vendor' then chain.vendor end as who, own.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`coalesce(own.own_title, own.title)`, sql`coalesce(own.own_body, own.body)`, sql`own.state = 'recalled'`)} as fingerprint, own.place_id, own.released_at
    from relay.message own join relay.chain on chain.tenant_id = own.tenant_id and chain.place_id = own.place_id
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: (row) =>
    sql`(${reaches(mayFollow, sql`${row}.place_id`)} or (${row}.released_at is not null and ${near(mayRead, sql`${row}.place_id`)}))`,
  found: (words) => sql`select id from relay.message where tenant_id = kernel.here()
    and (strpos(lower(coalesce(own_title, title)), lower(btrim(${words}))) > 0 or starts_with(lower(${label(sql`number`)}), lower(btrim(${words})))) order by number`,
})

/** On its way it is known to those who carry it. */
export const questionKind: NodeKind = nodeKind({
  kind: 'relay.question',
  rows: (ids) => sql`
    select own.id, null::text as label, own.text as title, own.asked_at as at, unit.name as who, own.stands_with as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.text`, sql`coalesce(own.answer, own.unit_answer)`)} as fingerprint, own.place_id, own.unit_id
    from relay.question own join org.unit on unit.tenant_id = own.tenant_id and unit.id = own.unit_id
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: (row) =>
    sql`(${reaches(mayCoordinate, sql`${row}.place_id`)} or ${reaches(mayCarry, sql`${row}.unit_id`)})`,
})

const ofMeeting = sql`join relay.meeting on meeting.tenant_id = own.tenant_id and meeting.id = own.meeting_id`
const forAll = (row: Sql): Sql => near(mayRead, sql`${row}.place_id`)

export const meetingKind: NodeKind = nodeKind({
  kind: 'relay.meeting',
  rows: (ids) => sql`
    select own.id, null::text as label, own.title, (select min(slot.starts_at) from relay.slot where slot.tenant_id = own.tenant_id and slot.meeting_id = own.id) as at,
      own.venue as who, null::text as state, null::timestamptz as sealed_until, ${fingerprint(sql`own.title`, sql`own.venue`)} as fingerprint, own.place_id
    from relay.meeting own where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: forAll,
  found: (words) =>
    sql`select id from relay.meeting where tenant_id = kernel.here() and strpos(lower(title), lower(btrim(${words}))) > 0 order by title`,
})

export const meetingQuestionKind: NodeKind = nodeKind({
  kind: 'relay.meeting-question',
  rows: (ids) => sql`
    select own.id, null::text as label, own.text as title, own.asked_at as at, meeting.title as who,
      case when own.answer is null then 'open' else 'answered' end as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.text`, sql`own.answer`)} as fingerprint, meeting.place_id
    from relay.meeting_question own ${ofMeeting} where own.tenant_id = kernel.here() and own.id = any (${ids}) and own.taken_down_at is null`,
  readable: forAll,
})

export const relayKinds: readonly NodeKind[] = [messageKind, questionKind, meetingKind, meetingQuestionKind]

const now = sql`(select at from clock)`
const stalled = sql`
  select message.id, message.release_due_at as since from relay.message
  where message.tenant_id = kernel.here() and message.state = 'with-coordinator' and message.release_due_at < ${now}
  union all
  select message.id, min(leg.contact_due_at) from relay.message join relay.leg on leg.tenant_id = message.tenant_id and leg.message_id = message.id
  where message.tenant_id = kernel.here() and message.state = 'released' and leg.relayed_at is null and leg.contact_due_at < ${now} group by message.id`
const unowned = sql`select question.id, question.own_due_at as since from relay.question
  where question.tenant_id = kernel.here() and question.owned_at is null and question.own_due_at < ${now}`
const overdue = sql`select question.id, question.answer_on::timestamptz as since from relay.question
  where question.tenant_id = kernel.here() and question.stands_with = 'owner' and question.answer_on < ${danishDay(now)}`
const unanswered = sql`select own.id, own.answer_due_on::timestamptz as since from relay.meeting_question own
  where own.tenant_id = kernel.here() and own.answer is null and own.answer_due_on < ${danishDay(now)} and own.taken_down_at is null`

export const relayLoose: readonly LooseRule[] = [
  { rule: 'relay.stalled', kind: messageKind, rows: stalled },
  { rule: 'relay.question-unowned', kind: questionKind, rows: unowned },
  { rule: 'relay.answer-overdue', kind: questionKind, rows: overdue },
  { rule: 'relay.meeting-unanswered', kind: meetingQuestionKind, rows: unanswered },
]

const slots = sql`select slot.meeting_id as id, min((slot.starts_at at time zone 'Europe/Copenhagen')::date) as due_on from relay.slot
  where slot.tenant_id = kernel.here() group by slot.meeting_id`
const promised = sql`select question.id, question.answer_on as due_on from relay.question
  where question.tenant_id = kernel.here() and question.stands_with = 'owner' and question.answer_on is not null`

export const relayDated: readonly DatedRule[] = [
  { rule: 'relay.meeting-held', kind: meetingKind, rows: slots },
  { rule: 'relay.answer-promised', kind: questionKind, rows: promised },
]
