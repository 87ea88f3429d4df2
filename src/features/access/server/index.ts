import type { UseCase } from '#kernel/server/use-case.ts'
import { delegate, delegations, endDelegation } from './delegations.ts'
import { enter, tempsHere } from './enter.ts'
import { endDuty, letIn, newCode } from './let-in.ts'
import { end, open } from './open.ts'
import { emergencies, now, review } from './oversee.ts'
import { decidePolicy, policy } from './policy.ts'
import { seek } from './seek.ts'
import { duties, findTemps } from './temps.ts'

export { endLooseTemps } from './let-in.ts'
export { remindReviewers } from './remind-reviewers.ts'
export { accessTold } from './told.ts'

export const accessUseCases: readonly UseCase[] = [
  now,
  seek,
  open,
  end,
  emergencies,
  review,
  policy,
  decidePolicy,
  duties,
  findTemps,
  letIn,
  endDuty,
  newCode,
  tempsHere,
  enter,
  delegate,
  endDelegation,
  delegations,
]
