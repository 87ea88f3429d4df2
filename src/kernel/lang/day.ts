import { z } from 'zod'

/** A calendar day in Denmark, `2026-03-01`. Sorts as text; carries no time zone. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A moment, ISO 8601 with offset, as PostgreSQL and the wire carry it. */
export const Instant = z.iso.datetime({ offset: true })
export type Instant = z.infer<typeof Instant>

const MS_A_DAY = 86_400_000
const HOUR_MS = 3_600_000
export const ZONE = 'Europe/Copenhagen'

const dayParts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The Danish calendar day on which a moment falls. */
export const dayOf = (moment: Date | Instant): Day => dayParts.format(new Date(moment))

/** `days` may be negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10)

export const isBefore = (a: Day, b: Day): boolean => a < b

/** Whole days from `a` to `b`; negative when `b` comes first. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / MS_A_DAY)

/** Whole years of age on a day: a birthday on 29 February is kept on 1 March in other years. */
export function ageOn(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/**
 * The moment a Danish wall clock shows `time` on `day`.
 * The hour that summer time skips is read an hour later; of the hour that comes twice, the first is meant.
 */
export function instantAt(day: Day, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  const offset = offsetMs(asUtc - offsetMs(asUtc))
  // What the clock was a little before: larger while the hour comes the first time.
  const guess = asUtc - Math.max(offset, offsetMs(asUtc - 3 * HOUR_MS))
  const moment = wallClock(guess) === asUtc ? guess : asUtc - offset
  return new Date(moment).toISOString()
}

const wallParts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' })
const wallClock = (ms: number): number => Date.parse(`${wallParts.format(ms).replace(' ', 'T')}Z`)
const offsetMs = (ms: number): number => wallClock(ms) - ms
