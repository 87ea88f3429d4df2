import type { Day } from '#kernel/lang/day.ts'
import { addMonths } from '#kernel/lang/working-days.ts'

/** This month, the four before and the next, this one first. */
export function monthsAround(today: Day): Day[] {
  const now = `${today.slice(0, 7)}-01`
  return [0, -1, -2, -3, -4, 1].map((count) => addMonths(now, count))
}
