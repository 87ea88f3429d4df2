import type { UseCase } from '#kernel/server/use-case.ts'
import { openStay } from './open-stay.ts'

export { mayReadStay } from './permissions.ts'
export { stayChanges } from './stay-changes.ts'

export const staysUseCases: readonly UseCase[] = [openStay]
