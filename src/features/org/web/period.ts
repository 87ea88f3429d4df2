import { addDays, type Day } from '#kernel/lang/day.ts'
import { shortDayWords } from '#kernel/ui/index.ts'
import { words } from './administration-text.ts'

/** From when to when, as one would say it today. */
export function periodWords({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }, today: Day): string {
  if (endsOn === addDays(startsOn, -1)) return words.neverHeld
  const from = shortDayWords(startsOn, today)
  if (endsOn) return words.fromTo(from, shortDayWords(endsOn, today))
  return startsOn > today ? words.from(from) : words.since(from)
}
