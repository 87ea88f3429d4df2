import { caseKind, learntFromCases, toldNoGo, verdictKind, wentLive } from '#features/golive/server/index.ts'
import { type NewsRule, newsFromBelow } from '#features/newsletter/server/index.ts'

/** What each feature has to tell in the monthly newsletter. */
export const newsRules: readonly NewsRule[] = [
  { slot: 'live', kind: verdictKind.kind, rows: wentLive },
  { slot: 'went-wrong', kind: verdictKind.kind, rows: toldNoGo },
  { slot: 'solved', kind: caseKind.kind, rows: learntFromCases },
  ...newsFromBelow,
]
