import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { LoadedBook, LoadedConcept } from './contract.ts'
import { builtIn, builtInVersion, type List, lists } from './ffb.ts'

export { builtInVersion as codeVersion, ffbSystem, type List, lists } from './ffb.ts'

/** A code as the built-in table has it. */
export type Concept = {
  readonly code: string
  readonly list: List
  readonly name: string
  /** The heading it stands under. */
  readonly under: string
  /** 0 to 4 on the two scales; undefined elsewhere, and of "not assessed". */
  readonly rank: number | undefined
}

const concepts: readonly Concept[] = lists.flatMap((list) =>
  Object.entries(builtIn[list]).flatMap(([under, codes]) =>
    codes.map(([code, name, rank]) => ({ code, list, name, under, rank })),
  ),
)
const known = new Map<string, Concept>()
// A code can stand in two lists ("not assessed"): the first is where its name comes from.
for (const concept of concepts) if (!known.has(concept.code)) known.set(concept.code, concept)

export const conceptOf = (code: string): Concept | undefined => known.get(code)
export const nameOfCode = (code: string): string | undefined => known.get(code)?.name
/** The codes of a list, as one chooses among them: under their headings. */
export const codesOf = (list: List): readonly Concept[] => concepts.filter((concept) => concept.list === list)
export const isIn = (list: List, code: string): boolean => codesOf(list).some((concept) => concept.code === code)

const subThemes: readonly List[] = ['activity', 'function', 'surroundings']
/** Sub-themes of all three kinds. */
export const isSubTheme = (code: string): boolean => subThemes.includes(known.get(code)?.list as List)

/** Whether a sub-theme carries a level of functioning: only those under activity and participation do. Undefined when it is none. */
export const levelCarriedBy = (code: string): boolean | undefined =>
  isSubTheme(code) ? known.get(code)!.list === 'activity' : undefined

/** The code of a level, 0 to 4; of a level nobody has assessed when null. */
export const codeOfLevel = (list: 'level' | 'support-need', rank: number | null): string =>
  codesOf(list).find((concept) => concept.rank === (rank ?? undefined))!.code
/** 0 to 4, or null when not assessed or no level at all. */
export const rankOfCode = (code: string | null | undefined): number | null =>
  (code ? known.get(code)?.rank : undefined) ?? null

/** Whether the version is the one this table restates. */
export const isBuiltIn = (version: string): boolean => version === builtInVersion

const directionNames = {
  develop: 'Udvikle funktionsevne',
  keep: 'Fastholde funktionsevne',
  'limit-loss': 'Begrænse tab af funktionsevne',
} as const
export type Direction = keyof typeof directionNames
const directionCodes = Object.fromEntries(
  Object.entries(directionNames).map(([key, name]) => [
    key,
    codesOf('direction').find((concept) => concept.name === name)!.code,
  ]),
) as Record<Direction, string>
export const codeOfDirection = (direction: Direction): string => directionCodes[direction]
export const directionOfCode = (code: string | undefined): Direction | null =>
  (Object.keys(directionCodes) as Direction[]).find((key) => directionCodes[key] === code) ?? null

/** Codes and names as one version of the list has them. Ranks are the practitioners' and ours: no version has them. */
export type Book = {
  readonly version: string
  readonly nameOf: (code: string) => string | undefined
  readonly codesOf: (list: List) => readonly Concept[]
  readonly levelCarriedBy: (code: string) => boolean | undefined
}
export const builtInBook: Book = { version: builtInVersion, nameOf: nameOfCode, codesOf, levelCarriedBy }

/** The first day on which the built-in version was in force; a loaded one from before it is an older one. */
export const builtInFrom = `${builtInVersion.slice(0, 4)}-${builtInVersion.slice(4, 6)}-${builtInVersion.slice(6)}`

/** A loaded version as one writes by it. Of a list that its file leaves out, and of a code it no longer has, the built-in one tells. */
export function bookOf({ version, concepts: loaded }: LoadedBook): Book {
  if (version === null || isBuiltIn(version) || loaded.length === 0) return builtInBook
  const listed = loaded.flatMap(({ code, name, list, under }): Concept[] =>
    list ? [{ code, name, list, under: under ?? '', rank: known.get(code)?.rank }] : [],
  )
  const byCode = new Map(loaded.map((one) => [one.code, one]))
  const listOf = (code: string) => byCode.get(code)?.list ?? known.get(code)?.list
  const inList = (list: List) => listed.filter((concept) => concept.list === list)
  return {
    version,
    nameOf: (code) => byCode.get(code)?.name ?? nameOfCode(code),
    codesOf: (list) => (inList(list).length > 0 ? inList(list) : codesOf(list)),
    levelCarriedBy: (code) => {
      const list = listOf(code)
      return list && subThemes.includes(list) ? list === 'activity' : undefined
    },
  }
}

/** Why the concepts of a file make no code list, or undefined when they do. */
export function whyNotLoad(given: readonly LoadedConcept[]): Refusal | undefined {
  const codes = new Set(given.map(({ code }) => code))
  const seen = new Set<string>()
  for (const [at, { code, parentCode }] of given.entries()) {
    if (seen.has(code)) return refusal('terminology.code-twice', { at: at + 1 })
    seen.add(code)
    if (parentCode !== null && !codes.has(parentCode)) return refusal('terminology.unknown-heading', { at: at + 1 })
  }
  return undefined
}

/** Which list each code of a loaded version is chosen from: what it is already, or what stands beside it under the same heading. */
export function listsOf(given: readonly LoadedConcept[]): ReadonlyMap<string, List> {
  const headings = new Set(given.map(({ parentCode }) => parentCode))
  const under = new Map<string | null, List>()
  for (const { code, parentCode } of given) {
    const list = known.get(code)?.list
    if (list) under.set(parentCode, list)
  }
  const found = given.flatMap(({ code, parentCode }): [string, List][] => {
    const list = known.get(code)?.list ?? (headings.has(code) ? undefined : under.get(parentCode))
    return list ? [[code, list]] : []
  })
  return new Map(found)
}
