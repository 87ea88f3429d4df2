import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { decisionStates, partRoles, riskStates } from './rules.ts'

export const DecisionState = z.enum(decisionStates)
export const PartRole = z.enum(partRoles)
export const RiskState = z.enum(riskStates)

const option = { text: z.string(), chosen: z.boolean(), whyNot: z.string().nullable() }

export const Decision = z.object({
  id: Id,
  placeId: Id,
  number: z.int(),
  title: z.string(),
  question: z.string(),
  why: z.string(),
  consequences: z.string(),
  noOptionReason: z.string().nullable(),
  coordinatorException: z.string().nullable(),
  secret: z.boolean(),
  state: DecisionState,
  decidedOn: Day.nullable(),
  reviewOn: Day.nullable(),
  reviewedAt: Instant.nullable(),
  reviewNote: z.string().nullable(),
  supersedesId: Id.nullable(),
  /** The decision that took its place. */
  supersededById: Id.nullable(),
  withdrawnBecause: z.string().nullable(),
  options: z.array(z.object({ id: Id, ...option })),
  parts: z.array(z.object({ role: PartRole, who: z.string(), employeeId: Id.nullable() })),
  /** Units it is about; none: all of the place. */
  units: z.array(z.object({ id: Id, name: z.string() })),
  /** Records it is about. */
  objects: z.int(),
  /** Links to or from it that must be looked at again. */
  suspects: z.int(),
  version: z.int(),
  changedAt: Instant,
  /** change, decide, withdraw, review, reveal, supersede. */
  permitted: z.array(z.string()),
})
export type Decision = z.infer<typeof Decision>

export const Risk = z.object({
  id: Id,
  placeId: Id,
  number: z.int(),
  title: z.string(),
  probability: z.int(),
  impact: z.int(),
  measure: z.string(),
  owner: z.string(),
  state: RiskState,
  version: z.int(),
  movedAt: Instant,
  /** How it was judged, first to last. */
  moves: z.array(
    z.object({ probability: z.int(), impact: z.int(), state: RiskState, at: Instant, byName: z.string() }),
  ),
  permitted: z.array(z.string()),
})
export type Risk = z.infer<typeof Risk>

const long = text(2000)
/** Everything may be missing while it is a proposal; deciding is when it must be there. */
const proposal = {
  title: words(200),
  question: text(500),
  why: long,
  consequences: long,
  noOptionReason: text(500).nullable(),
  coordinatorException: text(500).nullable(),
  secret: z.boolean(),
  reviewOn: Day.nullable(),
  supersedesId: Id.nullable(),
  options: z
    .array(z.strictObject({ id: Id, text: words(300), chosen: z.boolean(), whyNot: text(500).nullable() }))
    .max(20),
  parts: z.array(z.strictObject({ role: PartRole, who: words(120), employeeId: Id.nullable() })).max(40),
  unitIds: z.array(Id).max(200),
}
export type Proposal = z.infer<z.ZodObject<typeof proposal>>

const risk = {
  title: words(200),
  probability: z.int().min(1).max(5),
  impact: z.int().min(1).max(5),
  measure: text(1000),
  owner: words(120),
  state: RiskState,
}
const versioned = z.object({ id: Id, version: z.int() })
const done = versioned.extend({ state: DecisionState })

export const decisions = contract('decisions', {
  /** Places whose log one may write in. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  /** Newest first. With a unit: those that are about it, or about all. What is secret or only proposed is left out for those who may not see it. */
  log: read(z.object({ unitId: Id.nullable() }), z.array(Decision)),
  propose: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      number: z.int().min(1).max(9999).optional(),
      placeId: Id,
      ...proposal,
      /** Records it is about, of the kinds the thread knows. */
      objects: z.array(z.strictObject({ kind: z.string().max(60), id: Id })).max(50),
    }),
    done.extend({ number: z.int() }),
  ),
  change: write(versioned.extend(proposal), done),
  /** A day and somebody who decided; an option that was not chosen; at least one record it is about. Then its words never change. */
  decide: write(versioned.extend({ decidedOn: Day }), done),
  withdraw: write(versioned.extend({ because: words(500) }), done),
  /** What was secret is told to all it concerns. */
  reveal: write(versioned, done),
  beginReview: write(versioned, done),
  /** It stands; and when to look again. */
  endReview: write(versioned.extend({ note: words(1000), reviewOn: Day.nullable() }), done),

  risks: read(z.object({}), z.array(Risk)),
  addRisk: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      number: z.int().min(1).max(9999).optional(),
      placeId: Id,
      ...risk,
    }),
    versioned.extend({ number: z.int() }),
  ),
  changeRisk: write(versioned.extend(risk), versioned),
})
