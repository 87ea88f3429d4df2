import { useEffect, useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { Button, Dialog, FormDialog, Stack, Terms, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Card, citizens } from '../contract.ts'
import { PhoneLink } from './PhoneLink.tsx'
import { text } from './text.ts'

/** Long enough to read or to dial; a tablet that is put down does not go on showing it. */
const SECONDS_SHOWN = 60
const MAX_REASON = 200
const TICK_MS = 1000

type RevealProps = { card: Card; what: 'address' | 'number'; onClose: () => void }

/** What is hidden, for a reason that is written down. */
export function RevealDialog({ card, what, onClose }: RevealProps) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<OutputOf<typeof citizens.reveal>>()
  const sender = useWrite(citizens.reveal, { onDone: setShown })
  const save = () => void sender.run({ citizenId: card.id, what, reason })
  if (shown) return <Revealed what={what} shown={shown} onClose={onClose} />
  return (
    <FormDialog title={text.showWhat[what]} verb={text.show} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.revealHelp}</p>
      <TextField
        label={text.revealReason}
        value={reason}
        onChange={setReason}
        maxLength={MAX_REASON}
        fault={sender.faultOf('reason')}
        autoFocus
      />
    </FormDialog>
  )
}

type RevealedProps = { what: 'address' | 'number'; shown: OutputOf<typeof citizens.reveal>; onClose: () => void }

function Revealed({ what, shown, onClose }: RevealedProps) {
  const left = useCountdown(onClose)
  const { address, phone, number } = shown
  const items =
    what === 'number'
      ? [{ term: text.number, value: number ? `${number.slice(0, 6)}-${number.slice(6)}` : text.nothingHidden }]
      : [
          { term: text.address, value: address ?? text.nothingHidden },
          { term: text.phone, value: phone ? <PhoneLink phone={phone} /> : text.nothingHidden },
        ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.shownWhat[what]}
      actions={<Button onPress={onClose}>{text.hideNow}</Button>}
    >
      <Stack gap={3}>
        <Terms items={items} />
        <p>{text.revealedFor(left)}</p>
      </Stack>
    </Dialog>
  )
}

function useCountdown(onEnd: () => void): number {
  const [endsAt] = useState(() => Date.now() + SECONDS_SHOWN * TICK_MS)
  const [left, setLeft] = useState(SECONDS_SHOWN)
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = Math.ceil((endsAt - Date.now()) / TICK_MS)
      setLeft(Math.max(0, seconds))
      if (seconds <= 0) onEnd()
    }, TICK_MS)
    return () => clearInterval(timer)
  })
  return left
}
