import type { NodeKind } from '#features/thread/server/index.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { changeEvent, countAttendance, createEvent, setState, setVoting } from './arrange.ts'
import { event, events, wall } from './events.ts'
import { fate, withdraw } from './fate.ts'
import { board, dots, join, send } from './guest.ts'
import { changeNeed, createNeed, gather, release, setNeedState } from './keep-need.ts'
import { answerProtest, countDots, merge, protest, unmerge } from './merge.ts'
import { need, needs } from './needs.ts'
import { photo, slips, typeSlip } from './slips.ts'
import { correctSlip, hide, removeTheme, sameAs, saveTheme, setAside, sort } from './table.ts'

export { minutesAttended } from './attended.ts'
export { notGuessing, unknownCode } from './guest.ts'
export { captureDated, captureLooseRules, captureNodeKinds, dayKind, needKind, openNeeds, slipKind } from './nodes.ts'
/** Held by everybody at work: what became of the slips. */
export { mayRead as mayHearOfSlips } from './permissions.ts'
export { treeOf } from './slip-rows.ts'

/** `kinds`: what a slip's receipt may tell of, also in features above, which only the house knows. */
export const captureUseCases = (kinds: readonly NodeKind[]): readonly UseCase[] => [
  events,
  event,
  createEvent,
  changeEvent,
  setState,
  setVoting,
  countAttendance,
  wall,
  slips,
  photo,
  typeSlip,
  correctSlip,
  saveTheme,
  removeTheme,
  sort,
  setAside,
  hide,
  sameAs,
  needs,
  need,
  createNeed,
  changeNeed,
  setNeedState,
  gather,
  release,
  merge,
  unmerge,
  protest,
  answerProtest,
  countDots,
  join,
  board,
  send,
  dots,
  fate(kinds),
  withdraw,
]
