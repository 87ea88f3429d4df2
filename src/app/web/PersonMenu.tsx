import { lazy, Suspense, useState } from 'react'
import { Dialog, Menu, type MenuAct, patiently } from '#kernel/ui/index.ts'
import { signOut, useAddress, useMe } from '#kernel/web/index.ts'
import { Switches } from './Switches.tsx'
import { text } from './text.ts'

const OwnItems = lazy(async () => ({ default: (await patiently(() => import('./OwnItems.tsx'))).OwnItems }))

/** Me: how it looks, which language, and the way out. What features add is fetched beside the page. */
export function PersonMenu() {
  const me = useMe()
  const [own, setOwn] = useState<readonly MenuAct[]>([])
  const [isOpen, setOpen] = useState(false)
  // Whoever comes next begins at the beginning, not at what this person had before them.
  const { go } = useAddress()
  const items = [
    ...own,
    { id: 'settings', label: text.settings, onAct: () => setOpen(true) },
    { id: 'sign-out', label: text.signOut, onAct: () => void signOut().then(() => go('/', { replace: true })) },
  ]
  return (
    <>
      <Menu label={me.name} items={items} />
      <Suspense fallback={null}>
        <OwnItems onItems={setOwn} />
      </Suspense>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.settings}>
        <Switches />
      </Dialog>
    </>
  )
}
