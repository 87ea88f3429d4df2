import type { Day } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { Difference, OrderContent } from './contract.ts'

type Typed = {
  startsOn: Day | null
  endsOn: Day | null
  orderedOn: Day
  goals: readonly { themeCode: string | null; levelStart: number | null; levelWanted: number | null }[]
}

/**
 * Why an order cannot be typed in, or undefined when it can.
 * @param carriesLevel whether a sub-theme stands under activity and participation: no other carries a level
 */
export function whyNotType(
  order: Typed,
  today: Day,
  carriesLevel: (themeCode: string) => boolean | undefined,
): Refusal | undefined {
  if (order.orderedOn > today) return refusal('orders.ordered-ahead', {}, 'orderedOn')
  if (order.startsOn && order.endsOn && order.endsOn < order.startsOn)
    return refusal('orders.ends-before-it-starts', {}, 'endsOn')
  for (const [at, { themeCode, levelStart, levelWanted }] of order.goals.entries()) {
    const carries = themeCode === null ? undefined : carriesLevel(themeCode)
    if (themeCode !== null && carries === undefined) return refusal('orders.unknown-code', {}, `goals.${at}.themeCode`)
    if (carries !== true && (levelStart !== null || levelWanted !== null))
      return refusal('orders.level-without-activity', {}, `goals.${at}.levelWanted`)
  }
  return undefined
}

/** Why a waiting change cannot be decided on, or undefined when it can. */
export const whyNotDecide = (
  revision: { state: string },
  take: boolean,
  because: string | null,
): Refusal | undefined => {
  if (revision.state !== 'waiting') return refusal('orders.already-decided')
  if (!take && !because?.trim()) return refusal('orders.decline-says-why', {}, 'because')
  return undefined
}

const said = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null
  return Array.isArray(value) ? value.join(', ') || null : String(value)
}

const plain = [
  'status',
  'purpose',
  'objective',
  'orderedOn',
  'startsOn',
  'endsOn',
  'authorityName',
  'authorityCode',
  'caseNumber',
  'offerType',
  'supportNeed',
  'followUpOn',
  'followUpEveryMonths',
] as const satisfies readonly (keyof OrderContent)[]

type Listed = Record<string, unknown> & { foreignId: string | null }

const keyOf = (item: Listed) =>
  item.foreignId ? `${item.foreignId} ${item.kind ?? ''} ${item.role ?? ''}` : JSON.stringify(item)
const nameOf = (item: Listed) => said(item.text ?? item.name ?? item.code)

/** Items of a list that came, went, or say something else; told apart by the authority's own ids. */
function listDifferences(what: string, before: readonly Listed[], after: readonly Listed[]): Difference[] {
  const [old, fresh] = [before, after].map((items) => new Map(items.map((item) => [keyOf(item), item])))
  const gone = [...old!].filter(([key]) => !fresh!.has(key))
  const came = [...fresh!].filter(([key]) => !old!.has(key))
  const changed = [...fresh!].flatMap(([key, item]) => {
    const was = old!.get(key)
    return was ? fieldDifferences(what, was, item) : []
  })
  return [
    ...gone.map(([, item]) => ({ what, of: null, before: nameOf(item), after: null })),
    ...came.map(([, item]) => ({ what, of: null, before: null, after: nameOf(item) })),
    ...changed,
  ]
}

const fieldDifferences = (what: string, was: Listed, is: Listed): Difference[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => said(was[field]) !== said(is[field]))
    .map((field) => ({ what: `${what}.${field}`, of: nameOf(is), before: said(was[field]), after: said(is[field]) }))

type Papers = Pick<OrderContent, 'parts' | 'attachments'>

/** A file of the same paper that has other octets is one that changed; the files of a paper are told apart by their order. */
const filesIn = (attachments: NonNullable<Papers['attachments']>): Listed[] =>
  attachments.map(({ foreignId, name, text, sha256, sizeBytes }, at) => {
    const before = attachments.slice(0, at).filter((one) => one.foreignId === foreignId).length
    return {
      ...{ foreignId: foreignId && `${foreignId} ${before}`, name, text: text ?? name },
      content: `${name} (${sizeBytes} byte, ${sha256.slice(0, 8)})`,
    }
  })

/** What else is said, and the files. A paper that came as a file is told as the file. */
function papersDifferences(before: Papers, after: Papers): Difference[] {
  const [old, fresh] = [before.attachments, after.attachments]
  if (!old || !fresh) return listDifferences('parts', before.parts, after.parts)
  const papers = new Set([...old, ...fresh].map(({ foreignId }) => foreignId))
  const others = ({ parts }: Papers) =>
    parts.filter(({ kind, foreignId }) => kind !== 'attachment' || !papers.has(foreignId))
  return [
    ...listDifferences('parts', others(before), others(after)),
    ...listDifferences('attachments', filesIn(old), filesIn(fresh)),
  ]
}

/** What two versions of an order say differently; empty when they say the same. The version of the code list is ours, not theirs. */
export function differencesBetween(before: OrderContent, after: OrderContent): Difference[] {
  const fields = plain
    .filter((field) => said(before[field]) !== said(after[field]))
    .map((field) => ({ what: field, of: null, before: said(before[field]), after: said(after[field]) }))
  const lists = (['goals', 'interventions'] as const).flatMap((list) =>
    listDifferences(list, before[list], after[list]),
  )
  return [...fields, ...lists, ...papersDifferences(before, after)]
}
