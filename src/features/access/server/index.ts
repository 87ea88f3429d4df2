import type { UseCase } from '#kernel/server/use-case.ts'
import { end, open } from './open.ts'
import { emergencies, now, review } from './oversee.ts'
import { decidePolicy, policy } from './policy.ts'
import { seek } from './seek.ts'

export { remindReviewers } from './remind-reviewers.ts'

export const accessUseCases: readonly UseCase[] = [now, seek, open, end, emergencies, review, policy, decidePolicy]
