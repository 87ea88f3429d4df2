import { useState } from 'react'
import { Button, type ButtonKind } from '#kernel/ui/index.ts'
import { TellDialog } from './TellDialog.tsx'
import { text } from './text.ts'

/** »Skriv hvad der skete«: from any screen. */
export function TellButton({ kind = 'quiet' }: { kind?: ButtonKind }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind={kind} onPress={() => setOpen(true)}>
        {text.tell}
      </Button>
      {isOpen && <TellDialog onClose={() => setOpen(false)} />}
    </>
  )
}
