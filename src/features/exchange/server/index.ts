import type { UseCase } from '#kernel/server/use-case.ts'
import { caseFor, caseOf, enter, report, setOrganisation } from './case.ts'
import { takeOut } from './export.ts'
import { outbox } from './outbox.ts'
import { receive, received } from './receive.ts'

export { readCodeSystem } from '../code-system.ts'
export { MOST_BYTES, readJson } from '../fhir/read-json.ts'
export { sentenceOf } from '../fhir/sentences.ts'
export { anOrderMessage } from '../order/sample-order.ts'
export { type Send, sendWaiting } from './outbox.ts'
export { FaultyMessage } from './receive.ts'
export { exchangeTold } from './told.ts'

export const exchangeUseCases: readonly UseCase[] = [
  receive,
  received,
  enter,
  caseOf,
  caseFor,
  report,
  setOrganisation,
  takeOut,
  outbox,
]
