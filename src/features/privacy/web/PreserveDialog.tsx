import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { privacy } from '../contract.ts'
import { CitizenField } from './CitizenField.tsx'
import { text } from './text.ts'

export function PreserveDialog({ onClose }: { onClose: () => void }) {
  const [id] = useState(newId)
  const [citizenId, setCitizenId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const sender = useWrite(privacy.preserve, { onDone: onClose })
  const save = () => {
    setTried(true)
    if (citizenId) void sender.run({ id, citizenId, reason })
  }
  const fault = sender.faultOf('citizenId') ?? (isTried && !citizenId ? text.citizenFault : undefined)
  return (
    <FormDialog title={text.preserveTitle} verb={text.preserve} sender={sender} onSave={save} onClose={onClose}>
      <CitizenField value={citizenId} onChange={setCitizenId} fault={fault} />
      <TextArea
        label={text.preserveReason}
        help={text.preserveReasonHelp}
        maxLength={500}
        value={reason}
        onChange={setReason}
        fault={sender.faultOf('reason')}
      />
    </FormDialog>
  )
}
