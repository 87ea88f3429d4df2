import { useState } from 'react'
import { FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Session, training } from '../contract.ts'
import { text } from './text.ts'

export function CancelDialog({ session: { id, version }, onClose }: { session: Session; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(training.cancelSession, { onDone: savedAndClose(onClose), touches: ['thread'] })
  return (
    <FormDialog
      title={text.cancel}
      verb={text.cancel}
      sender={sender}
      onSave={() => void sender.run({ id, version, because })}
      onClose={onClose}
    >
      <TextField
        label={text.because}
        value={because}
        onChange={setBecause}
        maxLength={200}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}
