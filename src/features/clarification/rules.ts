import { addDays, type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { type Answers, chosenOf, type Given, isAsked, outcomeOf } from './outcome.ts'
import type { AnswerValue, Question, Template } from './question-set.ts'

export * from './outcome.ts'

export const roundStates = ['in-progress', 'submitted', 'met', 'approved', 'previewed'] as const
export type RoundState = (typeof roundStates)[number]
export const gapStates = ['open', 'set-up', 'changed-way', 'with-vendor', 'adaptation', 'closed'] as const
export type GapState = (typeof gapStates)[number]
export const meetingMarks = ['agreed', 'unsure', 'needs-decision'] as const

/** Where a unit stands, as it is told: `applied` and `in-use` are known by its profile. */
export const standings = [
  'not-started',
  'in-progress',
  'reopened',
  'submitted',
  'met',
  'approved',
  'previewed',
  'applied',
  'in-use',
] as const
export type UnitStanding = (typeof standings)[number]

/** What is known of the change that a round proposed to the profile. */
export const appliedStates = ['none', 'waiting', 'applied', 'in-use'] as const
export type AppliedState = (typeof appliedStates)[number]

export function standingOf(round: { state: RoundState; number: number } | null, applied: AppliedState): UnitStanding {
  if (!round) return 'not-started'
  if (round.state === 'in-progress') return round.number > 1 ? 'reopened' : 'in-progress'
  if (round.state !== 'previewed') return round.state
  return applied === 'applied' || applied === 'in-use' ? applied : 'previewed'
}

/** `AG-1`; the list of a tender's gaps is another. */
export const nameOfGap = (number: number): string => `AG-${number}`

/** How a unit stands with one question; each has a shape and a word of its own beside its colour. */
export const cellStates = ['as-template', 'own', 'unsure', 'open', 'new', 'outside', 'not-asked'] as const
export type CellState = (typeof cellStates)[number]

type Around = {
  readonly answers: Answers
  /** Version of the questions that the unit's round began with. */
  readonly begunNumber: number
  /** Version that the question came with. */
  readonly sinceNumber: number
}

/** An option that a later version no longer has is no answer any more. */
export const isLapsed = (question: Question, { value }: Given): boolean => {
  if (value === null || question.options.length === 0) return false
  return chosenOf(question, value).length !== (Array.isArray(value) ? value.length : 1)
}

export function cellOf(question: Question, { answers, begunNumber, sinceNumber }: Around): CellState {
  if (!isAsked(question, answers)) return 'not-asked'
  const given = answers[question.key]
  const isOpen = !given || (given.value === null && !given.unsure && !given.outside) || isLapsed(question, given)
  if (isOpen) return sinceNumber > begunNumber ? 'new' : 'open'
  if (given.unsure) return 'unsure'
  if (given.outside) return 'outside'
  return given.source === 'template' ? 'as-template' : 'own'
}

const sameAnswer = (a: AnswerValue, b: AnswerValue): boolean => {
  const plain = (value: AnswerValue) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
  return plain(a) === plain(b)
}

/** An answer that says what the template says is the template's; any other is the unit's own, and stays so. */
export const sourceOf = (value: AnswerValue | null, suggested: AnswerValue | undefined): Given['source'] =>
  value !== null && suggested !== undefined && sameAnswer(value, suggested) ? 'template' : 'unit'

/** A later template suggests otherwise than what stands: shown as an offer, never taken by itself. */
export const offerOf = (given: Given | undefined, suggested: AnswerValue | undefined): AnswerValue | undefined =>
  given && given.value !== null && suggested !== undefined && !sameAnswer(given.value, suggested)
    ? suggested
    : undefined

const isRightKind = (question: Question, value: AnswerValue): boolean => {
  if (question.kind === 'number') return typeof value === 'number' && Number.isInteger(value)
  if (question.kind === 'multi' || question.kind === 'people') return Array.isArray(value)
  return typeof value === 'string'
}

/** Why a value cannot be an answer to the question; what is outside its options is a gap, and is said as such. */
export function whyNotValue(question: Question, value: AnswerValue): Refusal | undefined {
  if (!isRightKind(question, value)) return refusal('clarification.wrong-kind', { question: question.key }, 'value')
  const given: Given = { value, unsure: false, outside: null, source: 'unit' }
  return isLapsed(question, given)
    ? refusal('clarification.no-such-option', { question: question.key }, 'value')
    : undefined
}

/** Roles as the rules need them. */
export type Answering = { readonly leads: boolean; readonly coordinates: boolean; readonly isOfUnit: boolean }

/** Who may answer what: the leader's questions by the leader, the organisation's and the vendor's through the coordinator. */
export function whyNotAnswerer(question: Question, who: Answering, saidBy: string | null): Refusal | undefined {
  const { key: name, answeredBy } = question
  const says = !saidBy?.trim() ? refusal('clarification.who-said-it', { question: name }, 'saidBy') : undefined
  if (answeredBy === 'municipality')
    return who.coordinates ? undefined : refusal('clarification.not-yours', { question: name })
  if (answeredBy === 'vendor') return who.coordinates ? says : refusal('clarification.not-yours', { question: name })
  if (answeredBy === 'leader' && who.leads) return undefined
  if (answeredBy === 'unit' && who.isOfUnit) return undefined
  return who.coordinates ? says : refusal('clarification.leaders-own', { question: name })
}

/** Once approved, an answer is changed by opening the round again, with a reason. */
export const whyNotReopen = (state: RoundState, because: string | null): Refusal | undefined =>
  (state === 'approved' || state === 'previewed') && !because?.trim()
    ? refusal('clarification.approved-say-why', {}, 'because')
    : undefined

export type UnitFacts = { readonly legalGrounds: readonly string[]; readonly roundTheClock: boolean }
export type Contradiction = { readonly rule: string; readonly question: string }

const valueAt = (outcome: ReturnType<typeof outcomeOf>, key: string) =>
  outcome.settings.find((setting) => setting.key === key)

/** Own choice of what is worth asking once more; none of it is a rule of law, and each may stand with a reason. */
const contradictionRules: readonly {
  rule: string
  key: string
  holds: (value: unknown, unit: UnitFacts, all: ReturnType<typeof outcomeOf>) => boolean
}[] = [
  {
    rule: 'no-force-in-a-home',
    key: 'modules.force',
    holds: (value, { legalGrounds }) => value === null && legalGrounds.includes('SEL-108'),
  },
  {
    rule: 'adults-where-children-live',
    key: 'modules.force',
    holds: (value, { legalGrounds }) => value === 'adult' && legalGrounds.includes('BL-43'),
  },
  {
    rule: 'weekdays-round-the-clock',
    key: 'shift.model',
    holds: (value, { roundTheClock }) => value === 'weekdays' && roundTheClock,
  },
  {
    rule: 'medicine-moves-but-is-not-given',
    key: 'migration.scope',
    holds: (value, _, all) =>
      Array.isArray(value) &&
      (value as string[]).includes('medicine') &&
      valueAt(all, 'modules.medicine')?.value === false,
  },
  {
    rule: 'hidden-and-open-to-all',
    key: 'privacy.hiddenStay',
    holds: (value, _, all) => value === true && valueAt(all, 'access.scope')?.value === 'unit',
  },
]

/** Answers that conflict with each other, or with what is known of the unit. Warned about; they may stand with a reason. */
export function contradictionsOf(questions: readonly Question[], answers: Answers, unit: UnitFacts): Contradiction[] {
  const all = outcomeOf({ questions, answers })
  return contradictionRules.flatMap(({ rule, key, holds }) => {
    const found = valueAt(all, key)
    const isHit = found?.source.kind === 'question' && holds(found.value, unit, all)
    return isHit ? [{ rule, question: (found.source as { key: string }).key }] : []
  })
}

type Whole = {
  readonly questions: readonly Question[]
  readonly answers: Answers
  readonly unit: UnitFacts
  /** Why answers that conflict stand all the same, by question. */
  readonly reasons: Readonly<Record<string, string | undefined>>
}

const isOpen = (question: Question, answers: Answers): boolean =>
  question.kind !== 'text' && ['open', 'new'].includes(cellOf(question, { answers, begunNumber: 0, sinceNumber: 0 }))

/** Questions that still wait for those named. */
export const openOf = (
  { questions, answers }: Pick<Whole, 'questions' | 'answers'>,
  by: readonly Question['answeredBy'][],
) => questions.filter((question) => by.includes(question.answeredBy) && isOpen(question, answers))

/** Why a unit cannot say that it is done; what others are to answer may still be open. */
export function whyNotSubmit(state: RoundState, whole: Whole): Refusal | undefined {
  if (state !== 'in-progress') return refusal('clarification.submitted-already')
  const open = openOf(whole, ['unit'])
  return open.length ? refusal('clarification.still-open', { count: open.length, question: open[0]!.key }) : undefined
}

export const whyNotMeet = (state: RoundState): Refusal | undefined =>
  state === 'submitted' || state === 'met' ? undefined : refusal('clarification.not-submitted')

/** Why the leader cannot approve: nothing is open, nothing about medicine, force or access is unsure, and what conflicts has a reason. */
export function whyNotApprove(state: RoundState, whole: Whole): Refusal | undefined {
  if (state === 'submitted') return refusal('clarification.not-met')
  if (state !== 'met') return refusal('clarification.not-submitted')
  const open = openOf(whole, ['unit', 'leader', 'municipality', 'vendor'])
  if (open.length) return refusal('clarification.still-open', { count: open.length, question: open[0]!.key })
  const vague = whole.questions.find(({ key, topic }) => {
    const given = whole.answers[key]
    return topic && given && (given.unsure || given.outside)
  })
  if (vague && isAsked(vague, whole.answers)) return refusal('clarification.must-know', { question: vague.key })
  const bare = contradictionsOf(whole.questions, whole.answers, whole.unit).find(
    ({ question }) => !whole.reasons[question]?.trim(),
  )
  return bare ? refusal('clarification.says-no-reason', { question: bare.question }) : undefined
}

/** A leader who came later stands by access and force before anything is set up. */
export const needsLeaderAgain = (state: RoundState, vouchingLeads: boolean): boolean =>
  (state === 'approved' || state === 'previewed') && !vouchingLeads

export const whyNotPropose = (state: RoundState, vouchingLeads: boolean): Refusal | undefined => {
  if (state !== 'approved' && state !== 'previewed') return refusal('clarification.not-approved')
  return needsLeaderAgain(state, vouchingLeads) ? refusal('clarification.new-leader') : undefined
}

export const whyNotSendBack = (state: RoundState): Refusal | undefined =>
  state === 'submitted' || state === 'met' ? undefined : refusal('clarification.not-submitted')

/** An open gap has a next step within this many days. */
export const GAP_DAYS = 5
export const isGapOpen = (state: GapState): boolean => state === 'open' || state === 'with-vendor'
export const gapStepDueOn = (openedOn: Day): Day => addDays(openedOn, GAP_DAYS)

export type GapMove = {
  readonly state: GapState
  readonly ownerId: string | null
  readonly nextStep: string
  readonly nextOn: Day | null
  readonly hasDecision: boolean
  readonly sets: number
  /** The unit's leader has said yes. */
  readonly leaderAgreed: boolean
  readonly today: Day
}

/** Why a gap cannot be put so. Working otherwise is the leader's yes; a value of its own is a decision's. */
export function whyNotMoveGap(move: GapMove): Refusal | undefined {
  if (move.sets > 0 && !move.hasDecision) return refusal('clarification.sets-by-decision', {}, 'decisionId')
  if (move.sets > 0 && move.state !== 'set-up') return refusal('clarification.sets-when-set-up', {}, 'state')
  if (move.state === 'changed-way' && !move.leaderAgreed)
    return refusal('clarification.leader-says-yes', {}, 'agreedById')
  if (!isGapOpen(move.state)) return undefined
  if (!move.ownerId) return refusal('clarification.gap-without-owner', {}, 'ownerId')
  if (!move.nextStep.trim() || !move.nextOn) return refusal('clarification.gap-without-step', {}, 'nextStep')
  return isBefore(move.nextOn, move.today) ? refusal('clarification.step-in-the-past', {}, 'nextOn') : undefined
}

type Merging = {
  readonly isSame: boolean
  readonly isMerged: boolean
  readonly intoIsMerged: boolean
  readonly hasOwn: boolean
}
export function whyNotMergeGap({ isSame, isMerged, intoIsMerged, hasOwn }: Merging): Refusal | undefined {
  if (isSame) return refusal('clarification.gap-into-itself', {}, 'intoId')
  return isMerged || intoIsMerged || hasOwn ? refusal('clarification.gap-merged-already', {}, 'intoId') : undefined
}

/** Questions as the contact meets them: how many the kind of offer has an answer for, and how many only the unit can say. */
export const countsOf = (questions: readonly Question[], answers: Answers, template: Template) => {
  const asked = questions.filter((question) => isAsked(question, answers))
  const suggested = asked.filter(({ key }) => template[key] !== undefined).length
  return { all: asked.length, suggested, own: asked.length - suggested }
}

/** Where template answers stand in for those not given, so that it can be seen which questions will be asked. */
export const withTemplate = (answers: Answers, template: Template): Answers => ({
  ...Object.fromEntries(
    Object.entries(template).map(([key, value]) => [
      key,
      { value, unsure: false, outside: null, source: 'template' as const },
    ]),
  ),
  ...answers,
})

type Naming = { readonly holdsRole: boolean; readonly deputyHoldsRole: boolean; readonly deputyIsSame: boolean }
/** A contact and a deputy answer for the unit, so they hold a role there that may. */
export function whyNotContact({ holdsRole, deputyHoldsRole, deputyIsSame }: Naming): Refusal | undefined {
  if (deputyIsSame) return refusal('clarification.deputy-is-contact', {}, 'deputyId')
  if (!holdsRole) return refusal('clarification.may-not-answer', {}, 'employeeId')
  return deputyHoldsRole ? undefined : refusal('clarification.may-not-answer', {}, 'deputyId')
}

export const whyNotPeriod = (fromOn: Day, toOn: Day): Refusal | undefined =>
  isBefore(toOn, fromOn) ? refusal('clarification.ends-before', {}, 'toOn') : undefined
