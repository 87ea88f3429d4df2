import { addDays, type Day } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

export const issueStates = ['collecting', 'draft', 'edited', 'approved', 'sent', 'archived'] as const
export type IssueState = (typeof issueStates)[number]
/** In the order in which they stand in an issue. `went-wrong` has a fixed place, also when it went well. */
export const slots = [
  'correction',
  'live',
  'decided',
  'told',
  'went-wrong',
  'solved',
  'measured',
  'answered',
  'coming',
  'story',
  'own',
] as const
export type Slot = (typeof slots)[number]

/** `NB-1`. */
export const nameOfIssue = (number: number): string => `NB-${number}`

/** What people finish reading in a break. @source own choice */
export const MOST_SECTIONS = 7
export const MOST_WORDS = 450

export const wordsIn = (text: string): number =>
  text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’.,-]*[\p{L}\p{N}])?/gu)?.length ?? 0

type Said = { readonly heading: string; readonly text: string }
export const wordsOf = (sections: readonly Said[]): number =>
  sections.reduce((sum, { heading, text }) => sum + wordsIn(heading) + wordsIn(text), 0)

/** The first and the last day of a month. */
export const monthOf = (monthOn: Day): { from: Day; to: Day } => {
  const [year, month] = monthOn.split('-').map(Number) as [number, number]
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from: monthOn, to: addDays(next, -1) }
}

export const whyNotDraft = (state: IssueState): Refusal | undefined =>
  state === 'collecting' || state === 'draft' ? undefined : refusal('newsletter.written-already')

export const whyNotEdit = (state: IssueState): Refusal | undefined =>
  state === 'sent' || state === 'archived' ? refusal('newsletter.sent-already') : undefined

/** Seven parts and 450 words are the most. */
export function whyNotSections(sections: readonly (Said & { readonly slot: Slot })[]): Refusal | undefined {
  if (sections.length > MOST_SECTIONS)
    return refusal('newsletter.too-many-sections', { most: MOST_SECTIONS }, 'sections')
  const words = wordsOf(sections)
  if (words > MOST_WORDS) return refusal('newsletter.too-long', { words, most: MOST_WORDS }, 'sections')
  return undefined
}

export type Approving = {
  readonly state: IssueState
  readonly sections: readonly (Said & { readonly slot: Slot })[]
  readonly title: string
}

/** What is still to be written stands in the way: a marker never goes out. */
export function whyNotApprove({ state, sections, title }: Approving): Refusal | undefined {
  if (state !== 'draft' && state !== 'edited') return refusal('newsletter.not-to-approve')
  if (sections.length === 0) return refusal('newsletter.empty')
  if (title.trim() === '') return refusal('newsletter.no-title', {}, 'title')
  if (sections.some(({ text }) => text.includes(TO_BE_WRITTEN)))
    return refusal('newsletter.story-missing', {}, 'sections')
  return whyNotSections(sections)
}

export const whyNotSend = (state: IssueState): Refusal | undefined =>
  state === 'approved' ? undefined : refusal(state === 'sent' ? 'newsletter.sent-already' : 'newsletter.not-approved')

export const whyNotLocal = (state: IssueState): Refusal | undefined =>
  state === 'sent' || state === 'archived' ? refusal('newsletter.sent-already') : undefined

/** Where a person's own story is to stand. */
export const TO_BE_WRITTEN = '[skal skrives]'

/** In a smaller group a share would point at people. */
export const SMALLEST_GROUP = 5

const FIRST_WAIT_MINUTES = 5
const LONGEST_WAIT_MINUTES = 6 * 60
/** Minutes until the next try: twice as long each time, up to six hours. */
export const waitAfter = (attempts: number): number =>
  Math.min(FIRST_WAIT_MINUTES * 2 ** (attempts - 1), LONGEST_WAIT_MINUTES)
