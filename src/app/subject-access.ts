import { accessTold } from '#features/access/server/index.ts'
import { assessmentsTold } from '#features/assessments/server/index.ts'
import { citizensTold } from '#features/citizens/server/index.ts'
import { documentsTold } from '#features/documents/server/index.ts'
import { exchangeTold } from '#features/exchange/server/index.ts'
import { goalsTold } from '#features/goals/server/index.ts'
import { journalTold } from '#features/journal/server/index.ts'
import { ordersTold } from '#features/orders/server/index.ts'
import { lookupsTold, privacyTold } from '#features/privacy/server/index.ts'
import { reportsTold } from '#features/reports/server/index.ts'
import { staysTold } from '#features/stays/server/index.ts'
import { tasksTold } from '#features/tasks/server/index.ts'
import type { Telling } from '#kernel/server/telling.ts'
import { useCases } from './use-cases.ts'

/** What a task is, to the citizen it is about. */
const taskWords = {
  'privacy.answer': { da: 'Svar på en anmodning om indsigt', en: 'Answer to a request to see' },
  'goals.evaluate': { da: 'Vurdere et delmål', en: 'Evaluate a goal' },
  'goals.follow-up': { da: 'Skrive status før opfølgning', en: 'Write a status before the follow-up' },
  'reports.approve': { da: 'Godkende en statusrapport', en: 'Approve a status report' },
  'access.review-emergency': { da: 'Se en nødadgang efter', en: 'Look at an emergency access' },
} as const

/** What each feature holds about a citizen, in the order in which it is told to them. */
export const tellings: readonly Telling[] = [
  ...citizensTold,
  ...staysTold,
  ...accessTold,
  ...journalTold,
  ...ordersTold,
  ...goalsTold,
  ...assessmentsTold,
  ...reportsTold,
  ...exchangeTold,
  ...documentsTold,
  ...tasksTold(taskWords),
  ...privacyTold,
]

/** As they are told without the names of whoever looked; the house test reads it. */
export const tellingsWithLookups = (withNames: boolean): readonly Telling[] => [
  ...tellings,
  lookupsTold(useCases, withNames),
]

/** Tables that hold something about citizens, or stand below one that does, and are not told; and why. A house test reads this. */
export const notTold: Readonly<Record<string, string>> = {
  'oversight.drawing': 'Counts of what stood out in a period; nobody is in it.',
  'oversight.lookup':
    'Which look-ups a leader was asked about is about the colleague who looked; the look-ups themselves are told.',
  'privacy.finding':
    'Whom else the records name, found while a request is answered: about others, and gone through for their sake.',
  'privacy.place':
    'Copies of the words around such a name, emptied when the request is closed; the words are told where they stand.',
  'privacy.deletion_step':
    'Whom a deletion that is not finished yet would take; emptied of whom as soon as the step is done.',
  'privacy.package': 'A copy of what is told here, made to be handed over; that it was made stands in the trail.',
  'privacy.package_part': 'The octets of such a copy, deleted after some weeks.',
  'journal.matter':
    'What the composer offers while one writes: the title of a goal, copied; the goal is told where it stands.',
  'journal.reading':
    'Who has read a note is a colleague’s own overview of what they have yet to read; that they saw it stands among the look-ups.',
}
