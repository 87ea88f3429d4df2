import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Stack } from './Layout.tsx'
import { Notice } from './Notice.tsx'
import { text } from './text.ts'

type FormProps = {
  title: string
  /** The verb that does it. */
  verb?: string
  sender: { readonly isBusy: boolean; readonly problemText: string | undefined }
  onSave: () => void
  onClose: () => void
  /** False until what is saved along with the words has come: saved earlier it would be saved as nothing. */
  isReady?: boolean
  /** Another deed, beside the first. */
  more?: ReactNode
  children: ReactNode
}

/** What is typed stays, also when the server says no. */
export function FormDialog({
  title,
  verb = text.save,
  sender,
  onSave,
  onClose,
  isReady = true,
  more,
  children,
}: FormProps) {
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="primary" isBusy={sender.isBusy} isDisabled={!isReady} onPress={onSave}>
            {verb}
          </Button>
          <Button onPress={onClose}>{text.cancel}</Button>
          {more}
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
