import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, TextArea, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Message, relay } from '../contract.ts'
import { text } from './text.ts'

/** Taken back, and what is right sent to the same units in one act. */
export function RecallDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const [correctionId] = useState(newId)
  const [because, setBecause] = useState('')
  const [title, setTitle] = useState(message.ownTitle ?? message.title)
  const [body, setBody] = useState(message.ownBody ?? message.body)
  const sender = useWrite(relay.recall, { onDone: onClose, touches: ['thread'] })
  const { id, version } = message
  const recall = () => void sender.run({ id, version, because, correctionId, title, body })
  return (
    <FormDialog title={text.recallTitle} verb={text.recall} sender={sender} onSave={recall} onClose={onClose}>
      <p>{text.recallHelp}</p>
      <TextField
        label={text.recallWhy}
        value={because}
        onChange={setBecause}
        maxLength={300}
        fault={sender.faultOf('because')}
        autoFocus
      />
      <TextField
        label={text.messageTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <TextArea
        label={text.correction}
        value={body}
        onChange={setBody}
        maxLength={2000}
        fault={sender.faultOf('body')}
      />
    </FormDialog>
  )
}
