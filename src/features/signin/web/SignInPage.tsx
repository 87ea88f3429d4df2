import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { z } from 'zod'
import { org } from '#features/org/contract.ts'
import { language } from '#kernel/lang/text.ts'
import { Button, Disclosure, Loading, Notice, Page, Show, Stack } from '#kernel/ui/index.ts'
import { signedIn, useRead } from '#kernel/web/index.ts'
import type { SharedDevice } from '../contract.ts'
import { signinProblems } from '../problems.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { LongWay } from './LongWay.tsx'
import styles from './SignInPage.module.css'
import { SsoLinks } from './SsoLinks.tsx'
import { text } from './text.ts'
import { useWays } from './use-ways.ts'

const PinDoor = lazy(() => import('./PinDoor.tsx').then((m) => ({ default: m.PinDoor })))
const ClaimDevice = lazy(() => import('./ClaimDevice.tsx').then((m) => ({ default: m.ClaimDevice })))

type Plate = z.infer<(typeof org.doorplate)['output']>

/** `foot` stands under the door: look and language. */
export function SignInPage({ foot }: { foot: ReactNode }) {
  const plate = useRead(org.doorplate, {})
  const ways = useWays()
  // Ready only when both are: whichever is still missing says how it goes.
  const both = {
    ...(plate.data ? ways : plate),
    data: plate.data && ways.data && { plate: plate.data, ways: ways.data },
  }
  return (
    <div className={styles.door}>
      <Show of={both} isEmpty={() => false} lines={8}>
        {({ plate, ways: { sso, device } }) =>
          device ? <SharedDoor device={device} sso={sso} /> : <OwnDoor plate={plate} sso={sso} />
        }
      </Show>
      {foot}
    </div>
  )
}

const inside = () => void signedIn()
type Sso = readonly { id: string; label: string }[]

function OwnDoor({ plate: { tenantName, demo, people }, sso }: { plate: Plate; sso: Sso }) {
  const [isHalfway, setHalfway] = useState(false)
  const isFolded = demo || sso.length > 0
  const longWay = <LongWay autoFocus={!isFolded} onIn={inside} onHalfway={setHalfway} />
  return (
    <Page title={text.signIn} lead={demo && !isHalfway ? `${tenantName}. ${text.demoLead}` : tenantName}>
      <Stack gap={5}>
        {!isHalfway && <OtherWays sso={sso} people={people} />}
        {isFolded ? <Disclosure title={text.withPassword}>{longWay}</Disclosure> : longWay}
        {!isHalfway && (
          <Disclosure title={text.claim}>
            <Suspense fallback={<Loading />}>
              <ClaimDevice />
            </Suspense>
          </Disclosure>
        )}
      </Stack>
    </Page>
  )
}

const OtherWays = ({ sso, people }: { sso: Sso; people: Plate['people'] }) => (
  <Stack gap={5}>
    <SentBack />
    <SsoLinks ways={sso} />
    {people.length > 0 && <DemoPeople people={people} />}
  </Stack>
)

/** Names first; the long way for those who are not among them, and now and then for all. */
function SharedDoor({ device, sso }: { device: SharedDevice; sso: Sso }) {
  const [isLong, setLong] = useState(false)
  const title = isLong ? text.signIn : text.whoAreYou
  return (
    <Page title={title} lead={text.isPaired(device.name, device.unitName)}>
      <Stack gap={5}>
        <SentBack />
        {isLong ? (
          <>
            <SsoLinks ways={sso} />
            <LongWay autoFocus onIn={inside} />
          </>
        ) : (
          <Suspense fallback={<Loading lines={8} />}>
            <PinDoor people={device.people} onLong={() => setLong(true)} onIn={inside} />
          </Suspense>
        )}
        <div>
          <Button kind="plain" onPress={() => setLong(!isLong)}>
            {isLong ? text.backToNames : text.notOnTheList}
          </Button>
        </div>
      </Stack>
    </Page>
  )
}

/** Another house, or we ourselves, sent the browser back with a code; only codes that have a sentence say anything. */
function SentBack() {
  const code = new URLSearchParams(location.search).get('log-ind')
  const sentence = signinProblems[code as keyof typeof signinProblems]
  if (!sentence) return null
  return (
    <Notice tone="attention" isUrgent>
      <p>{sentence[language()]}</p>
    </Notice>
  )
}
