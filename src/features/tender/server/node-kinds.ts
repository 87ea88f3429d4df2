import {
  type DatedRule,
  fingerprint,
  type LooseRule,
  lacksLink,
  type NodeKind,
  nodeKind,
} from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { mayRead, near, seesBid } from './permissions.ts'

export const padded = (letters: string, number: Sql, digits: number) =>
  sql`${sql.lit(letters)} || case when length(${number}::text) < ${sql.lit(digits)} then lpad(${number}::text, ${sql.lit(digits)}, '0') else ${number}::text end`
const atPlace = (row: Sql): Sql => near(mayRead, sql`${row}.place_id`)
const sealed = sql`case when tender.notified_at is null then tender.notice_planned_on::timestamptz end as sealed_until`
const ofTender = sql`join tender.tender on tender.tenant_id = own.tenant_id and tender.id = own.tender_id`
const ofBid = sql`join tender.bid on bid.tenant_id = own.tenant_id and bid.id = own.bid_id
    join tender.tender on tender.tenant_id = bid.tenant_id and tender.id = bid.tender_id
    join requirements.requirement on requirement.tenant_id = own.tenant_id and requirement.id = own.requirement_id`
/** Who may read a bid asks of the tender behind it. */
const whole = sql`tender.id as tender_id, tender.place_id, tender.opened_at, tender.notified_at, own.bid_id`
const bidReadable = (row: Sql): Sql => sql`exists (select from tender.tender where tender.tenant_id = kernel.here()
  and tender.id = ${row}.tender_id and ${seesBid(sql`tender`, sql`${row}.bid_id`)})`

/** The tender itself, for the days that are set for it. */
export const tenderKind: NodeKind = nodeKind({
  kind: 'tender.tender',
  rows: (ids) => sql`
    select own.id, null::text as label, own.title, own.changed_at as at, employee.name as who, own.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.title`)} as fingerprint, own.place_id
    from tender.tender own join org.employee on employee.tenant_id = own.tenant_id and employee.id = own.changed_by
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: atPlace,
})

export const textKind: NodeKind = nodeKind({
  kind: 'tender.text',
  rows: (ids) => sql`
    select own.id, null::text as label, own.title, own.changed_at as at, employee.name as who, null::text as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.title`, sql`own.body`)} as fingerprint, tender.place_id
    from tender.text own ${ofTender} join org.employee on employee.tenant_id = own.tenant_id and employee.id = own.changed_by
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: atPlace,
  found: (words) =>
    sql`select id from tender.text where tenant_id = kernel.here() and strpos(lower(title), lower(btrim(${words}))) > 0 order by position`,
})

/** Its answer is not part of what was reviewed: it is given once, after the links are made, and never changes. */
export const questionKind: NodeKind = nodeKind({
  kind: 'tender.question',
  rows: (ids) => sql`
    select own.id, ${padded('SS-', sql`own.number`, 2)} as label, own.text as title, own.asked_on::timestamptz as at, null::text as who,
      case when own.answer is null then 'open' else 'answered' end as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.text`)} as fingerprint, tender.place_id
    from tender.question own ${ofTender} where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: atPlace,
  found: (words) => sql`select id from tender.question where tenant_id = kernel.here()
    and (strpos(lower(text), lower(btrim(${words}))) > 0 or starts_with(lower(${padded('SS-', sql`number`, 2)}), lower(btrim(${words})))) order by number`,
})

/** Sealed until bidders are told: that it is there is all the thread says to others. */
export const answerKind: NodeKind = nodeKind({
  kind: 'tender.answer',
  rows: (ids) => sql`
    select own.id, bid.letter || ' · ' || ${padded('K-', sql`requirement.number`, 3)} as label, left(own.text, 160) as title, bid.loaded_at as at, bid.vendor as who,
      own.level as state, ${sealed}, ${fingerprint(sql`own.level`, sql`own.text`, sql`own.reservation`)} as fingerprint, ${whole}
    from tender.answer own ${ofBid} where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: bidReadable,
})

/** What was answered to one row of a requirement; sealed like the answer it stands under. */
export const answerRowKind: NodeKind = nodeKind({
  kind: 'tender.answer-row',
  rows: (ids) => sql`
    select own.id, bid.letter || ' · ' || ${padded('K-', sql`requirement.number`, 3)} || '.' || line.no as label,
      left(case when own.text = '' then answer.text else own.text end, 160) as title, bid.loaded_at as at, bid.vendor as who,
      own.level as state, ${sealed}, ${fingerprint(sql`own.level`, sql`own.text`, sql`own.reservation`)} as fingerprint, ${whole}
    from tender.answer_row own join tender.answer on answer.tenant_id = own.tenant_id and answer.id = own.answer_id
    join requirements.line on line.tenant_id = own.tenant_id and line.id = own.line_id
    join requirements.requirement on requirement.tenant_id = own.tenant_id and requirement.id = answer.requirement_id
    join tender.bid on bid.tenant_id = own.tenant_id and bid.id = own.bid_id
    join tender.tender on tender.tenant_id = bid.tenant_id and tender.id = bid.tender_id
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: bidReadable,
})

export const scoreKind: NodeKind = nodeKind({
  kind: 'tender.score',
  rows: (ids) => sql`
    select own.id, bid.letter || ' · ' || ${padded('K-', sql`requirement.number`, 3)} as label, left(own.reason, 160) as title, own.settled_at as at, bid.vendor as who,
      trim_scale(own.points)::text as state, ${sealed}, ${fingerprint(sql`own.points`, sql`own.reason`)} as fingerprint, ${whole}
    from tender.consensus own ${ofBid} where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: bidReadable,
})

export const adaptationKind: NodeKind = nodeKind({
  kind: 'tender.adaptation',
  rows: (ids) => sql`
    select own.id, ${padded('T-', sql`own.number`, 2)} as label, own.title, own.changed_at as at, employee.name as who, own.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.title`, sql`own.hours`, sql`own.price_oere`)} as fingerprint, tender.place_id
    from tender.adaptation own ${ofTender} join org.employee on employee.tenant_id = own.tenant_id and employee.id = own.changed_by
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: atPlace,
  found: (words) => sql`select id from tender.adaptation where tenant_id = kernel.here()
    and (strpos(lower(title), lower(btrim(${words}))) > 0 or starts_with(lower(${padded('T-', sql`number`, 2)}), lower(btrim(${words})))) order by number`,
})

export const gapKind: NodeKind = nodeKind({
  kind: 'tender.gap',
  rows: (ids) => sql`
    select own.id, 'GAP-' || own.number as label, own.text as title, own.changed_at as at, unit.name as who, own.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`own.text`)} as fingerprint, tender.place_id
    from tender.gap own ${ofTender} join org.unit on unit.tenant_id = own.tenant_id and unit.id = own.unit_id
    where own.tenant_id = kernel.here() and own.id = any (${ids})`,
  readable: atPlace,
  found: (words) => sql`select id from tender.gap where tenant_id = kernel.here()
    and (strpos(lower(text), lower(btrim(${words}))) > 0 or lower('GAP-' || number) = lower(btrim(${words}))) order by number`,
})

export const tenderKinds: readonly NodeKind[] = [
  tenderKind,
  textKind,
  questionKind,
  answerKind,
  answerRowKind,
  scoreKind,
  adaptationKind,
  gapKind,
]

const unanswered = sql`select question.id, question.asked_on::timestamptz as since from tender.question
  where question.tenant_id = kernel.here() and question.answer is null`

/** Nobody has decided, a week after it was proposed. */
const undecided = sql`select adaptation.id, adaptation.changed_at as since from tender.adaptation
  where adaptation.tenant_id = kernel.here() and adaptation.state = 'proposed' and adaptation.changed_at < (select at from clock) - interval '7 days'`

/** An open gap has a next step within five days. */
const stuck = sql`select gap.id, gap.changed_at as since from tender.gap where gap.tenant_id = kernel.here() and gap.state in ('open', 'with-vendor')
  and (btrim(gap.next_step) = '' or gap.next_on is null or gap.next_on < ${danishDay(sql`(select at from clock)`)}) and gap.changed_at < (select at from clock) - interval '5 days'`

/** A leader who was asked has not answered, five days after. */
const unansweredWay = (asked: Sql) => sql`select own.id, own.changed_at as since from ${asked} own
  where own.tenant_id = kernel.here() and own.state = 'way-proposed' and own.changed_at < (select at from clock) - interval '5 days'`

const settled = sql`select adaptation.id, adaptation.changed_at as since from tender.adaptation
  where adaptation.tenant_id = kernel.here() and adaptation.state <> 'proposed'`

export const tenderLoose: readonly LooseRule[] = [
  { rule: 'tender.unanswered', kind: questionKind, rows: unanswered },
  { rule: 'tender.undecided', kind: adaptationKind, rows: undecided },
  { rule: 'tender.without-decision', kind: adaptationKind, rows: lacksLink(settled, { forward: ['decided-by'] }) },
  { rule: 'tender.gap-stuck', kind: gapKind, rows: stuck },
  { rule: 'tender.way-unanswered', kind: gapKind, rows: unansweredWay(sql`tender.gap`) },
  { rule: 'tender.way-unanswered', kind: adaptationKind, rows: unansweredWay(sql`tender.adaptation`) },
]

const dayOfTender = (day: Sql, states: Sql) => sql`select tender.id, ${day} as due_on from tender.tender
  where tender.tenant_id = kernel.here() and tender.state in (${states}) and ${day} is not null`
/** The day in Denmark, as it stands in the material. */

const gapsNext = sql`select gap.id, gap.next_on as due_on from tender.gap
  where gap.tenant_id = kernel.here() and gap.state in ('open', 'with-vendor') and gap.next_on is not null`

/** Days that bind towards bidders, and those by which something of what was bought is to have happened. */
export const tenderDated: readonly DatedRule[] = [
  {
    rule: 'tender.questions-close',
    kind: tenderKind,
    rows: dayOfTender(danishDay(sql`tender.questions_close_at`), sql`'preparing', 'published'`),
  },
  {
    rule: 'tender.bids-due',
    kind: tenderKind,
    rows: dayOfTender(danishDay(sql`tender.bids_due_at`), sql`'preparing', 'published'`),
  },
  {
    rule: 'tender.notice-planned',
    kind: tenderKind,
    rows: dayOfTender(sql`tender.notice_planned_on`, sql`'preparing', 'published', 'opened'`),
  },
  {
    rule: 'tender.standstill-ends',
    kind: tenderKind,
    rows: dayOfTender(sql`tender.standstill_ends_on`, sql`'notified'`),
  },
  { rule: 'tender.gap-next', kind: gapKind, rows: gapsNext },
]
