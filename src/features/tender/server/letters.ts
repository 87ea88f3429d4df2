import type { Block, Document } from '#features/documents/server/index.ts'
import { nameOfNumber } from '#features/requirements/content.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { moneyInWords, plainPoints, pointsInWords } from '../danish.ts'
import { evaluate } from '../evaluate.ts'
import { asDecimal } from '../fraction.ts'
import { versionOf } from './bids.ts'
import type { Standing } from './standing.ts'
import type { StandingAward } from './standing-award.ts'

type Letter = { bidId: Id; hasWon: boolean; document: Document }
type Reasoned = { bidId: Id; requirementId: Id; points: string; reason: string }
type Sent = { sentOn: Day; endsOn: Day | null }

const reasonsOf = (db: Db, tenderId: Id) =>
  db.all<Reasoned>(sql`select consensus.bid_id as "bidId", consensus.requirement_id as "requirementId", consensus.points::text as points, consensus.reason
    from tender.consensus join tender.bid on bid.tenant_id = consensus.tenant_id and bid.id = consensus.bid_id
    where consensus.tenant_id = kernel.here() and bid.tender_id = ${tenderId}`)

/** How many requirements of the largest differences a letter goes through; all points stand in its table. */
const MOST_REASONS = 12

type Told = {
  standing: Standing
  award: StandingAward
  titles: ReadonlyMap<string, string>
  numbers: ReadonlyMap<string, number>
  reasons: readonly Reasoned[]
  sent: Sent
}

function pointsTable({ award }: Told, bidId: Id): Block {
  const { model, bids } = award.input
  const of = (id: Id) => award.result.bids.find((bid) => bid.id === id)!
  const [own, winner] = [of(bidId), of(award.winnerId)]
  const isWinner = bidId === award.winnerId
  const nameOf = (id: Id) => bids.find((bid) => bid.id === id)!.name
  const row = (name: string, said: (bid: typeof own) => string) => [
    name,
    said(own),
    ...(isWinner ? [] : [said(winner)]),
  ]
  const total = (value: string) => (model.method === 'price' ? moneyInWords(Number(value)) : pointsInWords(value))
  return {
    kind: 'table',
    caption:
      model.method === 'points'
        ? `Point på en skala fra 0 til ${model.scale}`
        : 'Samlet beløb, som tilbuddene er sammenlignet på',
    columns: [
      { head: 'Kriterium', share: 4 },
      { head: 'Jeres tilbud', share: 1.5, isNumber: true },
      ...(isWinner ? [] : [{ head: nameOf(award.winnerId), share: 1.5, isNumber: true }]),
    ],
    rows: [
      ...(model.method === 'points'
        ? [row(`Pris (${model.priceWeight} %)`, ({ pricePoints }) => pointsInWords(pricePoints!))]
        : []),
      ...model.subcriteria.map(({ key, name, weight }) =>
        row(model.method === 'points' ? `${name} (${weight} %)` : name, ({ subscores }) =>
          pointsInWords(subscores[key]!),
        ),
      ),
      row('Samlet', ({ total: value }) => total(value)),
    ],
  }
}

/** Where the bid was furthest behind (or, the winner's, best): the panel's own words on this bid, and nobody else's. */
function reasonBlocks(told: Told, bidId: Id): Block[] {
  const { award, reasons, numbers, titles } = told
  const out = evaluate(award.input)
  const points = new Map(out.bids.map((bid) => [bid.id, bid.points]))
  const value = (id: Id, requirementId: Id) =>
    Number(asDecimal(points.get(id)?.get(requirementId) ?? { over: 0n, under: 1n }, 4))
  const isWinner = bidId === award.winnerId
  const behind = (one: Reasoned) =>
    isWinner
      ? value(bidId, one.requirementId)
      : value(award.winnerId, one.requirementId) - value(bidId, one.requirementId)
  const own = reasons
    .filter((one) => one.bidId === bidId)
    .sort((a, b) => behind(b) - behind(a) || numbers.get(a.requirementId)! - numbers.get(b.requirementId)!)
  const told12 = own.filter((one) => isWinner || behind(one) > 0).slice(0, MOST_REASONS)
  if (told12.length === 0) return []
  return [
    {
      kind: 'heading',
      level: 1,
      text: isWinner ? 'Hvor jeres tilbud stod stærkt' : 'Hvor jeres tilbud var længst fra det valgte',
    },
    {
      kind: 'table',
      columns: [
        { head: 'Krav', share: 3 },
        { head: 'Jeres', share: 0.9, isNumber: true },
        ...(isWinner ? [] : [{ head: 'Valgte', share: 0.9, isNumber: true }]),
        { head: 'Begrundelse for jeres point', share: 5 },
      ],
      rows: told12.map((one) => [
        `${nameOfNumber(numbers.get(one.requirementId)!)} ${titles.get(one.requirementId)!}`,
        plainPoints(value(bidId, one.requirementId)),
        ...(isWinner ? [] : [plainPoints(value(award.winnerId, one.requirementId))]),
        one.reason,
      ]),
    },
  ]
}

function opening(told: Told, bidId: Id): Block[] {
  const { award, standing, sent } = told
  const nameOf = (id: Id) => award.input.bids.find((bid) => bid.id === id)!.name
  const isWinner = bidId === award.winnerId
  const rank = award.result.ranking.indexOf(bidId) + 1
  const standstill = sent.endsOn
    ? `Kontrakten indgås tidligst, når standstill er slut. Sidste dag i standstill er den ${dayInDanish(sent.endsOn)}.`
    : 'Der er ingen standstill i dette udbud.'
  return [
    { kind: 'paragraph', text: `Til ${nameOf(bidId)}` },
    {
      kind: 'paragraph',
      text: isWinner
        ? `Tak for jeres tilbud på »${standing.title}«. Vi har besluttet at tildele jer kontrakten.`
        : `Tak for jeres tilbud på »${standing.title}«. Vi har besluttet at tildele kontrakten til ${nameOf(award.winnerId)}. Jeres tilbud blev nummer ${rank} af ${award.result.ranking.length}.`,
    },
    { kind: 'paragraph', text: isWinner ? `Brevet er ikke en accept af tilbuddet. ${standstill}` : standstill },
  ]
}

function letterTo(told: Told, bidId: Id): Letter {
  const isWinner = bidId === told.award.winnerId
  const { award, standing, sent } = told
  return {
    bidId,
    hasWon: isWinner,
    document: {
      title: isWinner ? 'Tildeling af kontrakt' : 'Underretning om tildeling',
      subtitle: `${standing.title} · ${dayInDanish(sent.sentOn)}`,
      foot: `Sendt den ${dayInDanish(sent.sentOn)}`,
      blocks: [
        ...opening(told, bidId),
        { kind: 'heading', level: 1, text: 'Begrundelse' },
        { kind: 'paragraph', text: award.why },
        pointsTable(told, bidId),
        ...reasonBlocks(told, bidId),
        {
          kind: 'note',
          text: 'Alle krav er vurderet efter den evalueringsmodel, der blev offentliggjort med udbuddet. I kan få oplyst jeres point og begrundelser for hvert krav hos indkøberen.',
        },
      ],
    },
  }
}

/** One letter for each bid: what it got, what the chosen one got, and the panel's reasons about this bid alone. */
export async function lettersOf(db: Db, standing: Standing, award: StandingAward, sent: Sent): Promise<Letter[]> {
  const { contents } = await versionOf(db, standing)
  const told = {
    ...{ standing, award, sent },
    reasons: await reasonsOf(db, standing.id),
    titles: new Map(contents.map(({ id, title }) => [id, title])),
    numbers: new Map(contents.map(({ id, number }) => [id, number])),
  }
  return award.input.bids.map(({ id }) => letterTo(told, id))
}
