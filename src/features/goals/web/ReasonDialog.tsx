import { useState } from 'react'
import { FormDialog, TextArea } from '#kernel/ui/index.ts'

type ReasonProps = {
  title: string
  label: string
  verb: string
  sender: { isBusy: boolean; problemText: string | undefined; faultOf: (field: string) => string | undefined }
  onSave: (reason: string) => void
  onClose: () => void
}

const MAX_WORDS = 500

/** One question: why. */
export function ReasonDialog({ title, label, verb, sender, onSave, onClose }: ReasonProps) {
  const [words, setWords] = useState('')
  return (
    <FormDialog title={title} verb={verb} sender={sender} onSave={() => onSave(words)} onClose={onClose}>
      <TextArea
        label={label}
        value={words}
        onChange={setWords}
        maxLength={MAX_WORDS}
        fault={sender.faultOf('reason')}
        autoFocus
      />
    </FormDialog>
  )
}
