import { useState } from 'react'
import { FormDialog, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Answer, assessments } from '../contract.ts'
import { text } from './text.ts'

const MAX_WORDS = 300

/** A mistake is struck out, and says why; it is never gone. */
export function StrikeDialog({ answer: { id, version }, onClose }: { answer: Answer; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const sender = useWrite(assessments.strike, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.strike}
      verb={text.strike}
      sender={sender}
      onSave={() => void sender.run({ id, version, reason })}
      onClose={onClose}
    >
      <TextArea
        label={text.whyStrike}
        value={reason}
        onChange={setReason}
        maxLength={MAX_WORDS}
        fault={sender.faultOf('reason')}
        autoFocus
      />
    </FormDialog>
  )
}
