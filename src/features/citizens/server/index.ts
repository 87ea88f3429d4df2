import type { UseCase } from '#kernel/server/use-case.ts'

export { calledName, fullName } from './called-name.ts'
export { mayReadCitizen, ofCitizen, tieHolds } from './permissions.ts'
export { endTie, type NewTie, tieCitizen, tiedOn } from './ties.ts'
export { warningChanges } from './warning-changes.ts'

export const citizensUseCases: readonly UseCase[] = []
