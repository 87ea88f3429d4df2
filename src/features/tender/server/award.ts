import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { isMinimumOpen } from '../answer-sheet.ts'
import { tender } from '../contract.ts'
import { evaluate, lacking, written } from '../evaluate.ts'
import { EvaluationInput } from '../model.ts'
import { whyNotConclude, whyNotEvaluate } from '../rules.ts'
import { standstillEnds, standstillRuleOn } from '../standstill.ts'
import { versionOf, whyAwardDrafted } from './bids.ts'
import { lettersOf } from './letters.ts'
import { amongBids, byId, byTender, mayApprove, mayBuy, offersOf, over } from './permissions.ts'
import { allIn } from './scoring.ts'
import { hashOf, lockedTender, parsed, publishedModel, type Standing, step } from './standing.ts'
import { awardOf } from './standing-award.ts'

/** The published model that counts, of a table `tender`. */
const model = sql`(select own.content from tender.model own where own.tenant_id = kernel.here() and own.tender_id = tender.id
  and own.published_at is not null order by own.revision desc limit 1)`

/** The panel's points of one bid on one requirement in the order of its seats; who was excused is left out. */
const byEvaluator = sql`(select coalesce(json_agg(score.points order by seat.number), '[]') from tender.seat
  left join tender.score on score.tenant_id = seat.tenant_id and score.bid_id = bid.id and score.requirement_id = consensus.requirement_id and score.employee_id = seat.employee_id
  where seat.tenant_id = kernel.here() and seat.tender_id = tender.id and seat.excused_at is null)`

/** Everything an award is worked out from, as one JSON value, of a table `tender`. */
const input = sql`json_build_object(
  'model', ${model},
  'evaluators', (select count(*)::int from tender.seat where seat.tenant_id = kernel.here() and seat.tender_id = tender.id and seat.excused_at is null),
  'bids', (select coalesce(json_agg(json_build_object('id', bid.id, 'letter', bid.letter, 'name', bid.vendor, 'priceOere', bid.price_oere, 'trialSolved', trial.solved) order by bid.letter), '[]')
    from tender.bid left join tender.trial on trial.tenant_id = bid.tenant_id and trial.bid_id = bid.id
    where bid.tenant_id = kernel.here() and bid.tender_id = tender.id),
  'scores', (select coalesce(json_agg(json_build_object('bidId', bid.id, 'requirementId', consensus.requirement_id, 'byEvaluator', ${byEvaluator},
      'agreed', case when ${model} -> 'consensus' ->> 'rule' = 'agreed' then consensus.points end) order by consensus.requirement_id, bid.letter), '[]')
    from tender.consensus join tender.bid on bid.tenant_id = consensus.tenant_id and bid.id = consensus.bid_id
    where consensus.tenant_id = kernel.here() and bid.tender_id = tender.id))`

/** Pairs of bid and requirement that the panel has not settled, and bids that were not tried. */
const lackingCount = sql`(select count(*)::int from tender.bid
  cross join lateral jsonb_array_elements(${model} -> 'rows') row
  where bid.tenant_id = kernel.here() and bid.tender_id = tender.id and case
    when row ->> 'requirementId' = ${model} -> 'trial' ->> 'requirementId' then not exists (select from tender.trial where trial.tenant_id = kernel.here() and trial.bid_id = bid.id)
    else not exists (select from tender.consensus where consensus.tenant_id = kernel.here() and consensus.bid_id = bid.id and consensus.requirement_id = (row ->> 'requirementId')::uuid) end)`

/** Totals are nobody's until the panel has settled everything. */
export const result = query(tender.result, {
  may: amongBids(byTender),
  audit: (input) => ({ about: { tender: input.tenderId } }),
  records: sql`select id from rows`,
  read: (asked) => sql`
    select tender.id, whole.lacking, case when whole.lacking = 0 and ${allIn(sql`tender.id`)} then ${input} end as input,
      ${offersOf(sql`tender.place_id`, asked)} as permitted
    from tender.tender cross join lateral (select ${lackingCount} as lacking) whole
    where tender.tenant_id = kernel.here() and tender.id = ${asked.input.tenderId}::uuid`,
})

export async function evaluationInput(db: Db, tenderId: Id): Promise<EvaluationInput> {
  const row = await db.one<{ input: unknown }>(
    sql`select ${input}::text as input from tender.tender where tender.tenant_id = kernel.here() and tender.id = ${tenderId}`,
  )
  return EvaluationInput.parse(parsed(row!.input))
}

/** Whether what the winner answered leaves a minimum requirement open. */
async function leavesMinimumOpen(db: Db, standing: Standing, bidId: Id): Promise<boolean> {
  const { contents } = await versionOf(db, standing)
  const minimum = contents.filter(({ level }) => level === 'minimum').map(({ id }) => id)
  const answered = sql`tender.answer where answer.tenant_id = kernel.here() and answer.bid_id = ${bidId} and answer.requirement_id = any (${minimum}::uuid[])`
  const rows = await db.all<{
    level: never
    reservation: string
  }>(sql`select answer.level, answer.reservation from ${answered}
    union all select own.level, own.reservation from tender.answer_row own where own.tenant_id = kernel.here() and own.answer_id in (select answer.id from ${answered})`)
  const [{ count }] = (await db.all<{ count: number }>(sql`select count(*)::int as count from ${answered}`)) as [
    { count: number },
  ]
  return count < minimum.length || rows.some(isMinimumOpen)
}

export const draftAward = command(tender.draftAward, {
  may: amongBids(byId, mayBuy),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    await whyAwardDrafted(db, about.id)
    await publishedModel(db, about.id)
    const ready = await db.one<{ in: boolean }>(sql`select ${allIn(sql`${about.id}::uuid`)} as in`)
    if (!ready!.in) refuse(refusal('tender.not-all-in'))
    const given = await evaluationInput(db, about.id)
    const left = lacking(given).length
    if (given.bids.length === 0 || left > 0) refuse(refusal('tender.points-missing', { count: left }))
    const out = evaluate(given)
    if (out.tied.length) refuse(refusal('tender.tie', { count: out.tied.length }))
    const winner = out.ranking[0]!
    const note = input.minimumNote?.trim() || null
    if (!note && (await leavesMinimumOpen(db, about, winner))) refuse(refusal('tender.minimum-open', {}, 'minimumNote'))
    await db.run(sql`insert into tender.award (tender_id, winner_id, input, input_hash, result, why, minimum_note, drafted_at, drafted_by)
      values (${input.id}, ${winner}, ${JSON.stringify(given)}::jsonb, ${hashOf(given)}, ${JSON.stringify(written(given, out))}::jsonb, ${input.why.trim()}, ${note}, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

/** Before the second key a draft may be torn up, and points looked at again. */
export const tearUpAward = command(tender.tearUpAward, {
  may: over(mayApprove, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input }) {
    const done = await db.run(
      sql`delete from tender.award where tenant_id = kernel.here() and tender_id = ${input.id} and approved_at is null`,
    )
    if (done === 0) refuse(refusal('tender.no-draft'))
    return { id: input.id }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

/** The second key is another person's, and turns only when the award comes out the same once more. */
export const approveAward = command(tender.approveAward, {
  may: over(mayApprove, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    const award = await awardOf(db, input.id)
    if (!award) refuse(refusal('tender.no-draft'))
    if (award!.approvedAt) refuse(refusal('tender.approved'))
    if (award!.draftedBy === by.id) refuse(refusal('tender.two-keys'))
    const now = await evaluationInput(db, input.id)
    if (hashOf(now) !== award!.inputHash) refuse(refusal('tender.moved'))
    await db.run(
      sql`update tender.award set approved_at = ${clock.now()}, approved_by = ${by.id} where tenant_id = kernel.here() and tender_id = ${input.id}`,
    )
    return { id: input.id }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

/** Every bidder is told at once, each with reasons; the standstill begins. */
export const notify = command(tender.notify, {
  may: over(mayBuy, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    about: { standstillDays: input.standstillDays },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about))
    const award = await awardOf(db, input.id)
    if (!award?.approvedAt) refuse(refusal('tender.not-approved'))
    const rule = standstillRuleOn(about.procedure, clock.today())
    if (rule?.isRequired && input.standstillDays < rule.days)
      refuse(refusal('tender.standstill-short', { days: rule.days }, 'standstillDays'))
    const endsOn = standstillEnds(clock.today(), input.standstillDays)
    const said = rule
      ? `${input.standstillDays} dage. ${rule.source.da}. ${rule.doubt.da}`
      : `${input.standstillDays} dage, valgt af indkøberen.`
    for (const letter of await lettersOf(db, about, award!, { sentOn: clock.today(), endsOn }))
      await db.run(sql`insert into tender.letter (bid_id, has_won, content, made_at)
        values (${letter.bidId}, ${letter.hasWon}, ${JSON.stringify(letter.document)}::jsonb, ${clock.now()})`)
    const done = await step(
      db,
      input.id,
      { id: by.id, at: clock.now() },
      sql`state = 'notified', notified_at = ${clock.now()}, standstill_ends_on = ${endsOn}::date, standstill_said = ${said}`,
    )
    return { ...done, standstillEndsOn: endsOn }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

export const conclude = command(tender.conclude, {
  may: over(mayBuy, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotConclude(about, clock.today()))
    return step(db, input.id, { id: by.id, at: clock.now() }, sql`state = 'concluded', concluded_at = ${clock.now()}`)
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

export const cancel = command(tender.cancel, {
  may: over(mayBuy, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.state === 'concluded' || about.state === 'cancelled') refuse(refusal('tender.over'))
    return step(
      db,
      input.id,
      { id: by.id, at: clock.now() },
      sql`state = 'cancelled', cancelled_because = ${input.because.trim()}`,
    )
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})
