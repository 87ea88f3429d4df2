import type { Day, Instant } from '#kernel/lang/day.ts'
import { dayWords, momentWords, timeWords } from './time.ts'
import { useNow, useToday } from './Ui.tsx'

/** `i dag`, `tirsdag 3. marts`. */
export function DayText({ day }: { day: Day }) {
  return <time dateTime={day}>{dayWords(day, useToday())}</time>
}

/** `14.02` */
export function TimeText({ at, seconds }: { at: Instant; seconds?: boolean }) {
  return <time dateTime={at}>{timeWords(at, seconds)}</time>
}

/** `14.02`, `i går 14.02`, `tirsdag 3. marts 14.02`. */
export function MomentText({ at }: { at: Instant }) {
  return <time dateTime={at}>{momentWords(at, useNow())}</time>
}
