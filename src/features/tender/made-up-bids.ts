import type { Tested } from './contract.ts'
import { evaluate, written } from './evaluate.ts'
import { asDecimal } from './fraction.ts'
import type { EvaluationInput, Model } from './model.ts'
import { flipsOf, sensitivity } from './sensitivity.ts'

/** Made-up bids, as shares of the scale and of a price: what every model must have been seen to do before it is published. */
const bids = [
  { letter: 'A', name: 'billig og svag', price: 3_400_000_00, points: 0.45, solved: 0.5 },
  { letter: 'B', name: 'dyr og stærk', price: 5_000_000_00, points: 0.9, solved: 0.95 },
  { letter: 'C', name: 'midt imellem', price: 4_100_000_00, points: 0.7, solved: 0.7 },
  { letter: 'D', name: 'næsten som C', price: 4_140_000_00, points: 0.71, solved: 0.7 },
] as const

function madeUp(model: Model): EvaluationInput {
  // Ids that nobody has: these bids are never stored.
  const idOf = (at: number) => `00000000-0000-7000-8000-00000000000${at + 1}`
  return {
    model,
    evaluators: 1,
    bids: bids.map(({ letter, name, price, solved }, at) => ({
      id: idOf(at),
      letter,
      name,
      priceOere: price,
      trialSolved: model.trial ? Math.round(model.trial.participants * solved) : null,
    })),
    scores: bids.flatMap(({ points }, at) =>
      model.rows.map(({ requirementId }) => {
        const given = Math.round(model.scale * points * 10) / 10
        return { bidId: idOf(at), requirementId, byEvaluator: [given], agreed: given }
      }),
    ),
  }
}

/** Who wins, where it turns, and whether taking a losing bid away turns it: relative price formulas are known for that. */
export function testedOn(model: Model): Tested {
  // Rounding to whole points would make the near-tie a tie of its own making.
  const input = madeUp({ ...model, consensus: { ...model.consensus, rounding: 'none' } })
  const nameOf = new Map(input.bids.map(({ id, letter, name }) => [id, `${letter} ${name}`]))
  const named = (id: string) => nameOf.get(id)!
  const out = evaluate(input)
  const found = sensitivity(input)!
  const along = { 'price-weight': found.priceWeights, spread: found.spreads, charges: found.charges } as const
  return {
    winner: named(found.winner),
    ranking: out.ranking.map(named),
    totals: Object.fromEntries(
      written(input, out).bids.map(({ id, total }) => [
        named(id),
        model.method === 'price' ? asDecimal(out.bids.find((bid) => bid.id === id)!.total, 0) : total,
      ]),
    ),
    flips: Object.entries(along).flatMap(([kind, stretches]) =>
      flipsOf(stretches).map(({ at, from, to }) => ({
        along: kind as keyof typeof along,
        at,
        from: named(from),
        to: named(to),
      })),
    ),
    turnsOnLoser: found.withoutBid.some(({ id, ranking }) => id !== found.winner && ranking[0] !== found.winner),
  }
}
