import type { ContentLine } from '#features/requirements/content.ts'
import { type Day, type Instant, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Model } from './model.ts'
import { restsOnRow } from './reasons.ts'

export const procedures = ['mini-tender', 'open', 'restricted', 'negotiated', 'below-threshold'] as const
export type ProcedureKind = (typeof procedures)[number]
export const tenderStates = ['preparing', 'published', 'opened', 'notified', 'concluded', 'cancelled'] as const
export type TenderStateName = (typeof tenderStates)[number]
export const answerLevels = ['standard', 'set-up', 'adaptation', 'other-way', 'not-offered', 'unanswered'] as const
export type AnswerLevelName = (typeof answerLevels)[number]
/** What an evaluator finds of one row: it does the task, something of it, or does not. */
export const verdicts = ['fits', 'partly', 'gap'] as const
export type Verdict = (typeof verdicts)[number]
export const adaptationSources = ['bid', 'clarification', 'case'] as const
export const adaptationStates = [
  'proposed',
  'ordered',
  'declined',
  'postponed',
  'way-proposed',
  'changed-way',
  'delivered',
  'accepted',
] as const
export type AdaptationStateName = (typeof adaptationStates)[number]
export const gapStates = [
  'open',
  'set-up',
  'way-proposed',
  'changed-way',
  'with-vendor',
  'adaptation',
  'closed',
] as const
export type GapStateName = (typeof gapStates)[number]

/** `SS-01`, `T-01`, `GAP-1`. */
export const nameOfQuestion = (number: number): string => `SS-${String(number).padStart(2, '0')}`
export const nameOfAdaptation = (number: number): string => `T-${String(number).padStart(2, '0')}`
export const nameOfGap = (number: number): string => `GAP-${number}`

const ms = (moment: Instant): number => Date.parse(moment)

export type Dates = { readonly questionsCloseAt: Instant; readonly bidsDueAt: Instant; readonly noticePlannedOn: Day }

export function whyNotDates({ questionsCloseAt, bidsDueAt, noticePlannedOn }: Dates): Refusal | undefined {
  if (ms(questionsCloseAt) > ms(bidsDueAt)) return refusal('tender.questions-after-bids', {}, 'questionsCloseAt')
  return isBefore(noticePlannedOn, bidsDueAt.slice(0, 10))
    ? refusal('tender.notice-before-bids', {}, 'noticePlannedOn')
    : undefined
}

type Standing = {
  readonly state: TenderStateName
  readonly bidsDueAt: Instant
  readonly questionsCloseAt: Instant
}

/** Before publishing everything may be changed; after it only by a correction sheet. */
export const whyNotPrepare = ({ state }: Pick<Standing, 'state'>): Refusal | undefined =>
  state === 'preparing' ? undefined : refusal('tender.published')

/** A published tender is corrected before the deadline, and never after it. */
export function whyNotCorrect({ state, bidsDueAt }: Standing, now: Instant): Refusal | undefined {
  if (state === 'preparing') return refusal('tender.not-published')
  return state !== 'published' || ms(now) >= ms(bidsDueAt) ? refusal('tender.deadline-passed') : undefined
}

/** What is answered after the closing time would not reach all in time to be used. */
export function whyNotAnswer({ state, questionsCloseAt }: Standing, now: Instant): Refusal | undefined {
  if (state !== 'published') return refusal('tender.not-published')
  return ms(now) > ms(questionsCloseAt) ? refusal('tender.questions-closed') : undefined
}

export function whyNotOpen({ state, bidsDueAt }: Standing, now: Instant): Refusal | undefined {
  if (state === 'preparing') return refusal('tender.not-published')
  if (state !== 'published') return refusal('tender.opened-already')
  return ms(now) < ms(bidsDueAt) ? refusal('tender.not-due') : undefined
}

/** No answer file is looked into before the bids are opened, nor when points have been handed in. */
export function whyNotLoad({ state }: Pick<Standing, 'state'>, handedIn: number): Refusal | undefined {
  if (state === 'preparing' || state === 'published') return refusal('tender.not-opened')
  if (state !== 'opened') return refusal('tender.award-told')
  return handedIn > 0 ? refusal('tender.points-handed-in') : undefined
}

type Loaded = { readonly handedIn: number; readonly hasAward: boolean }

/** A bid loaded by mistake goes before anybody has handed in points that were given beside it. */
export function whyNotWithdraw(
  { state }: Pick<Standing, 'state'>,
  { handedIn, hasAward }: Loaded,
): Refusal | undefined {
  if (state === 'preparing' || state === 'published') return refusal('tender.not-opened')
  if (state !== 'opened') return refusal('tender.award-told')
  if (hasAward) return refusal('tender.award-drafted')
  return handedIn > 0 ? refusal('tender.points-beside-it') : undefined
}

export const whyNotEvaluate = ({ state }: Pick<Standing, 'state'>): Refusal | undefined =>
  state === 'opened'
    ? undefined
    : refusal(state === 'notified' || state === 'concluded' ? 'tender.award-told' : 'tender.not-opened')

/** Signs by which a bidder could be told: a company's form, its number, an address, a telephone. */
const tellsWho =
  /\b(A\/S|ApS|P\/S|I\/S|K\/S|IVS|CVR)\b|@|\b\d{2}[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}\b|\bvores (løsning|system|produkt|platform)\b/i

/** A question is put so that nobody can tell who asked; where something looks like a name, somebody must have said that it is none. */
export const whyNotAnonymous = (text: string, isAnonymous: boolean): Refusal | undefined =>
  isAnonymous ? undefined : refusal(tellsWho.test(text) ? 'tender.tells-who' : 'tender.say-anonymous', {}, 'text')

// The model

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Why a model cannot be used: it would weigh to something else than the whole, or leave a requirement hanging. */
export function whyNotModel(model: Model, scored: readonly string[]): Refusal | undefined {
  const keys = model.subcriteria.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return refusal('tender.subcriterion-twice', {}, 'content.subcriteria')
  const weight = model.priceWeight + sum(model.subcriteria.map((one) => one.weight))
  if (model.method === 'points' && weight !== 100) return refusal('tender.weights', { weight }, 'content.priceWeight')
  if (model.method === 'price' && model.subcriteria.some(({ charge }) => !charge))
    return refusal('tender.charge-missing', {}, 'content.subcriteria')
  const rows = model.rows.map(({ requirementId }) => requirementId)
  if (new Set(rows).size < rows.length || model.rows.some(({ subcriterion }) => !keys.includes(subcriterion)))
    return refusal('tender.rows', {}, 'content.rows')
  const left = scored.filter((id) => !rows.includes(id)).length
  if (left > 0) return refusal('tender.requirements-unweighed', { count: left }, 'content.rows')
  const empty = keys.find((key) => !model.rows.some(({ subcriterion }) => subcriterion === key))
  if (empty) return refusal('tender.subcriterion-empty', { key: empty }, 'content.rows')
  if (model.trial && !rows.includes(model.trial.requirementId)) return refusal('tender.trial-row', {}, 'content.trial')
  const most = Math.max(
    0,
    ...model.meanings.map((one) => one.points),
    ...(model.trial?.points.map((one) => one.points) ?? []),
  )
  return most > model.scale ? refusal('tender.over-scale', { scale: model.scale }, 'content.scale') : undefined
}

type ModelStanding = { readonly testedAt: string | null; readonly lockedAt: string | null }
export const whyNotChangeModel = ({ lockedAt }: ModelStanding): Refusal | undefined =>
  lockedAt ? refusal('tender.model-locked') : undefined
export const whyNotLock = ({ testedAt, lockedAt }: ModelStanding): Refusal | undefined =>
  lockedAt ? refusal('tender.model-locked') : testedAt ? undefined : refusal('tender.model-untested')

export type Publishing = {
  readonly state: TenderStateName
  readonly hasLockedModel: boolean
  readonly isVersionPublished: boolean
  readonly dataProtectionNote: string
  readonly bidsDueAt: Instant
  readonly emptyTexts: number
  /** Needs that no requirement stands for, and nobody has said why not. */
  readonly needsLeft: number
}

/** What people asked for is asked of bidders, or somebody has said why not: before the tender set leaves the house. */
export const whyNeedsHold = (needsLeft: number): Refusal | undefined =>
  needsLeft > 0 ? refusal('tender.needs-left', { count: needsLeft }) : undefined

export function whyNotPublish(given: Publishing, now: Instant): Refusal | undefined {
  if (given.state !== 'preparing') return refusal('tender.published')
  if (!given.isVersionPublished) return refusal('tender.version-not-published', {}, 'baselineId')
  if (!given.hasLockedModel) return refusal('tender.model-not-locked')
  if (!given.dataProtectionNote.trim()) return refusal('tender.no-data-protection-note', {}, 'dataProtectionNote')
  if (given.emptyTexts > 0) return refusal('tender.empty-texts', { count: given.emptyTexts })
  if (given.needsLeft > 0) return whyNeedsHold(given.needsLeft)
  return ms(now) >= ms(given.bidsDueAt) ? refusal('tender.deadline-passed', {}, 'bidsDueAt') : undefined
}

// Points

type Scored = { readonly requirementId: string; readonly points: number; readonly reason: string }

/** Points come with a reason that names what it rests on, on the scale, for a requirement that the published model weighs. */
export function whyNotScore(
  model: Model,
  { requirementId, points, reason }: Scored,
  rows: readonly Pick<ContentLine, 'no' | 'text'>[],
): Refusal | undefined {
  if (reason.trim().split(/\s+/).filter(Boolean).length < 3) return refusal('tender.reason-missing', {}, 'reason')
  if (points > model.scale) return refusal('tender.over-scale', { scale: model.scale }, 'points')
  if (!model.rows.some((row) => row.requirementId === requirementId))
    return refusal('tender.not-in-model', {}, 'requirementId')
  if (model.trial?.requirementId === requirementId) return refusal('tender.points-from-trial', {}, 'requirementId')
  return restsOnRow(reason, rows) ? undefined : refusal('tender.reason-names-no-row', {}, 'reason')
}

/** In one go each cell is given once: of two, nobody could tell which is meant. */
export const whyNotTwice = (cells: readonly string[]): Refusal | undefined =>
  new Set(cells).size < cells.length ? refusal('tender.given-twice') : undefined

/** What is found lacking is said in words; that a row is done needs none. */
export const whyNotFind = ({ verdict, note }: { verdict: Verdict; note: string }): Refusal | undefined =>
  verdict !== 'fits' && note.trim().split(/\s+/).filter(Boolean).length < 3
    ? refusal('tender.finding-needs-note', {}, 'note')
    : undefined

// After the award

/** The contract waits until the last day of the standstill is over. */
export function whyNotConclude(
  { state, standstillEndsOn }: { state: TenderStateName; standstillEndsOn: Day | null },
  today: Day,
): Refusal | undefined {
  if (state !== 'notified') return refusal('tender.not-notified')
  return standstillEndsOn && !isBefore(standstillEndsOn, today)
    ? refusal('tender.standstill', { endsOn: standstillEndsOn })
    : undefined
}

/** Another way of working is asked for in words, and is the unit's leader's to say yes to: nobody else puts it so. */
function whyNotWay(from: string, to: string, field: string, way: string): Refusal | undefined {
  if (to === 'way-proposed' && !way.trim()) return refusal('tender.way-in-words', {}, field)
  return to === 'changed-way' && from !== 'changed-way' ? refusal('tender.leader-says-yes', {}, 'state') : undefined
}

type Moving = {
  readonly from: AdaptationStateName
  readonly state: AdaptationStateName
  readonly hasDecision: boolean
  readonly hasBenefit: boolean
  readonly askedUnitId: string | null
  /** What came of it; of another way of working: how. */
  readonly outcome: string
}

/** None is settled without a decision; what is ordered gives a benefit; another way of working has a leader's yes. */
export function whyNotMove(moving: Moving): Refusal | undefined {
  const { from, state, hasDecision, hasBenefit, askedUnitId, outcome } = moving
  if (state === 'proposed') return hasDecision ? refusal('tender.settled-stays', {}, 'state') : undefined
  if (!hasDecision) return refusal('tender.adaptation-needs-decision', {}, 'decisionId')
  if (state === 'ordered' && !hasBenefit) return refusal('tender.adaptation-needs-benefit')
  if (state === 'way-proposed' && !askedUnitId) return refusal('tender.whose-leader', {}, 'askedUnitId')
  return whyNotWay(from, state, 'outcome', outcome)
}

type GapMoving = { readonly from: GapStateName; readonly state: GapStateName; readonly nextStep: string }
export const whyNotMoveGap = ({ from, state, nextStep }: GapMoving): Refusal | undefined =>
  whyNotWay(from, state, 'nextStep', nextStep)

/** A leader answers what is asked; a no is told why, so that something else can be found. */
export function whyNotAnswerWay(
  { state }: { readonly state: string },
  { agrees, because }: { readonly agrees: boolean; readonly because: string },
): Refusal | undefined {
  if (state !== 'way-proposed') return refusal('tender.nothing-asked')
  return agrees || because.trim() ? undefined : refusal('tender.no-says-why', {}, 'because')
}

/** A gap is done with when it needs nothing more; until then it has a next step. Asked is not answered. */
export const isGapOpen = (state: GapStateName): boolean =>
  state === 'open' || state === 'with-vendor' || state === 'way-proposed'
