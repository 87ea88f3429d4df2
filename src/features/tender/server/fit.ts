import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { byTender, mayRead, nearby, seesBids } from './permissions.ts'
import { allIn } from './scoring.ts'
import { listed } from './tenders.ts'

/** The bid that won, when bidders have been told; the losers' stay with those who saw them. */
const award = sql`left join tender.award on award.tenant_id = bid.tenant_id and award.tender_id = tender.id and award.winner_id = bid.id and tender.notified_at is not null`
const mayBeTold = sql`(award.winner_id is not null or ${seesBids(sql`tender`)})`

/** Fit and gap: how far each bid comes with what it is, counted in requirements and in their rows. */
export const fit = query(tender.fit, {
  may: nearby(mayRead, byTender),
  audit: (input) => ({ about: { tender: input.tenderId } }),
  records: sql`select null::uuid where false`,
  read: ({ input }) => sql`
    select bid.letter, bid.vendor, award.winner_id is not null as "hasWon", answered.level,
      (count(*) filter (where not answered.is_row))::int as count, (count(*) filter (where answered.is_row))::int as "rowCount"
    from tender.tender join tender.bid on bid.tenant_id = tender.tenant_id and bid.tender_id = tender.id
    cross join lateral (
      select answer.level, false as is_row from tender.answer where answer.tenant_id = kernel.here() and answer.bid_id = bid.id
      union all select own.level, true from tender.answer_row own where own.tenant_id = kernel.here() and own.bid_id = bid.id) answered
    ${award}
    where tender.tenant_id = kernel.here() and tender.id = ${input.tenderId}::uuid and ${mayBeTold}
    group by bid.letter, bid.vendor, award.winner_id, answered.level order by bid.letter, answered.level`,
})

const found = (verdict: string): Sql => sql`(count(*) filter (where finding.verdict = ${sql.lit(verdict)}))::int`
/** What the panel found of a row: told when all have handed in. */
const findings = sql`select ${found('fits')} as fits, ${found('partly')} as partly, ${found('gap')} as gaps,
    coalesce(json_agg(distinct finding.note) filter (where finding.note <> ''), '[]') as notes
  from tender.row_finding finding where finding.tenant_id = kernel.here() and finding.bid_id = bid.id and finding.line_id = own.line_id and ${allIn(sql`tender.id`)}`

/** What is or was to be done about it: about the row, or about the whole requirement. */
const ledger = sql`select adaptation.id, adaptation.number, adaptation.state from tender.adaptation
  where adaptation.tenant_id = kernel.here() and adaptation.tender_id = tender.id and adaptation.requirement_id = answer.requirement_id
    and (adaptation.line_id is null or adaptation.line_id = own.line_id) order by adaptation.number limit 20`

/** What units told that it lacks: of the row, or of the whole requirement. */
const unitGaps = sql`select gap.id, gap.number, unit.name as "unitName", gap.state from tender.gap
  join org.unit on unit.tenant_id = gap.tenant_id and unit.id = gap.unit_id
  where gap.tenant_id = kernel.here() and gap.tender_id = tender.id
    and case when gap.line_id is not null then gap.line_id = own.line_id else exists (select from thread.link
      where link.tenant_id = kernel.here() and link.from_id = answer.requirement_id and link.to_id = gap.id and link.type = 'hits' and link.ended_at is null) end
  order by gap.number limit 20`

/** The rows as the published version has them, in its order; of which bids, and told to whom, the caller says. */
export const rowsOfBids = (tenderId: Sql, toldOf: Sql): Sql => sql`
    select bid.id as "bidId", answer.requirement_id as "requirementId", (held.content ->> 'number')::int as number, held.content ->> 'title' as title,
      own.line_id as "lineId", line.said ->> 'no' as no, line.said ->> 'kind' as kind, line.said ->> 'text' as text, own.level, own.is_own as "isOwn",
      case when own.text = '' then answer.text else own.text end as answer, panel.fits, panel.partly, panel.gaps, panel.notes, ${listed(ledger)} as adaptations,
      ${listed(unitGaps)} as "unitGaps"
    from tender.tender join tender.bid on bid.tenant_id = tender.tenant_id and bid.tender_id = tender.id
    ${award}
    join requirements.baseline_requirement held on held.tenant_id = tender.tenant_id and held.baseline_id = tender.baseline_id
    cross join lateral jsonb_array_elements(held.content -> 'lines') with ordinality line (said, position)
    join tender.answer on answer.tenant_id = bid.tenant_id and answer.bid_id = bid.id and answer.requirement_id = held.requirement_id
    join tender.answer_row own on own.tenant_id = answer.tenant_id and own.answer_id = answer.id and own.line_id = (line.said ->> 'id')::uuid
    cross join lateral (${findings}) panel
    where tender.tenant_id = kernel.here() and tender.id = ${tenderId} and ${toldOf}
    order by bid.letter, held.position, line.position limit 5000`

export const fitRows = query(tender.fitRows, {
  may: nearby(mayRead, byTender),
  audit: (input) => ({ about: { tender: input.tenderId, letter: input.letter } }),
  records: sql`select null::uuid where false`,
  read: ({ input }) => rowsOfBids(sql`${input.tenderId}::uuid`, sql`bid.letter = ${input.letter} and ${mayBeTold}`),
})
