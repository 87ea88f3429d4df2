import { addDays, type Day, isBefore } from '#kernel/lang/day.ts'
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

/** A warning nobody looks at again wears out; a year is our own bound. */
export const REVIEW_WITHIN_DAYS = 366

/** Why a warning may not be looked at again on that day, or undefined when it may. */
export function whyNotReview(reviewOn: Day, today: Day): Refusal | undefined {
  const latest = addDays(today, REVIEW_WITHIN_DAYS)
  if (isBefore(reviewOn, today)) return refusal('citizens.review-in-the-past', {}, 'reviewOn')
  if (isBefore(latest, reviewOn)) return refusal('citizens.review-too-far', { latest }, 'reviewOn')
  return undefined
}

/** Why an employee cannot be kept apart from a citizen in a period. Nobody decides it about themselves: they could not undo it. */
export function whyNotBar(
  { employeeId, fromOn, toOn }: { employeeId: string; fromOn: Day; toOn: Day | null },
  by: string,
  today: Day,
): Refusal | undefined {
  if (employeeId === by) return refusal('citizens.bars-oneself', {}, 'employeeId')
  if (isBefore(fromOn, today)) return refusal('citizens.bars-in-the-past', {}, 'fromOn')
  if (toOn && isBefore(toOn, fromOn)) return refusal('citizens.ends-before-it-starts', {}, 'toOn')
  return undefined
}

export function whyNotEndBar(toOn: Day | null, lastDay: Day, today: Day): Refusal | undefined {
  if (toOn && isBefore(toOn, today)) return refusal('citizens.bar-ended', { toOn })
  if (isBefore(lastDay, addDays(today, -1))) return refusal('citizens.bars-in-the-past', {}, 'lastDay')
  return undefined
}

type Sharing = {
  unitId: string
  toUnitId: string | null
  toWhom: string | null
  basis: 'consent' | 'law'
  lawReference: string | null
  fromOn: Day
  toOn: Day | null
}

const isBlank = (words: string | null) => words === null || words.trim() === ''

/** Why something cannot be written down as shared. */
export function whyNotShare(shared: Sharing): Refusal | undefined {
  if ((shared.toUnitId === null) === isBlank(shared.toWhom)) return refusal('citizens.shares-with-one', {}, 'toUnitId')
  if (shared.toUnitId === shared.unitId) return refusal('citizens.shares-with-itself', {}, 'toUnitId')
  if (shared.basis === 'law' && isBlank(shared.lawReference)) return refusal('citizens.law-missing', {}, 'lawReference')
  if (shared.basis === 'consent' && !isBlank(shared.lawReference))
    return refusal('citizens.law-not-needed', {}, 'lawReference')
  if (shared.toOn && isBefore(shared.toOn, shared.fromOn)) return refusal('citizens.ends-before-it-starts', {}, 'toOn')
  return undefined
}

export const MAX_PHOTO_BYTES = 60_000
export type Photo = { readonly type: 'image/jpeg' | 'image/png' | 'image/webp'; readonly base64: string }

/** How picture files begin; four bytes of length stand between the two words of WebP. */
const beginnings = [
  ['image/jpeg', (bytes: string) => bytes.startsWith('\xff\xd8\xff')],
  ['image/png', (bytes: string) => bytes.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/webp', (bytes: string) => bytes.startsWith('RIFF') && bytes.startsWith('WEBP', 8)],
] as const

/** The picture in a data address. What it says it is does not count: its first bytes do. */
export function readPhoto(address: string): Photo | Refusal {
  const base64 = /^data:image\/(?:jpeg|png|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(address)?.[1]
  if (!base64 || base64.length % 4 !== 0) return refusal('citizens.photo-kind', {}, 'photo')
  const bytes = atob(base64)
  if (bytes.length > MAX_PHOTO_BYTES)
    return refusal('citizens.photo-too-big', { maxKb: MAX_PHOTO_BYTES / 1000 }, 'photo')
  const type = beginnings.find(([, begins]) => begins(bytes))?.[0]
  return type ? { type, base64 } : refusal('citizens.photo-kind', {}, 'photo')
}
