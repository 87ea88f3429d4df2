import { useState } from 'react'
import { DatePicker, FormDialog, savedAndClose, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { org } from '../contract.ts'
import { words } from './administration-text.ts'
import type { Employed } from './employed.ts'
import { PersonFields, personFaults } from './PersonFields.tsx'

type DialogProps = { person: Employed; onClose: () => void }

export function ChangePersonDialog({ person, onClose }: DialogProps) {
  const [form, setForm] = useState({
    name: person.name,
    userName: person.userName ?? '',
    profession: person.profession ?? '',
  })
  const sender = useWrite(org.changeEmployee, { onDone: savedAndClose(onClose) })
  const faults = personFaults(form)
  const save = () => {
    if (faults.name || faults.userName) return
    const blank = (value: string) => value.trim() || null
    void sender.run({
      ...{ employeeId: person.id, version: person.version, name: form.name.trim() },
      ...{ userName: blank(form.userName), profession: blank(form.profession) },
    })
  }
  return (
    <FormDialog title={words.changePersonTitle(person.name)} sender={sender} onSave={save} onClose={onClose}>
      <PersonFields
        form={form}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        faultOf={(field) => faults[field] ?? sender.faultOf(field)}
      />
    </FormDialog>
  )
}

export function EndEmploymentDialog({ person, onClose }: DialogProps) {
  const today = useToday()
  const [lastDay, setDay] = useState(person.employedTo ?? today)
  const sender = useWrite(org.endEmployment, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={words.endEmploymentTitle(person.name)}
      verb={words.endEmployment}
      sender={sender}
      onSave={() => void sender.run({ employeeId: person.id, version: person.version, lastDay })}
      onClose={onClose}
    >
      <p>{words.endEmploymentHelp}</p>
      <DatePicker
        label={words.lastDay}
        value={lastDay}
        min={person.employedFrom}
        onChange={(day) => day && setDay(day)}
        fault={sender.faultOf('lastDay')}
      />
    </FormDialog>
  )
}

const SHORTEST = 12

export function PasswordDialog({ person, onClose }: DialogProps) {
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const sender = useWrite(org.setPassword, { onDone: savedAndClose(onClose) })
  const isShort = password.length < SHORTEST
  const save = () => {
    setTried(true)
    if (!isShort) void sender.run({ employeeId: person.id, password })
  }
  return (
    <FormDialog title={words.setPasswordTitle(person.name)} sender={sender} onSave={save} onClose={onClose}>
      <p>{words.setPasswordHelp}</p>
      <TextField
        label={words.newPassword}
        help={words.newPasswordHelp}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        fault={isTried && isShort ? words.passwordFault : sender.faultOf('password')}
        maxLength={200}
        autoFocus
      />
    </FormDialog>
  )
}
