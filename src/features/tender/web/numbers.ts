import { type Content, nameOfNumber } from '#features/requirements/content.ts'

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

/** `K-016`, or one row of it, `K-016.2`; undefined where there is no such one. */
export function askedIn(known: readonly Pick<Content, 'id' | 'number' | 'lines'>[], written: string) {
  const [, digits, no] = /^\s*K?-?(\d+)(?:\.(\w+))?\s*$/i.exec(written) ?? []
  const content = known.find(({ number }) => number === Number(digits))
  if (!content || !no) return content && { requirementId: content.id, lineId: null }
  const line = content.lines.find((one) => one.no === no.toLowerCase())
  return line && { requirementId: content.id, lineId: line.id }
}

/** `K-003, K-016.2`: what each names, of which one may be a row; undefined where one is no requirement, or two are rows. */
export function allAskedIn(known: readonly Pick<Content, 'id' | 'number' | 'lines'>[], written: string) {
  const parts = written.split(/[,;\s]+/).filter(Boolean)
  const found = parts.map((part) => askedIn(known, part))
  const rows = found.flatMap((one) => (one?.lineId ? [one.lineId] : []))
  if (found.some((one) => !one) || rows.length > 1) return undefined
  return { requirements: [...new Set(found.map((one) => one!.requirementId))], lineId: rows[0] ?? null }
}
