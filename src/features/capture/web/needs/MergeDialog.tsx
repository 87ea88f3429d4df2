import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { announce, FormDialog, Select, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type NeedLine } from '../../contract.ts'
import { text } from '../text.ts'

type Props = { needs: readonly NeedLine[]; onDone: () => void; onClose: () => void }

/** Which stays, and why they are the same. Somebody who merged them meanwhile is said, and nothing is changed. */
export function MergeDialog({ needs, onDone, onClose }: Props) {
  const [keepId, setKeepId] = useState(needs[0]!.id)
  const [why, setWhy] = useState('')
  const sender = useWrite(capture.merge, {
    onDone: () => {
      announce(text.saved)
      onDone()
      onClose()
    },
  })
  const keep = needs.find(({ id }) => id === keepId)!
  const from = needs.filter(({ id }) => id !== keepId).map(({ id, version }) => ({ mergeId: newId(), id, version }))
  const save = () => why.trim() && void sender.run({ id: keep.id, version: keep.version, from, why: why.trim() })
  return (
    <FormDialog title={text.mergeTitle} verb={text.merge} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.mergeKeep}
        choices={needs.map(({ id, label, title }) => ({ id, label: `${label} · ${title}` }))}
        value={keepId}
        onChange={setKeepId}
      />
      <TextArea label={text.mergeWhy} value={why} onChange={setWhy} maxLength={400} />
      <p>{text.mergeWords}</p>
    </FormDialog>
  )
}
