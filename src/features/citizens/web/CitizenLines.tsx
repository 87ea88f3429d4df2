import { Lines, Person, shortDayWords, useToday, Warning } from '#kernel/ui/index.ts'
import type { CitizenLine } from '../contract.ts'
import { Protection } from './Protection.tsx'
import { shortName, usePhotos } from './people.ts'
import { text } from './text.ts'

type LinesProps = { label: string; lines: readonly CitizenLine[] }

/** People as they stand in a list: face, name, room, and what must be known. */
export function CitizenLines({ label, lines }: LinesProps) {
  const photoOf = usePhotos(lines)
  return (
    <Lines label={label}>
      {lines.map((line) => (
        <li key={line.id}>
          <CitizenRow line={line} photo={photoOf(line.id)} />
        </li>
      ))}
    </Lines>
  )
}

/** Among the living: neither dead nor gone from every unit I reach. */
export const isHere = ({ diedOn, unitIds }: CitizenLine): boolean => diedOn === null && unitIds.length > 0

function CitizenRow({ line, photo }: { line: CitizenLine; photo: string | undefined }) {
  return (
    <Person name={shortName(line)} url={photo} href={`/borger/${line.id}`} second={useSecond(line)}>
      <Protection of={line} />
      {isHere(line) && line.warnings.map((warning) => <Warning key={warning.id}>{warning.text}</Warning>)}
    </Person>
  )
}

function useSecond(line: CitizenLine): string {
  const today = useToday()
  if (line.diedOn) return text.diedOn(shortDayWords(line.diedOn, today))
  if (!isHere(line)) return text.left
  return [line.room && text.room(line.room), line.mine && text.isMine].filter(Boolean).join(' · ')
}
