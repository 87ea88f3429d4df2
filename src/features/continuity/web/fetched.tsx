import { type ComponentProps, lazy, Suspense } from 'react'
import { patiently } from '#kernel/ui/index.ts'
import type { ContinuityDoor as Paired } from './ContinuityDoor.tsx'
import { isFlagged } from './flag.ts'

const Banner = lazy(async () => ({
  default: (await patiently(() => import('./ContinuityBanner.tsx'))).ContinuityBanner,
}))
const PairedDoor = lazy(async () => ({
  default: (await patiently(() => import('./ContinuityDoor.tsx'))).ContinuityDoor,
}))

/** Beside the page, which does not wait for it. */
export const ContinuityBanner = () => (
  <Suspense fallback={null}>
    <Banner />
  </Suspense>
)

/** Only a paired device fetches the door to its pack, which the app's shell keeps for when the server is gone. */
export const ContinuityDoor = (props: ComponentProps<typeof Paired>) =>
  isFlagged() ? (
    <Suspense fallback={props.children}>
      <PairedDoor {...props} />
    </Suspense>
  ) : (
    props.children
  )
