import { useState } from 'react'
import { FormDialog, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type Slip } from '../../contract.ts'
import { text } from '../text.ts'

/** Obscene, or about somebody: the words go out of sight, with a reason, and the slip still counts. */
export function HideDialog({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(capture.hide, { onDone: onClose })
  const save = () => because.trim() && void sender.run({ id: slip.id, version: slip.version, because: because.trim() })
  return (
    <FormDialog title={text.hideTitle} verb={text.hide} sender={sender} onSave={save} onClose={onClose}>
      <p>{slip.text}</p>
      <TextField label={text.hideWhy} value={because} onChange={setBecause} maxLength={200} />
    </FormDialog>
  )
}
