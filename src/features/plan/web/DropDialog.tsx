import { useState } from 'react'
import { FormDialog, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { plan, type Task } from '../contract.ts'
import { text } from './text.ts'
import { touches } from './touches.ts'

export function DropDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(plan.moveOn, { onDone: savedAndClose(onClose), touches })
  const { id, version, title } = task
  return (
    <FormDialog
      title={text.dropTitle(title)}
      verb={text.drop}
      sender={sender}
      onSave={() => void sender.run({ id, version, to: 'dropped', because, doneOn: null })}
      onClose={onClose}
    >
      <TextArea
        label={text.because}
        value={because}
        onChange={setBecause}
        maxLength={300}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}
