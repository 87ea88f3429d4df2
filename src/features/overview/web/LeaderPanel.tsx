import { ProtectedMark } from '#features/citizens/web/index.ts'
import type { People } from '#features/journal/web/index.ts'
import { useWord } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import {
  BarChart,
  Lines,
  Mark,
  MomentText,
  Section,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type LeaderUnit, overview } from '../contract.ts'
import { text } from './text.ts'

/** For whoever leads the unit; silent for everybody else, and while it is on its way. */
export function LeaderPanel({ unitId, people }: { unitId: Id; people: People }) {
  const units = useRead(overview.forLeader, {})
  const unit = units.data?.find(({ id }) => id === unitId)
  if (!unit) return null
  return (
    <Section title={text.leader}>
      <Stack gap={5}>
        <PerDay unit={unit} />
        <Waits unit={unit} />
        <Unread unit={unit} people={people} />
      </Stack>
    </Section>
  )
}

function PerDay({ unit }: { unit: LeaderUnit }) {
  const today = useToday()
  const bars = unit.perDay.map(({ day, notes }) => ({
    label: shortDayWords(day, today),
    value: notes,
    isStrong: day === today,
  }))
  return <BarChart caption={text.perDay} note={text.perDayNote} bars={bars} unit={text.notes} />
}

/** Counts, never whose. */
function Waits({ unit }: { unit: LeaderUnit }) {
  const word = useWord()
  const waits = [
    unit.oldDrafts > 0 && text.oldDrafts(unit.oldDrafts),
    unit.silentCitizens > 0 && text.silent(unit.silentCitizens, word),
    unit.overdueWarnings > 0 && text.overdue(unit.overdueWarnings),
  ].filter((words) => words !== false)
  if (waits.length === 0) return <Mark tone="ok">{text.inOrder}</Mark>
  return (
    <Stack gap={2}>
      {waits.map((words) => (
        <Mark key={words} tone="attention">
          {words}
        </Mark>
      ))}
    </Stack>
  )
}

type UnreadNote = LeaderUnit['unread'][number]

function Unread({ unit, people }: { unit: LeaderUnit; people: People }) {
  return (
    <Section title={text.unread}>
      {unit.unread.length === 0 ? (
        <Mark tone="ok">{text.allRead}</Mark>
      ) : (
        <Lines>
          {unit.unread.map((note) => (
            <li key={note.noteId}>
              <UnreadLine
                note={note}
                name={note.citizenId ? people.nameOf(note.citizenId) : text.unitDiary}
                isProtected={people.isProtected(note.citizenId)}
              />
            </li>
          ))}
        </Lines>
      )}
    </Section>
  )
}

const hrefOf = ({ citizenId, noteId }: UnreadNote) => (citizenId ? `/borger/${citizenId}?notat=${noteId}` : '/enhed')

type LineProps = { note: UnreadNote; name: string; isProtected: boolean }

function UnreadLine({ note, name, isProtected }: LineProps) {
  return (
    <Stack gap={1}>
      <span>
        <TextLink href={hrefOf(note)}>{name}</TextLink> {isProtected && <ProtectedMark />}{' '}
        <MomentText at={note.writtenAt} /> · {text.shift(note.shift)}
      </span>
      <Mark tone="attention">{readWords(note)}</Mark>
    </Stack>
  )
}

function readWords({ nobody, readers, of }: UnreadNote): string {
  if (nobody) return text.nobody
  return readers === null || of === null ? text.few : text.readBy(readers, of)
}
