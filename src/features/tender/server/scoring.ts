import type { ContentLine } from '#features/requirements/content.ts'
import { contentsOfBaseline } from '#features/requirements/server/index.ts'
import { suspectLinks } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { actor } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { consensusOf } from '../evaluate.ts'
import { asDecimal } from '../fraction.ts'
import type { Model } from '../model.ts'
import { whyNotEvaluate, whyNotFind, whyNotScore, whyNotTwice } from '../rules.ts'
import { whyAwardDrafted } from './bids.ts'
import { amongBids, byId, byTender, offersOf, onPanel } from './permissions.ts'
import { settleRows } from './settling.ts'
import { lockedTender, publishedModel, type Standing } from './standing.ts'
import { listed } from './tenders.ts'

/** Every member of the panel who is not excused has handed in. */
export const allIn = (
  tender: Sql,
): Sql => sql`(exists (select from tender.seat where seat.tenant_id = kernel.here() and seat.tender_id = ${tender} and seat.excused_at is null)
  and not exists (select from tender.seat where seat.tenant_id = kernel.here() and seat.tender_id = ${tender} and seat.excused_at is null
    and not exists (select from tender.submission where submission.tenant_id = kernel.here() and submission.tender_id = ${tender} and submission.employee_id = seat.employee_id)))`

const bids = sql`select bid.id, bid.letter, bid.vendor, bid.receipt, bid.received_at as "receivedAt", encode(file.sha256, 'hex') as sha256, bid.file_id as "fileId",
    trial.solved as "trialSolved", trial.note as "trialNote", trial.version as "trialVersion",
    exists (select from tender.letter where letter.tenant_id = kernel.here() and letter.bid_id = bid.id) as "hasLetter"
  from tender.bid join tender.file on file.tenant_id = bid.tenant_id and file.id = bid.file_id
  left join tender.trial on trial.tenant_id = bid.tenant_id and trial.bid_id = bid.id
  where bid.tenant_id = kernel.here() and bid.tender_id = tender.id order by bid.letter`

const withdrawn = sql`select gone.letter, gone.vendor, gone.receipt, gone.because, gone.withdrawn_at as "withdrawnAt", employee.name as "withdrawnByName"
  from tender.bid_withdrawal gone join org.employee on employee.tenant_id = gone.tenant_id and employee.id = gone.withdrawn_by
  where gone.tenant_id = kernel.here() and gone.tender_id = tender.id order by gone.letter`

const answerRows = sql`select own.line_id as "lineId", own.is_own as "isOwn", own.id, own.level, own.text, own.hours, own.price_oere as "priceOere",
    own.reservation, own.evidence, case when own.is_own then ${suspectLinks(sql`own.id`)} else ${suspectLinks(sql`answer.id`)} end as suspects
  from tender.answer_row own where own.tenant_id = kernel.here() and own.answer_id = answer.id limit 60`

const answers = sql`select answer.id, answer.bid_id as "bidId", answer.requirement_id as "requirementId", answer.level, answer.text, answer.hours,
    answer.price_oere as "priceOere", answer.reservation, answer.evidence, ${suspectLinks(sql`answer.id`)} as suspects, ${listed(answerRows)} as rows
  from tender.answer join tender.bid on bid.tenant_id = answer.tenant_id and bid.id = answer.bid_id
  where answer.tenant_id = kernel.here() and bid.tender_id = tender.id limit 20000`

const findings = sql`select finding.bid_id as "bidId", finding.requirement_id as "requirementId", finding.line_id as "lineId", seat.number as seat, finding.verdict, finding.note
  from tender.row_finding finding join tender.bid on bid.tenant_id = finding.tenant_id and bid.id = finding.bid_id
  join tender.seat on seat.tenant_id = finding.tenant_id and seat.tender_id = bid.tender_id and seat.employee_id = finding.employee_id
  where finding.tenant_id = kernel.here() and bid.tender_id = tender.id and (finding.employee_id = ${actor}::uuid or ${allIn(sql`tender.id`)}) limit 50000`

const scores = sql`select score.bid_id as "bidId", score.requirement_id as "requirementId", seat.number as seat, score.points, score.reason
  from tender.score join tender.bid on bid.tenant_id = score.tenant_id and bid.id = score.bid_id
  join tender.seat on seat.tenant_id = score.tenant_id and seat.tender_id = bid.tender_id and seat.employee_id = score.employee_id
  where score.tenant_id = kernel.here() and bid.tender_id = tender.id and (score.employee_id = ${actor}::uuid or ${allIn(sql`tender.id`)}) limit 50000`

const consensus = sql`select consensus.id, consensus.bid_id as "bidId", consensus.requirement_id as "requirementId", consensus.points, consensus.reason, consensus.dissent, consensus.version
  from tender.consensus join tender.bid on bid.tenant_id = consensus.tenant_id and bid.id = consensus.bid_id
  where consensus.tenant_id = kernel.here() and bid.tender_id = tender.id and ${allIn(sql`tender.id`)}`

const mySeat = sql`(select seat.number from tender.seat where seat.tenant_id = kernel.here() and seat.tender_id = tender.id
  and seat.employee_id = ${actor}::uuid and seat.excused_at is null)`

/** Bids side by side with what one has given oneself. Prices are left out: quality is judged without knowing what it costs. */
export const scoring = query(tender.scoring, {
  may: amongBids(byTender),
  audit: (input) => ({ about: { tender: input.tenderId } }),
  records: sql`select bid.id from tender.bid where bid.tenant_id = kernel.here() and bid.tender_id = (select id from rows)`,
  read: (asked) => sql`
    select tender.id, model.content as model,
      (select coalesce(json_agg(held.content order by held.position), '[]') from requirements.baseline_requirement held
        where held.tenant_id = kernel.here() and held.baseline_id = tender.baseline_id) as contents,
      ${listed(bids)} as bids, ${listed(withdrawn)} as withdrawn, ${listed(answers)} as answers, ${mySeat} as "mySeat",
      exists (select from tender.submission where submission.tenant_id = kernel.here() and submission.tender_id = tender.id and submission.employee_id = ${actor}::uuid) as submitted,
      ${allIn(sql`tender.id`)} as "allIn", ${listed(scores)} as scores, ${listed(findings)} as findings, ${listed(consensus)} as consensus, ${offersOf(sql`tender.place_id`, asked)} as permitted
    from tender.tender
    cross join lateral (select own.content from tender.model own where own.tenant_id = kernel.here() and own.tender_id = tender.id
      and own.published_at is not null order by own.revision desc limit 1) model
    where tender.tenant_id = kernel.here() and tender.id = ${asked.input.tenderId}::uuid`,
})

const hasSubmitted = async (db: Db, tenderId: Id, by: Id): Promise<boolean> =>
  (await db.one(
    sql`select from tender.submission where tenant_id = kernel.here() and tender_id = ${tenderId} and employee_id = ${by}`,
  )) !== undefined

type Cell = { readonly bidId: Id; readonly requirementId: Id }
const cellOf = ({ bidId, requirementId }: Cell): string => `${bidId} ${requirementId}`

/** Rows of each requirement as bidders were asked. */
async function rowsOfTender(db: Db, { baselineId }: Standing): Promise<(requirementId: Id) => readonly ContentLine[]> {
  const lines = new Map((await contentsOfBaseline(db, baselineId!)).map((content) => [content.id, content.lines]))
  return (requirementId) => lines.get(requirementId) ?? []
}

/** Points and reasons of one evaluator, one row or many; may be changed until they are handed in. */
export const saveScores = command(tender.saveScores, {
  may: onPanel(byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [...new Set(input.scores.map(({ requirementId }) => requirementId))],
    about: { count: input.scores.length },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    if (await hasSubmitted(db, about.id, by.id)) refuse(refusal('tender.handed-in'))
    const { content } = await publishedModel(db, about.id)
    refuse(whyNotTwice(input.scores.map(cellOf)))
    const rowsOf = await rowsOfTender(db, about)
    for (const score of input.scores) refuse(whyNotScore(content, score, rowsOf(score.requirementId)))
    const saved =
      await db.run(sql`insert into tender.score (bid_id, requirement_id, employee_id, points, reason, given_at)
      select bid.id, (given ->> 'requirementId')::uuid, ${by.id}, (given ->> 'points')::numeric, btrim(given ->> 'reason'), ${clock.now()}
      from jsonb_array_elements(${JSON.stringify(input.scores)}::jsonb) given
      join tender.bid on bid.tenant_id = kernel.here() and bid.id = (given ->> 'bidId')::uuid and bid.tender_id = ${about.id}
      on conflict (tenant_id, bid_id, requirement_id, employee_id) do update set points = excluded.points, reason = excluded.reason, given_at = excluded.given_at`)
    if (saved !== input.scores.length) throw new Problem('not-found', 'kernel.not-found')
    return { id: about.id, saved }
  },
})

/** What an evaluator found of rows: sealed from the others like points, and standing with them when they are handed in. */
export const saveFindings = command(tender.saveFindings, {
  may: onPanel(byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [...new Set(input.findings.map(({ requirementId }) => requirementId))],
    about: { count: input.findings.length },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    if (await hasSubmitted(db, about.id, by.id)) refuse(refusal('tender.handed-in'))
    refuse(whyNotTwice(input.findings.map(({ bidId, lineId }) => `${bidId} ${lineId}`)))
    for (const finding of input.findings) refuse(whyNotFind(finding))
    const saved =
      await db.run(sql`insert into tender.row_finding (bid_id, requirement_id, line_id, employee_id, verdict, note, given_at)
      select bid.id, answer.requirement_id, own.line_id, ${by.id}, given ->> 'verdict', btrim(given ->> 'note'), ${clock.now()}
      from jsonb_array_elements(${JSON.stringify(input.findings)}::jsonb) given
      join tender.bid on bid.tenant_id = kernel.here() and bid.id = (given ->> 'bidId')::uuid and bid.tender_id = ${about.id}
      join tender.answer on answer.tenant_id = bid.tenant_id and answer.bid_id = bid.id and answer.requirement_id = (given ->> 'requirementId')::uuid
      join tender.answer_row own on own.tenant_id = answer.tenant_id and own.answer_id = answer.id and own.line_id = (given ->> 'lineId')::uuid
      on conflict (tenant_id, bid_id, line_id, employee_id) do update set verdict = excluded.verdict, note = excluded.note, given_at = excluded.given_at`)
    if (saved !== input.findings.length) throw new Problem('not-found', 'kernel.not-found')
    return { id: about.id, saved }
  },
})

/** Rows of the model that an evaluator gives points to. */
const rowsToScore = (model: Model): number =>
  model.rows.filter(({ requirementId }) => requirementId !== model.trial?.requirementId).length

export const submitScores = command(tender.submitScores, {
  may: onPanel(byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    if (await hasSubmitted(db, about.id, by.id)) refuse(refusal('tender.handed-in'))
    const { content } = await publishedModel(db, about.id)
    const row = await db.one<{
      given: number
      bids: number
    }>(sql`select (select count(*)::int from tender.score where tenant_id = kernel.here() and employee_id = ${by.id}
        and bid_id in (select id from tender.bid where tenant_id = kernel.here() and tender_id = ${about.id})) as given,
      (select count(*)::int from tender.bid where tenant_id = kernel.here() and tender_id = ${about.id}) as bids`)
    const left = rowsToScore(content) * row!.bids - row!.given
    if (row!.bids === 0 || left > 0) refuse(refusal('tender.points-missing', { count: left }))
    await db.run(
      sql`insert into tender.submission (tender_id, employee_id, submitted_at) values (${input.id}, ${by.id}, ${clock.now()})`,
    )
    return { id: input.id }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

type Given = { bidId: Id; requirementId: Id; points: string | null }

/** What the panel gave, in the order of its seats; excused ones left out. */
async function givenBy(db: Db, tenderId: Id): Promise<Map<string, (number | null)[]>> {
  const rows =
    await db.all<Given>(sql`select bid.id as "bidId", requirement.id as "requirementId", score.points::text as points
    from tender.seat join tender.bid on bid.tenant_id = seat.tenant_id and bid.tender_id = seat.tender_id
    join tender.tender on tender.tenant_id = seat.tenant_id and tender.id = seat.tender_id
    join requirements.baseline_requirement held on held.tenant_id = tender.tenant_id and held.baseline_id = tender.baseline_id
    join requirements.requirement on requirement.tenant_id = held.tenant_id and requirement.id = held.requirement_id
    left join tender.score on score.tenant_id = seat.tenant_id and score.bid_id = bid.id and score.requirement_id = requirement.id and score.employee_id = seat.employee_id
    where seat.tenant_id = kernel.here() and seat.tender_id = ${tenderId} and seat.excused_at is null order by seat.number`)
  const given = new Map<string, (number | null)[]>()
  for (const { bidId, requirementId, points } of rows) {
    const key = cellOf({ bidId, requirementId })
    given.set(key, [...(given.get(key) ?? []), points === null ? null : Number(points)])
  }
  return given
}

type Row = {
  id: Id
  bidId: Id
  requirementId: Id
  version: number
  points: number | null
  reason: string
  dissent: string
}

function pointsBy(model: Model, row: Row, byEvaluator: readonly (number | null)[]): string {
  const isAgreed = model.consensus.rule === 'agreed'
  if (isAgreed && row.points === null) refuse(refusal('tender.points-to-agree', {}, 'points'))
  if (!isAgreed && row.points !== null) refuse(refusal('tender.points-by-rule', {}, 'points'))
  const value = consensusOf(model, { byEvaluator: [...byEvaluator], agreed: row.points })
  if (!value) throw new Problem('refused', 'tender.points-missing', { count: 1 })
  return asDecimal(value, 4)
}

/** The panel's points are worked out by the model's own rule; what is written is the reason that the bidder is told. */
export const settle = command(tender.settle, {
  may: amongBids(byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({ place: standing?.placeId, records: input.rows.map(({ id }) => id) }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    await whyAwardDrafted(db, about.id)
    const ready = await db.one<{ in: boolean }>(sql`select ${allIn(sql`${about.id}::uuid`)} as in`)
    if (!ready!.in) refuse(refusal('tender.not-all-in'))
    const { content } = await publishedModel(db, about.id)
    const given = await givenBy(db, about.id)
    refuse(whyNotTwice(input.rows.map(cellOf)))
    const rowsOf = await rowsOfTender(db, about)
    const settled = input.rows.map((row) => {
      const byEvaluator = given.get(cellOf(row))
      if (!byEvaluator) throw new Problem('not-found', 'kernel.not-found')
      refuse(whyNotScore(content, { ...row, points: row.points ?? 0 }, rowsOf(row.requirementId)))
      return { ...row, points: pointsBy(content, row, byEvaluator) }
    })
    await settleRows(db, settled, { id: by.id, at: clock.now() })
    return { id: about.id, settled: settled.length }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})
