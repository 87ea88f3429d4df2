import type { Id } from '#kernel/lang/id.ts'

/** How a kind of record is called and where its page is. Each feature says it of its own; the house gathers them. */
export type KnotFace = {
  readonly kind: string
  readonly noun: () => string
  readonly href?: (id: Id) => string
  readonly states?: () => Readonly<Record<string, string>>
}
/** What a loose thread of one rule is, as a heading. */
export type LooseWords = Readonly<Record<string, () => string>>

const faces = new Map<string, KnotFace>()
const rules = new Map<string, () => string>()

/** Once, when the house is put together. */
export function addKnotFaces(added: readonly KnotFace[], loose: LooseWords = {}): void {
  for (const face of added) faces.set(face.kind, face)
  for (const [rule, words] of Object.entries(loose)) rules.set(rule, words)
}

export const nounOf = (kind: string): string => faces.get(kind)?.noun() ?? ''
export const hrefOf = (kind: string, id: Id): string => faces.get(kind)?.href?.(id) ?? threadHref(kind, id)
export const stateWordOf = (kind: string, state: string | null): string | undefined =>
  state === null ? undefined : faces.get(kind)?.states?.()[state]
export const ruleWordsOf = (rule: string): string => rules.get(rule)?.() ?? rule

export const threadHref = (kind: string, id: Id): string => `/traad/${kind}/${id}`
