import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { ComboBox, DatePicker, FormDialog, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { org, type UnitInTree } from '../contract.ts'
import type { Role } from '../roles.ts'
import { words } from './administration-text.ts'
import { FindEmployee } from './FindEmployee.tsx'
import { RoleField } from './RoleField.tsx'

type GrantProps = {
  /** Given from a person's page; else one is found. */
  person?: { id: string; name: string }
  /** Given from a unit's page; else one is chosen. */
  unit?: UnitInTree
  onClose: () => void
}

/** A role for somebody who is employed already. */
export function GrantDialog({ person, unit, onClose }: GrantProps) {
  const [id] = useState(newId)
  const [personId, setPerson] = useState(person?.id ?? null)
  const [unitId, setUnit] = useState(unit?.id ?? null)
  const [role, setRole] = useState<Role | null>(null)
  const [from, setFrom] = useState(useToday())
  const [to, setTo] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const mine = useMine(unit)
  const sender = useWrite(org.grantRole, { onDone: savedAndClose(onClose) })
  const save = () => {
    setTried(true)
    if (personId && unitId && role)
      void sender.run({ id, employeeId: personId, unitId, role, startsOn: from, endsOn: to })
  }
  const lacks = (value: string | null, words: string) => (isTried && !value ? words : undefined)
  return (
    <FormDialog
      title={person ? words.giveRoleTo(person.name) : words.giveRoleAt(unit?.name ?? '')}
      verb={words.giveRole}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      {!person && <FindEmployee value={personId} onChange={setPerson} fault={lacks(personId, words.pickPerson)} />}
      {!unit && <UnitField units={mine} value={unitId} onChange={setUnit} fault={lacks(unitId, words.unitFault)} />}
      <RoleField
        value={role}
        onChange={setRole}
        isManager={mine.some((one) => one.id === unitId && one.permitted.includes('change'))}
        fault={lacks(role, words.roleFault) ?? sender.faultOf('role')}
      />
      <DatePicker label={words.roleFrom} value={from} onChange={(day) => day && setFrom(day)} />
      <DatePicker
        label={words.roleTo}
        help={words.roleToHelp}
        value={to}
        min={from}
        onChange={setTo}
        fault={sender.faultOf('endsOn')}
        isOptional
      />
    </FormDialog>
  )
}

function useMine(unit: UnitInTree | undefined): readonly UnitInTree[] {
  const tree = useRead(org.tree, {}, { enabled: !unit })
  const today = useToday()
  if (unit) return [unit]
  return (tree.data ?? []).filter(({ permitted, closedOn }) => permitted.length > 0 && (!closedOn || closedOn > today))
}

type PickProps = { value: string | null; onChange: (id: string | null) => void; fault: string | undefined }

function UnitField({ units, ...pick }: PickProps & { units: readonly UnitInTree[] }) {
  return <ComboBox label={words.unit} options={units.map(({ id, name }) => ({ id, label: name }))} {...pick} />
}
