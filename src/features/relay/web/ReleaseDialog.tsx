import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { announce, Checkbox, Disclosure, FormDialog, Lix, TextArea, TextField, ToggleChips } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Message, relay } from '../contract.ts'
import { text } from './text.ts'

/** The vendor's words stand beside; what goes out is the coordinator's. */
export function ReleaseDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const chain = useRead(relay.chain, { placeId: message.placeId }, { staleMs: 60_000 })
  const units = chain.data?.units ?? []
  const [title, setTitle] = useState(message.title)
  const [body, setBody] = useState(message.origin === 'coordinator' ? message.body : '')
  const [left, setLeft] = useState<Id[]>()
  const [purpose, setPurpose] = useState<string | null>(null)
  const chosen = left ?? units.map(({ unitId }) => unitId)
  const done = () => {
    announce(text.sent)
    onClose()
  }
  const sender = useWrite(relay.release, { onDone: done, touches: ['thread'] })
  const { id, version } = message
  const named = { namedReceipts: purpose !== null, purpose: purpose?.trim() || null }
  const send = () => void sender.run({ id, version, title, body, unitIds: chosen, ...named })
  return (
    <FormDialog
      title={text.releaseTitle}
      verb={text.release}
      sender={sender}
      isReady={chain.data !== undefined}
      onSave={send}
      onClose={onClose}
    >
      <Disclosure title={text.vendorWords} isOpen={message.origin === 'vendor'}>
        <p>{message.title}</p>
        <p>{message.body}</p>
      </Disclosure>
      <TextField
        label={text.messageTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <TextArea
        label={text.messageBody}
        value={body}
        onChange={setBody}
        maxLength={2000}
        fault={sender.faultOf('body')}
      />
      <Lix of={body} />
      <p>{text.releaseUnits}</p>
      <ToggleChips
        label={text.releaseUnits}
        choices={units.map(({ unitId, name }) => ({ id: unitId, label: name }))}
        value={chosen}
        onChange={setLeft}
        isMultiple
      />
      {message.severity === 'critical' && (
        <Named value={purpose} onChange={setPurpose} fault={sender.faultOf('purpose')} />
      )}
    </FormDialog>
  )
}

type NamedProps = { value: string | null; onChange: (purpose: string | null) => void; fault: string | undefined }

/** Receipts by name, and why: null is without. */
const Named = ({ value, onChange, fault }: NamedProps) => (
  <>
    <Checkbox
      label={text.named}
      help={text.namedHelp}
      value={value !== null}
      onChange={(isNamed) => onChange(isNamed ? '' : null)}
    />
    {value !== null && (
      <TextField
        label={text.purpose}
        help={text.purposeHelp}
        value={value}
        onChange={onChange}
        maxLength={300}
        fault={fault}
      />
    )}
  </>
)
