import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { FileField, FormDialog, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { knowledge } from '../contract.ts'
import { text } from './text.ts'

type Props = { placeId: string; onSaid: (words: string) => void; onClose: () => void }

/** Requirements become a set of our own, all of it draft; nothing that stands here is touched. */
export function TakeDialog({ placeId, onSaid, onClose }: Props) {
  const [[id, specId]] = useState(() => [newId(), newId()] as const)
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const sender = useWrite(knowledge.takePackage, {
    touches: ['requirements', 'training'],
    onDone: ({ requirements, courses, lessons }) => {
      onSaid(text.taken(requirements, courses, lessons))
      onClose()
    },
  })
  const save = async () => {
    const content = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    await sender.run({ id, placeId, specId, title, content })
  }
  return (
    <FormDialog title={text.take} verb={text.take} sender={sender} onSave={() => void save()} onClose={onClose}>
      <FileField
        label={text.file}
        chosen={file && { name: file.name }}
        onChoose={setFile}
        onRemove={() => setFile(null)}
        accept={['application/json', '.json']}
        verb={text.file}
        fault={sender.faultOf('content')}
      />
      <TextField
        label={text.setTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
    </FormDialog>
  )
}
