import type { Day } from '#kernel/lang/day.ts'
import { dayWords, useToday } from '#kernel/ui/index.ts'

/** A day inside a sentence: `fredag 12. marts`. */
export function useDayWords(): (day: Day) => string {
  const today = useToday()
  return (day) => dayWords(day, today)
}
