/** Days are counted from 1 January 1970, minutes from local midnight: whole numbers, since ten million of them are worked out. */
export const MINUTE_MS = 60_000
export const DAY_MS = 1_440 * MINUTE_MS

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** 0 is Monday. */
export const weekday = (day: number): number => (day + 3) % 7

const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month + 1, 0) / DAY_MS
  return last - ((weekday(last) + 1) % 7)
}

/** One day of the Danish calendar: how far its clock is ahead of UTC, and when that changes. */
export class LocalDay {
  readonly number: number
  readonly text: string
  /** Month and day, as `12-24`. */
  readonly monthDay: string
  readonly weekday: number
  readonly #before: number
  readonly #after: number

  constructor(number: number) {
    this.number = number
    this.text = dayText(number)
    this.monthDay = this.text.slice(5)
    this.weekday = weekday(number)
    const year = Number(this.text.slice(0, 4))
    const [spring, autumn] = [lastSunday(year, 2), lastSunday(year, 9)]
    this.#before = number > spring && number <= autumn ? 120 : 60
    this.#after = number >= spring && number < autumn ? 120 : 60
  }

  /** The hour that summer time skips is read an hour later; of the hour that comes twice, the first is meant. */
  at(minute: number): number {
    const springs = this.#after > this.#before
    const turned = minute >= (springs ? 120 : 180)
    const offset = springs && minute >= 120 && minute < 180 ? this.#before : turned ? this.#after : this.#before
    return this.number * DAY_MS + (minute - offset) * MINUTE_MS
  }
}

/** The wall clock of a moment, `2026-03-01 14:05`, as a file carries it. */
export function wallClock(at: number): { day: string; time: string } {
  const year = new Date(at).getUTCFullYear()
  const hour = MINUTE_MS * 60
  const summer = at >= lastSunday(year, 2) * DAY_MS + hour && at < lastSunday(year, 9) * DAY_MS + hour
  const text = new Date(at + (summer ? 2 : 1) * hour).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}
