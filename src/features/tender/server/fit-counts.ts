import { type Sql, sql } from '#kernel/server/sql.ts'

/** Built for the municipality: the answer to the requirement, or to one of its rows by itself. */
const isBuilt = sql`(answer.level = 'adaptation' or exists (select from tender.answer_row own
  where own.tenant_id = kernel.here() and own.answer_id = answer.id and own.is_own and own.level = 'adaptation'))`

/**
 * Adaptations that each bid of a place's concluded tenders asked for, the chosen one first: isChosen, count, hours. No vendor is
 * named: the losing bids are not for all. Nothing while a tender is under way.
 */
export const adaptationsOfBids = (place: Sql): Sql => sql`
  select bid.id = award.winner_id as "isChosen", (count(*) filter (where ${isBuilt}))::int as count,
    coalesce(sum(answer.hours) filter (where ${isBuilt}), 0) as hours
  from tender.tender
  join tender.award on award.tenant_id = tender.tenant_id and award.tender_id = tender.id
  join tender.bid on bid.tenant_id = tender.tenant_id and bid.tender_id = tender.id
  join tender.answer on answer.tenant_id = bid.tenant_id and answer.bid_id = bid.id
  where tender.tenant_id = kernel.here() and tender.place_id = ${place} and tender.concluded_at is not null
  group by bid.id, award.winner_id
  order by "isChosen" desc, count, bid.id`

/** What became of the adaptations: state, count, hours. */
export const adaptationLedger = (place: Sql): Sql => sql`
  select adaptation.state, count(*)::int as count, coalesce(sum(adaptation.hours), 0) as hours
  from tender.adaptation join tender.tender on tender.tenant_id = adaptation.tenant_id and tender.id = adaptation.tender_id
  where adaptation.tenant_id = kernel.here() and tender.place_id = ${place}
  group by adaptation.state order by adaptation.state`

/** When a place signed its contract; null while it has not. */
export const contractAt = (place: Sql): Sql => sql`(
  select min(tender.concluded_at) from tender.tender where tender.tenant_id = kernel.here() and tender.place_id = ${place})`
