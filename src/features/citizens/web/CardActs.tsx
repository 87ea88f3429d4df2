import { useState } from 'react'
import { Button, Menu } from '#kernel/ui/index.ts'
import type { Card } from '../contract.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { NumberDialog } from './NumberDialog.tsx'
import { PhotoDialog } from './PhotoDialog.tsx'
import { text } from './text.ts'

const dialogs = { change: ChangeDialog, number: NumberDialog, photo: PhotoDialog }

/** What the server lets one do with the card. */
export function CardActs({ card }: { card: Card }) {
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const Open = open && dialogs[open]
  if (!card.permitted.includes('change')) return null
  return (
    <>
      <Button onPress={() => setOpen('change')}>{text.change}</Button>
      <Menu
        label={text.moreActs}
        items={[
          { id: 'photo', label: text.changePhoto, onAct: () => setOpen('photo') },
          { id: 'number', label: text.changeNumber, onAct: () => setOpen('number') },
        ]}
      />
      {Open && <Open card={card} onClose={() => setOpen(undefined)} />}
    </>
  )
}
