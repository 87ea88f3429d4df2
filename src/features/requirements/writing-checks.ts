import type { Content, ContentLine } from './content.ts'

/**
 * What the writing of a requirement lacks or may hide. Said while one writes; never in the way of writing.
 * `needed` should be mended before the hearing; `look` is a doubt that the writer settles.
 */
export type WritingCheck =
  | { readonly code: 'no-start' | 'no-end' | 'no-users' | 'no-groups'; readonly weight: 'needed' }
  | { readonly code: 'few-steps'; readonly weight: 'needed'; readonly steps: number }
  | { readonly code: 'wish-not-problem'; readonly weight: 'look'; readonly lineId: string; readonly no: string }
  | { readonly code: 'screen-word'; readonly weight: 'look'; readonly lineId: string | null; readonly word: string }
  | { readonly code: 'and-or' | 'should-be-able'; readonly weight: 'look'; readonly lineId: string | null }

const FEWEST_STEPS = 2

type Written = Pick<Content, 'section' | 'title' | 'startsWhen' | 'endsWhen' | 'users' | 'offerGroups'> & {
  readonly lines: readonly Pick<ContentLine, 'id' | 'no' | 'kind' | 'text'>[]
}

const isBlank = (words: string): boolean => words.trim() === ''

/** A word of the screen, in its Danish endings, alone or last in a compound: knappen, menuer, fritekstfeltet. */
const screenWord =
  /(?<!\p{L})(\p{L}*(?:knap(?:p(?:en|er|erne))?|menu(?:en|er|erne)?|felt(?:et|er|erne)?|faneblad(?:et|e|ene)?|rullegardin(?:et|er|erne)?))(?!\p{L})/iu

/** Words that only look so: felt as in the field of work, kneppe and the like are not meant. */
const notScreen = /^(sovefelt|arbejdsfelt(?:et)?|krydsfelt(?:et)?|spændingsfelt(?:et)?|indsatsfelt(?:et)?)$/i

const andOr = /(?<!\p{L})og\s?\/\s?eller(?!\p{L})/iu
const shouldBeAble = /(?<!\p{L})skal (?:\p{L}+ )?kunne(?!\p{L})/iu

/** A problem tells what is hard today; this is how a wish for tomorrow sounds. */
const wish =
  /^(systemet|løsningen|it-systemet|programmet|appen)\s|^(der|det|man|vi)\s(skal kunne|bør|burde)(?!\p{L})|(?<!\p{L})(ønsker|ønskes|vil gerne|gerne vil|bør kunne|skal kunne)(?!\p{L})/iu

/** A problem row is phrased as today's trouble, not as a wish. */
export const readsAsWish = (text: string): boolean => wish.test(text.trim())

const isTask = ({ section }: Written): boolean => section === 'C'

function missing(content: Written): WritingCheck[] {
  const found: WritingCheck[] = []
  if (isTask(content)) {
    if (isBlank(content.startsWhen)) found.push({ code: 'no-start', weight: 'needed' })
    if (isBlank(content.endsWhen)) found.push({ code: 'no-end', weight: 'needed' })
    if (isBlank(content.users)) found.push({ code: 'no-users', weight: 'needed' })
    const steps = content.lines.filter(({ kind, text }) => kind === 'step' && !isBlank(text)).length
    if (steps < FEWEST_STEPS) found.push({ code: 'few-steps', weight: 'needed', steps })
  }
  if (content.offerGroups.length === 0) found.push({ code: 'no-groups', weight: 'needed' })
  return found
}

/** "Skal kunne" stands for a function; with a task around it, it is read as a step of the task. */
const hasTask = ({ startsWhen, endsWhen }: Written): boolean => !isBlank(startsWhen) && !isBlank(endsWhen)

function doubtsOf(text: string, lineId: string | null, content: Written): WritingCheck[] {
  const found: WritingCheck[] = []
  const word = screenWord.exec(text)?.[1]
  if (word && !notScreen.test(word))
    found.push({ code: 'screen-word', weight: 'look', lineId, word: word.toLowerCase() })
  if (andOr.test(text)) found.push({ code: 'and-or', weight: 'look', lineId })
  if (shouldBeAble.test(text) && !hasTask(content)) found.push({ code: 'should-be-able', weight: 'look', lineId })
  return found
}

function doubtsOfLine(line: Written['lines'][number], content: Written): WritingCheck[] {
  // A problem quotes today's screens; they are no demand.
  if (line.kind !== 'problem') return doubtsOf(line.text, line.id, content)
  return readsAsWish(line.text) ? [{ code: 'wish-not-problem', weight: 'look', lineId: line.id, no: line.no }] : []
}

/** Everything to say of a requirement as it stands. The example solution is no demand, and is not looked at. */
export const writingChecks = (content: Written): WritingCheck[] => [
  ...missing(content),
  ...doubtsOf([content.title, content.startsWhen, content.endsWhen].join(' · '), null, content),
  ...content.lines.flatMap((line) => doubtsOfLine(line, content)),
]

export const isNeeded = ({ weight }: WritingCheck): boolean => weight === 'needed'
