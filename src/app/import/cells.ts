import { CitizenNumber } from '#features/citizens/contract.ts'
import { readNumber } from '#features/citizens/rules.ts'
import type { Day } from '#kernel/lang/day.ts'
import { shown, Wrong } from './fault.ts'

/** Reads a cell that is not empty, spaces around it already gone. */
export type Reader<T> = (cell: string) => T | Wrong

const pad = (part: string) => part.padStart(2, '0')
const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
const midnight = /[T ]00[:.]00([:.]00(\.0+)?)?Z?$/

/** 2026-02-01, 01-02-2026, 1/2/2026, 1.2.2026. A year of two digits has two centuries and no certain order, and is never guessed at. */
export const day: Reader<Day> = (cell) => {
  const text = cell.replace(midnight, '')
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text)
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text)
  if (!iso && !danish) return whyNotDay(text)
  const [year, month, date] = iso ? [iso[1]!, iso[2]!, iso[3]!] : [danish![3]!, danish![2]!, danish![1]!]
  const found = `${year}-${pad(month)}-${pad(date)}`
  if (isDay(found)) return found
  const american = Number(month) > 12 && Number(month) <= 31 && Number(date) <= 12
  return new Wrong(american ? 'import.day-month-first' : 'import.day-unknown', { value: text })
}

function whyNotDay(text: string): Wrong {
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{2}$/.test(text)) return new Wrong('import.day-two-digits', { value: text })
  if (/^\d{5}([.,]\d+)?$/.test(text)) return new Wrong('import.day-serial', { value: text })
  if (isNumber(text)) return new Wrong('import.swapped-number')
  return new Wrong('import.day-shape', { value: shown(text) })
}

const timePattern = /^(?:kl\.?\s*)?([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?$/i

/** 14:05, 14.05, kl. 14.05 */
export const time: Reader<string> = (cell) => {
  const found = timePattern.exec(cell)
  if (found) return `${pad(found[1]!)}:${found[2]}`
  return day(cell) instanceof Wrong
    ? new Wrong('import.time-shape', { value: shown(cell) })
    : new Wrong('import.swapped-day')
}

/** A day, with or without a time after it. */
export const dayAndTime: Reader<{ day: Day; time: string | null }> = (cell) => {
  const parts = /^([^\sT]+)(?:T|,?\s+)(.+)$/.exec(cell)
  const onDay = day(parts?.[1] ?? cell)
  if (onDay instanceof Wrong) return /^\d/.test(cell) ? onDay : whyNotDay(cell)
  if (!parts) return { day: onDay, time: null }
  const atTime = time(parts[2]!)
  return atTime instanceof Wrong ? atTime : { day: onDay, time: atTime }
}

/** Ten digits with a day in them, with or without the hyphen. */
export const isNumber = (text: string): boolean =>
  /^\d{6}[-\s]?\d{4}$/.test(text) && readNumber(text.replace(/\D/g, '')) !== undefined

/** A CPR number, a replacement number or an eCPR; the check digit is never asked. */
export const number: Reader<string> = (cell) => {
  if (/^\d{5}[-\s]?\d{4}$/.test(cell)) return new Wrong('import.number-zero-lost')
  if (/^\d[.,]\d+E\+?0?9$/i.test(cell)) return new Wrong('import.number-zero-lost')
  const read = CitizenNumber.safeParse(cell)
  if (read.success) return read.data
  if (/^\p{L}+([ -]\p{L}+)*$/u.test(cell)) return new Wrong('import.swapped-name')
  return new Wrong('citizens.number-shape')
}

/** Any words at all. */
export const text =
  (most: number): Reader<string> =>
  (cell) => {
    if (cell.includes('\u0000') || !cell.isWellFormed()) return new Wrong('kernel.text-unstorable')
    return cell.length > most ? new Wrong('kernel.too-big', { max: most }) : cell
  }

/** Words, of which the ones that are plainly something else are told apart: a CPR number or a day in the column of names. */
export const words =
  (most: number): Reader<string> =>
  (cell) => {
    if (isNumber(cell)) return new Wrong('import.swapped-number')
    return day(cell) instanceof Wrong ? text(most)(cell) : new Wrong('import.swapped-day')
  }

/** A record's id in the system it comes from. A CPR number is none: it would stand in lists and logs. */
export const ownId: Reader<string> = (cell) => {
  if (isNumber(cell)) return new Wrong('import.number-as-id')
  return words(100)(cell)
}

/** What points at another record; whether it exists is asked later. */
export const reference: Reader<string> = (cell) =>
  cell.length > 200 ? new Wrong('kernel.too-big', { max: 200 }) : cell

const yes = new Set(['ja', 'j', 'yes', 'y', '1', 'x', 'sand', 'true'])
const no = new Set(['nej', 'n', 'no', '0', '-', 'falsk', 'false'])
export const yesOrNo: Reader<boolean> = (cell) => {
  const said = cell.toLowerCase()
  if (yes.has(said)) return true
  return no.has(said) ? false : new Wrong('import.yes-or-no', { value: shown(cell) })
}

/** As words are compared: small letters, digits, nothing else. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** One of a list; `names` are what people write for each key. */
export function choice<K extends string>(names: Record<K, readonly string[]>): Reader<K> {
  const known = new Map<string, K>()
  for (const [key, said] of Object.entries(names) as [K, readonly string[]][])
    for (const name of [key, ...said]) known.set(plain(name), key)
  const all = Object.values<readonly string[]>(names)
    .map((said) => said[0]!)
    .join(', ')
  return (cell) => known.get(plain(cell)) ?? new Wrong('import.not-on-list', { value: shown(cell), list: all })
}

/** Several in one cell, with | between them. */
export const several =
  <T>(each: Reader<T>): Reader<T[]> =>
  (cell) => {
    const read = cell.split('|').map((part) => each(part.trim()))
    return read.find((part) => part instanceof Wrong) ?? (read as T[])
  }
