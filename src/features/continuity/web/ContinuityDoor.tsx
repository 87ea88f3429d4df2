import { lazy, type ReactNode, Suspense } from 'react'
import { Button, Loading, Notice, Stack } from '#kernel/ui/index.ts'
import { useCell, useOnline } from '#kernel/web/index.ts'
import { Age } from './Age.tsx'
import { type Device, shown, useDevice } from './device.ts'
import { text } from './text.ts'

const PackRoom = lazy(() => import('./PackRoom.tsx').then((m) => ({ default: m.PackRoom })))

/** Where nobody is signed in: the way to the pack when the server is gone, and whose notes wait when it is back. */
export function ContinuityDoor({ isLost = false, children }: { isLost?: boolean; children: ReactNode }) {
  const device = useDevice()
  const isOnline = useOnline()
  const isShown = useCell(shown)
  if (!device) return children
  if (isShown)
    return (
      <Suspense fallback={<Loading lines={8} />}>
        <PackRoom device={device} onLeave={() => shown.set(false)} />
      </Suspense>
    )
  return (
    <Stack gap={5}>
      {isLost || !isOnline ? <WayIn device={device} /> : <WhoseWait device={device} />}
      {children}
    </Stack>
  )
}

const WayIn = ({ device }: { device: Device }) => (
  <Notice
    tone="attention"
    title={text.lost}
    actions={
      <Button kind="primary" onPress={() => shown.set(true)}>
        {text.open}
      </Button>
    }
  >
    <p>
      <Age device={device} />
    </p>
  </Notice>
)

/** `3 notater fra nødpakken venter: Emma K. 2, Omar N. 1.` */
function WhoseWait({ device: { waiting } }: { device: Device }) {
  if (waiting.length === 0) return null
  const all = waiting.reduce((sum, { count }) => sum + count, 0)
  const names = waiting.map(({ authorName, count }) => `${authorName} ${count}`).join(', ')
  return <Notice tone="attention">{text.waitingNotes(all, names)}</Notice>
}
