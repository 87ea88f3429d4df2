import type { UseCase } from '#kernel/server/use-case.ts'
import { whoLooked } from './who-looked.ts'

export { lookupsOf } from './looks.ts'

export const oversightUseCases: readonly UseCase[] = [whoLooked]
