import type { UseCase } from '#kernel/server/use-case.ts'
import { book, confirm, pages } from './book.ts'
import { beginHandover, finishHandover, handovers, items, type Leaving, places, takeOver } from './handover.ts'
import { fetchPackage, lessons, makePackage, packages, takePackage } from './packages.ts'
import { ownPages, type PageSource } from './page-sources.ts'

export type { Leaving } from './handover.ts'
export type { PageSource } from './page-sources.ts'

/** What other features put into the book, and what a coordinator must not leave without an owner. */
export const knowledgeUseCases = (more: readonly PageSource[], leaving: Leaving): readonly UseCase[] => {
  const sources = [...ownPages, ...more]
  return [
    pages(sources),
    book(sources),
    confirm(sources),
    places,
    handovers,
    beginHandover,
    items(leaving),
    takeOver(leaving),
    finishHandover(leaving),
    packages,
    makePackage,
    fetchPackage,
    takePackage,
    lessons,
  ]
}
