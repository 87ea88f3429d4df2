import { nameOfNumber } from '#features/requirements/content.ts'

type Numbered = { readonly id: string; readonly number: number }

/** `K-001, K-058` of ids, and ids of what somebody wrote; what is no requirement is left out. */
export const namesOf = (known: readonly Numbered[], ids: readonly string[]): string =>
  known
    .filter(({ id }) => ids.includes(id))
    .map(({ number }) => nameOfNumber(number))
    .join(', ')

export function idsOf(known: readonly Numbered[], written: string): string[] {
  const numbers = [...written.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return known.filter(({ number }) => numbers.includes(number)).map(({ id }) => id)
}
