import { addDays, type Day } from './day.ts'

/** `0020-01-01`: a year half typed is a year too. */
const dayIn = (year: number, rest: string): Day => `${String(year).padStart(4, '0')}-${rest}`

/** Easter Sunday of the Gregorian year (Meeus, Jones and Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return dayIn(year, `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** The last year in which the fourth Friday after Easter (store bededag) was a holiday: L 13 (2022-23), from 1 January 2024. */
const LAST_PRAYER_DAY = 2023

/** Public holidays of a year. Days on which many workplaces close (24 and 31 December, 5 June) are not among them: whether they count is not settled by our sources. */
export function holidaysOf(year: number): readonly Day[] {
  const easter = easterOf(year)
  const moving = [-3, -2, 0, 1, 39, 49, 50].map((days) => addDays(easter, days))
  const prayerDay = year <= LAST_PRAYER_DAY ? [addDays(easter, 26)] : []
  return [dayIn(year, '01-01'), ...moving, ...prayerDay, dayIn(year, '12-25'), dayIn(year, '12-26')]
}

const weekdayOf = (day: Day) => new Date(day).getUTCDay()

export const isWorkingDay = (day: Day): boolean =>
  weekdayOf(day) % 6 !== 0 && !holidaysOf(Number(day.slice(0, 4))).includes(day)

/** The day on which `count` working days have passed after `day`, which itself does not count. */
export function addWorkingDays(day: Day, count: number): Day {
  let on = day
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (isWorkingDay(on)) left--
  }
  return on
}

/** The same day `count` months later, or the last of that month. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 1 + count
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, last))).toISOString().slice(0, 10)
}
