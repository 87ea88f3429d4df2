import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { announce, Button, Checkbox, FormDialog, Notice, Select, Stack } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Session, training } from '../contract.ts'
import { text } from './text.ts'

type Props = { session: Session; unitId?: Id; employeeId?: Id; onClose: () => void }

/** Puts somebody on the list. What is closed or full is said, and an invitation or the waiting list is the way on. */
export function EnrolDialog({ session, unitId, employeeId, onClose }: Props) {
  const [unit, setUnit] = useState(unitId ?? session.units[0]?.id ?? '')
  const [who, setWho] = useState<Id>(employeeId ?? '')
  const [id, setId] = useState(newId)
  const [clashAccepted, setAccepted] = useState(false)
  const [said, setSaid] = useState<string>()
  const enrol = useWrite(training.enrol, {
    onDone: ({ state, queue, coverMinutes }) => {
      const words =
        state === 'waiting'
          ? text.isWaiting(queue)
          : coverMinutes > 0
            ? text.enrolled(text.length(coverMinutes))
            : text.enrolledFree
      setSaid(words)
      announce(words)
      setId(newId())
      setWho('')
    },
  })
  const invite = useWrite(training.invite, { onDone: onClose })
  const place = { id, sessionId: session.id, employeeId: who, unitId: unit }
  const isClosed = codeOf(enrol.problem) === 'training.set-up-not-applied'
  const clashes = codeOf(enrol.problem) === 'training.clashes' || clashAccepted
  return (
    <FormDialog
      title={text.enrolTitle}
      verb={text.enrol}
      sender={invite.problem ? invite : enrol}
      onSave={() => void enrol.run({ ...place, clashAccepted })}
      onClose={onClose}
      more={isClosed && <Button onPress={() => void invite.run(place)}>{text.invite}</Button>}
    >
      {said && <Notice tone="ok">{said}</Notice>}
      {session.units.length > 1 && (
        <Select
          label={text.unit}
          choices={session.units.map(({ id: key, name }) => ({ id: key, label: name }))}
          value={unit}
          onChange={setUnit}
        />
      )}
      <Who session={session} unitId={unit} value={who} onChange={setWho} />
      {clashes && <Checkbox label={text.enrolAnyway} value={clashAccepted} onChange={setAccepted} />}
    </FormDialog>
  )
}

const codeOf = (problem: unknown): string | undefined => (problem as { code?: string } | undefined)?.code

type WhoProps = { session: Session; unitId: Id; value: Id; onChange: (id: Id) => void }

/** Those of the unit who have no place in the session. */
function Who({ session, unitId, value, onChange }: WhoProps) {
  const staff = useRead(org.employeesOfUnit, { unitId }, { enabled: unitId !== '' })
  const listed = useRead(
    training.participants,
    { sessionId: session.id },
    { enabled: session.permitted.includes('mark') },
  )
  const there = new Set((listed.data ?? []).map((one) => one.employeeId))
  const free = (staff.data ?? []).filter(({ id }) => !there.has(id))
  if (staff.data && free.length === 0) return <p>{text.enrolNobody}</p>
  return (
    <Stack gap={2}>
      <Select
        label={text.enrolWho}
        choices={free.map(({ id, name, profession }) => ({ id, label: profession ? `${name} · ${profession}` : name }))}
        value={value}
        onChange={onChange}
      />
    </Stack>
  )
}
