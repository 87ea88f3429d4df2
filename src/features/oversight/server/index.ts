import type { UseCase } from '#kernel/server/use-case.ts'
import { account, sampled } from './account.ts'
import { inquire } from './inquire.ts'
import { judge } from './judge.ts'
import { lookups } from './lookups.ts'
import { whoLooked } from './who-looked.ts'

export { drawLookups, remindLookups } from './draw.ts'
export { lookupsOf } from './looks.ts'

export const oversightUseCases: readonly UseCase[] = [whoLooked, lookups, judge, account, sampled, inquire]
