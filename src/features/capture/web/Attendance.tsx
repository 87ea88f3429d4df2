import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, Row, Section, Select, Stack, Table, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail } from '../contract.ts'
import { text } from './text.ts'

/** Working hours given to the day: people times minutes, never names. */
export function Attendance({ day, mayArrange }: { day: EventDetail; mayArrange: boolean }) {
  const [isCounting, setCounting] = useState(false)
  return (
    <Section
      title={text.attendance}
      note={day.minutes > 0 ? text.hours(day.minutes) : undefined}
      actions={mayArrange && <Button onPress={() => setCounting(true)}>{text.countPeople}</Button>}
    >
      {day.attendance.length > 0 ? (
        <Table
          caption={text.attendance}
          rows={day.attendance}
          columns={[
            { head: text.unitColumn, cell: (row) => row.unitName ?? text.everyUnit },
            { head: text.people, cell: (row) => row.people, isNumber: true },
            { head: text.minutesEach, cell: (row) => row.minutes, isNumber: true },
          ]}
        />
      ) : (
        <p>{text.attendanceHelp}</p>
      )}
      {isCounting && <CountDialog day={day} onClose={() => setCounting(false)} />}
    </Section>
  )
}

type Line = { id: string; unitId: string; people: string; minutes: string }
const EVERY = 'every'

const linesOf = (day: EventDetail): Line[] => {
  const whole = String(Math.round((Date.parse(day.closesAt) - Date.parse(day.opensAt)) / 60_000))
  if (day.attendance.length === 0)
    return [{ id: newId(), unitId: EVERY, people: String(day.guests || ''), minutes: whole }]
  return day.attendance.map(({ unitId, people, minutes }) => ({
    id: newId(),
    unitId: unitId ?? EVERY,
    people: String(people),
    minutes: String(minutes),
  }))
}

function CountDialog({ day, onClose }: { day: EventDetail; onClose: () => void }) {
  const [lines, setLines] = useState(() => linesOf(day))
  const sender = useWrite(capture.countAttendance, { onDone: onClose })
  const set = (id: string, to: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...to } : line)))
  const rows = lines
    .map(({ id, unitId, people, minutes }) => ({
      id,
      unitId: unitId === EVERY ? null : unitId,
      role: null,
      people: Number(people),
      minutes: Number(minutes),
    }))
    .filter(({ people, minutes }) => people > 0 && minutes > 0)
  return (
    <FormDialog
      title={text.attendance}
      sender={sender}
      onSave={() => void sender.run({ id: day.id, version: day.version, rows })}
      onClose={onClose}
    >
      <p>{text.attendanceHelp}</p>
      {lines.map((line) => (
        <CountLine
          key={line.id}
          day={day}
          line={line}
          onChange={(to) => set(line.id, to)}
          onRemove={() => setLines((all) => all.filter(({ id }) => id !== line.id))}
        />
      ))}
      <Row>
        <Button
          onPress={() =>
            setLines((all) => [...all, { id: newId(), unitId: EVERY, people: '', minutes: all.at(-1)?.minutes ?? '' }])
          }
        >
          {text.addRow}
        </Button>
      </Row>
    </FormDialog>
  )
}

type LineProps = { day: EventDetail; line: Line; onChange: (to: Partial<Line>) => void; onRemove: () => void }

const CountLine = ({ day, line, onChange, onRemove }: LineProps) => (
  <Stack gap={2}>
    <Select
      label={text.unitColumn}
      choices={[
        { id: EVERY, label: text.everyUnit },
        ...day.units.map(({ unitId, name }) => ({ id: unitId, label: name })),
      ]}
      value={line.unitId}
      onChange={(unitId) => onChange({ unitId })}
    />
    <Row gap={3}>
      <TextField
        label={text.people}
        value={line.people}
        onChange={(people) => onChange({ people })}
        inputMode="numeric"
      />
      <TextField
        label={text.minutesEach}
        value={line.minutes}
        onChange={(minutes) => onChange({ minutes })}
        inputMode="numeric"
      />
      <Button kind="plain" onPress={onRemove}>
        {text.removeRow}
      </Button>
    </Row>
  </Stack>
)
