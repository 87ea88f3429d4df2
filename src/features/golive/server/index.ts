import type { UseCase } from '#kernel/server/use-case.ts'
import {
  answerSuggestion,
  cases,
  confirm,
  join,
  liftStop,
  moveCase,
  report,
  stopLine,
  suggest,
  telling,
  vendorSheet,
} from './cases.ts'
import { accept, addCheck, begin, keepFallback, keepPresence, passGate, record, say } from './keep.ts'
import { answerPulse, openPulse, pulses } from './pulse.ts'
import { readiness } from './readiness.ts'

export { goliveEffects } from './effects.ts'
export { caseKind, goliveDated, goliveKinds, goliveLoose, verdictKind } from './node-kinds.ts'
export { casePages, learntFromCases, toldNoGo, wentLive } from './told-of.ts'

export const goliveUseCases: readonly UseCase[] = [
  readiness,
  begin,
  addCheck,
  record,
  accept,
  passGate,
  keepFallback,
  keepPresence,
  say,
  telling,
  cases,
  vendorSheet,
  report,
  join,
  moveCase,
  confirm,
  stopLine,
  liftStop,
  suggest,
  answerSuggestion,
  pulses,
  openPulse,
  answerPulse,
]
