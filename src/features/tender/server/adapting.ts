import { decisionKind } from '#features/decisions/server/index.ts'
import { employeeName, unitName } from '#features/org/server/index.ts'
import { requirementKind } from '#features/requirements/server/index.ts'
import { link, suspectLinks, unlink } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { type AdaptationStateName, type GapStateName, whyNotMove, whyNotMoveGap } from '../rules.ts'
import { adaptationKind, answerKind, answerRowKind, gapKind } from './node-kinds.ts'
import { byTender, mayAdapt, mayRead, nearby, over, through } from './permissions.ts'
import { type By, lockedOf, lockedTender } from './standing.ts'
import { whyNotOfSpec } from './tenders.ts'
import { tie } from './tie.ts'

export const adaptations = query(tender.adaptations, {
  may: nearby(mayRead, byTender),
  audit: (input) => ({ about: { tender: input.tenderId } }),
  read: ({ input }) => sql`
    select adaptation.id, adaptation.number, adaptation.requirement_id as "requirementId", requirement.number as "requirementNumber",
      adaptation.line_id as "lineId", line.no as "lineNo", bid.letter as "bidLetter",
      adaptation.source, adaptation.title, adaptation.hours, adaptation.price_oere as "priceOere", adaptation.cost_of_not as "costOfNot", adaptation.state,
      adaptation.decision_id as "decisionId", decision.number as "decisionNumber", adaptation.asked_unit_id as "askedUnitId", ${unitName(sql`adaptation.asked_unit_id`)} as "askedUnitName",
      coalesce(${employeeName(sql`adaptation.leader_id`)}, adaptation.agreed_by) as "agreedBy", adaptation.refused_because as "refusedBecause", adaptation.outcome,
      adaptation.due_on::text as "dueOn", ${suspectLinks(sql`adaptation.id`)} as suspects, adaptation.version
    from tender.adaptation join requirements.requirement on requirement.tenant_id = adaptation.tenant_id and requirement.id = adaptation.requirement_id
    left join requirements.line on line.tenant_id = adaptation.tenant_id and line.id = adaptation.line_id
    left join tender.bid on bid.tenant_id = adaptation.tenant_id and bid.id = adaptation.bid_id
    left join decisions.decision on decision.tenant_id = adaptation.tenant_id and decision.id = adaptation.decision_id
    where adaptation.tenant_id = kernel.here() and adaptation.tender_id = ${input.tenderId}::uuid order by adaptation.number limit 500`,
})

type Adding = { id: Id; bidId: Id | null; requirementId: Id; lineId?: Id | null | undefined; tenderId: Id }

/** Back to the requirement, and to what announced it: the bid's answer to the requirement, or to the row where it answered that itself. */
async function tieAdaptation(db: Db, { id, bidId, requirementId, lineId, tenderId }: Adding, by: By): Promise<void> {
  const to = { kind: adaptationKind, id }
  await link(db, { type: 'grounds', from: { kind: requirementKind, id: requirementId }, to, by: by.id, at: by.at })
  if (!bidId) return
  const answer = await db.one<{ id: Id; rowId: Id | null }>(sql`select answer.id, own.id as "rowId" from tender.answer
    join tender.bid on bid.tenant_id = answer.tenant_id and bid.id = answer.bid_id
    left join tender.answer_row own on own.tenant_id = answer.tenant_id and own.answer_id = answer.id and own.is_own and own.line_id = ${lineId ?? null}::uuid
    where answer.tenant_id = kernel.here() and bid.id = ${bidId} and bid.tender_id = ${tenderId} and answer.requirement_id = ${requirementId}`)
  if (!answer) throw new Problem('not-found', 'kernel.not-found')
  const from = answer.rowId ? { kind: answerRowKind, id: answer.rowId } : { kind: answerKind, id: answer.id }
  await link(db, { type: 'grounds', from, to, by: by.id, at: by.at })
}

/** A row named is one of those that the requirements named have. */
async function whyNotRow(db: Db, lineId: Id | null | undefined, requirementIds: readonly Id[]): Promise<void> {
  if (!lineId) return
  const own = await db.one(
    sql`select from requirements.line where tenant_id = kernel.here() and id = ${lineId} and requirement_id = any (${[...requirementIds]}::uuid[])`,
  )
  if (!own) refuse(refusal('tender.row-of-other', {}, 'lineId'))
}

export const addAdaptation = command(tender.addAdaptation, {
  may: over(mayAdapt, byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await whyNotOfSpec(db, about.specId, [input.requirementId])
    await whyNotRow(db, input.lineId, [input.requirementId])
    const adder = { id: by.id, at: clock.now() }
    const row = await db.one<{
      number: number
    }>(sql`insert into tender.adaptation (id, external_id, tender_id, number, requirement_id, line_id, bid_id, source, title, hours, price_oere,
        cost_of_not, state, changed_at, changed_by)
      select ${input.id}, ${input.externalId ?? null}, ${input.tenderId}, coalesce(max(number), 0) + 1, ${input.requirementId}, ${input.lineId ?? null}, ${input.bidId}, ${input.source},
        ${input.title.trim()}, ${input.hours}, ${input.priceOere}, ${input.costOfNot.trim()}, 'proposed', ${adder.at}, ${by.id}
      from tender.adaptation where tenant_id = kernel.here() and tender_id = ${input.tenderId} returning number`)
    await tieAdaptation(db, input, adder)
    return { id: input.id, version: 1, number: row!.number }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

/** A decision that was made, of the same place. */
async function isDecided(db: Db, decisionId: Id | null, placeId: Id): Promise<boolean> {
  if (!decisionId) return false
  const row =
    await db.one(sql`select from decisions.decision where tenant_id = kernel.here() and id = ${decisionId} and place_id = ${placeId}
    and state in ('decided', 'in-force', 'under-review')`)
  if (!row)
    throw new Problem(
      'refused',
      'tender.not-decided',
      {},
      { faults: [{ field: 'decisionId', code: 'tender.not-decided' }] },
    )
  return true
}

const hasBenefit = async (db: Db, requirementId: Id): Promise<boolean> =>
  (await db.one(
    sql`select from thread.link where tenant_id = kernel.here() and from_id = ${requirementId} and type = 'yields' and ended_at is null`,
  )) !== undefined

export const moveAdaptation = command(tender.moveAdaptation, {
  may: over(mayAdapt, through('adaptation')),
  about: (db, input) =>
    lockedOf<{ requirementId: Id; decisionId: Id | null; state: AdaptationStateName }>(
      db,
      'adaptation',
      input.id,
      sql`own.requirement_id as "requirementId", own.decision_id as "decisionId", own.state`,
    ),
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id], about: { state: input.state } }),
  async run({ db, input, about, by, clock }) {
    const given = {
      ...input,
      from: about.state,
      hasDecision: await isDecided(db, input.decisionId, about.tender.placeId),
      hasBenefit: await hasBenefit(db, about.requirementId),
    }
    refuse(whyNotMove(given))
    const askedUnitId = input.state === 'way-proposed' ? input.askedUnitId : null
    if (askedUnitId) await isUnder(db, about.tender.placeId, askedUnitId)
    const mover = { id: by.id, at: clock.now() }
    const staysAgreed = input.state === 'changed-way'
    await db.run(sql`update tender.adaptation set state = ${input.state}, decision_id = ${input.decisionId},
      asked_unit_id = case when ${staysAgreed} then asked_unit_id else ${askedUnitId}::uuid end, leader_id = case when ${staysAgreed} then leader_id end,
      agreed_at = case when ${staysAgreed} then agreed_at end, refused_because = case when ${input.state} = 'way-proposed' then '' else refused_because end,
      outcome = ${input.outcome.trim()}, due_on = ${input.dueOn}::date, version = version + 1, changed_at = ${mover.at}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    const own = { kind: adaptationKind, id: input.id }
    await tieDecision(db, own, { from: about.decisionId, to: input.decisionId }, mover)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'tender', place: about.tender.placeId }],
})

export async function tieDecision(
  db: Db,
  own: Parameters<typeof link>[1]['from'],
  { from, to }: { from: Id | null; to: Id | null },
  by: By,
): Promise<void> {
  const at = { by: by.id, at: by.at }
  if (from && from !== to)
    await unlink(db, {
      type: 'decided-by',
      from: own,
      to: { kind: decisionKind, id: from },
      because: 'decided anew',
      ...at,
    })
  if (to) await link(db, { type: 'decided-by', from: own, to: { kind: decisionKind, id: to }, ...at })
}

/** A unit of the place that buys. */
async function isUnder(db: Db, placeId: Id, unitId: Id): Promise<void> {
  const own = await db.one(
    sql`select from org.branch where tenant_id = kernel.here() and above_id = ${placeId} and unit_id = ${unitId}`,
  )
  if (!own) throw new Problem('not-found', 'kernel.not-found')
}

const numbersOfGap = sql`(select coalesce(json_agg(requirement.number order by requirement.number), '[]') from thread.link
  join requirements.requirement on requirement.tenant_id = link.tenant_id and requirement.id = link.from_id
  where link.tenant_id = kernel.here() and link.to_id = gap.id and link.type = 'hits' and link.ended_at is null)`
const rowOfGap = sql`(select json_build_object('number', requirement.number, 'no', line.no) from requirements.line
  join requirements.requirement on requirement.tenant_id = line.tenant_id and requirement.id = line.requirement_id
  where line.tenant_id = gap.tenant_id and line.id = gap.line_id)`

export const gaps = query(tender.gaps, {
  may: nearby(mayRead, byTender),
  audit: (input) => ({ about: { tender: input.tenderId } }),
  read: ({ input }) => sql`
    select gap.id, gap.number, gap.unit_id as "unitId", unit.name as "unitName", gap.text, ${numbersOfGap} as requirements, ${rowOfGap} as row, gap.state, gap.decision_id as "decisionId",
      decision.number as "decisionNumber", gap.next_step as "nextStep", gap.next_on::text as "nextOn", ${employeeName(sql`gap.agreed_by`)} as "agreedBy", gap.refused_because as "refusedBecause", gap.version
    from tender.gap join org.unit on unit.tenant_id = gap.tenant_id and unit.id = gap.unit_id
    left join decisions.decision on decision.tenant_id = gap.tenant_id and decision.id = gap.decision_id
    where gap.tenant_id = kernel.here() and gap.tender_id = ${input.tenderId}::uuid order by gap.number limit 500`,
})

export const addGap = command(tender.addGap, {
  may: over(mayAdapt, byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id], about: { unit: input.unitId } }),
  async run({ db, input, about, by, clock }) {
    await whyNotOfSpec(db, about.specId, input.requirements)
    await whyNotRow(db, input.lineId, input.requirements)
    const adder = { id: by.id, at: clock.now() }
    const row = await db.one<{
      number: number
    }>(sql`insert into tender.gap (id, external_id, tender_id, unit_id, number, line_id, text, state, next_step, next_on, changed_at, changed_by)
      select ${input.id}, ${input.externalId ?? null}, ${input.tenderId}, branch.unit_id,
        coalesce((select max(number) from tender.gap where tenant_id = kernel.here() and tender_id = ${input.tenderId}), 0) + 1,
        ${input.lineId ?? null}::uuid, ${input.text.trim()}, 'open', ${input.nextStep.trim()}, ${input.nextOn}::date, ${adder.at}, ${by.id}
      from org.branch where branch.tenant_id = kernel.here() and branch.above_id = ${about.placeId} and branch.unit_id = ${input.unitId} returning number`)
    if (!row) throw new Problem('not-found', 'kernel.not-found')
    await tie(db, 'hits', { kind: gapKind, id: input.id }, input.requirements, adder)
    return { id: input.id, version: 1, number: row.number }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

export const moveGap = command(tender.moveGap, {
  may: over(mayAdapt, through('gap')),
  about: (db, input) =>
    lockedOf<{ decisionId: Id | null; state: GapStateName }>(
      db,
      'gap',
      input.id,
      sql`own.decision_id as "decisionId", own.state`,
    ),
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id], about: { state: input.state } }),
  async run({ db, input, about, by, clock }) {
    await isDecided(db, input.decisionId, about.tender.placeId)
    refuse(whyNotMoveGap({ ...input, from: about.state }))
    const staysAgreed = input.state === 'changed-way'
    const mover = { id: by.id, at: clock.now() }
    await db.run(sql`update tender.gap set state = ${input.state}, decision_id = ${input.decisionId}, next_step = ${input.nextStep.trim()}, next_on = ${input.nextOn}::date,
      agreed_by = case when ${staysAgreed} then agreed_by end, agreed_at = case when ${staysAgreed} then agreed_at end,
      refused_because = case when ${input.state} = 'way-proposed' then '' else refused_because end, version = version + 1, changed_at = ${mover.at}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${input.id}`)
    const own = { kind: gapKind, id: input.id }
    await tieDecision(db, own, { from: about.decisionId, to: input.decisionId }, mover)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'tender', place: about.tender.placeId }],
})
