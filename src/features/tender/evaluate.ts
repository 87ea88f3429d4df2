import {
  asDecimal,
  compared,
  divided,
  type Fraction,
  fraction,
  minus,
  ofNumber,
  plus,
  rounded,
  sumOf,
  times,
  zero,
} from './fraction.ts'
import type { BidIn, EvaluationInput, Model, Scored } from './model.ts'

/** One bid worked out, exactly. `points` are those of the panel, by requirement. */
export type BidOut = {
  readonly id: string
  readonly points: ReadonlyMap<string, Fraction>
  readonly subscores: ReadonlyMap<string, Fraction>
  /** Weighted points of quality, on the model's scale. */
  readonly quality: Fraction
  /** Null in a price model. */
  readonly pricePoints: Fraction | null
  /** Point model: points, most wins. Price model: øre that the bid is reckoned at, least wins. */
  readonly total: Fraction
}
export type Evaluated = {
  readonly bids: readonly BidOut[]
  /** Best first. */
  readonly ranking: readonly string[]
  /** Bids that no rule of the model can tell apart for the first place: lots must be drawn. Empty when there is a winner. */
  readonly tied: readonly string[]
}

function middle(points: readonly Fraction[]): Fraction {
  const inOrder = [...points].sort(compared)
  const half = Math.floor(inOrder.length / 2)
  return inOrder.length % 2 ? inOrder[half]! : divided(plus(inOrder[half - 1]!, inOrder[half]!), fraction(2n))
}

/** The panel's points by the model's own rule; undefined while nobody has given any. One who gave none is left out. */
export function consensusOf(
  { consensus }: Pick<Model, 'consensus'>,
  scored: Pick<Scored, 'byEvaluator' | 'agreed'>,
): Fraction | undefined {
  if (consensus.rule === 'agreed') return scored.agreed === null ? undefined : ofNumber(scored.agreed)
  const given = scored.byEvaluator.filter((points) => points !== null).map(ofNumber)
  if (given.length === 0) return undefined
  const value = consensus.rule === 'median' ? middle(given) : divided(sumOf(given), fraction(BigInt(given.length)))
  return consensus.rounding === 'none' ? value : rounded(value, 0, consensus.rounding)
}

/** Points of the trial: those of the highest step reached; none below the first. */
export const trialPoints = (trial: NonNullable<Model['trial']>, solved: number): number =>
  trial.points
    .filter((step) => step.solved <= solved)
    .reduce((best, step) => (step.solved >= best.solved ? step : best), {
      solved: -1,
      points: 0,
    }).points

function pointsOf({ model, scores }: EvaluationInput, bid: BidIn): Map<string, Fraction> {
  const points = new Map<string, Fraction>()
  for (const scored of scores.filter(({ bidId }) => bidId === bid.id)) {
    const value = consensusOf(model, scored)
    if (value) points.set(scored.requirementId, value)
  }
  if (model.trial && bid.trialSolved !== null)
    points.set(model.trial.requirementId, ofNumber(trialPoints(model.trial, bid.trialSolved)))
  return points
}

/** Weighted mean of the requirements in a subcriterion. One without points counts as 0: `lacking` says so beforehand. */
function subscoreOf(model: Model, key: string, points: ReadonlyMap<string, Fraction>): Fraction {
  const rows = model.rows.filter(({ subcriterion }) => subcriterion === key)
  const weight = rows.reduce((sum, row) => sum + row.weight, 0)
  if (weight === 0) return zero
  const sum = sumOf(rows.map((row) => times(points.get(row.requirementId) ?? zero, fraction(BigInt(row.weight)))))
  return divided(sum, fraction(BigInt(weight)))
}

function pricePointsOf({ priceFormula, scale }: Model, price: bigint, lowest: bigint): Fraction {
  const most = fraction(BigInt(scale))
  if (priceFormula.kind === 'relative') return times(most, fraction(lowest, price))
  const above = fraction((price - lowest) * 100n, lowest * BigInt(priceFormula.spreadPercent))
  const points = times(most, minus(fraction(1n), above))
  return compared(points, zero) < 0 ? zero : points
}

const qualityOf = ({ subcriteria }: Model, subscores: ReadonlyMap<string, Fraction>): Fraction => {
  const weight = subcriteria.reduce((sum, one) => sum + one.weight, 0)
  const sum = sumOf(subcriteria.map(({ key, weight }) => times(subscores.get(key)!, fraction(BigInt(weight)))))
  return weight === 0 ? zero : divided(sum, fraction(BigInt(weight)))
}

/** What the points that a bid lacks cost it, in øre. */
function chargedFor(model: Model, price: Fraction, subscores: ReadonlyMap<string, Fraction>): Fraction {
  const most = fraction(BigInt(model.scale))
  return sumOf(
    model.subcriteria.map(({ key, charge }) => {
      if (!charge) return zero
      const whole =
        'oere' in charge ? fraction(BigInt(charge.oere)) : times(price, fraction(BigInt(charge.percent), 100n))
      return times(whole, divided(minus(most, subscores.get(key)!), most))
    }),
  )
}

function totalOf(model: Model, price: Fraction, out: Pick<BidOut, 'subscores' | 'quality' | 'pricePoints'>): Fraction {
  if (model.method === 'price') return plus(price, chargedFor(model, price, out.subscores))
  const onPrice = fraction(BigInt(model.priceWeight), 100n)
  return plus(times(onPrice, out.pricePoints!), times(minus(fraction(1n), onPrice), out.quality))
}

/** The prices are compared among the bids that are there: leaving one out may move the points of the others. */
function bidOut(input: EvaluationInput, bid: BidIn, lowest: bigint): BidOut {
  const { model } = input
  const points = pointsOf(input, bid)
  const subscores = new Map(model.subcriteria.map(({ key }) => [key, subscoreOf(model, key, points)]))
  const price = BigInt(bid.priceOere)
  const pricePoints = model.method === 'points' ? pricePointsOf(model, price, lowest) : null
  const out = { id: bid.id, points, subscores, quality: qualityOf(model, subscores), pricePoints }
  return { ...out, total: totalOf(model, fraction(price), out) }
}

/** Best first: by total at the model's decimals, then by its rule for equal totals, then by the other one. Never by the order of loading. */
function order({ model, bids }: EvaluationInput, outs: readonly BidOut[]) {
  const priceOf = new Map(bids.map(({ id, priceOere }) => [id, priceOere]))
  const total = (out: BidOut) => rounded(out.total, model.decimals, 'half-up')
  const byPrice = (a: BidOut, b: BidOut) => priceOf.get(a.id)! - priceOf.get(b.id)!
  const byQuality = (a: BidOut, b: BidOut) => compared(b.quality, a.quality)
  const [first, second] = model.tie === 'lowest-price' ? [byPrice, byQuality] : [byQuality, byPrice]
  const by = (a: BidOut, b: BidOut) =>
    (model.method === 'points' ? compared(total(b), total(a)) : compared(total(a), total(b))) ||
    first(a, b) ||
    second(a, b)
  const ranked = [...outs].sort((a, b) => by(a, b) || (a.id < b.id ? -1 : 1))
  const [best] = ranked
  const equals = ranked.filter((out) => best && by(best, out) === 0).map(({ id }) => id)
  return { ranking: ranked.map(({ id }) => id), tied: equals.length > 1 ? equals : [] }
}

/** The award: a pure function of stored data. The same input gives the same answer, on any machine and any day. */
export function evaluate(input: EvaluationInput): Evaluated {
  const lowest = input.bids.reduce(
    (least, { priceOere }) => (BigInt(priceOere) < least ? BigInt(priceOere) : least),
    10n ** 15n,
  )
  const outs = input.bids.map((bid) => bidOut(input, bid, lowest))
  return { bids: outs, ...order(input, outs) }
}

/** What stands in the way of a total: (bid, requirement) pairs without the panel's points, and bids without a trial. */
export function lacking({ model, bids, scores }: EvaluationInput): { bidId: string; requirementId: string }[] {
  const has = new Set(
    scores
      .filter((scored) => consensusOf(model, scored))
      .map(({ bidId, requirementId }) => `${bidId} ${requirementId}`),
  )
  return bids.flatMap((bid) =>
    model.rows
      .filter(({ requirementId }) =>
        requirementId === model.trial?.requirementId
          ? bid.trialSolved === null
          : !has.has(`${bid.id} ${requirementId}`),
      )
      .map(({ requirementId }) => ({ bidId: bid.id, requirementId })),
  )
}

/** An award as it is written down: decimals as text, so that two of them can be compared letter by letter. */
export type Written = {
  bids: {
    id: string
    letter: string
    subscores: Record<string, string>
    quality: string
    pricePoints: string | null
    total: string
  }[]
  ranking: string[]
  tied: string[]
}

export function written(input: EvaluationInput, out: Evaluated = evaluate(input)): Written {
  const { decimals, method } = input.model
  const letters = new Map(input.bids.map(({ id, letter }) => [id, letter]))
  const said = (value: Fraction) => asDecimal(value, Math.max(4, decimals))
  return {
    bids: out.bids.map((bid) => ({
      id: bid.id,
      letter: letters.get(bid.id)!,
      subscores: Object.fromEntries([...bid.subscores].map(([key, value]) => [key, said(value)])),
      quality: said(bid.quality),
      pricePoints: bid.pricePoints && said(bid.pricePoints),
      total: method === 'price' ? asDecimal(bid.total, 0) : said(bid.total),
    })),
    ranking: [...out.ranking],
    tied: [...out.tied],
  }
}
