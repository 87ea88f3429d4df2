import type { UseCase } from '#kernel/server/use-case.ts'
import { connect, disconnect, review } from './keep.ts'
import { ahead, find, loose, marks } from './lists.ts'
import type { DatedRule, LooseRule, NodeKind } from './node-kind.ts'
import { threadOf } from './of.ts'

export { lacksLink, link, linkEach, suspectLinks, touched, unlink } from './links.ts'
export {
  atPlace,
  type DatedRule,
  fingerprint,
  heldAnywhere,
  type LooseRule,
  type NodeKind,
  nodeKind,
  type Ref,
  rowsOf,
} from './node-kind.ts'
export { toldOpenly } from './openly.ts'

/** The thread's use cases over the kinds of record that this house has, what each feature calls a loose thread, and what it has a day for. */
export const threadUseCases = (
  kinds: readonly NodeKind[],
  rules: readonly LooseRule[],
  dated: readonly DatedRule[],
): readonly UseCase[] => [
  threadOf(kinds),
  marks,
  loose(kinds, rules),
  ahead(kinds, dated),
  find(kinds),
  review(kinds),
  connect(kinds),
  disconnect(kinds),
]
