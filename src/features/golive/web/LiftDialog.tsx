import { useState } from 'react'
import { FormDialog, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { golive } from '../contract.ts'
import { text } from './text.ts'

export function LiftDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(golive.liftStop, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.lift}
      verb={text.lift}
      sender={sender}
      onSave={() => void sender.run({ id, because })}
      onClose={onClose}
    >
      <TextArea
        label={text.liftTitle}
        value={because}
        onChange={setBecause}
        maxLength={500}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}
