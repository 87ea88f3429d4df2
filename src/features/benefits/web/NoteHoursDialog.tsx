import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Checkbox, FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { benefits } from '../contract.ts'
import { numberOf } from './number-field.ts'
import { text } from './text.ts'

/** What no attendance list and no course knows of: the hearing, the users' trials. */
export function NoteHoursDialog({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const [id] = useState(newId)
  const [what, setWhat] = useState('')
  const [hours, setHours] = useState('')
  const [source, setSource] = useState('')
  const [beforeContract, setBefore] = useState(true)
  const sender = useWrite(benefits.noteHours, { onDone: savedAndClose(onClose) })
  const minutes = Math.round((numberOf(hours) ?? 0) * 60)
  return (
    <FormDialog
      title={text.noteHours}
      sender={sender}
      onSave={() => void sender.run({ id, placeId, what, minutes, source, beforeContract })}
      onClose={onClose}
    >
      <TextField
        label={text.whatFor}
        value={what}
        onChange={setWhat}
        maxLength={120}
        fault={sender.faultOf('what')}
        autoFocus
      />
      <TextField label={text.minutes} value={hours} onChange={setHours} fault={sender.faultOf('minutes')} />
      <TextField
        label={text.source}
        value={source}
        onChange={setSource}
        maxLength={200}
        fault={sender.faultOf('source')}
      />
      <Checkbox label={text.putIn} value={beforeContract} onChange={setBefore} />
    </FormDialog>
  )
}
