import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit, useWord } from '#features/org/web/index.ts'
import { stays } from '#features/stays/contract.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import {
  Button,
  Columns,
  DatePicker,
  DayText,
  Empty,
  NewCount,
  Page,
  Row,
  ScreenOnly,
  Show,
  Stack,
  Thread,
  ToggleChips,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { journal, type NoteRow } from '../contract.ts'
import { Composer } from './Composer.tsx'
import { newUnitDraft, type OpenDraft } from './composition.ts'
import { NoteKnot } from './NoteKnot.tsx'
import { PrintButton } from './PrintButton.tsx'
import { type People, shortName, usePeople } from './people.ts'
import { text } from './text.ts'
import { useArriveAtNote } from './use-arrive-at-note.ts'

/** One day of the unit: everybody's notes and the shared diary. */
export function UnitDiaryPage() {
  const unit = useUnit()
  const units = useMyUnits()
  if (unit) return <DiaryOf key={unit.id} unit={unit} />
  return (
    <Page title={text.unitPage}>
      <Show of={units} lines={8}>
        {() => <Empty />}
      </Show>
    </Page>
  )
}

const isDay = (word: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(word)

function DiaryOf({ unit }: { unit: MyUnit }) {
  const today = useToday()
  const [word, setDay] = useAddressWord('dag', today)
  const day = isDay(word) ? word : today
  const notes = useRead(journal.ofUnit, { unitId: unit.id, day }, { live: ['journal', unit.id] })
  useArriveAtNote(notes.data !== undefined)
  return (
    <Page title={text.diaryOf(unit.name)} lead={<DayLead day={day} notes={notes.data} />}>
      <Columns>
        <Stack gap={4}>
          <ScreenOnly>
            <DaySteps day={day} today={today} onChange={setDay} />
            <NewCount count={notes.waiting} onShow={notes.showWaiting} />
          </ScreenOnly>
          <ScreenOnly>
            <WriteHere unit={unit} />
          </ScreenOnly>
          <Show of={notes} lines={8} empty={text.nothingThatDay}>
            {(rows) => <DayThread rows={rows} unitId={unit.id} day={day} />}
          </Show>
        </Stack>
      </Columns>
    </Page>
  )
}

/** In the shared diary, unless somebody is chosen. */
function WriteHere({ unit }: { unit: MyUnit }) {
  const people = usePeople(unit.id)
  const [open, setOpen] = useState<OpenDraft>()
  if (open) return <Composer key={open.id} unit={unit} people={people} start={open} onDone={() => setOpen(undefined)} />
  return <Button onPress={() => setOpen(newUnitDraft(unit.id))}>{text.writeInUnitDiary}</Button>
}

const DayLead = ({ day, notes }: { day: Day; notes: readonly NoteRow[] | undefined }) => (
  <>
    <DayText day={day} />
    {notes && ` · ${text.countNotes(notes.length)}`}
  </>
)

type StepsProps = { day: Day; today: Day; onChange: (day: Day) => void }

function DaySteps({ day, today, onChange }: StepsProps) {
  return (
    <Row gap={2}>
      <Button onPress={() => onChange(addDays(day, -1))}>{text.previousDay}</Button>
      <Button isDisabled={day >= today} onPress={() => onChange(addDays(day, 1))}>
        {text.nextDay}
      </Button>
      <DatePicker label={text.toDay} isLabelHidden value={day} max={today} onChange={(to) => to && onChange(to)} />
      <PrintButton />
    </Row>
  )
}

/** Those who were here that day are named, also when they have left since. */
function useNamesOn(unitId: string, day: Day): Pick<People, 'nameOf' | 'isProtected'> {
  const people = usePeople(unitId)
  const then = useRead(stays.ofUnit, { unitId, day }, { keepFormer: true })
  const were = new Map(then.data?.map((stay) => [stay.citizenId, shortName(stay)]))
  const hidden = new Set(then.data?.filter((stay) => stay.isProtected).map(({ citizenId }) => citizenId))
  return {
    nameOf: (id) => (id ? (were.get(id) ?? people.nameOf(id)) : text.unitDiary),
    isProtected: (id) => people.isProtected(id) || (id !== null && hidden.has(id)),
  }
}

type ByOrder = 'tid' | 'borger'
const byName = (nameOf: (id: string | null) => string) => (a: NoteRow, b: NoteRow) =>
  nameOf(a.citizenId).localeCompare(nameOf(b.citizenId), 'da') || a.happenedAt.localeCompare(b.happenedAt)

function DayThread({ rows, unitId, day }: { rows: readonly NoteRow[]; unitId: string; day: Day }) {
  const [order, setOrder] = useAddressWord('orden', 'tid')
  const word = useWord()
  const { nameOf, isProtected } = useNamesOn(unitId, day)
  const inOrder = order === 'borger' ? [...rows].sort(byName(nameOf)) : rows
  return (
    <Stack gap={4}>
      <ScreenOnly>
        <ToggleChips<ByOrder>
          label={text.order}
          choices={[
            { id: 'tid', label: text.groups.time },
            { id: 'borger', label: text.groups.citizen(word) },
          ]}
          value={[order === 'borger' ? 'borger' : 'tid']}
          onChange={([to]) => to && setOrder(to)}
        />
      </ScreenOnly>
      <Thread label={text.thread}>
        {inOrder.map((note) => (
          <NoteKnot
            key={note.id}
            note={note}
            name={nameOf(note.citizenId)}
            isProtected={isProtected(note.citizenId)}
            {...(note.citizenId && { href: `/borger/${note.citizenId}` })}
            isDayKnown
          />
        ))}
      </Thread>
    </Stack>
  )
}
