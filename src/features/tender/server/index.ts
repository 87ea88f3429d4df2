import type { UseCase } from '#kernel/server/use-case.ts'
import { adaptations, addAdaptation, addGap, gaps, moveAdaptation, moveGap } from './adapting.ts'
import { approveAward, cancel, conclude, draftAward, notify, result, tearUpAward } from './award.ts'
import { loadBid, open, recordTrial, withdrawBid } from './bids.ts'
import { fetchFile } from './files.ts'
import { fit, fitRows } from './fit.ts'
import { makeMaterial, makeRecord } from './make-files.ts'
import { lockModel, saveModel, testModel } from './models.ts'
import { declare, excuse, seatPanel } from './panel.ts'
import { answerQuestion, askQuestion, correct, publish } from './publishing.ts'
import { saveFindings, saveScores, scoring, settle, submitScores } from './scoring.ts'
import { change, create, get, list, saveText } from './tenders.ts'
import { answerWay, waysAsked } from './ways.ts'

export { earlierMarkOf, markOf } from './bids.ts'
export { adaptationLedger, adaptationsOfBids, contractAt } from './fit-counts.ts'
export { adaptationKind, tenderDated, tenderKinds, tenderLoose } from './node-kinds.ts'

export const tenderUseCases: readonly UseCase[] = [
  list,
  get,
  create,
  change,
  saveText,
  saveModel,
  testModel,
  lockModel,
  publish,
  correct,
  askQuestion,
  answerQuestion,
  seatPanel,
  excuse,
  declare,
  open,
  loadBid,
  withdrawBid,
  scoring,
  recordTrial,
  saveScores,
  saveFindings,
  submitScores,
  settle,
  result,
  draftAward,
  tearUpAward,
  approveAward,
  notify,
  conclude,
  cancel,
  fit,
  fitRows,
  adaptations,
  addAdaptation,
  moveAdaptation,
  gaps,
  addGap,
  moveGap,
  waysAsked,
  answerWay,
  makeMaterial,
  makeRecord,
  fetchFile,
]
