import { useState } from 'react'
import { Button, Menu } from '#kernel/ui/index.ts'
import type { Card } from '../contract.ts'
import { BarDialog } from './BarDialog.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import { NumberDialog } from './NumberDialog.tsx'
import { PhotoDialog } from './PhotoDialog.tsx'
import { text } from './text.ts'

const dialogs = { bar: BarDialog, change: ChangeDialog, number: NumberDialog, photo: PhotoDialog }

/** What the server lets one do with the card. */
export function CardActs({ card }: { card: Card }) {
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const Open = open && dialogs[open]
  const may = (act: string) => card.permitted.includes(act)
  const items = (
    [
      { id: 'photo', label: text.changePhoto, isOffered: may('change') },
      { id: 'number', label: text.changeNumber, isOffered: may('change') },
      { id: 'bar', label: text.barAct, isOffered: may('bar') },
    ] as const
  ).filter(({ isOffered }) => isOffered)
  return (
    <>
      {may('change') && <Button onPress={() => setOpen('change')}>{text.change}</Button>}
      {items.length > 0 && (
        <Menu label={text.moreActs} items={items.map(({ id, label }) => ({ id, label, onAct: () => setOpen(id) }))} />
      )}
      {Open && <Open card={card} onClose={() => setOpen(undefined)} />}
    </>
  )
}
