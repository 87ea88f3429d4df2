import type { UseCase } from '#kernel/server/use-case.ts'
import { answer, takeSuggestions } from './answering.ts'
import { addLeave, candidates, changeDeputy, contacts, endContact, endLeave, nameContact } from './contacts.ts'
import { fetchFile, makeFile } from './files.ts'
import { addGap, gaps, mergeGap, moveGap, splitGap } from './gaps.ts'
import { fillBlock, judgeBlock, map } from './map.ts'
import { answerHistory, matrix, ofUnit, plainSummary } from './of-unit.ts'
import { approve, begin, meet, propose, sendBack, submit, vouch } from './rounds.ts'
import { publish, publishStandard, sets } from './sets.ts'

export { askedByApplied, consequencesOf, isClarified, isMapConfirmed } from './applied.ts'
export { contactsOf, hasContact } from './contacts.ts'
/**
 * For features above:
 * - `contactsOf(day)`: SQL, rows of unit_id, contact_id, deputy_id, acting_id; `hasContact(unit, day)`: SQL condition.
 * - `consequencesOf(unit)`: SQL, the tasks, courses and things to be ready that the unit's approved answers ask for.
 * - `askedByApplied(unit)`: SQL, the same of the answers behind the set-up that is applied, with question and answer.
 * - `isClarified(unit)`, `isMapConfirmed(unit)`: SQL conditions.
 */
export { clarificationEffects } from './effects.ts'
export {
  answerKind,
  clarificationDated,
  clarificationKinds,
  clarificationLoose,
  gapKind,
  questionKind,
} from './node-kinds.ts'

export const clarificationUseCases: readonly UseCase[] = [
  contacts,
  candidates,
  nameContact,
  changeDeputy,
  endContact,
  addLeave,
  endLeave,
  sets,
  publish,
  publishStandard,
  ofUnit,
  matrix,
  answerHistory,
  begin,
  answer,
  takeSuggestions,
  submit,
  meet,
  sendBack,
  approve,
  vouch,
  propose,
  gaps,
  addGap,
  moveGap,
  mergeGap,
  splitGap,
  map,
  fillBlock,
  judgeBlock,
  makeFile,
  fetchFile,
  plainSummary,
]
