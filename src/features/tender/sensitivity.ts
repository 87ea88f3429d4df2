import { evaluate } from './evaluate.ts'
import { compared, type Fraction, minus } from './fraction.ts'
import type { EvaluationInput, Model } from './model.ts'

/** From `from` up to and with `to`, whole per cent, the order is the same. */
export type Stretch = { readonly from: number; readonly to: number; readonly ranking: readonly string[] }
export type Without = {
  readonly id: string
  readonly ranking: readonly string[]
  readonly totals: ReadonlyMap<string, Fraction>
}

export type Sensitivity = {
  readonly winner: string
  readonly runnerUp: string | undefined
  /** How far the winner is ahead, never below zero. */
  readonly margin: Fraction | undefined
  /** Point model: the order at each price weight from 0 to 100. Empty in a price model. */
  readonly priceWeights: readonly Stretch[]
  /** Linear price formula: the order at each spread from 5 to 150 per cent. */
  readonly spreads: readonly Stretch[]
  /** Price model: the order when every charge for lacking quality is so many per cent of what was published. */
  readonly charges: readonly Stretch[]
  readonly withoutBid: readonly Without[]
  /** `id` is the evaluator's seat, from 1. */
  readonly withoutEvaluator: readonly Without[]
  readonly subcriteria: readonly { readonly key: string; readonly delta: number; readonly ranking: readonly string[] }[]
  /** One point from the winner to the runner-up on the requirement that weighs most. */
  readonly onePoint: { readonly requirementId: string; readonly ranking: readonly string[] } | undefined
}

export const PRICE_WEIGHTS = [0, 100] as const
export const SPREADS = [5, 150] as const
export const CHARGES = [0, 300] as const

const withModel = (input: EvaluationInput, change: Partial<Model>): EvaluationInput => ({
  ...input,
  model: { ...input.model, ...change },
})

/** What does not touch the points of quality is worked out for every whole per cent; the same orders in a row become one stretch. */
function stretches([from, to]: readonly [number, number], at: (percent: number) => readonly string[]): Stretch[] {
  const found: Stretch[] = []
  for (let percent = from; percent <= to; percent++) {
    const ranking = at(percent)
    const last = found.at(-1)
    if (last && last.ranking.join() === ranking.join()) found[found.length - 1] = { ...last, to: percent }
    else found.push({ from: percent, to: percent, ranking })
  }
  return found
}

function without(id: string, input: EvaluationInput): Without {
  const { ranking, bids } = evaluate(input)
  return { id, ranking, totals: new Map(bids.map((bid) => [bid.id, bid.total])) }
}

const withoutSeat = (input: EvaluationInput, seat: number): EvaluationInput => ({
  ...input,
  scores: input.scores.map((scored) => ({ ...scored, byEvaluator: scored.byEvaluator.filter((_, at) => at !== seat) })),
})

const SHIFT = 10
/** A subcriterion weighs ten more or less, never below zero; the others keep theirs, and price keeps its share of the whole. */
const shifted = (input: EvaluationInput, key: string, delta: number): EvaluationInput =>
  withModel(input, {
    subcriteria: input.model.subcriteria.map((one) =>
      one.key === key ? { ...one, weight: Math.max(0, one.weight + delta) } : one,
    ),
  })

/** The share of the whole award that one point on a requirement moves. */
function heaviest({ rows, subcriteria, trial }: Model) {
  const inSub = (key: string) =>
    rows.filter((row) => row.subcriterion === key).reduce((sum, row) => sum + row.weight, 0)
  const shareOf = (row: Model['rows'][number]) =>
    ((subcriteria.find(({ key }) => key === row.subcriterion)?.weight ?? 0) * row.weight) / inSub(row.subcriterion)
  return rows
    .filter(({ requirementId }) => requirementId !== trial?.requirementId)
    .sort((a, b) => shareOf(b) - shareOf(a) || (a.requirementId < b.requirementId ? -1 : 1))[0]
}

const moved = (points: number | null, by: number, scale: number) =>
  points === null ? null : Math.min(scale, Math.max(0, points + by))

function onePoint(input: EvaluationInput, [winner, runnerUp]: readonly string[]): Sensitivity['onePoint'] {
  const row = heaviest(input.model)
  if (!row || !winner || !runnerUp) return undefined
  const scores = input.scores.map((scored) => {
    const by =
      scored.requirementId !== row.requirementId ? 0 : scored.bidId === winner ? -1 : scored.bidId === runnerUp ? 1 : 0
    const to = (points: number | null) => moved(points, by, input.model.scale)
    return by === 0 ? scored : { ...scored, byEvaluator: scored.byEvaluator.map(to), agreed: to(scored.agreed) }
  })
  return { requirementId: row.requirementId, ranking: evaluate({ ...input, scores }).ranking }
}

const charged = ({ subcriteria }: Model, percent: number): Model['subcriteria'] =>
  subcriteria.map((one) => ({
    ...one,
    charge:
      one.charge && 'oere' in one.charge
        ? { oere: Math.round((one.charge.oere * percent) / 100) }
        : one.charge && { percent: Math.round((one.charge.percent * percent) / 100) },
  }))

/**
 * How much the award hangs on: for insight after scoring, and for trying a model before it is published. Changes nothing.
 * @returns undefined while there is no bid
 */
export function sensitivity(input: EvaluationInput): Sensitivity | undefined {
  const { model } = input
  const base = evaluate(input)
  const [winner, runnerUp] = base.ranking
  if (!winner) return undefined
  const totalOf = (id: string) => base.bids.find((bid) => bid.id === id)!.total
  const ahead = runnerUp === undefined ? undefined : minus(totalOf(winner), totalOf(runnerUp))
  const rank = (change: Partial<Model>) => evaluate(withModel(input, change)).ranking
  const isPoints = model.method === 'points'
  const isLinear = isPoints && model.priceFormula.kind === 'linear'
  return {
    winner,
    runnerUp,
    margin: ahead && compared(ahead, { over: 0n, under: 1n }) < 0 ? { over: -ahead.over, under: ahead.under } : ahead,
    priceWeights: isPoints ? stretches(PRICE_WEIGHTS, (priceWeight) => rank({ priceWeight })) : [],
    spreads: isLinear
      ? stretches(SPREADS, (spreadPercent) => rank({ priceFormula: { kind: 'linear', spreadPercent } }))
      : [],
    charges: isPoints ? [] : stretches(CHARGES, (percent) => rank({ subcriteria: charged(model, percent) })),
    withoutBid: input.bids.map(({ id }) => without(id, { ...input, bids: input.bids.filter((bid) => bid.id !== id) })),
    withoutEvaluator:
      model.consensus.rule === 'agreed' || input.evaluators < 2
        ? []
        : Array.from({ length: input.evaluators }, (_, seat) => without(String(seat + 1), withoutSeat(input, seat))),
    subcriteria: model.subcriteria.flatMap(({ key }) =>
      [-SHIFT, SHIFT].map((delta) => ({ key, delta, ranking: evaluate(shifted(input, key, delta)).ranking })),
    ),
    onePoint: onePoint(input, base.ranking),
  }
}

/** Where, along a line of stretches, another bid comes first. */
export function flipsOf(along: readonly Stretch[]): { at: number; from: string; to: string }[] {
  return along.flatMap((stretch, i) => {
    const before = along[i - 1]?.ranking[0]
    const now = stretch.ranking[0]
    return before !== undefined && now !== undefined && before !== now
      ? [{ at: stretch.from, from: before, to: now }]
      : []
  })
}
