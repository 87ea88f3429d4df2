import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import { addDays, dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  DatePicker,
  Dialog,
  Notice,
  RadioRow,
  Select,
  Stack,
  TextArea,
  useNow,
} from '#kernel/ui/index.ts'
import { useDispatch } from '#kernel/web/index.ts'
import { journal } from '../contract.ts'
import { DAYS_OF_REMINDER } from '../rules.ts'
import { nextShift } from './handover-groups.ts'
import { type People, shortName } from './people.ts'
import { text } from './text.ts'

const MAX_TEXT = 300
const NOBODY = 'nobody'
const spans = ['shift', 'day', 'other'] as const
type Span = (typeof spans)[number]

function expiry(span: Span, lastDay: string, unit: MyUnit, now: Date): string {
  if (span === 'day') return new Date(now.getTime() + 24 * 3_600_000).toISOString()
  if (span === 'other') return instantAt(addDays(lastDay, 1), '00:00')
  return nextShift(unit.shiftStarts, now, (time, day) => instantAt(addDays(dayOf(now), day), time))
}

type ReminderProps = { unit: MyUnit; people: People; onClose: () => void }

/** A line to those who come next. It goes away by itself. */
export function ReminderDialog({ unit, people, onClose }: ReminderProps) {
  const now = useNow()
  const [words, setWords] = useState('')
  const [citizenId, setCitizen] = useState(NOBODY)
  const [span, setSpan] = useState<Span>('shift')
  const [lastDay, setLastDay] = useState(addDays(dayOf(now), 1))
  const [id] = useState(newId)
  const sender = useDispatch(journal.remind, { label: () => text.reminders })
  const save = async () => {
    const about = citizenId === NOBODY ? null : citizenId
    const done = await sender.run({
      id,
      unitId: unit.id,
      citizenId: about,
      text: words,
      expiresAt: expiry(span, lastDay, unit, now),
    })
    if (!done) return
    announce(done.state === 'queued' ? text.queued : text.reminderSaved)
    onClose()
  }
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={text.addReminder}
      actions={
        <>
          <Button kind="primary" isBusy={sender.isBusy} onPress={() => void save()}>
            {text.saveReminder}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <Stack gap={4}>
        <Refused why={sender.problemText} />
        <TextArea
          label={text.reminderText}
          value={words}
          onChange={setWords}
          onSubmit={() => void save()}
          maxLength={MAX_TEXT}
          fault={sender.faultOf('text')}
          autoFocus
        />
        <About people={people} value={citizenId} onChange={setCitizen} />
        <RadioRow
          label={text.expires}
          choices={spans.map((one) => ({ id: one, label: text.spanOf[one] }))}
          value={span}
          onChange={setSpan}
          fault={sender.faultOf('expiresAt')}
        />
        {span === 'other' && <LastDay value={lastDay} onChange={setLastDay} today={dayOf(now)} />}
      </Stack>
    </Dialog>
  )
}

const Refused = ({ why }: { why: string | undefined }) =>
  why === undefined ? null : (
    <Notice tone="attention" isUrgent>
      <p>{why}</p>
    </Notice>
  )

type AboutProps = { people: People; value: string; onChange: (id: string) => void }

const About = ({ people, value, onChange }: AboutProps) => (
  <Select
    label={text.reminderAbout}
    choices={[
      { id: NOBODY, label: text.reminderNobody },
      ...people.list.map((line) => ({ id: line.id, label: shortName(line) })),
    ]}
    value={value}
    onChange={onChange}
  />
)

function LastDay({ value, onChange, today }: { value: string; onChange: (day: string) => void; today: string }) {
  const last = addDays(today, DAYS_OF_REMINDER - 1)
  return (
    <DatePicker label={text.lastDay} value={value} min={today} max={last} onChange={(day) => day && onChange(day)} />
  )
}
