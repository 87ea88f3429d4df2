import type { UseCase } from '#kernel/server/use-case.ts'
import { conceptsOf, load, versions } from './versions.ts'

export const terminologyUseCases: readonly UseCase[] = [versions, conceptsOf, load]
