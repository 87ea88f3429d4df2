import { useState } from 'react'
import { useMyUnits } from '#features/org/web/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, Columns, Empty, FormDialog, Lines, Page, Row, Select, Show, TextField } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { newsletter, type Recipient } from '../contract.ts'
import { text } from './text.ts'

/** Addresses the newsletter goes to, and whose edition each of them gets. */
export function RecipientsPage() {
  const recipients = useRead(newsletter.recipients, {})
  const places = useRead(newsletter.places, {}, { staleMs: 60_000 })
  const [isOpen, setOpen] = useState(false)
  const placeId = places.data?.[0]?.id
  const add = placeId !== undefined && (
    <Button kind="primary" onPress={() => setOpen(true)}>
      {text.addRecipient}
    </Button>
  )
  return (
    <Page title={text.recipients} lead={text.recipientsHelp} actions={add}>
      <Columns>
        <Show of={recipients} empty={<Empty action={add}>{text.noRecipients}</Empty>}>
          {(rows) => (
            <Lines label={text.recipients}>
              {rows.map((recipient) => (
                <li key={recipient.id}>
                  <RecipientLine recipient={recipient} />
                </li>
              ))}
            </Lines>
          )}
        </Show>
      </Columns>
      {isOpen && placeId !== undefined && <AddDialog placeId={placeId} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function RecipientLine({ recipient: { id, address, unitName } }: { recipient: Recipient }) {
  const end = useWrite(newsletter.endRecipient)
  return (
    <Row gap={3} apart>
      <span>
        {address} · {unitName ?? text.editionAll}
      </span>
      <Button
        kind="plain"
        isBusy={end.isBusy}
        aria-label={`${text.endRecipient}: ${address}`}
        onPress={() => void end.run({ id })}
      >
        {text.endRecipient}
      </Button>
    </Row>
  )
}

const ALL = 'alle'

function AddDialog({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const units = useMyUnits()
  const [id] = useState(newId)
  const [address, setAddress] = useState('')
  const [unit, setUnit] = useState(ALL)
  const sender = useWrite(newsletter.addRecipient, { onDone: onClose })
  const choices = [
    { id: ALL, label: text.editionAll },
    ...(units.data ?? []).map((one) => ({ id: one.id, label: one.name })),
  ]
  const save = () => void sender.run({ id, placeId, unitId: unit === ALL ? null : unit, address: address.trim() })
  return (
    <FormDialog title={text.addRecipient} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.address}
        help={text.recipientsHelp}
        value={address}
        onChange={setAddress}
        maxLength={200}
        fault={sender.faultOf('address')}
        autoFocus
      />
      <Select label={text.edition} choices={choices} value={unit} onChange={setUnit} />
    </FormDialog>
  )
}
