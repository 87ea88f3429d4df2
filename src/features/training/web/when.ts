import { dayOf, type Instant } from '#kernel/lang/day.ts'
import { dayWords, momentWords, timeWords, useNow, useToday } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type Span = { startsAt: Instant; endsAt: Instant }

/** `torsdag 27. august kl. 9.00–12.00`; over more days, both moments. */
export function useWhen(): (span: Span) => string {
  const today = useToday()
  const now = useNow()
  return ({ startsAt, endsAt }) =>
    dayOf(startsAt) === dayOf(endsAt)
      ? text.when(dayWords(dayOf(startsAt), today), timeWords(startsAt), timeWords(endsAt))
      : text.whenOver(momentWords(startsAt, now), momentWords(endsAt, now))
}
