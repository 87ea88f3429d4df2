import type { UseCase } from '#kernel/server/use-case.ts'
import { chain, keepChain, lockChain, places } from './chain.ts'
import { countReached, namedReceipts, openLeg, passOn, receipt } from './legs.ts'
import {
  answerAtMeeting,
  askAtMeeting,
  countAttendance,
  keepMeeting,
  meetings,
  park,
  takeDown,
  vote,
} from './meetings.ts'
import { byPass, close, recall, receive, release } from './messages.ts'
import { askFromPhone, joinMeeting, meetingBoard } from './phones.ts'
import { answer, ask, bringHome, giveOwner, myQuestions, questions, sendOn } from './questions.ts'
import { carried, here, message, messages, mine } from './rows.ts'
import { keepStakeholder, stakeholders } from './stakeholders.ts'

export { escalate, tidyRelay } from './escalate.ts'
export { criticalReached, tellChain, untell } from './from-house.ts'
export { markOf } from './marks.ts'
export {
  meetingKind,
  meetingQuestionKind,
  messageKind,
  questionKind,
  relayDated,
  relayKinds,
  relayLoose,
} from './nodes.ts'

export const relayUseCases: readonly UseCase[] = [
  places,
  chain,
  keepChain,
  lockChain,
  messages,
  message,
  receive,
  release,
  recall,
  close,
  byPass,
  carried,
  openLeg,
  passOn,
  countReached,
  namedReceipts,
  here,
  mine,
  receipt,
  ask,
  myQuestions,
  questions,
  sendOn,
  giveOwner,
  answer,
  bringHome,
  stakeholders,
  keepStakeholder,
  meetings,
  keepMeeting,
  countAttendance,
  askAtMeeting,
  vote,
  park,
  answerAtMeeting,
  takeDown,
  joinMeeting,
  meetingBoard,
  askFromPhone,
]
