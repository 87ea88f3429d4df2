import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { ComboBox, DatePicker, FormDialog, Select, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { text } from './text.ts'
import { useUnitsOf } from './use-units-of.ts'

/** One contact person for each unit; the one before ends. */
export function AssignDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const units = useUnitsOf(card)
  const [id] = useState(newId)
  const [chosen, choose] = useState<string>()
  const [employeeId, setEmployee] = useState<string | null>(null)
  const [fromOn, setFrom] = useState(useToday())
  const unit = units.find((one) => one.id === chosen) ?? units[0]
  const people = useRead(org.employeesOfUnit, { unitId: unit?.id ?? '' }, { enabled: unit !== undefined })
  const sender = useWrite(citizens.assignContactPerson, {
    onDone: savedAndClose(onClose),
  })
  const save = () =>
    unit && employeeId && void sender.run({ id, citizenId: card.id, unitId: unit.id, employeeId, fromOn })
  return (
    <FormDialog title={text.assignTitle} sender={sender} onSave={save} onClose={onClose}>
      {unit && <p>{text.assignHelp(unit.name)}</p>}
      {units.length > 1 && (
        <Select
          label={text.warnUnit}
          choices={units.map((one) => ({ id: one.id, label: one.name }))}
          value={unit?.id ?? null}
          onChange={choose}
        />
      )}
      <ComboBox
        label={text.employee}
        options={(people.data ?? []).map((one) => ({
          id: one.id,
          label: one.name,
          ...(one.profession && { second: one.profession }),
        }))}
        value={employeeId}
        onChange={setEmployee}
        fault={sender.faultOf('employeeId')}
      />
      <DatePicker
        label={text.fromOn}
        value={fromOn}
        onChange={(day) => day && setFrom(day)}
        fault={sender.faultOf('fromOn')}
      />
    </FormDialog>
  )
}
