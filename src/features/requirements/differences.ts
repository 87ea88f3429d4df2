import { type Content, type ContentLine, canonical } from './content.ts'

/** Fields of a requirement that a correction sheet names, in the order it names them. */
export const namedFields = [
  'code',
  'section',
  'area',
  'title',
  'startsWhen',
  'endsWhen',
  'frequency',
  'users',
  'difficult',
  'example',
  'level',
  'weight',
  'offerGroups',
  'verification',
] as const satisfies readonly (keyof Content)[]
export type NamedField = (typeof namedFields)[number]

export type FieldChange = {
  [F in NamedField]: { readonly field: F; readonly before: Content[F]; readonly after: Content[F] }
}[NamedField]

export type LineChange =
  | { readonly kind: 'added'; readonly line: ContentLine }
  | { readonly kind: 'removed'; readonly line: ContentLine }
  | { readonly kind: 'changed'; readonly before: ContentLine; readonly after: ContentLine }

export type Difference =
  | { readonly kind: 'added'; readonly requirement: Content }
  | { readonly kind: 'removed'; readonly requirement: Content }
  | {
      readonly kind: 'changed'
      readonly id: string
      readonly number: number
      readonly title: string
      readonly fields: readonly FieldChange[]
      readonly lines: readonly LineChange[]
      /** Ids of the lines as they stand now, where the order is another. */
      readonly order?: readonly string[]
    }

/** What differs between two versions, requirement by requirement and row by row. `order` where requirements changed places. */
export type Differences = { readonly requirements: readonly Difference[]; readonly order?: readonly string[] }

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))

/** The order one gets by taking out what is gone and putting what is new last; only another one must be said. */
function orderTold(before: readonly { id: string }[], after: readonly { id: string }[]): readonly string[] | undefined {
  const [was, is] = [byId(before), byId(after)]
  const kept = before.filter(({ id }) => is.has(id))
  const fresh = after.filter(({ id }) => !was.has(id))
  const implied = [...kept, ...fresh].map(({ id }) => id)
  const actual = after.map(({ id }) => id)
  return same(implied, actual) ? undefined : actual
}

function linesBetween(before: readonly ContentLine[], after: readonly ContentLine[]): LineChange[] {
  const [was, is] = [byId(before), byId(after)]
  const removed = before.filter(({ id }) => !is.has(id)).map((line): LineChange => ({ kind: 'removed', line }))
  const rest = after.flatMap((line): LineChange[] => {
    const former = was.get(line.id)
    if (!former) return [{ kind: 'added', line }]
    return same(former, line) ? [] : [{ kind: 'changed', before: former, after: line }]
  })
  return [...removed, ...rest]
}

function requirementBetween(before: Content, after: Content): Difference | undefined {
  const fields = namedFields
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }) as FieldChange)
  const lines = linesBetween(before.lines, after.lines)
  const order = orderTold(before.lines, after.lines)
  if (fields.length === 0 && lines.length === 0 && !order) return undefined
  const { id, number, title } = after
  return { kind: 'changed', id, number, title, fields, lines, ...(order && { order }) }
}

/** From one version to another: exactly what a correction sheet must say. */
export function differencesBetween(before: readonly Content[], after: readonly Content[]): Differences {
  const [was, is] = [byId(before), byId(after)]
  const removed = before
    .filter(({ id }) => !is.has(id))
    .map((requirement): Difference => ({ kind: 'removed', requirement }))
  const rest = after.flatMap((requirement): Difference[] => {
    const former = was.get(requirement.id)
    if (!former) return [{ kind: 'added', requirement }]
    const difference = requirementBetween(former, requirement)
    return difference ? [difference] : []
  })
  const order = orderTold(before, after)
  return { requirements: [...removed, ...rest], ...(order && { order }) }
}

export const isNothing = ({ requirements, order }: Differences): boolean => requirements.length === 0 && !order

const inOrder = <T extends { readonly id: string }>(list: readonly T[], order: readonly string[] | undefined): T[] => {
  if (!order) return [...list]
  const known = byId(list)
  return order.map((id) => known.get(id)!)
}

function changedLines(lines: readonly ContentLine[], changes: readonly LineChange[]): ContentLine[] {
  const gone = new Set(changes.flatMap((change) => (change.kind === 'removed' ? [change.line.id] : [])))
  const now = byId(changes.flatMap((change) => (change.kind === 'changed' ? [change.after] : [])))
  const fresh = changes.flatMap((change) => (change.kind === 'added' ? [change.line] : []))
  return [...lines.filter(({ id }) => !gone.has(id)).map((line) => now.get(line.id) ?? line), ...fresh]
}

function changed(content: Content, difference: Extract<Difference, { kind: 'changed' }>): Content {
  const fields = Object.fromEntries(difference.fields.map(({ field, after }) => [field, after]))
  return {
    ...content,
    ...fields,
    lines: inOrder(changedLines(content.lines, difference.lines), difference.order),
  }
}

/** The version that a correction sheet makes out of the one before it. What the sheet leaves out is untouched. */
export function applyDifferences(before: readonly Content[], { requirements, order }: Differences): Content[] {
  const gone = new Set(requirements.flatMap((one) => (one.kind === 'removed' ? [one.requirement.id] : [])))
  const now = new Map(requirements.flatMap((one) => (one.kind === 'changed' ? [[one.id, one] as const] : [])))
  const fresh = requirements.flatMap((one) => (one.kind === 'added' ? [one.requirement] : []))
  const kept = before
    .filter(({ id }) => !gone.has(id))
    .map((content) => {
      const difference = now.get(content.id)
      return difference ? changed(content, difference) : content
    })
  return inOrder([...kept, ...fresh], order)
}
