import { useState } from 'react'
import { FormDialog } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { access, type Duty } from '../contract.ts'
import { CodeDialog } from './CodeDialog.tsx'
import { newCode } from './new-code.ts'
import { words } from './temps-text.ts'

export function NewCodeDialog({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const [code] = useState(newCode)
  const [isMade, setMade] = useState(false)
  const sender = useWrite(access.newCode, { onDone: () => setMade(true) })
  if (isMade) return <CodeDialog duty={duty} code={code} onClose={onClose} />
  return (
    <FormDialog
      title={words.newCodeOf(duty.name)}
      verb={words.newCode}
      sender={sender}
      onSave={() => void sender.run({ id: duty.id, code })}
      onClose={onClose}
    >
      <p>{words.newCodeHelp}</p>
    </FormDialog>
  )
}
