import type { NodeKind } from '#features/thread/server/index.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { approve, begin, draft, edit } from './keep.ts'
import { approveLocal, writeLocal } from './local.ts'
import type { NewsRule } from './news-rule.ts'
import { makePaper, paper } from './paper.ts'
import { addRecipient, countReaders, endRecipient, open } from './readers.ts'
import { issue, issues, news, outbox, places, recipients } from './rows.ts'
import { send } from './send.ts'

export { type SendMail, sendWaitingMail } from './deliver.ts'
export { newsFromBelow } from './from-below.ts'
export type { NewsRule } from './news-rule.ts'

/** `kinds`: what a section may be said from. `rules`: what features have to tell; only the house knows them all. */
export const newsletterUseCases = (kinds: readonly NodeKind[], rules: readonly NewsRule[]): readonly UseCase[] => [
  places,
  issues,
  issue,
  news(kinds, rules),
  begin,
  draft(kinds, rules),
  edit(kinds),
  approve,
  send,
  writeLocal,
  approveLocal,
  recipients,
  addRecipient,
  endRecipient,
  outbox,
  open,
  countReaders,
  makePaper,
  paper,
]
