import type { UseCase } from '#kernel/server/use-case.ts'

export { mayReadCitizen, ofCitizen, tieHolds } from './permissions.ts'

export const citizensUseCases: readonly UseCase[] = []
