import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { evaluate, lacking, written } from './evaluate.ts'
import { asDecimal, compared, divided, fraction, ofNumber, plus, rounded } from './fraction.ts'
import { lowPrices } from './low-price.ts'
import type { EvaluationInput, Model } from './model.ts'
import { flipsOf, sensitivity } from './sensitivity.ts'

// @ts-expect-error plain JavaScript, so that anybody can run it as it is
const { replay } = (await import('./server/replay-award.mjs')) as { replay: (input: EvaluationInput) => unknown }

const keys = ['OPG', 'BRU', 'IMP']
const models: fc.Arbitrary<Model> = fc
  .record({
    method: fc.constantFrom('points', 'price'),
    scale: fc.constantFrom(5, 8, 10),
    priceWeight: fc.integer({ min: 0, max: 100 }),
    priceFormula: fc.oneof(
      fc.record({ kind: fc.constant('linear' as const), spreadPercent: fc.integer({ min: 5, max: 150 }) }),
      fc.constant({ kind: 'relative' as const }),
    ),
    weights: fc.tuple(...keys.map(() => fc.integer({ min: 1, max: 60 }))),
    charges: fc.tuple(
      ...keys.map(() =>
        fc.oneof(
          fc.constant(null),
          fc.record({ oere: fc.integer({ min: 0, max: 10_000_000 }) }),
          fc.record({ percent: fc.integer({ min: 0, max: 60 }) }),
        ),
      ),
    ),
    rows: fc.array(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 8 }),
    rule: fc.constantFrom('median', 'mean', 'agreed'),
    rounding: fc.constantFrom('half-even', 'half-up', 'none'),
    decimals: fc.integer({ min: 0, max: 4 }),
    tie: fc.constantFrom('lowest-price', 'highest-quality'),
    hasTrial: fc.boolean(),
  })
  .map(({ weights, charges, rows, rule, rounding, hasTrial, ...given }) => {
    const ids = rows.map(() => newId())
    return {
      ...given,
      meanings: [],
      subcriteria: keys.map((key, at) => ({ key, name: key, weight: weights[at]!, charge: charges[at]! })),
      rows: rows.map(([subcriterion, weight], at) => ({ requirementId: ids[at]!, subcriterion, weight })),
      consensus: { rule, rounding },
      trial: hasTrial
        ? {
            requirementId: ids[0]!,
            participants: 10,
            points: [
              { solved: 5, points: 2 },
              { solved: 8, points: 4.5 },
            ],
            text: '',
          }
        : null,
      priceLines: [{ key: 'PRIS', name: 'Pris', times: 1 }],
    }
  })

const inputs: fc.Arbitrary<EvaluationInput> = models.chain((model) =>
  fc
    .record({
      prices: fc.array(fc.integer({ min: 100, max: 900_000_000 }), { minLength: 1, maxLength: 5 }),
      seed: fc.infiniteStream(fc.integer({ min: 0, max: model.scale * 2 })),
      evaluators: fc.integer({ min: 1, max: 6 }),
      solved: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ prices, seed, evaluators, solved }) => {
      const half = () => (seed.next().value as number) / 2
      const bids = prices.map((priceOere, at) => ({
        id: newId(),
        letter: 'ABCDE'[at]!,
        name: `Leverandør ${at}`,
        priceOere,
        trialSolved: model.trial ? solved[at]! : null,
      }))
      const scores = bids.flatMap(({ id }) =>
        model.rows.map(({ requirementId }) => ({
          bidId: id,
          requirementId,
          byEvaluator: Array.from({ length: evaluators }, half),
          agreed: half(),
        })),
      )
      return { model, evaluators, bids, scores }
    }),
)

describe('an award', () => {
  test('is the same for a program that shares no line with ours, whatever the model', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(replay(input)).toEqual(written(input))
      }),
      { numRuns: 300 },
    )
  })

  test('rule 5: is the same in whatever order bids, rows and points come', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const turned = {
          ...input,
          bids: [...input.bids].reverse(),
          scores: [...input.scores].reverse(),
          model: { ...input.model, rows: [...input.model.rows].reverse() },
        }
        const [a, b] = [written(input), written(turned)]
        expect(b.ranking).toEqual(a.ranking)
        expect(b.bids.reverse()).toEqual(a.bids)
      }),
    )
  })

  test('keeps every part between nothing and all, and gives the lowest price all its points', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const most = fraction(BigInt(input.model.scale))
        const least = Math.min(...input.bids.map(({ priceOere }) => priceOere))
        for (const bid of evaluate(input).bids) {
          const parts = [...bid.subscores.values(), bid.quality, ...(bid.pricePoints ? [bid.pricePoints] : [])]
          expect(parts.every((part) => part.over >= 0n && compared(part, most) <= 0)).toBe(true)
          const { priceOere } = input.bids.find(({ id }) => id === bid.id)!
          if (bid.pricePoints && priceOere === least) expect(compared(bid.pricePoints, most)).toBe(0)
        }
      }),
    )
  })

  test('never turns against a bid that gets more points', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (input, at) => {
        const [winner] = evaluate(input).ranking
        const own = input.scores.filter(({ bidId }) => bidId === winner)
        const chosen = own[at % own.length]
        const better = input.scores.map((scored) =>
          scored === chosen
            ? { ...scored, byEvaluator: scored.byEvaluator.map(() => input.model.scale), agreed: input.model.scale }
            : scored,
        )
        expect(evaluate({ ...input, scores: better }).ranking[0]).toBe(winner)
      }),
    )
  })

  test('two bids alike in everything are told apart by nobody: lots must be drawn', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const one = input.bids[0]!
        const twin = newId()
        const alike = {
          ...input,
          bids: [one, { ...one, id: twin, letter: 'T' }],
          scores: input.scores.flatMap((scored) =>
            scored.bidId === one.id ? [scored, { ...scored, bidId: twin }] : [],
          ),
        }
        expect([...evaluate(alike).tied].sort()).toEqual([one.id, twin].sort())
      }),
    )
  })

  test('lacks exactly what nobody has scored', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(lacking(input)).toEqual([])
        const scored = input.model.rows.filter(
          ({ requirementId }) => requirementId !== input.model.trial?.requirementId,
        )
        expect(lacking({ ...input, scores: [] })).toHaveLength(scored.length * input.bids.length)
      }),
    )
  })
})

describe('what it hangs on', () => {
  test('stretches cover the whole line, and the published model stands on them', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { priceWeights, spreads, charges, winner } = sensitivity(input)!
        for (const along of [priceWeights, spreads, charges].filter(({ length }) => length))
          expect(along.slice(1).every(({ from }, at) => from === along[at]!.to + 1)).toBe(true)
        const standing = input.model.method === 'points' ? [priceWeights, input.model.priceWeight] : [charges, 100]
        const [along, at] = standing as [typeof priceWeights, number]
        expect(along.find(({ from, to }) => from <= at && at <= to)!.ranking[0]).toBe(winner)
        expect(flipsOf(along).every(({ from, to }) => from !== to)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

test('halves go where the rule says, and below zero as above', () => {
  expect(
    ['half-even', 'half-up'].map((rule) =>
      [0.5, 1.5, 2.5, -2.5].map((n) => asDecimal(rounded(ofNumber(n), 0, rule as 'half-up'), 0)),
    ),
  ).toEqual([
    ['0', '2', '2', '-2'],
    ['1', '2', '3', '-3'],
  ])
  expect(asDecimal(divided(fraction(2n), fraction(-3n)), 4)).toBe('-0.6667')
  expect(asDecimal(plus(fraction(1n, 3n), fraction(2n, 3n)), 2)).toBe('1.00')
})

test('a price far below the others is asked about, and a cheap one is not', () => {
  const bids = (...prices: number[]) => prices.map((priceOere, at) => ({ id: 'ABC'[at]!, priceOere }))
  expect(lowPrices(bids(4_120_000, 4_380_000, 3_560_000))).toEqual([])
  expect(lowPrices(bids(400, 400, 280))).toEqual([{ id: 'C', belowPercent: 30 }])
  expect(lowPrices(bids(400, 400, 281))).toEqual([])
  expect(lowPrices(bids(1))).toEqual([])
})
