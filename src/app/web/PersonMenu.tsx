import { lazy, Suspense } from 'react'
import { Menu, patiently } from '#kernel/ui/index.ts'
import { signOut, useMe } from '#kernel/web/index.ts'
import { text } from './text.ts'

const OwnMenu = lazy(async () => ({ default: (await patiently(() => import('./OwnMenu.tsx'))).OwnMenu }))

/** Me, and the way out; the rest of my menu is fetched beside the page. */
export function PersonMenu() {
  const out = { id: 'sign-out', label: text.signOut, onAct: () => void signOut() }
  return (
    <Suspense fallback={<Menu label={useMe().name} items={[out]} />}>
      <OwnMenu />
    </Suspense>
  )
}
