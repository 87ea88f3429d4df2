import type { UseCase } from '#kernel/server/use-case.ts'
import { forLeader } from './for-leader.ts'

export const overviewUseCases: readonly UseCase[] = [forLeader]
