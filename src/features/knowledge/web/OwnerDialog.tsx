import { useState } from 'react'
import { FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Item, knowledge } from '../contract.ts'
import { text } from './text.ts'

type Props = { item: Item; handoverId: string; onClose: () => void }

export function OwnerDialog({ item: { rule, recordId, title }, handoverId, onClose }: Props) {
  const [owner, setOwner] = useState('')
  const sender = useWrite(knowledge.takeOver, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ handoverId, rule, recordId, owner })
  return (
    <FormDialog title={title ?? text.giveOwner} verb={text.giveOwner} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.owner}
        help={text.ownerHelp}
        value={owner}
        onChange={setOwner}
        maxLength={120}
        fault={sender.faultOf('owner')}
        autoFocus
      />
    </FormDialog>
  )
}
