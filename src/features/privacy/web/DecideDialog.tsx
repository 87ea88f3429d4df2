import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, RadioRow, savedAndClose, TextArea, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { privacy } from '../contract.ts'
import { archiveAnswers, type DecidedClass, isOfACase } from '../deletion.ts'
import { text } from './text.ts'

type Props = { kind: DecidedClass; onClose: () => void }

export function DecideDialog({ kind, onClose }: Props) {
  const [id] = useState(newId)
  const [form, setForm] = useState({ fromOn: useToday(), days: '', reference: '' })
  const [archive, setArchive] = useState<(typeof archiveAnswers)[number] | null>(null)
  const put = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(privacy.decideRetention, {
    onDone: savedAndClose(onClose, text.decidedSaid),
  })
  const days = form.days.trim() === '' ? null : Number(form.days)
  const save = () => void sender.run({ id, class: kind, ...form, days, archive })
  return (
    <FormDialog title={text.decideOf(text.classes[kind])} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.daysField}
        help={text.daysHelp}
        inputMode="numeric"
        isOptional
        value={form.days}
        onChange={(to) => put({ days: to })}
        fault={sender.faultOf('days')}
      />
      {isOfACase(kind) && (
        <RadioRow
          label={text.archive}
          choices={archiveAnswers.map((one) => ({ id: one, label: text.archives[one] }))}
          value={archive}
          onChange={setArchive}
          fault={sender.faultOf('archive')}
        />
      )}
      <TextArea
        label={text.reference}
        help={text.referenceHelp}
        maxLength={500}
        value={form.reference}
        onChange={(reference) => put({ reference })}
        fault={sender.faultOf('reference')}
      />
      <DatePicker
        label={text.holdsFrom}
        value={form.fromOn}
        onChange={(day) => day && put({ fromOn: day })}
        fault={sender.faultOf('fromOn')}
      />
    </FormDialog>
  )
}
