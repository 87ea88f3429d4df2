import type { SynthCitizen } from './citizens.ts'
import type { Random } from './random.ts'
import type { Setting } from './units.ts'
import { COMMON_SHARE, common, RARE_SHARE, rare, rareSentences } from './words/known.ts'
import {
  addenda,
  compoundSentences,
  cooperation,
  corrected,
  ends,
  goalSentences,
  reactions,
  type Topic,
  topicsOf,
  unfinished,
  unitNotes,
  withdrawnBecause,
} from './words/sentences.ts'
import { compounds, slots } from './words/slots.ts'

/** What a sentence is about; blanks that are not in a list are filled from here. */
type About = Readonly<Record<string, string>>
type Part = string | { readonly name: string; readonly from: readonly Sentence[] | undefined; readonly raised: boolean }
type Sentence = readonly Part[]

const known = new Map<string, readonly Sentence[]>()

/** Taken apart once; a blank with a capital letter begins with one when it is filled. */
function compile(text: string): Sentence {
  return text
    .replaceAll(' {hvorfor}', '{hvorfor}')
    .split(/\{(\p{L}+)\}/u)
    .map((part, at): Part => (at % 2 ? blank(part) : part))
    .filter((part) => part !== '')
}

function blank(said: string): Part {
  const name = said.toLowerCase()
  return { name, from: slots[name] && listOf(name), raised: said !== name }
}

function listOf(name: string): readonly Sentence[] {
  const made = known.get(name) ?? slots[name]!.map(compile)
  known.set(name, made)
  return made
}

const raise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function say(sentence: Sentence, random: Random, about: About): string {
  let said = ''
  for (const part of sentence) {
    if (typeof part === 'string') said += part
    else {
      const value = part.from ? say(random.pick(part.from), random, about) : (about[part.name] ?? '')
      said += part.raised ? raise(value) : value
    }
  }
  return said
}

const all = (texts: readonly string[]) => texts.map(compile)
type Ready = Pick<Topic, 'theme' | 'kind' | 'when'> & { openings: readonly Sentence[]; details: readonly Sentence[] }
export type When = 'n' | 'm' | 'd' | 'e'

/** The blanks whose words depend on the time of day get it into their name. */
const timed = (texts: readonly string[], when: When) =>
  all(texts.map((text) => text.replace(/\{(kl|maaltid)\}/g, `{$1${when}}`)))
const ready = (topics: readonly Topic[], when: When): Ready[] =>
  topics.map((topic) => ({ ...topic, openings: timed(topic.openings, when), details: timed(topic.details, when) }))

/** Subjects that fit the place and the time of day; by day everything does, when nothing else fits. */
function suiting(setting: Setting): Record<When, readonly Ready[]> {
  const at = (when: When) => {
    const fitting = topicsOf[setting].filter((topic) => topic.when.includes(when))
    return ready(fitting.length ? fitting : topicsOf[setting], when)
  }
  return { n: at('n'), m: at('m'), d: at('d'), e: at('e') }
}
const subjects = Object.fromEntries(
  (Object.keys(topicsOf) as Setting[]).map((setting) => [setting, suiting(setting)]),
) as Record<Setting, Record<When, readonly Ready[]>>

const made = {
  reactions: all(reactions),
  ends: all(ends),
  goals: all(goalSentences),
  compounds: all(compoundSentences),
  cooperation: all(cooperation),
  unitNotes: all(unitNotes),
  addenda: all(addenda),
  unfinished: all(unfinished),
  rare: all(rareSentences),
  common: common.map(({ sentences }) => all(sentences)),
}

const pronouns: Record<string, { h: string; m: string; s: string }> = {
  han: { h: 'han', m: 'ham', s: 'hans' },
  hun: { h: 'hun', m: 'hende', s: 'hendes' },
  de: { h: 'de', m: 'dem', s: 'deres' },
}
const people = new WeakMap<SynthCitizen, About[]>()

/** A person with each of their goals. */
function aboutOf(citizen: SynthCitizen): About[] {
  const found = people.get(citizen)
  if (found) return found
  const person = { n: citizen.preferredName ?? citizen.givenName, ...pronouns[citizen.pronoun]! }
  const each = citizen.goals.map(({ word, doing }) => ({ ...person, maal: word, at: doing }))
  people.set(citizen, each)
  return each
}

const MOST_WORDS = 80
const LEAST_WORDS = 5

function wordsOf(text: string): number {
  let words = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  return words
}

/** A text that grows by sentences, and takes none twice and none that would make it too long. */
class Growing {
  text = ''
  #words = 0
  readonly #told = new Set<Sentence>()
  readonly #random: Random
  readonly #about: About

  constructor(random: Random, about: About) {
    this.#random = random
    this.#about = about
  }

  get isShort(): boolean {
    return this.#words < LEAST_WORDS
  }

  add(from: readonly Sentence[], more: About = this.#about, between = ' '): void {
    const picked = this.#random.pick(from)
    const sentence = say(picked, this.#random, more)
    const words = wordsOf(sentence)
    if (this.#words + words > MOST_WORDS || this.#told.has(picked)) return
    this.#told.add(picked)
    this.text = this.text ? `${this.text}${between}${sentence}` : sentence
    this.#words += words
  }
}

export type Said = {
  text: string
  theme: string | null
  kind: 'diary' | 'health' | 'cooperation' | 'visit' | 'conversation'
}

/** How much is told, in sentences: most notes are short, a few are long. */
const LENGTHS = [0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7]
const THEMED = 0.45

export function noteAbout(citizen: SynthCitizen, setting: Setting, when: When, random: Random): Said {
  const about = random.pick(aboutOf(citizen))
  const note = new Growing(random, about)
  if (when === 'd' && random.chance(0.06)) {
    note.add(made.cooperation)
    tell(note, made.reactions, about, random)
    return { text: note.text, theme: null, kind: 'cooperation' }
  }
  const topic = random.pick(subjects[setting][when])
  note.add(topic.openings)
  tell(note, topic.details, about, random)
  return { text: note.text, theme: random.chance(THEMED) ? topic.theme : null, kind: kindOf(topic, setting, random) }
}

function kindOf(topic: Ready, setting: Setting, random: Random): Said['kind'] {
  if (topic.kind === 'health') return 'health'
  if (setting === 'support') return random.chance(0.75) ? 'visit' : 'conversation'
  if (setting === 'treatment') return 'conversation'
  return random.chance(0.03) ? 'conversation' : 'diary'
}

function tell(note: Growing, details: readonly Sentence[], about: About, random: Random): void {
  let left = random.pick(LENGTHS)
  if (left > 0) note.add(details)
  while (--left > 0) note.add(random.chance(0.4) ? details : made.reactions, about, random.chance(0.04) ? '\n' : ' ')
  if (random.chance(0.22)) note.add(made.goals)
  const picked = random.share() / COMMON_SHARE
  if (picked < made.common.length) note.add(made.common[Math.floor(picked)]!)
  if (random.chance(RARE_SHARE)) note.add(made.rare, { ...about, rare: random.pick(rare) })
  if (random.chance(0.05)) note.add(made.compounds, { ...about, lang: random.pick(compounds) })
  if (random.chance(0.35) || note.isShort) note.add(made.ends)
  while (note.isShort) note.add(made.reactions)
}

const nobody: About = { n: '', h: 'borgeren', m: 'borgeren', s: 'borgerens' }
export function noteOfUnit(random: Random): string {
  const note = new Growing(random, nobody)
  note.add(made.unitNotes)
  if (random.chance(0.4) || note.isShort) note.add(made.unitNotes)
  return note.text
}

export const addendum = (citizen: SynthCitizen | null, random: Random): string =>
  say(random.pick(made.addenda), random, citizen ? aboutOf(citizen)[0]! : nobody)
export const unfinishedAbout = (citizen: SynthCitizen, random: Random): string =>
  say(random.pick(made.unfinished), random, aboutOf(citizen)[0]!)
export const whyCorrected = (random: Random): string => random.pick(corrected)
export const whyWithdrawn = (random: Random): string => random.pick(withdrawnBecause)
