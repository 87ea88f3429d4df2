import type { Id } from '#kernel/lang/id.ts'

/** Somebody a text may name. */
type Person = { id: Id; calledName: string; fullName: string }

/** What stands in one citizen's journal where another was named. */
export const NAMES_NOBODY = { da: 'en anden borger', en: 'another citizen' } as const

/**
 * Names that are also everyday Danish words: only meant as a name when they begin with a capital letter.
 * A capital at the beginning of a sentence is taken for the name: better one warning too many.
 */
const everydayWords = new Set(
  `ask bent bo bjørn dag due eg falk fie fred fryd glad gry hans held hvid ib jo kaj kim kjeld lau lis liv lund lærke lykke
  mads maj malte mark may mie min my odd per pil pinse ravn rose sand sejer sol sommer sten stella storm svend tom tove trine ture
  tyra ulf vig vilje viola vita april august juni`.split(/\s+/),
)

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
/** Both ways of writing å, é and the like, so that a text from another keyboard is read the same. */
const spellings = (name: string) => [...new Set([name.normalize('NFC'), name.normalize('NFD')])].map(escaped).join('|')
const isWordFor = (name: string) => everydayWords.has(name.normalize('NFC').toLowerCase())
const startsUpper = (found: string) => /^\p{Lu}/u.test(found)

/** A letter, digit or a hyphen inside a word before or after makes it another word: Per is not in Perron, Anne not in Anne-Mette. */
const pattern = (name: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}]|\\p{L}-)(?:${spellings(name)})(['’]?s|['’])?(?![\\p{L}\\p{M}\\p{N}]|-\\p{L})`,
    'giu',
  )

/** Where a name stands in a text; the genitive (Pers, Jens’) is the name too. */
function* places(text: string, name: string) {
  for (const found of text.matchAll(pattern(name))) if (!isWordFor(name) || startsUpper(found[0])) yield found
}
const stands = (text: string, name: string): boolean => !places(text, name).next().done

/** Longest first, so that a full name is taken whole. */
function namesOf({ calledName, fullName }: Person): string[] {
  const given = fullName.trim().split(/\s+/)[0] ?? ''
  const names = [fullName.trim(), calledName.trim(), given].filter((name) => name.length > 1)
  return [...new Set(names)].sort((a, b) => b.length - a.length)
}

/** A name that the note's own citizen bears too says nothing about anybody else. */
function namesApart(person: Person, own: Person | undefined): string[] {
  const shared = new Set(own ? namesOf(own).map((name) => name.toLowerCase()) : [])
  return namesOf(person).filter((name) => !shared.has(name.toLowerCase()))
}

/**
 * Which of the people a text names, by the name they are called, their first name or their full name.
 * @param people citizens of the unit
 * @param about  the note's own citizen, who may be named
 */
export function whoIsNamed<P extends Person>(text: string, people: readonly P[], about?: Id): P[] {
  const own = people.find(({ id }) => id === about)
  return people.filter((person) => person.id !== about && namesApart(person, own).some((name) => stands(text, name)))
}

const opensSentence = (before: string) => /(^|[.!?:\n]\s*)$/.test(before)

/** The same text with the others unnamed: "Per skubbede Lis" becomes "Per skubbede en anden borger" in Per's journal. */
export function withOthersUnnamed(text: string, people: readonly Person[], about: Id): string {
  const own = people.find(({ id }) => id === about)
  const names = people.filter(({ id }) => id !== about).flatMap((person) => namesApart(person, own))
  return names.sort((a, b) => b.length - a.length).reduce(unname, text)
}

function unname(text: string, name: string): string {
  let [done, from] = ['', 0]
  for (const found of places(text, name)) {
    const before = done + text.slice(from, found.index)
    const words = opensSentence(before) ? `E${NAMES_NOBODY.da.slice(1)}` : NAMES_NOBODY.da
    done = `${before}${words}${found[1] ? 's' : ''}`
    from = found.index + found[0].length
  }
  return done + text.slice(from)
}
