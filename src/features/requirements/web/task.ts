import { lix } from '#kernel/lang/lix.ts'
import { type Content, MOST, nameOfNumber } from '../content.ts'
import type { Area, Requirement } from '../contract.ts'
import { isNeeded, writingChecks } from '../writing-checks.ts'

/** A requirement as the table holds it, with its area's words: what checks, sheets and readers look at. */
export function contentOf(requirement: Requirement, areas: readonly Area[]): Content {
  const area = areas.find(({ id }) => id === requirement.areaId)
  return { ...requirement, section: area?.section ?? 'C', area: area?.name ?? '' }
}

/** Fields written in the table itself, in their order. */
export const writtenFields = ['title', 'startsWhen', 'endsWhen', 'frequency', 'users', 'difficult'] as const
export type WrittenField = (typeof writtenFields)[number] | 'example'

export const mostOf = (field: WrittenField): number =>
  field === 'title' ? MOST.title : field === 'difficult' || field === 'example' ? MOST.long : MOST.short

/** A field's draft has an id of its own, made of the requirement's: the last two digits say which field. */
export function draftIdOf(requirementId: string, field: WrittenField): string {
  const place = [...writtenFields, 'example'].indexOf(field) + 1
  return `${requirementId.slice(0, -2)}${place.toString(16).padStart(2, '0')}`
}

/** What one reads of it aloud: how hard it is. */
export const lixOf = ({ title, startsWhen, endsWhen, difficult, lines }: Content): number | undefined =>
  lix([title, startsWhen, endsWhen, difficult, ...lines.map(({ text }) => text)].filter(Boolean).join('\n'))

export const filterNames = [
  'all',
  'lacking',
  'without-need',
  'without-benefit',
  'differs',
  'suspect',
  'proposed',
  'dropped',
] as const
export type FilterName = (typeof filterNames)[number]

const tests: Record<FilterName, (requirement: Requirement, areas: readonly Area[]) => boolean> = {
  all: ({ state }) => state !== 'dropped',
  lacking: (one, areas) => one.state !== 'dropped' && writingChecks(contentOf(one, areas)).some(isNeeded),
  'without-need': ({ state, needs }) => state !== 'dropped' && needs.length === 0,
  'without-benefit': ({ state, benefits }) => state !== 'dropped' && benefits.length === 0,
  differs: ({ state, differs }) => state !== 'dropped' && differs === true,
  suspect: ({ suspects }) => suspects > 0,
  proposed: ({ state }) => state === 'proposed',
  dropped: ({ state }) => state === 'dropped',
}

type Choosing = {
  readonly requirements: readonly Requirement[]
  readonly areas: readonly Area[]
  readonly filter: FilterName
  readonly areaId: string | undefined
  readonly words: string
}

/** Words are looked for in the name, the task and its rows. */
const holds = (requirement: Requirement, words: string): boolean => {
  const sought = words.trim().toLocaleLowerCase('da')
  const said = [
    nameOfNumber(requirement.number),
    requirement.code,
    requirement.title,
    ...requirement.lines.map(({ text }) => text),
  ]
  return sought === '' || said.some((one) => one.toLocaleLowerCase('da').includes(sought))
}

export const chosen = ({ requirements, areas, filter, areaId, words }: Choosing): Requirement[] =>
  requirements.filter(
    (one) => (areaId === undefined || one.areaId === areaId) && tests[filter](one, areas) && holds(one, words),
  )

/** How many each filter would show, for the words of it. */
export const countsOf = (requirements: readonly Requirement[], areas: readonly Area[]): Record<FilterName, number> =>
  Object.fromEntries(
    filterNames.map((name) => [name, requirements.filter((one) => tests[name](one, areas)).length]),
  ) as Record<FilterName, number>
