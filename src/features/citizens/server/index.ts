import type { UseCase } from '#kernel/server/use-case.ts'
import { register } from './register.ts'

export { calledName, fullName } from './called-name.ts'
export { lockCitizen, markDied } from './lock-citizen.ts'
export { DAYS_AFTER, mayReadCitizen, ofCitizen, ofCitizenAt, tieHolds } from './permissions.ts'
export { endTie, type NewTie, tieCitizen, tiedOn } from './ties.ts'
export { warningChanges } from './warning-changes.ts'

export const citizensUseCases: readonly UseCase[] = [register]
