import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { knowledge } from '../contract.ts'
import { text } from './text.ts'

/** The one who owns the system from now on works here, in whatever role. */
export function BeginDialog({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const [id] = useState(newId)
  const [toId, setTo] = useState('')
  const staff = useRead(org.employeesOfUnit, { unitId: placeId })
  const sender = useWrite(knowledge.beginHandover, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, placeId, toId })
  return (
    <FormDialog title={text.begin} verb={text.begin} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.to}
        choices={(staff.data ?? []).map(({ id: key, name, profession }) => ({
          id: key,
          label: profession ? `${name} · ${profession}` : name,
        }))}
        value={toId}
        onChange={setTo}
        fault={sender.faultOf('toId')}
      />
    </FormDialog>
  )
}
