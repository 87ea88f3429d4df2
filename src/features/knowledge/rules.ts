import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** As many pages as are read at once; a municipality of fourteen units has some four hundred. @source own choice */
export const MOST_PAGES = 1000

export const pageKinds = ['setting', 'decision', 'case', 'course', 'contact'] as const
export type PageKind = (typeof pageKinds)[number]
export const pageStates = ['unread', 'changed', 'confirmed'] as const
export type PageState = (typeof pageStates)[number]

/** A page nobody stands by is unread, however well it was made; one that says something else since must be read again. */
export const stateOfPage = (confirmed: string | null, fingerprint: string): PageState =>
  confirmed === null ? 'unread' : confirmed === fingerprint ? 'confirmed' : 'changed'

/** The project coordinator can go when nothing is left without an owner. */
export const whyNotLeave = (unowned: number): Refusal | undefined =>
  unowned > 0 ? refusal('knowledge.unowned', { count: unowned }) : undefined

/** Of fewer units than this nobody is told how many: one of three homes in a town is known by its neighbours. [D] */
export const LEAST_COUNTED = 5
export const countOrNull = (count: number): number | null => (count < LEAST_COUNTED ? null : count)
