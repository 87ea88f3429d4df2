import { useState } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { shortName } from '#features/citizens/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { stays } from '../contract.ts'
import { newStay, StayFields } from './StayFields.tsx'
import { text } from './text.ts'

export function OpenDialog({ card, unit: here, onClose }: { card: Card; unit: MyUnit; onClose: () => void }) {
  const units = useMyUnits().data ?? []
  const today = useToday()
  const [id] = useState(newId)
  const [unitId, setUnit] = useState(here.id)
  const [form, setForm] = useState(() => newStay(here, today))
  const sender = useWrite(stays.open, { onDone: savedAndClose(onClose), touches: ['citizens', 'journal'] })
  const save = () => void sender.run({ id, citizenId: card.id, unitId, ...form })
  return (
    <FormDialog
      title={text.openTitle(shortName(card))}
      verb={text.openVerb}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      {units.length > 1 && (
        <Select
          label={text.unit}
          choices={units.map((one) => ({ id: one.id, label: one.name }))}
          value={unitId}
          onChange={setUnit}
        />
      )}
      <StayFields
        unit={units.find((one) => one.id === unitId)}
        form={form}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        faultOf={sender.faultOf}
      />
    </FormDialog>
  )
}
