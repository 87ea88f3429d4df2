import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { announce, Button, FormDialog, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { relay } from '../contract.ts'
import { text } from './text.ts'

type Asking = { unitId: Id; messageId?: Id }

export function AskButton({ unitId, messageId }: Asking) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind={messageId ? 'plain' : 'quiet'} onPress={() => setOpen(true)}>
        {messageId ? text.askAbout : text.ask}
      </Button>
      {isOpen && <AskForm unitId={unitId} {...(messageId && { messageId })} onClose={() => setOpen(false)} />}
    </>
  )
}

function AskForm({ unitId, messageId, onClose }: Asking & { onClose: () => void }) {
  const [id] = useState(newId)
  const [said, setSaid] = useState('')
  const done = () => {
    announce(text.asked)
    onClose()
  }
  const sender = useWrite(relay.ask, { onDone: done })
  const send = () => void sender.run({ id, unitId, messageId: messageId ?? null, text: said })
  return (
    <FormDialog title={text.ask} verb={text.send} sender={sender} onSave={send} onClose={onClose}>
      <TextArea
        label={text.question}
        help={text.askHelp}
        value={said}
        onChange={setSaid}
        maxLength={500}
        fault={sender.faultOf('text')}
        autoFocus
      />
    </FormDialog>
  )
}
