import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Meeting, relay } from '../contract.ts'
import { text } from './text.ts'

export function AttendanceButton({ meeting }: { meeting: Meeting }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.countPeople}
      </Button>
      {isOpen && <AttendanceForm meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  )
}

const ELSEWHERE = 'andre'
const figure = (typed: string | undefined): number => (/^\d{1,4}$/.test(typed?.trim() ?? '') ? Number(typed) : 0)

const startOf = ({ attendance }: Meeting): Record<string, string> =>
  Object.fromEntries(attendance.map(({ unitId, people }) => [unitId ?? ELSEWHERE, String(people)]))

/** Heads, by where people work; never who. */
function AttendanceForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const chain = useRead(relay.chain, { placeId: meeting.placeId }, { staleMs: 60_000 })
  const [counted, setCounted] = useState(() => startOf(meeting))
  const sender = useWrite(relay.countAttendance, { onDone: onClose })
  const places = [
    ...(chain.data?.units ?? []).map(({ unitId, name }) => ({ key: unitId, label: text.peopleFrom(name) })),
    { key: ELSEWHERE, label: text.peopleElsewhere },
  ]
  const save = () => {
    const rows = places
      .map(({ key }) => ({ id: newId(), unitId: key === ELSEWHERE ? null : key, people: figure(counted[key]) }))
      .filter(({ people }) => people > 0)
    void sender.run({ id: meeting.id, rows })
  }
  return (
    <FormDialog
      title={text.countPeople}
      sender={sender}
      isReady={chain.data !== undefined}
      onSave={save}
      onClose={onClose}
    >
      {places.map(({ key, label }) => (
        <TextField
          key={key}
          label={label}
          value={counted[key] ?? ''}
          onChange={(people) => setCounted((before) => ({ ...before, [key]: people }))}
          isOptional
        />
      ))}
    </FormDialog>
  )
}
