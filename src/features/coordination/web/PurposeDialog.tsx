import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { coordination, type Purpose } from '../contract.ts'
import { minutesOf, typedHours } from './hour-field.ts'
import { text } from './text.ts'

type Props = { placeId: Id; purpose: Purpose | undefined; onClose: () => void }

export function PurposeDialog({ placeId, purpose, onClose }: Props) {
  const [id] = useState(() => purpose?.id ?? newId())
  const [name, setName] = useState(purpose?.name ?? '')
  const [hours, setHours] = useState(purpose ? typedHours(purpose.budgetMinutes) : '')
  const add = useWrite(coordination.addPurpose, { onDone: savedAndClose(onClose) })
  const change = useWrite(coordination.changePurpose, { onDone: savedAndClose(onClose) })
  const sender = purpose ? change : add
  const save = () => {
    const said = { id, name, budgetMinutes: minutesOf(hours) ?? -1 }
    void (purpose ? change.run({ ...said, version: purpose.version }) : add.run({ ...said, placeId }))
  }
  return (
    <FormDialog title={text.addPurpose} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.purposeName}
        value={name}
        onChange={setName}
        maxLength={60}
        fault={sender.faultOf('name')}
        autoFocus
      />
      <TextField label={text.budgetHours} value={hours} onChange={setHours} fault={sender.faultOf('budgetMinutes')} />
    </FormDialog>
  )
}
