import { useState } from 'react'
import { FindEmployee } from '#features/org/web/index.ts'
import { FormDialog, Select, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Plan, plan } from '../contract.ts'
import { text } from './text.ts'
import { touches } from './touches.ts'

const WHOLE = 'whole'

/** One person for a part of the project: somebody who works here, or a name from outside. */
export function HolderDialog({ one, role, onClose }: { one: Plan; role: Plan['roles'][number]; onClose: () => void }) {
  const units = one.waves.flatMap((wave) => wave.units)
  const [unit, setUnit] = useState(role.perUnit && units[0] ? units[0].id : WHOLE)
  const [employeeId, setEmployee] = useState<string | null>(null)
  const [who, setWho] = useState('')
  const sender = useWrite(plan.nameHolder, { onDone: savedAndClose(onClose), touches })
  const save = () => void sender.run({ id: role.id, unitId: unit === WHOLE ? null : unit, employeeId, who })
  const choices = [{ id: WHOLE, label: text.whole }, ...units.map(({ id, name }) => ({ id, label: name }))]
  return (
    <FormDialog title={text.holderTitle(role.name)} sender={sender} onSave={save} onClose={onClose}>
      <Select label={text.forUnit} choices={choices} value={unit} onChange={setUnit} />
      <FindEmployee value={employeeId} onChange={setEmployee} />
      <TextField
        label={text.who}
        help={text.whoHelp}
        value={who}
        onChange={setWho}
        maxLength={120}
        fault={sender.faultOf('who')}
      />
    </FormDialog>
  )
}
