import { announce, FormDialog } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Issue, newsletter } from '../contract.ts'
import { text } from './text.ts'

export function SendDialog({ issue: { id, version, placeId }, onClose }: { issue: Issue; onClose: () => void }) {
  const recipients = useRead(newsletter.recipients, {})
  const count = (recipients.data ?? []).filter((one) => one.placeId === placeId).length
  const sender = useWrite(newsletter.send, {
    onDone: ({ recipients: sent }) => {
      announce(text.sentNow(sent))
      onClose()
    },
  })
  return (
    <FormDialog
      title={text.sendTitle}
      verb={text.send}
      sender={sender}
      onSave={() => void sender.run({ id, version })}
      onClose={onClose}
    >
      <p>{text.sendWords(count)}</p>
    </FormDialog>
  )
}
