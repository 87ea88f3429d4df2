import { addDays, type Day, dayOf, daysBetween, type Instant, ZONE } from '#kernel/lang/day.ts'
import { language } from '#kernel/lang/text.ts'
import { text } from './text.ts'

const locale = () => (language() === 'da' ? 'da-DK' : 'en-GB')

const format = (moment: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(), options).format(moment)

/** Noon keeps a calendar day on its own date in every zone the formatter may be given. */
const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`)

const inDanish = (words: string) => words.replace(' den ', ' ')

/** `tirsdag 3. marts`, and the year when it is not this one. */
export function fullDayWords(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  const words = format(noonOf(day), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year })
  return inDanish(words).replace(',', '')
}

/** `i dag`, `i går`, `i morgen`, else `tirsdag 3. marts`. */
export function dayWords(day: Day, today: Day): string {
  const near: Record<number, string> = { [-1]: text.yesterday, 0: text.today, 1: text.tomorrow }
  return near[daysBetween(today, day)] ?? fullDayWords(day, today)
}

/** `3. marts`: without the weekday, for margins and warnings; the year when it is not this one. */
export function shortDayWords(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  return format(noonOf(day), { timeZone: 'UTC', day: 'numeric', month: 'long', year })
}

/** `14.02`, or `14.02.10` with seconds; what a wall clock in Denmark shows. */
export function timeWords(moment: Date | Instant, seconds = false): string {
  const second = seconds ? '2-digit' : undefined
  return format(new Date(moment), { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second, hourCycle: 'h23' })
}

/** `14.02` today, `i går 14.02`, `tirsdag 3. marts 14.02`. */
export function momentWords(moment: Date | Instant, now: Date): string {
  const day = dayOf(moment)
  const today = dayOf(now)
  return day === today ? timeWords(moment) : `${dayWords(day, today)} ${timeWords(moment)}`
}

/** Week number after ISO 8601: the week belongs to the year that holds its Thursday. */
export function weekOf(day: Day): number {
  const weekday = (noonOf(day).getUTCDay() + 6) % 7
  const thursday = addDays(day, 3 - weekday)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

export const weekWords = (day: Day): string => text.week(weekOf(day))
