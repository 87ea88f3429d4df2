import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, Select, savedAndClose, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { coordination, type Purpose } from '../contract.ts'
import { minutesOf } from './hour-field.ts'
import { text } from './text.ts'

export function WorkDialog({ purposes, onClose }: { purposes: readonly Purpose[]; onClose: () => void }) {
  const today = useToday()
  const own = purposes.filter(({ permitted }) => permitted.includes('keep'))
  const [id] = useState(newId)
  const [purposeId, setPurpose] = useState(own[0]?.id ?? '')
  const [workedOn, setDay] = useState<string | null>(today)
  const [hours, setHours] = useState('')
  const [note, setNote] = useState('')
  const sender = useWrite(coordination.logWork, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, purposeId, workedOn: workedOn ?? '', minutes: minutesOf(hours) || -1, note })
  return (
    <FormDialog title={text.logTitle} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.purpose}
        choices={own.map(({ id: key, name }) => ({ id: key, label: name }))}
        value={purposeId}
        onChange={setPurpose}
      />
      <DatePicker label={text.workedOn} value={workedOn} onChange={setDay} fault={sender.faultOf('workedOn')} />
      <TextField
        label={text.hoursSpent}
        help={text.hoursHelp}
        value={hours}
        onChange={setHours}
        fault={sender.faultOf('minutes')}
        autoFocus
      />
      <TextField label={text.note} value={note} onChange={setNote} maxLength={200} isOptional />
    </FormDialog>
  )
}
