import { useState } from 'react'
import { type Id, newId } from '#kernel/lang/id.ts'
import { FileField, FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { documents, type FileLine } from '../contract.ts'
import { mediaTypes } from '../media.ts'
import { text } from './text.ts'

const accepted = Object.keys(mediaTypes).map((ending) => `.${ending}`)
const MAX_REASON = 200

/** One file, checked as it is sent in: what it says it is, its octets must be. */
export function AddFileDialog({ unitId, onClose }: { unitId: Id; onClose: () => void }) {
  const [id] = useState(newId)
  const [chosen, setChosen] = useState<{ name: string; content: Uint8Array } | null>(null)
  const [isTried, setTried] = useState(false)
  const sender = useWrite(documents.add, { onDone: savedAndClose(onClose, text.saved) })
  const choose = async (file: File) => setChosen({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })
  const save = () => {
    setTried(true)
    if (chosen) void sender.run({ id, unitId, name: chosen.name, content: chosen.content })
  }
  return (
    <FormDialog title={text.add} sender={sender} onSave={save} onClose={onClose}>
      <FileField
        label={text.file}
        help={text.addHelp}
        verb={text.choose}
        accept={accepted}
        chosen={chosen}
        onChoose={(file) => void choose(file)}
        fault={chosen ? (sender.faultOf('content') ?? sender.faultOf('name')) : isTried ? text.chooseFirst : undefined}
      />
    </FormDialog>
  )
}

export function EndFileDialog({ file, onClose }: { file: FileLine; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const sender = useWrite(documents.end, { onDone: savedAndClose(onClose, text.saved) })
  const save = () => void sender.run({ id: file.id, version: file.version, reason })
  return (
    <FormDialog title={text.endTitle} verb={text.end} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.endHelp}</p>
      <TextField
        label={text.why}
        value={reason}
        onChange={setReason}
        maxLength={MAX_REASON}
        fault={sender.faultOf('reason')}
        autoFocus
      />
    </FormDialog>
  )
}
