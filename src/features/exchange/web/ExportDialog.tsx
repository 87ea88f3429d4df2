import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { announce, FormDialog, RadioRow, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { exchange } from '../contract.ts'
import { text } from './text.ts'

const kinds = ['status', 'order'] as const
type Kind = (typeof kinds)[number]
const MAX_REASON = 300

/** The file is the browser's to keep, as any download; its name says no one's. */
function keepAsFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/fhir+json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Status or order as a file in the national standard, for another municipality or another system. */
export function ExportDialog({ citizenId, onClose }: { citizenId: Id; onClose: () => void }) {
  const [what, setWhat] = useState<Kind>('status')
  const [reason, setReason] = useState('')
  const sender = useWrite(exchange.export, {
    onDone: ({ content }, input) => {
      keepAsFile(`${input.what}.json`, content)
      announce(text.takenOut)
      onClose()
    },
  })
  const save = () => void sender.run({ citizenId, what, ...(reason.trim() && { reason: reason.trim() }) })
  return (
    <FormDialog title={text.takeOut} verb={text.takeOutVerb} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.takeOutHelp}</p>
      <RadioRow
        label={text.what}
        choices={kinds.map((id) => ({ id, label: text.kinds[id] }))}
        value={what}
        onChange={setWhat}
      />
      <TextArea
        label={text.takeOutReason}
        help={text.takeOutReasonHelp}
        isOptional
        value={reason}
        onChange={setReason}
        maxLength={MAX_REASON}
        fault={sender.faultOf('reason')}
      />
    </FormDialog>
  )
}
