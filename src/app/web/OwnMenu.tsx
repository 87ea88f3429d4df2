import { useState } from 'react'
import { useEmergency } from '#features/access/web/index.ts'
import { useTelling } from '#features/golive/web/index.ts'
import { useOwnItems } from '#features/signin/web/index.ts'
import { Dialog, Menu } from '#kernel/ui/index.ts'
import { signOut, useAddress, useMe } from '#kernel/web/index.ts'
import { Switches } from './Switches.tsx'
import { text } from './text.ts'

/** Me: how it looks, which language, and the way out. */
export function OwnMenu() {
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const emergency = useEmergency()
  const telling = useTelling()
  // Whoever comes next begins at the beginning, not at what this person had before them.
  const { go } = useAddress()
  const items = [
    ...(emergency.item ? [emergency.item] : []),
    ...(telling.item ? [telling.item] : []),
    ...useOwnItems(),
    { id: 'settings', label: text.settings, onAct: () => setOpen(true) },
    { id: 'sign-out', label: text.signOut, onAct: () => void signOut().then(() => go('/', { replace: true })) },
  ]
  return (
    <>
      <Menu label={me.name} items={items} />
      {emergency.dialog}
      {telling.dialog}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.settings}>
        <Switches />
      </Dialog>
    </>
  )
}
