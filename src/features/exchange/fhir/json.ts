/** Values of a JSON text that was read: plain objects, no prototype that a key could reach. */
export type Value = string | number | boolean | null | readonly Value[] | Item
export interface Item {
  readonly [key: string]: Value | undefined
}
export type Resource = Item & { readonly resourceType: string; readonly id?: string }

export const isItem = (value: unknown): value is Item =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
export const listOf = (value: unknown): readonly Value[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Value]
export const itemsOf = (value: unknown): readonly Item[] => listOf(value).filter(isItem)
/** The item at the end of a path of names; undefined when any is missing. */
export const at = (value: unknown, ...names: readonly string[]): Value | undefined =>
  names.reduce<Value | undefined>(
    (inner, name) => (isItem(inner) ? inner[name] : undefined),
    value as Value | undefined,
  )
export const textAt = (value: unknown, ...names: readonly string[]): string | undefined => {
  const found = at(value, ...names)
  return typeof found === 'string' ? found : undefined
}
export const codingsOf = (concept: unknown): readonly Item[] => itemsOf(at(concept, 'coding'))

/** Everything in the pattern stands in the value. */
export function matches(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.every((wanted) => listOf(value).some((one) => matches(one, wanted)))
  if (isItem(pattern))
    return isItem(value) && Object.entries(pattern).every(([key, wanted]) => matches(value[key], wanted))
  return value === pattern
}

/** The same in the same order of lists; the order of names does not count. */
export function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => equal(one, b[i]))
  if (!isItem(a)) return a === b
  if (!isItem(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => equal(a[name], b[name]))
}
