import { rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import { type Asked, actor, type Gate, type Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** What is or may be sent to bidders, what became of it, and what is adapted. */
export const mayRead = right('tender.read', [...rolloutRoles, 'unit-leader'])
/** Write texts, models and questions. */
export const mayPrepare = right('tender.prepare', ['coordinator', 'buyer'])
/** Lock, publish, open, load, tell: what binds the municipality to bidders. */
export const mayBuy = right('tender.buy', ['buyer'])
/** See bids, once open and interests declared. */
export const mayReadBids = right('tender.read-bids', ['buyer', 'evaluator', 'coordinator'])
/** The second key of an award. */
export const mayApprove = right('tender.approve', ['steering', 'coordinator'])
export const mayAdapt = right('tender.adapt', ['coordinator'])
/** Say yes or no to another way of working, for the own unit. */
export const mayAgree = right('tender.agree', ['unit-leader'])

const reaches = (held: Right, place: Sql): Sql => sql`array_position(array(${held.places}), ${place}) is not null`

/** The right is held at the place or in a unit below it. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

const seated = (tender: Sql): Sql => sql`exists (select from tender.seat where seat.tenant_id = kernel.here()
  and seat.tender_id = ${tender}.id and seat.employee_id = ${actor}::uuid and seat.excused_at is null)`
const declared = (
  tender: Sql,
): Sql => sql`exists (select from tender.declaration where declaration.tenant_id = kernel.here()
  and declaration.tender_id = ${tender}.id and declaration.employee_id = ${actor}::uuid and not declaration.is_conflicted)`

/**
 * Between opening and award only buyer, coordinator and panel see bids, and none of them before saying whether they have an
 * interest of their own. The losing bids stay with them afterwards.
 */
export const seesBids = (
  tender: Sql,
): Sql => sql`(${tender}.opened_at is not null and ${reaches(mayReadBids, sql`${tender}.place_id`)}
  and ${declared(tender)} and (${seated(tender)} or ${reaches(mayPrepare, sql`${tender}.place_id`)}))`

/** The winner's bid becomes what was bought: told to the project when bidders are told. */
export const seesBid = (tender: Sql, bid: Sql): Sql => sql`(${seesBids(tender)} or (${tender}.notified_at is not null
  and exists (select from tender.award where award.tenant_id = kernel.here() and award.tender_id = ${tender}.id and award.winner_id = ${bid})
  and ${near(mayRead, sql`${tender}.place_id`)}))`

type Of<I> = (input: Blanks<I>) => Sql

export const byId = <I extends { id: unknown }>(input: Blanks<I>): Sql => sql`${input.id as Blank}::uuid`
export const byTender = <I extends { tenderId: unknown }>(input: Blanks<I>): Sql =>
  sql`${input.tenderId as Blank}::uuid`
/** The tender that a record of it belongs to. */
export const through =
  (table: 'text' | 'model' | 'question' | 'bid' | 'adaptation' | 'gap' | 'file') =>
  <I extends { id: unknown }>(input: Blanks<I>): Sql =>
    sql`(select tender_id from tender.${sql.ref(table)} where tenant_id = kernel.here() and id = ${input.id as Blank}::uuid)`

const gate = <I>(held: Right, of: Of<I>, more: (asked: Asked<I>) => Sql): Gate<I> => ({
  right: held,
  rows: (asked) => sql`select tender.id from tender.tender
    where tender.tenant_id = kernel.here() and tender.id = ${of(asked.input)} and ${more(asked)}`,
})

/** The leader of the unit that is asked to work otherwise. */
export const askedToWork = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayAgree,
  says: ['place'],
  rows: ({ input, visible }) => sql`select own.id, own.place from (
      select gap.id, gap.unit_id as place from tender.gap where gap.tenant_id = kernel.here()
      union all select adaptation.id, adaptation.asked_unit_id from tender.adaptation where adaptation.tenant_id = kernel.here()) own
    where own.id = ${(input as Blanks<{ id: unknown }>).id as Blank}::uuid and ${visible(sql`own.place`)}`,
})
/** At the very place that buys. */
export const over = <I>(held: Right, of: Of<I>): Gate<I> =>
  gate(held, of, ({ visible }) => visible(sql`tender.place_id`))
/** Somebody of the place, or of a unit below it. */
export const nearby = <I>(held: Right, of: Of<I>): Gate<I> =>
  gate(
    held,
    of,
    ({ visible }) => sql`exists (select from org.branch where branch.tenant_id = kernel.here()
      and branch.above_id = tender.place_id and ${visible(sql`branch.unit_id`)})`,
  )
/** Among those who may see bids. */
export const amongBids = <I>(of: Of<I>, held: Right = mayReadBids): Gate<I> =>
  gate(held, of, ({ visible }) => sql`${visible(sql`tender.place_id`)} and ${seesBids(sql`tender`)}`)
/** Of these, somebody on the panel. */
export const onPanel = <I>(of: Of<I>): Gate<I> =>
  gate(
    mayReadBids,
    of,
    ({ visible }) => sql`${visible(sql`tender.place_id`)} and ${seesBids(sql`tender`)} and ${seated(sql`tender`)}`,
  )

export const offersOf = (place: Sql, { offers }: Pick<Asked<never>, 'offers'>): Sql =>
  offers({ prepare: mayPrepare, buy: mayBuy, approve: mayApprove, adapt: mayAdapt, evaluate: mayReadBids }, place)
