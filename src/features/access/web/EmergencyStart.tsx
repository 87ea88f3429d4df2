import { lazy, Suspense, useState } from 'react'
import { Button, Stack } from '#kernel/ui/index.ts'
import { text } from './text.ts'
import { useAccessNow } from './use-access-now.ts'

const Asking = lazy(() => import('./EmergencyDialog.tsx').then((m) => ({ default: m.EmergencyDialog })))

/** For the menu of the person: the act, where one may, and the dialog it opens. */
export function useEmergency() {
  const [isOpen, setOpen] = useState(false)
  const now = useAccessNow()
  return {
    item: now?.mayOpen ? { id: 'emergency', label: text.title, onAct: () => setOpen(true) } : undefined,
    dialog: isOpen && now && (
      <Suspense>
        <Asking minutes={now.minutes} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  }
}

/** Where a search among one's own people found nobody. */
export function EmergencyStart() {
  const { item, dialog } = useEmergency()
  if (!item) return null
  return (
    <Stack gap={2}>
      <p>{text.notFoundHere}</p>
      <div>
        <Button onPress={item.onAct}>{item.label}</Button>
      </div>
      {dialog}
    </Stack>
  )
}
