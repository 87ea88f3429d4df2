import type { UseCase } from '#kernel/server/use-case.ts'

export { stayChanges } from './stay-changes.ts'

export const staysUseCases: readonly UseCase[] = []
