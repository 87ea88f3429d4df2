import type { Id } from '#kernel/lang/id.ts'

/** Whom or what a text may say too much about. The order is that of care: where a name is two people's, the first kind counts. */
export const findingKinds = ['citizen', 'relative', 'number', 'withheld', 'file', 'contact', 'employee'] as const
export type FindingKind = (typeof findingKinds)[number]
export type Decision = 'mask' | 'keep'

/** What holds until somebody has looked. Those who wrote, and the citizen's own people, are part of the citizen's own story. */
export const decisionAtFirst: Readonly<Record<FindingKind, Decision>> = {
  citizen: 'mask',
  relative: 'mask',
  number: 'mask',
  withheld: 'mask',
  file: 'mask',
  contact: 'keep',
  employee: 'keep',
}

/** As long whatever stood there, so that its length says nothing. */
export const MASK = '▇▇▇'

/** Stands where something would have told where somebody protected is to be found. */
export const LEFT_OUT = '▒▒▒'

/** `isNear`: known here by first name too; of others only the whole name is looked for. */
export type Person = {
  readonly id: Id
  readonly kind: Extract<FindingKind, 'citizen' | 'relative' | 'contact' | 'employee'>
  readonly names: readonly string[]
  readonly isNear: boolean
}
export type Found = {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly kind: FindingKind
  readonly label: string
}
export type Finder = (text: string) => Found[]

/** Names that are also everyday words: only a name when written with a capital. A capital that opens a sentence is taken for the name. */
const everydayWords = new Set(
  `ask bent bo bjørn dag due eg falk fie fred fryd glad gry hans held hvid ib jo kaj kim kjeld lau lis liv lund lærke lykke
  mads maj malte mark may mie min my odd per pil pinse ravn rose sand sejer sol sommer sten stella storm svend tom tove trine ture
  tyra ulf vig vilje viola vita april august juni bakke berg dahl holm kjær krogh lang lind møller skov toft vang`.split(
    /\s+/,
  ),
)

const word = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu

/** Åse, Aase and Ase are one name, and so are Søren and Soeren: letters as they are compared. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/aa/g, 'å')
    .replace(/oe/g, 'ø')
    .replace(/ae/g, 'æ')
    .replace(/[åøæ]/g, (letter) => ({ å: 'a', ø: 'o', æ: 'a' })[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

const wordsOf = (text: string): string[] => [...text.matchAll(word)].map(([found]) => plain(found))

type Known = { readonly words: readonly string[]; readonly people: Person[] }
type Names = Map<string, Known[]>

/** The names a person is looked for by: whole, and of those near also the first, the called and a family name of its own. */
function namesOf({ names, isNear }: Person): string[][] {
  const whole = names.map(wordsOf).filter((words) => words.length > 0)
  if (!isNear) return whole.filter((words) => words.length > 1)
  const single = whole.flatMap((words) => (words.length > 1 ? [[words[0]!], [words.at(-1)!]] : []))
  return [...whole, ...single].filter((words) => words.join('').length > 1)
}

const kindRank = ({ kind }: Person) => findingKinds.indexOf(kind)

function indexOf(people: readonly Person[], own: ReadonlySet<string>): Names {
  const known = new Map<string, Known>()
  for (const person of people)
    for (const words of namesOf(person)) {
      if (words.every((part) => own.has(part))) continue
      const entry = known.get(words.join(' ')) ?? { words, people: [] }
      if (!entry.people.some(({ id }) => id === person.id)) entry.people.push(person)
      known.set(words.join(' '), entry)
    }
  const byFirst: Names = new Map()
  for (const entry of known.values()) {
    entry.people.sort((a, b) => kindRank(a) - kindRank(b))
    const first = entry.words[0]!
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
    )
  }
  return byFirst
}

/** A word as it stands, and without the s of the genitive: Birthes, Lars’, Anne-Mette's. */
const formsOf = (token: string): string[] => [...new Set([token, token.replace(/['’]?s$/, '')])].filter(Boolean)

type Token = { readonly plain: string; readonly raw: string; readonly from: number; readonly to: number }

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(word)].map((found) => ({
    plain: plain(found[0]),
    raw: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }))

/** Between the words of one name stands nothing but room, and perhaps the dot of an initial. */
const belongTogether = (text: string, a: Token, b: Token) => /^\.?\s+$/.test(text.slice(a.to, b.from))

const isEveryday = (token: Token) => everydayWords.has(token.raw.normalize('NFC').toLowerCase())
const isCapital = (token: Token) => /^\p{Lu}/u.test(token.raw)

/** Whether the name stands at this token; its last word may be in the genitive. */
function stands(text: string, tokens: readonly Token[], at: number, { words }: Known): boolean {
  const last = words.length - 1
  return words.every((part, i) => {
    const token = tokens[at + i]
    if (!token || (i > 0 && !belongTogether(text, tokens[at + i - 1]!, token))) return false
    return i === last ? formsOf(token.plain).includes(part) : token.plain === part
  })
}

function knownAt(text: string, tokens: readonly Token[], at: number, names: Names): Known | undefined {
  const token = tokens[at]!
  const known = formsOf(token.plain)
    .flatMap((form) => names.get(form) ?? [])
    .filter(({ words }) => words.length > 1 || isCapital(token) || !isEveryday(token))
    .sort((a, b) => b.words.length - a.words.length)
  return known.find((entry) => stands(text, tokens, at, entry))
}

/** One person, or everybody of that name when it is shared: they are decided about together. */
function findingOf({ words, people }: Known): Pick<Found, 'key' | 'kind' | 'label'> {
  const { kind } = people[0]!
  const same = people.filter((person) => person.kind === kind)
  const key = same.length === 1 ? `${kind}:${same[0]!.id}` : `${kind}:${words.join(' ')}`
  const shown = same.slice(0, 3).map(({ names }) => names[0])
  return { key, kind, label: shown.join(', ') + (same.length > shown.length ? ' …' : '') }
}

function* namesIn(text: string, names: Names): Generator<Found> {
  const tokens = tokensOf(text)
  for (let at = 0; at < tokens.length; at++) {
    const known = knownAt(text, tokens, at, names)
    if (!known) continue
    const end = at + known.words.length - 1
    yield { from: tokens[at]!.from, to: tokens[end]!.to, ...findingOf(known) }
    at = end
  }
}

/** Ten digits that could be somebody's number: a day (also with 60 added) and a month, and four more. */
const numberLike = /(?<![\p{L}\p{N}])(\d{2})(\d{2})\d{2}[-– ]?(\d{4}|[0-7][A-Z]{2}\d)(?![\p{L}\p{N}])/giu
const isDayAndMonth = (day: string, month: string) =>
  Number(day) % 60 >= 1 && Number(day) % 60 <= 31 && Number(day) <= 91 && Number(month) >= 1 && Number(month) <= 12

const digitsOf = (number: string) => number.replace(/[-– ]/g, '').toUpperCase()

function* numbersIn(text: string, own: string | null): Generator<Found> {
  for (const found of text.matchAll(numberLike)) {
    const number = digitsOf(found[0])
    if (number === own || !isDayAndMonth(found[1]!, found[2]!)) continue
    yield {
      from: found.index,
      to: found.index + found[0].length,
      key: `number:${number}`,
      kind: 'number',
      label: `${number.slice(0, 6)}-••••`,
    }
  }
}

/**
 * Finds in texts what they say of others than the citizen: names of the people given, and what looks like a CPR number.
 * What is said without a name ("naboen på nr. 4") it cannot find; whoever looks the texts through must.
 */
export function finderOf(people: readonly Person[], own: { names: readonly string[]; number: string | null }): Finder {
  const names = indexOf(people, new Set(own.names.flatMap(wordsOf)))
  return (text) => {
    const numbers = [...numbersIn(text, own.number)]
    const named = [...namesIn(text, names)].filter(
      (name) => !numbers.some(({ from, to }) => name.from < to && from < name.to),
    )
    return [...numbers, ...named].sort((a, b) => a.from - b.from)
  }
}

/** The text with those places masked that `isMasked` says. `nth` counts the finding's places in the text. */
export function masked(
  text: string,
  found: readonly Found[],
  isMasked: (found: Found, nth: number) => boolean,
): { text: string; count: number } {
  const seen = new Map<string, number>()
  let [done, from, count] = ['', 0, 0]
  for (const place of found) {
    const nth = seen.get(place.key) ?? 0
    seen.set(place.key, nth + 1)
    if (!isMasked(place, nth)) continue
    done += text.slice(from, place.from) + MASK
    from = place.to
    count++
  }
  return { text: done + text.slice(from), count }
}
