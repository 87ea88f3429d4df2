import { useState } from 'react'
import { announce, Button, Dialog, Notice, RadioRow, Stack, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Task, tasks } from '../contract.ts'
import { text } from './text.ts'

type FinishProps = { task: Task; title: string; outcomes: Readonly<Record<string, string>>; onClose: () => void }

/** What came of it, and a remark. */
export function FinishDialog({ task, title, outcomes, onClose }: FinishProps) {
  const only = task.outcomes.length === 1 ? task.outcomes[0]! : null
  const [outcome, setOutcome] = useState<string | null>(only)
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const done = () => {
    announce(text.saved)
    onClose()
  }
  const { run, isBusy, problemText } = useWrite(tasks.done, { onDone: done })
  const save = () => {
    if (outcome) void run({ id: task.id, version: task.version, outcome, note: note.trim() || null })
    else setMissing(true)
  }
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="primary" isBusy={isBusy} onPress={save}>
            {text.save}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <Stack gap={4}>
        {problemText !== undefined && (
          <Notice tone="attention" isUrgent>
            <p>{problemText}</p>
          </Notice>
        )}
        <RadioRow
          label={text.outcome}
          choices={task.outcomes.map((id) => ({ id, label: outcomes[id] ?? id }))}
          value={outcome}
          onChange={setOutcome}
          fault={isMissing && !outcome ? text.outcomeMissing : undefined}
        />
        <TextArea label={text.note} isOptional value={note} onChange={setNote} maxLength={500} />
      </Stack>
    </Dialog>
  )
}
