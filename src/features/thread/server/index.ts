import type { UseCase } from '#kernel/server/use-case.ts'
import { connect, disconnect, review } from './keep.ts'
import { find, loose, marks } from './lists.ts'
import type { LooseRule, NodeKind } from './node-kind.ts'
import { threadOf } from './of.ts'

export { lacksLink, link, suspectLinks, touched, unlink } from './links.ts'
export {
  atPlace,
  fingerprint,
  heldAnywhere,
  type LooseRule,
  type NodeKind,
  nodeKind,
  type Ref,
} from './node-kind.ts'
export { toldOpenly } from './openly.ts'

/** The thread's use cases over the kinds of record that this house has, and what each feature calls a loose thread. */
export const threadUseCases = (kinds: readonly NodeKind[], rules: readonly LooseRule[]): readonly UseCase[] => [
  threadOf(kinds),
  marks,
  loose(kinds, rules),
  find(kinds),
  review(kinds),
  connect(kinds),
  disconnect(kinds),
]
