import { useState } from 'react'
import { FormDialog, Select, savedAndClose } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Plan, plan } from '../contract.ts'
import { type Chosen, PersonField } from './PersonField.tsx'
import { text } from './text.ts'
import { touches } from './touches.ts'

const WHOLE = 'whole'

/** One person for a part of the project: somebody who works here, or a name from outside. */
export function HolderDialog({ one, role, onClose }: { one: Plan; role: Plan['roles'][number]; onClose: () => void }) {
  const units = one.waves.flatMap((wave) => wave.units)
  const [unit, setUnit] = useState(role.perUnit && units[0] ? units[0].id : WHOLE)
  const found = role.holders.find(({ unitId }) => (unitId ?? WHOLE) === unit)
  const [chosen, setChosen] = useState<Chosen>()
  const person = chosen ?? { employeeId: found?.employeeId ?? null, who: found?.who ?? '' }
  const sender = useWrite(plan.nameHolder, { onDone: savedAndClose(onClose), touches })
  const save = () => void sender.run({ id: role.id, unitId: unit === WHOLE ? null : unit, ...person })
  const choose = (to: string) => {
    setUnit(to)
    setChosen(undefined)
  }
  const choices = [{ id: WHOLE, label: text.whole }, ...units.map(({ id, name }) => ({ id, label: name }))]
  return (
    <FormDialog title={text.holderTitle(role.name)} sender={sender} onSave={save} onClose={onClose}>
      <Select label={text.forUnit} choices={choices} value={unit} onChange={choose} />
      <PersonField
        key={unit}
        title={text.person}
        was={found}
        value={person}
        onChange={setChosen}
        outside={text.whoHelp}
        fault={sender.faultOf('who')}
      />
    </FormDialog>
  )
}
