import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, RadioRow, TextArea, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { relay } from '../contract.ts'
import { origins, type Severity, severities } from '../rules.ts'
import { text } from './text.ts'

type Origin = (typeof origins)[number]

/** Written down as it came; it goes nowhere before the coordinator has put it in words of their own. */
export function ReceiveDialog({ placeId, onClose }: { placeId: Id; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [origin, setOrigin] = useState<Origin>('vendor')
  const [severity, setSeverity] = useState<Severity>('action')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const [expiresOn, setExpires] = useState<string | null>(null)
  const sender = useWrite(relay.receive, { onDone: onClose, touches: ['thread'] })
  const save = () => void sender.run({ id, placeId, origin, severity, title, body, expiresOn })
  return (
    <FormDialog title={text.receiveTitle} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.origin}
        choices={origins.map((one) => ({ id: one, label: text.originChoices[one] }))}
        value={origin}
        onChange={setOrigin}
      />
      <RadioRow
        label={text.severity}
        help={text.severityHelp[severity]}
        choices={severities.map((one) => ({ id: one, label: text.severities[one] }))}
        value={severity}
        onChange={setSeverity}
      />
      <TextField
        label={text.messageTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <TextArea
        label={text.messageBody}
        help={text.receiveHelp}
        value={body}
        onChange={setBody}
        maxLength={2000}
        fault={sender.faultOf('body')}
      />
      <DatePicker label={text.expiresOn} value={expiresOn} min={today} onChange={setExpires} isOptional />
    </FormDialog>
  )
}
