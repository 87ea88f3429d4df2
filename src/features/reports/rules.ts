import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Content, Reading, Report, Sentence } from './contract.ts'

type Standing = Pick<Report, 'state' | 'version' | 'writers'>

export const whyNotWrite = ({ state }: Pick<Standing, 'state'>): Refusal | undefined => {
  if (state === 'sent') return refusal('reports.sent')
  if (state === 'dropped') return refusal('reports.dropped')
  return undefined
}

export function whyNotBegin({ fromOn, toOn }: { fromOn: Day; toOn: Day }, today: Day): Refusal | undefined {
  if (toOn < fromOn) return refusal('reports.ends-before-it-starts', {}, 'toOn')
  return toOn > today ? refusal('reports.in-the-future', {}, 'toOn') : undefined
}

const bare = ({ text, sources }: Sentence) => text.trim() === '' || sources.length === 0

/** Why the words cannot go to the leader: a sentence is empty or rests on nothing. */
export function whyNotWords({ sections }: Content): Refusal | undefined {
  const count = sections.reduce((sum, { sentences }) => sum + sentences.length, 0)
  if (count === 0) return refusal('reports.empty')
  for (const [at, { sentences }] of sections.entries()) {
    const found = sentences.findIndex(bare)
    if (found >= 0) return refusal('reports.sentence-without-source', {}, `content.sections.${at}.sentences.${found}`)
  }
  return undefined
}

type Worded = Pick<Report, 'wordedVersion'>
type OfVersion = Pick<Reading, 'reportVersion'>

/** Whether a reading was of words that have changed since. Submitted, given back and approved, a report counts on while its words stand. */
export const isOlderReading = ({ wordedVersion }: Worded, { reportVersion }: OfVersion): boolean =>
  reportVersion < wordedVersion

/** The citizen reads it before it is sent; what was changed afterwards is read again, and what only went to and fro is not. */
export const isReadByCitizen = (report: Worded & { readings: readonly OfVersion[] }): boolean =>
  report.readings.some((reading) => !isOlderReading(report, reading))

export function whyNotSubmit(
  report: Standing & Pick<Report, 'content' | 'readings' | 'wordedVersion'>,
): Refusal | undefined {
  if (report.state !== 'draft') return whyNotWrite(report) ?? refusal('reports.submitted-already')
  const words = whyNotWords(report.content)
  if (words) return words
  return isReadByCitizen(report) ? undefined : refusal('reports.citizen-has-not-read')
}

export function whyNotApprove(report: Standing, by: Id): Refusal | undefined {
  if (report.state !== 'submitted') return whyNotWrite(report) ?? refusal('reports.not-submitted')
  return report.writers.includes(by) ? refusal('reports.own-work') : undefined
}

export const whyNotGiveBack = (report: Standing): Refusal | undefined =>
  report.state === 'submitted' || report.state === 'approved'
    ? undefined
    : (whyNotWrite(report) ?? refusal('reports.not-submitted'))

export const whyNotSend = (report: Standing): Refusal | undefined =>
  report.state === 'approved' ? undefined : (whyNotWrite(report) ?? refusal('reports.not-approved'))

type Read = Pick<Reading, 'how' | 'agrees' | 'text' | 'readOn'>
export function whyNotRead(reading: Read, today: Day): Refusal | undefined {
  if (reading.readOn > today) return refusal('reports.in-the-future', {}, 'readOn')
  const isRead = reading.how === 'read' || reading.how === 'read-aloud'
  if (isRead) return reading.agrees ? undefined : refusal('reports.agrees-missing', {}, 'agrees')
  return reading.text?.trim() ? undefined : refusal('reports.why-unread', {}, 'text')
}
