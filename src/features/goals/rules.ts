import { addDays, type Day, daysBetween, isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Evaluation, FollowUp, Goal, GoalState, Wording } from './contract.ts'

/** Before the day of follow-up the unit is reminded so many weeks ahead: the status report takes its time. */
export const WEEKS_AHEAD = [6, 4, 2] as const
/** Longest period of a goal; what takes longer is a purpose, and has goals along the way. */
export const MOST_DAYS = 730
/** A living goal with no note for so long is shown to those who work with it. */
export const DAYS_WITHOUT_NOTE = 14

type Standing = Pick<Goal, 'state' | 'approvedAt' | 'wordedById'>
const ended: readonly GoalState[] = ['completed', 'dropped']
export const isLiving = ({ state }: Pick<Goal, 'state'>): boolean => !ended.includes(state)

/** Why words cannot stand as a goal. */
export function whyNotWord(goal: Wording, today: Day): Refusal | undefined {
  if (isBefore(goal.endsOn, goal.startsOn)) return refusal('goals.ends-before-it-starts', {}, 'endsOn')
  if (daysBetween(goal.startsOn, goal.endsOn) > MOST_DAYS)
    return refusal('goals.too-long', { years: MOST_DAYS / 365 }, 'endsOn')
  if (isBefore(goal.endsOn, today)) return refusal('goals.over-already', {}, 'endsOn')
  if (goal.madeWith !== 'citizen' && !goal.whyWithout?.trim()) return refusal('goals.why-without', {}, 'whyWithout')
  return (goal.levelStart === null) === (goal.levelWanted === null)
    ? undefined
    : refusal('goals.one-level', {}, goal.levelStart === null ? 'levelStart' : 'levelWanted')
}

export const whyNotChange = (goal: Standing): Refusal | undefined =>
  isLiving(goal) ? undefined : refusal('goals.ended')

/** Why the leader cannot approve: nothing waits, or the words are one's own. */
export function whyNotApprove(goal: Standing, by: Id): Refusal | undefined {
  if (!isLiving(goal)) return refusal('goals.ended')
  if (goal.approvedAt) return refusal('goals.approved-already')
  return goal.wordedById === by ? refusal('goals.own-work') : undefined
}

export const whyNotHold = (goal: Standing): Refusal | undefined =>
  goal.state === 'active' ? undefined : refusal(isLiving(goal) ? 'goals.not-active' : 'goals.ended')

export const whyNotResume = (goal: Standing): Refusal | undefined =>
  goal.state === 'on-hold' ? undefined : refusal('goals.not-on-hold')

/** What was never active cannot be completed; it is dropped. */
export const whyNotComplete = (goal: Standing): Refusal | undefined =>
  goal.state === 'active' || goal.state === 'on-hold'
    ? undefined
    : refusal(isLiving(goal) ? 'goals.not-active' : 'goals.ended')

export const whyNotDrop = (goal: Standing): Refusal | undefined => (isLiving(goal) ? undefined : refusal('goals.ended'))

type Evaluating = Pick<Evaluation, 'view' | 'viewOf' | 'level' | 'evaluatedOn'>

export function whyNotEvaluate(
  goal: Pick<Goal, 'state' | 'startsOn'>,
  evaluation: Evaluating,
  today: Day,
): Refusal | undefined {
  if (goal.state === 'proposed') return refusal('goals.not-active')
  if (goal.state === 'dropped') return refusal('goals.ended')
  if (isBefore(today, evaluation.evaluatedOn)) return refusal('goals.in-the-future', {}, 'evaluatedOn')
  if (isBefore(evaluation.evaluatedOn, goal.startsOn)) return refusal('goals.before-the-goal', {}, 'evaluatedOn')
  if (evaluation.level !== null && evaluation.view !== 'worker')
    return refusal('goals.level-is-the-workers', {}, 'level')
  return evaluation.view === 'relative' && !evaluation.viewOf?.trim()
    ? refusal('goals.whose-view', {}, 'viewOf')
    : undefined
}

/** The next evaluation, never later than the end of the period. */
export function nextEvaluation(goal: Pick<Goal, 'everyWeeks' | 'endsOn'>, from: Day): Day {
  const next = addDays(from, goal.everyWeeks * 7)
  return isBefore(goal.endsOn, next) ? goal.endsOn : next
}

/** Which of the reminders before a follow-up are due on a day, the earliest first; none once it has been held. */
export const remindersDue = ({ dueOn, heldOn }: Pick<FollowUp, 'dueOn' | 'heldOn'>, on: Day): number[] =>
  heldOn ? [] : WEEKS_AHEAD.filter((weeks) => !isBefore(on, addDays(dueOn, -7 * weeks)))

export function whyNotPlanFollowUp(dueOn: Day, today: Day): Refusal | undefined {
  return isBefore(dueOn, today) ? refusal('goals.follow-up-past', {}, 'dueOn') : undefined
}

export function whyNotAnswerFollowUp(followUp: Pick<FollowUp, 'heldOn'>, heldOn: Day, today: Day): Refusal | undefined {
  if (followUp.heldOn) return refusal('goals.follow-up-held')
  return isBefore(today, heldOn) ? refusal('goals.in-the-future', {}, 'heldOn') : undefined
}

/** Whether whoever evaluates is late. */
export const isOverdue = ({ evaluateOn }: Pick<Goal, 'evaluateOn'>, today: Day): boolean =>
  evaluateOn !== null && isBefore(evaluateOn, today)

/** Its period has run out, and nobody has said how it went or given it a new one. */
export const isPastPeriod = ({ state, endsOn }: Pick<Goal, 'state' | 'endsOn'>, today: Day): boolean =>
  isLiving({ state }) && isBefore(endsOn, today)
