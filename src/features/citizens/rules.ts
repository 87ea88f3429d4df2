import type { Day } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

export type NumberKind = 'cpr' | 'replacement' | 'ecpr'

/** Digit 7 of a CPR number and the two digits of the year give the century (CPR-kontoret; da.wikipedia, CPR-nummer). */
function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900
  return year <= 57 ? 2000 : 1800
}

const isDate = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
const pad = (value: number) => String(value).padStart(2, '0')

/**
 * What kind of number ten signs are, and the birthday in it.
 * - cpr: ten digits with a real date. The check digit (modulus 11) is never asked: numbers that fail it have been given out since 2007.
 * - replacement: as cpr, with 60 added to the day (07 → 67; CPR-kontoret's suggestion for local numbers).
 * - ecpr: `DDMMYYCAAG` (X-eCPR, MedCom November 2022), which carries letters.
 * @param number ten signs, no hyphen, upper case
 */
export function readNumber(number: string): { kind: NumberKind; bornOn: Day | null } | undefined {
  if (/^\d{6}[015-7][A-Z]{2}\d$/.test(number)) return { kind: 'ecpr', bornOn: null }
  if (!/^\d{10}$/.test(number)) return undefined
  const [day, month, year, seventh] = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6), number[6]!].map(
    Number,
  ) as [number, number, number, number]
  const replaced = day > 60
  const bornOn = `${centuryOf(seventh, year) + year}-${pad(month)}-${pad(replaced ? day - 60 : day)}`
  return isDate(bornOn) ? { kind: replaced ? 'replacement' : 'cpr', bornOn } : undefined
}

/** Why something typed cannot be a number at all. */
export const whyNotNumber = (number: string): Refusal | undefined =>
  readNumber(number) ? undefined : refusal('citizens.number-shape', {}, 'number')
