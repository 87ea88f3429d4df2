import type { ReactNode } from 'react'
import { Button, Dialog, Notice, Stack } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type FormProps = {
  title: string
  /** The verb that does it. */
  verb?: string
  sender: { readonly isBusy: boolean; readonly problemText: string | undefined }
  onSave: () => void
  onClose: () => void
  /** Another deed, beside the first. */
  more?: ReactNode
  children: ReactNode
}

/** What is typed stays, also when the server says no. */
export function FormDialog({ title, verb = text.save, sender, onSave, onClose, more, children }: FormProps) {
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="primary" isBusy={sender.isBusy} onPress={onSave}>
            {verb}
          </Button>
          {more}
          <Button kind="plain" onPress={onClose}>
            {text.cancel}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        {sender.problemText !== undefined && (
          <Notice tone="attention" isUrgent>
            <p>{sender.problemText}</p>
          </Notice>
        )}
        {children}
      </Stack>
    </Dialog>
  )
}
