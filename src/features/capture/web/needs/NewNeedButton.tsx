import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, FormDialog, Lix, TextArea, TextField } from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { capture } from '../../contract.ts'
import { text } from '../text.ts'

/** A need without slips, where somebody may plan days: it begins with a talk, not with a café. */
export function NewNeedButton() {
  const placeId = useRead(capture.events, {}).data?.places[0]?.id
  const [isOpen, setOpen] = useState(false)
  if (!placeId) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.newNeed}</Button>
      {isOpen && <NewNeedDialog placeId={placeId} onClose={() => setOpen(false)} />}
    </>
  )
}

function NewNeedDialog({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const { go } = useAddress()
  const sender = useWrite(capture.createNeed, { onDone: ({ id }) => go(`/behov/${id}`) })
  const save = () =>
    title.trim() &&
    words.trim() &&
    void sender.run({ id: newId(), placeId, title: title.trim(), text: words.trim(), slipIds: [] })
  return (
    <FormDialog title={text.newNeed} sender={sender} onSave={save} onClose={onClose}>
      <TextField label={text.needTitle} value={title} onChange={setTitle} maxLength={80} autoFocus />
      <TextArea label={text.needText} value={words} onChange={setWords} maxLength={600} lines={4} />
      <Lix of={`${title}\n${words}`} />
    </FormDialog>
  )
}
