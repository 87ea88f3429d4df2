import { z } from 'zod'
import { text, words } from '#kernel/lang/contract.ts'
import { Id } from '#kernel/lang/id.ts'

/**
 * How bids are compared: everything that decides an award, as data. The whole of it is published with the tender material.
 * @source rules.md § 13: a point model turns prices into points, a price model turns quality into money
 */
const Key = z.string().regex(/^[A-ZÆØÅ0-9]{2,8}$/)
export type SubcriterionKey = z.infer<typeof Key>

/** Subcriteria share the weight of quality between them. */
export const Subcriterion = z.strictObject({
  key: Key,
  name: words(80),
  /** Per cent of the whole award in a point model; shares among the others in a price model. */
  weight: z.int().min(1).max(100),
  /** Price model: what a bid without a single point is charged, in øre, or in per cent of its own price. */
  charge: z
    .union([
      z.strictObject({ oere: z.int().min(0).max(100_000_000_000) }),
      z.strictObject({ percent: z.int().min(0).max(200) }),
    ])
    .nullable(),
})
export type Subcriterion = z.infer<typeof Subcriterion>

export const PriceFormula = z.union([
  /** The lowest price gets all points, and `spreadPercent` above it none; a straight line between. */
  z.strictObject({ kind: z.literal('linear'), spreadPercent: z.int().min(5).max(300) }),
  /** The lowest price gets all points, others the lowest price's share of theirs. */
  z.strictObject({ kind: z.literal('relative') }),
])
export type PriceFormula = z.infer<typeof PriceFormula>

export const consensusRules = ['median', 'mean', 'agreed'] as const
export const roundings = ['half-even', 'half-up', 'none'] as const
export const tieRules = ['lowest-price', 'highest-quality'] as const

export const Model = z.strictObject({
  method: z.enum(['points', 'price']),
  /** Points go from 0 to this. */
  scale: z.int().min(2).max(100),
  /** What points mean, as evaluators and bidders read it. */
  meanings: z.array(z.strictObject({ points: z.number().min(0).max(100), text: words(300) })).max(20),
  /** Per cent; of no meaning in a price model. */
  priceWeight: z.int().min(0).max(100),
  priceFormula: PriceFormula,
  subcriteria: z.array(Subcriterion).min(1).max(12),
  /** Which subcriterion each requirement is weighed in, and how much there. A requirement not named gives no points. */
  rows: z.array(z.strictObject({ requirementId: Id, subcriterion: Key, weight: z.int().min(1).max(100) })).max(500),
  consensus: z.strictObject({ rule: z.enum(consensusRules), rounding: z.enum(roundings) }),
  /** Points that come from users trying the bid, never from opinion: how many of `participants` solved the tasks. */
  trial: z
    .strictObject({
      requirementId: Id,
      participants: z.int().min(3).max(100),
      points: z.array(z.strictObject({ solved: z.int().min(0).max(100), points: z.number().min(0).max(100) })).min(1),
      text: text(1000),
    })
    .nullable(),
  /** How the price of a bid is put together: each amount times how often it is paid. */
  priceLines: z
    .array(z.strictObject({ key: Key, name: words(120), times: z.int().min(1).max(120) }))
    .min(1)
    .max(40),
  /** Totals are compared at so many decimals; nothing is rounded on the way. */
  decimals: z.int().min(0).max(6),
  tie: z.enum(tieRules),
})
export type Model = z.infer<typeof Model>

/** Points of one bid on one requirement: what each evaluator gave, in the order of the panel, and what a panel that talks agreed on. */
export const Scored = z.strictObject({
  bidId: Id,
  requirementId: Id,
  byEvaluator: z.array(z.number().nullable()),
  agreed: z.number().nullable(),
})
export type Scored = z.infer<typeof Scored>

export const BidIn = z.strictObject({
  id: Id,
  /** A, B, C in the order of loading. */
  letter: z.string(),
  name: z.string(),
  priceOere: z.int().min(1),
  /** How many solved the tasks of the trial; null where there is none. */
  trialSolved: z.int().nullable(),
})
export type BidIn = z.infer<typeof BidIn>

/** All that an award is worked out from, and nothing else: what the export file holds, and the replay reads. */
export const EvaluationInput = z.strictObject({
  model: Model,
  evaluators: z.int(),
  bids: z.array(BidIn),
  scores: z.array(Scored),
})
export type EvaluationInput = z.infer<typeof EvaluationInput>
