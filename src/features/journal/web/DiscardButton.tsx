import { useState } from 'react'
import { Button, Dialog } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** Throws words away, and asks first. */
export function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {text.discard}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={text.discardSure}
        actions={
          <>
            <Button
              kind="primary"
              onPress={() => {
                close()
                onDiscard()
              }}
            >
              {text.discard}
            </Button>
            <Button onPress={close}>{text.keep}</Button>
          </>
        }
      >
        <p>{text.discardWhy}</p>
      </Dialog>
    </>
  )
}
