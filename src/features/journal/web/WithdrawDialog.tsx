import { useState } from 'react'
import { Button, Dialog, Notice, Stack, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { journal, type NoteRow } from '../contract.ts'
import { text } from './text.ts'

const MAX_REASON = 300

export function WithdrawDialog({ note, onClose }: { note: NoteRow; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const withdraw = useWrite(journal.withdraw, { onDone: onClose })
  const save = () => void withdraw.run({ id: note.id, version: note.version, reason })
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={text.withdrawTitle}
      actions={
        <>
          <Button kind="primary" isBusy={withdraw.isBusy} onPress={save}>
            {text.saveWithdrawal}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{text.withdrawHelp}</p>
        {withdraw.problemText !== undefined && (
          <Notice tone="attention" isUrgent>
            <p>{withdraw.problemText}</p>
          </Notice>
        )}
        <TextArea
          label={text.withdrawReason}
          value={reason}
          onChange={setReason}
          onSubmit={save}
          maxLength={MAX_REASON}
          fault={withdraw.faultOf('reason')}
          autoFocus
        />
      </Stack>
    </Dialog>
  )
}
