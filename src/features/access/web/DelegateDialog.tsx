import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, savedAndClose, TextArea, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { access, type Duty } from '../contract.ts'
import { words } from './temps-text.ts'

export function DelegateDialog({ unitId, duty, onClose }: { unitId: string; duty: Duty; onClose: () => void }) {
  const today = useToday()
  const [id] = useState(newId)
  const [note, setNote] = useState('')
  const [toOn, setTo] = useState(today)
  const sender = useWrite(access.delegate, {
    onDone: savedAndClose(onClose),
  })
  const save = () =>
    void sender.run({ id, employeeId: duty.employeeId, unitId, what: 'medicine', note: note.trim() || null, toOn })
  return (
    <FormDialog
      title={words.delegateTo(duty.name)}
      verb={words.delegate}
      sender={sender}
      onSave={save}
      onClose={onClose}
    >
      <p>{words.delegateHelp}</p>
      <TextArea
        label={words.delegateNote}
        value={note}
        onChange={setNote}
        maxLength={500}
        fault={sender.faultOf('note')}
        isOptional
      />
      <DatePicker
        label={words.delegateUntil}
        value={toOn}
        min={today}
        onChange={(day) => day && setTo(day)}
        fault={sender.faultOf('toOn')}
      />
    </FormDialog>
  )
}
