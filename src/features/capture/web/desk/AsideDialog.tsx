import { useState } from 'react'
import { FormDialog, RadioRow, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type Slip } from '../../contract.ts'
import { text } from '../text.ts'

const states = ['parked', 'out-of-scope', 'rejected'] as const
type State = (typeof states)[number]

/** Nothing is put aside without a reason that its author can read. */
export function AsideDialog({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  const [state, setState] = useState<State>('parked')
  const [reason, setReason] = useState('')
  const sender = useWrite(capture.setAside, { onDone: onClose })
  const save = () => void sender.run({ id: slip.id, version: slip.version, state, reason: reason.trim() || null })
  return (
    <FormDialog title={text.setAsideTitle} verb={text.setAside} sender={sender} onSave={save} onClose={onClose}>
      <p>{slip.text}</p>
      <RadioRow
        label={text.setAsideHow}
        choices={states.map((id) => ({ id, label: text.slipStates[id] }))}
        value={state}
        onChange={setState}
      />
      <TextArea
        label={text.reason}
        help={text.reasonHelp}
        value={reason}
        onChange={setReason}
        maxLength={400}
        fault={sender.faultOf('reason')}
      />
    </FormDialog>
  )
}
