import { lazy, Suspense, useState } from 'react'
import { patiently } from './fetched.tsx'
import type { DialogProps } from './OpenDialog.tsx'

const Opened = lazy(async () => ({ default: (await patiently(() => import('./OpenDialog.tsx'))).OpenDialog }))

/** One question at a time. It is fetched when the first one opens: nothing of it is seen before. */
export function Dialog(props: DialogProps) {
  const [hasOpened, setHasOpened] = useState(props.isOpen)
  if (props.isOpen && !hasOpened) setHasOpened(true)
  if (!hasOpened) return null
  return (
    <Suspense fallback={null}>
      <Opened {...props} />
    </Suspense>
  )
}
