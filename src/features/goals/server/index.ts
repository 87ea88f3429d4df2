import type { UseCase } from '#kernel/server/use-case.ts'
import { addActivity, endActivity } from './activities.ts'
import { evaluate, strikeEvaluation } from './evaluations.ts'
import { answerFollowUp, planFollowUp } from './follow-ups.ts'
import { approve, complete, drop, hold, resume } from './move-goal.ts'
import { endObjective, say } from './objectives.ts'
import { ofCitizen, ofUnit, one } from './plan.ts'
import { change, propose } from './word-goal.ts'

export { da as goalWords } from '../text.da.ts'
export { goalsBetween, planSources, type ToldGoal } from './for-reports.ts'
export { remindOfGoals, reported } from './goal-tasks.ts'
export { planReached } from './permissions.ts'
export { goalsTold } from './told.ts'

export const goalsUseCases: readonly UseCase[] = [
  ofCitizen,
  one,
  ofUnit,
  say,
  endObjective,
  propose,
  change,
  approve,
  hold,
  resume,
  complete,
  drop,
  addActivity,
  endActivity,
  evaluate,
  strikeEvaluation,
  planFollowUp,
  answerFollowUp,
]
