import { type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

export const decisionStates = ['proposed', 'withdrawn', 'decided', 'in-force', 'under-review', 'superseded'] as const
export type DecisionState = (typeof decisionStates)[number]
export const partRoles = ['proposed', 'consulted', 'decided', 'informed'] as const
export type PartRole = (typeof partRoles)[number]
export const riskStates = ['active', 'damped', 'closed', 'happened'] as const
export type RiskState = (typeof riskStates)[number]

/** `D-001`. */
export const nameOfDecision = (number: number): string => `D-${String(number).padStart(3, '0')}`
export const nameOfRisk = (number: number): string => `RI-${number}`

/** A title is one sentence that says what was decided: not a question, and not a paragraph. */
export function whyNotTitle(title: string): Refusal | undefined {
  const said = title.trim()
  if (said.endsWith('?')) return refusal('decisions.title-asks', {}, 'title')
  return /[.!?]\s+\p{Lu}/u.test(said) ? refusal('decisions.title-is-long', {}, 'title') : undefined
}

export type Deciding = {
  readonly title: string
  readonly why: string
  readonly options: readonly { readonly chosen: boolean }[]
  readonly noOptionReason: string | null
  readonly parts: readonly { readonly role: PartRole }[]
  /** The project coordinator decided, proposed or was consulted. */
  readonly coordinatorTookPart: boolean
  readonly coordinatorException: string | null
  /** Records it is about. */
  readonly objects: number
  readonly decidedOn: Day
  readonly reviewOn: Day | null
  readonly today: Day
}

const isBlank = (words: string | null): boolean => !words?.trim()

/** Why a proposal cannot become a decision yet. Silence decides nothing: there is a day, and somebody. */
export function whyNotDecide(given: Deciding): Refusal | undefined {
  const title = whyNotTitle(given.title)
  if (title) return title
  if (isBlank(given.why)) return refusal('decisions.says-no-why', {}, 'why')
  if (isBefore(given.today, given.decidedOn)) return refusal('decisions.decided-later', {}, 'decidedOn')
  if (!given.parts.some(({ role }) => role === 'decided')) return refusal('decisions.nobody-decided', {}, 'parts')
  if (!given.options.some(({ chosen }) => !chosen) && isBlank(given.noOptionReason))
    return refusal('decisions.no-other-option', {}, 'options')
  if (given.objects === 0) return refusal('decisions.about-nothing')
  if (!given.coordinatorTookPart && isBlank(given.coordinatorException))
    return refusal('decisions.coordinator-left-out', {}, 'coordinatorException')
  const isEarly = given.reviewOn !== null && !isBefore(given.decidedOn, given.reviewOn)
  return isEarly ? refusal('decisions.review-before', {}, 'reviewOn') : undefined
}

const standing: readonly DecisionState[] = ['in-force', 'under-review']

export const whyNotChange = (state: DecisionState): Refusal | undefined =>
  state === 'proposed' ? undefined : refusal('decisions.not-a-proposal')
export const whyNotReveal = (state: DecisionState): Refusal | undefined =>
  state === 'decided' ? undefined : refusal('decisions.not-secret')
export const whyNotReview = (state: DecisionState): Refusal | undefined =>
  state === 'in-force' ? undefined : refusal('decisions.not-in-force')
export const whyNotEndReview = (state: DecisionState): Refusal | undefined =>
  state === 'under-review' ? undefined : refusal('decisions.no-review')
export const whyNotSupersede = (state: DecisionState): Refusal | undefined =>
  standing.includes(state) ? undefined : refusal('decisions.nothing-to-supersede', {}, 'supersedesId')

/** The state once it is made: what is secret waits to be told. */
export const stateWhenDecided = (secret: boolean): DecisionState => (secret ? 'decided' : 'in-force')

/** The day of its review has passed, and nobody has looked. */
export const isReviewDue = (decision: { state: DecisionState; reviewOn: Day | null }, today: Day): boolean =>
  decision.state === 'in-force' && decision.reviewOn !== null && isBefore(decision.reviewOn, today)

/** Probability times impact, 1 to 25. */
export const weightOfRisk = ({ probability, impact }: { probability: number; impact: number }): number =>
  probability * impact
export type RiskBand = 'low' | 'middle' | 'high'
/** From 12 a risk belongs on the steering group's table. @source own choice: 3 × 4 and above */
export const bandOfRisk = (risk: { probability: number; impact: number }): RiskBand => {
  const weight = weightOfRisk(risk)
  return weight >= 12 ? 'high' : weight >= 6 ? 'middle' : 'low'
}

type Judged = { probability: number; impact: number; state: RiskState }
/** Whether leaders should see it again. */
export const hasMoved = (before: Judged, after: Judged): boolean =>
  before.probability !== after.probability || before.impact !== after.impact || before.state !== after.state
