import { lazy, Suspense, useState } from 'react'
import { Button, Curtain, Loading, Stack } from '#kernel/ui/index.ts'
import { LapsedDialog, type Me, signedIn, signOut } from '#kernel/web/index.ts'
import { LongWay } from './LongWay.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { SsoLinks } from './SsoLinks.tsx'
import { useSharedDevice } from './shared-device.ts'
import { text } from './text.ts'
import { useWays } from './use-ways.ts'

const PinDoor = lazy(() => import('./PinDoor.tsx').then((m) => ({ default: m.PinDoor })))

/** The session ended while a page stood there. On one's own device it stays in sight; on a shared one nothing of it may be seen. */
export function Lapsed({ me }: { me: Me }) {
  const device = useSharedDevice()
  if (device) return <LockScreen me={me} />
  return (
    <LapsedDialog me={me}>
      <SignInAgain me={me} />
    </LapsedDialog>
  )
}

const inside = () => void signedIn()

/** The page below stays as it was, for whoever comes back to it; for anybody else it is put away. */
function LockScreen({ me }: { me: Me }) {
  const ways = useWays()
  const [isLong, setLong] = useState(false)
  const device = ways.data?.device
  return (
    <Curtain title={text.locked}>
      <Stack gap={5}>
        <p>{text.lockedWords(me.name)}</p>
        {device && !isLong ? (
          <Suspense fallback={<Loading lines={8} />}>
            <PinDoor people={device.people} first={me.id} onLong={() => setLong(true)} onIn={inside} />
          </Suspense>
        ) : (
          <>
            <SsoLinks ways={ways.data?.sso ?? []} />
            <LongWay autoFocus onIn={inside} />
          </>
        )}
        <div>
          {device && (
            <Button kind="plain" onPress={() => setLong(!isLong)}>
              {isLong ? text.backToNames : text.notOnTheList}
            </Button>
          )}
          <Button kind="plain" onPress={() => void signOut()}>
            {text.signOutHere}
          </Button>
        </div>
      </Stack>
    </Curtain>
  )
}
