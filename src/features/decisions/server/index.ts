import type { NodeKind } from '#features/thread/server/index.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { beginReview, decide, endReview, reveal, withdraw } from './decide.ts'
import { log, places } from './log.ts'
import { change, propose } from './propose.ts'
import { addRisk, changeRisk, risks } from './risks.ts'

export { decisionKind, decisionsDated, decisionsKinds, decisionsLoose, riskKind } from './node-kinds.ts'

/** Over the kinds of record that a decision may be about: all that this house has. */
export const decisionsUseCases = (kinds: readonly NodeKind[]): readonly UseCase[] => [
  places,
  log,
  propose(kinds),
  change,
  decide,
  withdraw,
  reveal,
  beginReview,
  endReview,
  risks,
  addRisk,
  changeRisk,
]
