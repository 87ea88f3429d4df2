import type { UseCase } from '#kernel/server/use-case.ts'
import { addRequirement } from './add-requirement.ts'
import { baseline, bindContract, judge, makeBaseline, publish } from './baselines.ts'
import { arrange, changeRequirement, dropRequirement, takeUp } from './change-requirement.ts'
import { discardDraft, myDrafts, saveDraft } from './drafts.ts'
import { coverage, hearingOf, myHearings, said, unitsToHear } from './hearing-lists.ts'
import { answerHearing, closeHearing, openHearing, reply } from './hearings.ts'
import { addLines, arrangeLines, changeLine, removeLine } from './lines.ts'
import { addArea, addBenefit, changeArea, changeBenefit, changeSpec, openSpec, places, specs } from './specs.ts'
import { changes, one, table } from './table.ts'
import { takeSheet } from './take-sheet.ts'

export { contentsOfBaseline, contentsOfSpec, fingerprintOf, hashOfVersion } from './contents.ts'
export { type DraftRequirement, draftSpec } from './draft-spec.ts'
export {
  benefitKind,
  requirementKind,
  requirementsDated,
  requirementsKinds,
  requirementsLoose,
  versionKind,
} from './node-kinds.ts'
export { latestPublished } from './table.ts'

export const requirementsUseCases: readonly UseCase[] = [
  specs,
  places,
  openSpec,
  changeSpec,
  table,
  one,
  addArea,
  changeArea,
  addRequirement,
  takeSheet,
  changeRequirement,
  takeUp,
  dropRequirement,
  arrange,
  addLines,
  changeLine,
  removeLine,
  arrangeLines,
  changes,
  saveDraft,
  discardDraft,
  myDrafts,
  addBenefit,
  changeBenefit,
  makeBaseline,
  baseline,
  judge,
  publish,
  bindContract,
  openHearing,
  closeHearing,
  unitsToHear,
  myHearings,
  hearingOf,
  answerHearing,
  coverage,
  said,
  reply,
]
