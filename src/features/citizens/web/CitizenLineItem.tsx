import { ageOn } from '#kernel/lang/day.ts'
import { Person, shortDayWords, useToday, Warning } from '#kernel/ui/index.ts'
import type { CitizenLine } from '../contract.ts'
import { CitizenMarks } from './CitizenMarks.tsx'
import { shortName } from './short-name.ts'
import { text } from './text.ts'

/** Face, name and what must be known; opens the citizen. Who died or left has nothing left to beware of. */
export function CitizenLineItem({ line, photo }: { line: CitizenLine; photo: string | undefined }) {
  return (
    <Person name={shortName(line)} url={photo} href={`/borger/${line.id}`} second={useSecond(line)}>
      <CitizenMarks of={line} />
      {isHere(line) && line.warnings.map(({ id, text: words }) => <Warning key={id}>{words}</Warning>)}
    </Person>
  )
}

export const isHere = ({ diedOn, unitIds }: CitizenLine): boolean => diedOn === null && unitIds.length > 0

function useSecond(line: CitizenLine): string {
  const today = useToday()
  const years = line.bornOn && line.diedOn ? ageOn(line.bornOn, line.diedOn) : undefined
  if (line.diedOn) return text.died(shortDayWords(line.diedOn, today), years)
  if (!isHere(line)) return text.gone
  return [line.room && text.room(line.room), line.mine && text.mine].filter(Boolean).join(' · ')
}
