import { useState } from 'react'
import { Button, FormDialog, Mark, Select, savedAndClose, TextArea, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { whyTooManyMinimum } from '../rules.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

const minimumOf = (whole: Whole): number =>
  whole.requirements.filter(({ level, state }) => level === 'minimum' && state !== 'dropped').length

/** How many minimum requirements there are, and whether that must be explained. */
export function SetFacts({ whole }: { whole: Whole }) {
  const [isOpen, setOpen] = useState(false)
  const count = minimumOf(whole)
  const tooMany = whyTooManyMinimum(whole, count) !== undefined
  return (
    <>
      <Mark tone={tooMany ? 'attention' : 'neutral'}>{text.minimumCount(count, whole.mostMinimum)}</Mark>
      {whole.permitted.includes('edit') && (
        <Button kind="plain" onPress={() => setOpen(true)}>
          {text.setFacts}
        </Button>
      )}
      {isOpen && <FactsDialog whole={whole} isReasonAsked={tooMany} onClose={() => setOpen(false)} />}
    </>
  )
}

const most = [0, 2, 4, 6, 8, 10, 15, 20, 30]

function FactsDialog({ whole, isReasonAsked, onClose }: { whole: Whole; isReasonAsked: boolean; onClose: () => void }) {
  const [title, setTitle] = useState(whole.title)
  const [mostMinimum, setMost] = useState(whole.mostMinimum)
  const [reason, setReason] = useState(whole.minimumReason ?? '')
  const sender = useWrite(requirements.changeSpec, { onDone: savedAndClose(onClose) })
  const choices = [...new Set([...most, whole.mostMinimum])].sort((a, b) => a - b)
  const save = () =>
    void sender.run({ id: whole.id, version: whole.version, title, mostMinimum, minimumReason: reason || null })
  return (
    <FormDialog title={text.setFacts} sender={sender} onSave={save} onClose={onClose}>
      <TextField
        label={text.setTitle}
        value={title}
        onChange={setTitle}
        maxLength={120}
        fault={sender.faultOf('title')}
      />
      <Select
        label={text.mostMinimum}
        choices={choices.map((count) => ({ id: String(count), label: String(count) }))}
        value={String(mostMinimum)}
        onChange={(count) => setMost(Number(count))}
      />
      <TextArea
        label={text.minimumReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        isOptional={!isReasonAsked}
      />
    </FormDialog>
  )
}
