import { isHidden } from '#features/citizens/server/index.ts'
import { codesOf } from '#features/terminology/rules.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { exchange } from '../contract.ts'
import type { Resource } from '../fhir/json.ts'
import { toReport } from '../items.ts'
import { type Caseworker, letterMessage } from '../order/write-order.ts'
import { itemsOfOrders } from '../report/from-orders.ts'
import { reportOf } from '../report/write-report.ts'
import {
  type Status,
  statusBundle,
  type ToldOrder,
  type ToldReport,
  type ToldSubGoal,
} from '../status/status-bundle.ts'
import { itemsOf, reportedCitizen, sound, wholeCaseOf } from './case.ts'

const asInstant = (at: Instant) => new Date(at).toISOString().replace(/\.\d+/, '')

async function json<T>(db: Db, rows: ReturnType<typeof sql>): Promise<T[]> {
  const found = await db.one<{ all: string }>(
    sql`select coalesce(json_agg(row_of), '[]')::text as "all" from (${rows}) row_of`,
  )
  return JSON.parse(found!.all) as T[]
}

/** Orders that are in force or were, by the authority's ids. */
export const toldOrders = (db: Db, citizenId: Id) =>
  json<
    ToldOrder & {
      source: string
      caseNumber: string | null
      supportNeed: string | null
      offerType: string | null
      followUpOn: string | null
    }
  >(
    db,
    sql`
    select coalesce("order".foreign_id, "order".id::text) as id, "order".purpose, "order".status, "order".ordered_on as "orderedOn", "order".starts_on as "startsOn",
      "order".ends_on as "endsOn", "order".source, "order".case_number as "caseNumber", "order".support_need as "supportNeed", "order".offer_type as "offerType",
      "order".follow_up_on as "followUpOn",
      (select coalesce(json_agg(json_build_object('id', coalesce(goal.foreign_id, goal.id::text), 'text', goal.text, 'status', goal.status, 'themeCode', goal.theme_code,
        'levelWanted', goal.level_wanted, 'direction', goal.direction) order by goal.sort), '[]')
        from orders.order_goal goal where goal.tenant_id = kernel.here() and goal.order_id = "order".id and goal.ended_at is null) as goals,
      (select coalesce(json_agg(json_build_object('id', coalesce(given.foreign_id, given.id::text), 'code', given.code, 'text', given.text, 'status', given.status,
        'startsOn', given.starts_on, 'endsOn', given.ends_on) order by given.sort), '[]')
        from orders.intervention given where given.tenant_id = kernel.here() and given.order_id = "order".id and given.ended_at is null) as interventions,
      (select coalesce(json_agg(json_build_object('id', coalesce(part.foreign_id, part.id::text), 'code', part.code, 'rank', part.rank) order by part.rank, part.sort), '[]')
        from orders.part where part.tenant_id = kernel.here() and part.order_id = "order".id and part.ended_at is null and part.kind = 'target-group' and part.code is not null) as groups,
      (select coalesce(json_agg(json_build_object('id', coalesce(part.foreign_id, part.id::text), 'code', part.code, 'level', part.level, 'recordedOn', part.said_on) order by part.sort), '[]')
        from orders.part where part.tenant_id = kernel.here() and part.order_id = "order".id and part.ended_at is null and part.kind = 'theme' and part.code is not null) as themes
    from orders.order where "order".tenant_id = kernel.here() and "order".citizen_id = ${citizenId} and "order".status <> 'entered-in-error'
    order by "order".ordered_on, "order".id limit 20`,
  )

const toldSubGoals = (db: Db, citizenId: Id) =>
  json<ToldSubGoal>(
    db,
    sql`
    select goal.id, coalesce(ordered.foreign_id, ordered.id::text) as "orderGoalId", goal.title, goal.concrete, goal.state, goal.starts_on as "startsOn",
      (select coalesce(json_agg(said order by said."evaluatedOn" desc), '[]') from (
        select distinct on (evaluation.view) evaluation.view, evaluation.text, evaluation.evaluated_on as "evaluatedOn", evaluation.level
        from goals.evaluation where evaluation.tenant_id = kernel.here() and evaluation.goal_id = goal.id and evaluation.struck_at is null
        order by evaluation.view, evaluation.evaluated_on desc, evaluation.written_at desc) said) as views
    from goals.goal left join orders.order_goal ordered on ordered.tenant_id = kernel.here() and ordered.id = goal.order_goal_id
    where goal.tenant_id = kernel.here() and goal.citizen_id = ${citizenId} and (goal.approved_at is not null or goal.state <> 'proposed')
    order by goal.starts_on, goal.id limit 60`,
  )

type Copied = {
  id: Id
  sentAt: Instant
  told: { content: { recommends: string | null; sections: { title: string; sentences: { text: string }[] }[] } }
  pdf: string
}

const results: Readonly<Record<string, RegExp>> = {
  continue: /fortsættelse/,
  end: /afslutning af indsats$/,
  'end-and-reassess': /visiter/,
}
const resultCode = (recommends: string | null) =>
  recommends === null
    ? null
    : (codesOf('follow-up-result').find(({ name }) => results[recommends]?.test(name))?.code ?? null)

/** The last status report that was sent, with the paper. */
async function toldReport(db: Db, citizenId: Id): Promise<ToldReport | null> {
  const [copy] = await json<Copied>(
    db,
    sql`select report_id as id, to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sentAt", told, replace(encode(pdf, 'base64'), E'\\n', '') as pdf
      from reports.copy where tenant_id = kernel.here() and citizen_id = ${citizenId} order by sent_at desc limit 1`,
  )
  if (!copy) return null
  const { content } = copy.told
  const text = content.sections
    .map(({ title, sentences }) => [title, ...sentences.map((sentence) => sentence.text)].filter(Boolean).join('\n'))
    .join('\n\n')
  return {
    id: copy.id,
    sentAt: copy.sentAt,
    text: text || 'Se rapporten.',
    result: resultCode(content.recommends),
    pdf: copy.pdf,
  }
}

async function toldCitizen(db: Db, citizenId: Id): Promise<Status['citizen'] & { phone: string | null }> {
  const [citizen] = await json<Status['citizen'] & { phone: string | null }>(
    db,
    sql`select id, number, given_name as "givenName", family_name as "familyName", born_on as "bornOn", phone
      from citizens.citizen where tenant_id = kernel.here() and id = ${citizenId}`,
  )
  return citizen!
}

export async function statusOf(db: Db, citizenId: Id, at: Instant): Promise<Resource> {
  const orders = await toldOrders(db, citizenId)
  const planned = await db.one<{ dueOn: string }>(sql`select due_on as "dueOn" from goals.follow_up
    where tenant_id = kernel.here() and citizen_id = ${citizenId} and held_on is null and cancelled_at is null order by due_on limit 1`)
  return sound(
    statusBundle(newId(), asInstant(at), {
      ...{ citizen: await toldCitizen(db, citizenId), orders, subGoals: await toldSubGoals(db, citizenId) },
      followUpOn: planned?.dueOn ?? orders.find(({ followUpOn }) => followUpOn)?.followUpOn ?? null,
      report: await toldReport(db, citizenId),
    }),
  )
}

/** What was entered of the case; where nothing was, what the orders say of it. */
export async function wholeReport(db: Db, citizenId: Id, at: Instant): Promise<Resource> {
  const entered = toReport(await itemsOf(db, citizenId), 'all')
  const items = entered.length ? entered : itemsOfOrders(await toldOrders(db, citizenId), asInstant(at))
  if (items.length === 0) throw new Problem('refused', 'exchange.nothing-to-report')
  return sound(reportOf(newId(), asInstant(at), await reportedCitizen(db, citizenId), items))
}

/** The latest order: as it came, in the version that was taken in; from a letter, as far as the letter was typed. */
export async function orderOf(db: Db, citizenId: Id, at: Instant): Promise<Resource> {
  const found = await db.one<{ id: Id; content: string | null }>(sql`
    select "order".id, (select received.content::text from exchange.received
        join orders.revision on revision.tenant_id = kernel.here() and revision.id = received.revision_id and revision.state = 'taken'
        where received.tenant_id = kernel.here() and received.order_id = "order".id order by revision.number desc limit 1) as content
    from orders.order where "order".tenant_id = kernel.here() and "order".citizen_id = ${citizenId} and "order".status <> 'entered-in-error'
    order by "order".ordered_on desc, "order".received_at desc limit 1`)
  if (!found) throw new Problem('refused', 'exchange.no-order')
  if (found.content) return JSON.parse(found.content) as Resource
  const citizen = await toldCitizen(db, citizenId)
  if (!citizen.phone) throw new Problem('refused', 'exchange.no-phone')
  const caseworker = await db.one<Caseworker>(sql`select name, phone from citizens.contact
    where tenant_id = kernel.here() and citizen_id = ${citizenId} and kind = 'caseworker' and ended_at is null and phone <> '' order by changed_at desc limit 1`)
  if (!caseworker) throw new Problem('refused', 'exchange.no-caseworker')
  const [order] = (await toldOrders(db, citizenId)).filter(({ id }) => id === found.id)
  const names = await db.one<{ unit: string; authority: string }>(sql`
    select unit.name as unit, "order".authority_name as authority from orders.order
    join org.unit on unit.tenant_id = kernel.here() and unit.id = "order".unit_id where "order".tenant_id = kernel.here() and "order".id = ${found.id}`)
  return sound(
    letterMessage(newId(), asInstant(at), {
      citizen: { ...citizen, phone: citizen.phone },
      caseworker,
      order: order!,
      ...names!,
    }),
  )
}

/** Phone, unit and the order as it came tell where somebody is: of those who are hidden only against a reason, each time anew. */
async function refuseHidden(db: Db, citizenId: Id, today: Day): Promise<void> {
  const hidden = await db.one(
    sql`select from citizens.citizen where tenant_id = kernel.here() and id = ${citizenId} and ${isHidden(sql`${today}`)}`,
  )
  if (hidden) refuse(refusal('exchange.hidden-needs-reason', {}, 'reason'))
}

const makers = { status: statusOf, report: wholeReport, order: orderOf }

/** Nothing is sent: whoever asked holds the bundle in their hand, and the trail says so. */
export const takeOut = command(exchange.export, {
  repeatable: true,
  may: wholeCaseOf((input) => input.citizenId),
  audit: ({ citizenId, what, reason }) => ({
    person: citizenId,
    purpose: 'export',
    about: { what, ...(reason && { reason }) },
  }),
  async run({ db, input: { citizenId, what, reason }, clock }) {
    if (what !== 'report' && !reason?.trim()) await refuseHidden(db, citizenId, clock.today())
    return { content: JSON.stringify(await makers[what](db, citizenId, clock.now())) }
  },
})
