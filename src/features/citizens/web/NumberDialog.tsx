import { useState } from 'react'
import { language } from '#kernel/lang/text.ts'
import { FormDialog, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { citizensProblems } from '../problems.ts'
import { whyNotNumber } from '../rules.ts'
import { text } from './text.ts'

/** As typed: spaces and hyphen do not count. */
const plainNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

/** Why the number cannot be one, said before it is sent. */
export const numberFault = (typed: string): string | undefined => {
  const why = typed.trim() === '' ? undefined : whyNotNumber(plainNumber(typed))
  return why && citizensProblems['citizens.number-shape'][language()]
}

export function NumberDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const sender = useWrite(citizens.setNumber, {
    onDone: savedAndClose(onClose),
  })
  const save = () => {
    const wrong = numberFault(typed)
    setFault(wrong)
    if (!wrong) void sender.run({ id: card.id, version: card.version, number: typed.trim() || null })
  }
  return (
    <FormDialog title={text.numberTitle} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.number}
        help={card.hasNumber ? text.numberReplaces : text.numberHelp}
        value={typed}
        onChange={setTyped}
        fault={fault ?? sender.faultOf('number')}
        autoComplete="off"
        autoFocus
      />
    </FormDialog>
  )
}
