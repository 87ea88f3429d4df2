import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { FormDialog, Select, savedAndClose, TextArea, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { citizens, contactKinds } from '../contract.ts'
import { text } from './text.ts'

type Kind = (typeof contactKinds)[number]
const empty = { kind: 'relative' as Kind, name: '', relation: '', phone: '', note: '' }

export function ContactDialog({ citizenId, onClose }: { citizenId: Id; onClose: () => void }) {
  const [id] = useState(newId)
  const [typed, setTyped] = useState(empty)
  const set = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }))
  const sender = useWrite(citizens.addContact, {
    onDone: savedAndClose(onClose),
  })
  const { kind, name, relation, phone, note } = typed
  const save = () =>
    void sender.run({
      id,
      citizenId,
      kind,
      name,
      relation: relation || null,
      phone: phone || null,
      note: note || null,
    })
  const line = (field: 'name' | 'relation' | 'phone') => ({
    value: typed[field],
    onChange: (words: string) => set({ [field]: words }),
    fault: sender.faultOf(field),
  })
  return (
    <FormDialog title={text.addContact} sender={sender} onSave={save} onClose={onClose}>
      <TextField label={text.contactName} {...line('name')} maxLength={120} autoFocus />
      <Select
        label={text.kind}
        choices={contactKinds.map((one) => ({ id: one, label: text.contactKinds[one] }))}
        value={kind}
        onChange={(to) => set({ kind: to })}
      />
      <TextField label={text.relation} help={text.relationHelp} {...line('relation')} maxLength={80} isOptional />
      <TextField label={text.phone} {...line('phone')} type="tel" maxLength={40} isOptional />
      <TextArea
        label={text.note}
        value={note}
        onChange={(words) => set({ note: words })}
        maxLength={500}
        fault={sender.faultOf('note')}
        isOptional
      />
    </FormDialog>
  )
}
