import type { UseCase } from '#kernel/server/use-case.ts'
import { book } from './book.ts'
import { conceptsOf, load, versions } from './versions.ts'

export { bookOn } from './book.ts'

export const terminologyUseCases: readonly UseCase[] = [versions, conceptsOf, book, load]
