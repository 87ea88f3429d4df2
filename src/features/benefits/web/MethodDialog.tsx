import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { DatePicker, FormDialog, savedAndClose, TextField, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { benefits, type Measure } from '../contract.ts'
import { text } from './text.ts'

export function MethodDialog({ measure: { id, version }, onClose }: { measure: Measure; onClose: () => void }) {
  const today = useToday()
  const [methodId] = useState(newId)
  const [words, setWords] = useState('')
  const [sinceOn, setSince] = useState<string | null>(today)
  const sender = useWrite(benefits.changeMethod, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, version, methodId, text: words, sinceOn: sinceOn ?? '' })
  return (
    <FormDialog title={text.newMethod} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.methodHelp}</p>
      <TextField
        label={text.method}
        value={words}
        onChange={setWords}
        maxLength={300}
        fault={sender.faultOf('text')}
        autoFocus
      />
      <DatePicker label={text.methodSince} value={sinceOn} onChange={setSince} fault={sender.faultOf('sinceOn')} />
    </FormDialog>
  )
}
