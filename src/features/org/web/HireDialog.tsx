import { useState } from 'react'
import type { Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { org, type UnitInTree } from '../contract.ts'
import type { Role } from '../roles.ts'
import { words } from './administration-text.ts'
import { PersonFields, personFaults } from './PersonFields.tsx'
import { RoleField } from './RoleField.tsx'

/** Somebody new, with the role they come to hold here. */
export function HireDialog({ unit, onClose }: { unit: UnitInTree; onClose: () => void }) {
  const [{ id, grantId }] = useState(() => ({ id: newId(), grantId: newId() }))
  const [person, setPerson] = useState({ name: '', userName: '', profession: '' })
  const [role, setRole] = useState<Role | null>(null)
  const [from, setFrom] = useState(useToday())
  const [to, setTo] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const { go } = useAddress()
  const sender = useWrite(org.hire, {
    onDone: ({ id: made }) => {
      savedAndClose(onClose)()
      go(`/administration/medarbejder/${made}`)
    },
  })
  const faults = personFaults(person)
  const save = () => {
    setTried(true)
    if (faults.name || faults.userName || !role) return
    const { name, userName, profession } = person
    const blank = (value: string) => value.trim() || null
    void sender.run({
      ...{ id, grantId, role, unitId: unit.id, employedFrom: from, employedTo: to },
      ...{ name: name.trim(), userName: blank(userName), profession: blank(profession) },
    })
  }
  return (
    <FormDialog
      title={words.hireTitle(unit.name)}
      verb={words.hireVerb}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p>{words.hireHelp}</p>
      <PersonFields
        form={person}
        onChange={(part) => setPerson((before) => ({ ...before, ...part }))}
        faultOf={(field) => (isTried ? faults[field] : undefined) ?? sender.faultOf(field)}
      />
      <RoleField
        value={role}
        onChange={setRole}
        isManager={unit.permitted.includes('change')}
        fault={isTried && !role ? words.roleFault : sender.faultOf('role')}
      />
      <Employed from={from} to={to} onFrom={setFrom} onTo={setTo} faultOf={sender.faultOf} />
    </FormDialog>
  )
}

type EmployedProps = {
  from: Day
  to: Day | null
  onFrom: (day: Day) => void
  onTo: (day: Day | null) => void
  faultOf: (field: string) => string | undefined
}

const Employed = ({ from, to, onFrom, onTo, faultOf }: EmployedProps) => (
  <>
    <DatePicker
      label={words.employedFrom}
      value={from}
      onChange={(day) => day && onFrom(day)}
      fault={faultOf('employedFrom')}
    />
    <DatePicker
      label={words.employedTo}
      help={words.employedToHelp}
      value={to}
      min={from}
      onChange={onTo}
      fault={faultOf('employedTo')}
      isOptional
    />
  </>
)
