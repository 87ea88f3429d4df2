import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, RadioRow, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { access, type Emergency, outcomes } from '../contract.ts'
import { text } from './text.ts'

export function ReviewDialog({ row, onClose }: { row: Emergency; onClose: () => void }) {
  const [id] = useState(newId)
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const sender = useWrite(access.review, {
    touches: ['tasks'],
    onDone: savedAndClose(onClose),
  })
  const save = () => {
    setTried(true)
    if (outcome) void sender.run({ id, emergencyId: row.id, outcome, note: note.trim() || null })
  }
  return (
    <FormDialog title={text.reviewOf(row.citizenName)} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.reviewLead}</p>
      <p>{`${row.employeeName}: ${row.reason}`}</p>
      <RadioRow
        label={text.outcome}
        choices={outcomes.map((key) => ({ id: key, label: text.outcomes[key] }))}
        value={outcome}
        onChange={setOutcome}
        fault={isTried && !outcome ? text.outcomeFault : sender.faultOf('outcome')}
      />
      <TextArea
        label={text.note}
        value={note}
        onChange={setNote}
        maxLength={500}
        fault={sender.faultOf('note')}
        isOptional={outcome === 'needed'}
      />
    </FormDialog>
  )
}
