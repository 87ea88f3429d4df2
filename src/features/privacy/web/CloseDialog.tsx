import { useState } from 'react'
import { FormDialog, RadioRow, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { privacy, type Request, requestOutcomes } from '../contract.ts'
import { text } from './text.ts'

export function CloseDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [outcome, setOutcome] = useState<(typeof requestOutcomes)[number] | null>(null)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const sender = useWrite(privacy.close, {
    touches: ['tasks'],
    onDone: savedAndClose(onClose, text.closedSaid),
  })
  const save = () => {
    setTried(true)
    if (outcome) void sender.run({ id: request.id, version: request.version, outcome, note: note.trim() || null })
  }
  return (
    <FormDialog title={text.closeTitle} verb={text.close} sender={sender} onSave={save} onClose={onClose}>
      <RadioRow
        label={text.outcome}
        choices={requestOutcomes.map((id) => ({ id, label: text.outcomes[id] }))}
        value={outcome}
        onChange={setOutcome}
        fault={isTried && !outcome ? text.outcomeFault : undefined}
      />
      <TextArea
        label={text.closeNote}
        help={text.closeNoteHelp}
        value={note}
        maxLength={2000}
        onChange={setNote}
        fault={sender.faultOf('note')}
        isOptional={outcome === 'handed-over' || outcome === 'taken-back'}
      />
    </FormDialog>
  )
}
