import type { Day } from '#kernel/lang/day.ts'
import { Mark, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type MarksProps = { of: { identityProtected: boolean; hiddenStay: boolean; protectedUntil?: Day | null } }

/** What must not be said to whoever calls, in words. */
export function CitizenMarks({ of: { identityProtected, hiddenStay, protectedUntil } }: MarksProps) {
  const today = useToday()
  const until = protectedUntil ? text.protectedUntilDay(shortDayWords(protectedUntil, today)) : text.identityProtected
  return (
    <>
      {identityProtected && <Mark tone="violet">{until}</Mark>}
      {hiddenStay && <Mark tone="violet">{text.hiddenStay}</Mark>}
    </>
  )
}
