import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FormDialog, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { knowledge, type Page } from '../contract.ts'
import { text } from './text.ts'

export function ConfirmDialog({ page, onClose }: { page: Page; onClose: () => void }) {
  const [id] = useState(newId)
  const [sentence, setSentence] = useState(page.sentence ?? '')
  const sender = useWrite(knowledge.confirm, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, kind: page.kind, sourceId: page.id, text: sentence })
  return (
    <FormDialog title={page.title} verb={text.standBy} sender={sender} onSave={save} onClose={onClose}>
      <p>{[page.value, page.why].filter(Boolean).join(' · ')}</p>
      <TextArea
        label={text.sentence}
        help={text.sentenceHelp}
        value={sentence}
        onChange={setSentence}
        maxLength={500}
        fault={sender.faultOf('text')}
      />
    </FormDialog>
  )
}
