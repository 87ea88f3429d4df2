import { useState } from 'react'
import { Button, Columns, Dialog, Notice, Page, Show, Stack } from '#kernel/ui/index.ts'
import { readAgain, signedIn, useMe, useRead } from '#kernel/web/index.ts'
import { type Security, signin } from '../contract.ts'
import { LongWay } from './LongWay.tsx'
import { OwnFactors } from './OwnFactors.tsx'
import { OwnPin } from './OwnPin.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { words } from './pages-text.ts'
import { SsoLinks } from './SsoLinks.tsx'
import { useWays } from './use-ways.ts'

/** What I sign in with, and where I am signed in. */
export function SecurityPage() {
  const security = useRead(signin.mySecurity, {})
  return (
    <Page title={words.security} lead={words.lead}>
      <Columns>
        <Show of={security} isEmpty={() => false} lines={8}>
          {(known) => (
            <Stack gap={6}>
              {!known.isFresh && <ShowAgain />}
              <Parts security={known} />
            </Stack>
          )}
        </Show>
      </Columns>
    </Page>
  )
}

const Parts = ({ security }: { security: Security }) => (
  <>
    <PasswordSection security={security} />
    <OwnFactors security={security} />
    <OwnPin security={security} />
    <OwnSessions sessions={security.sessions} />
  </>
)

/** A page left open is no proof of who sits there. */
function ShowAgain() {
  const me = useMe()
  const ways = useWays()
  const [isOpen, setOpen] = useState(false)
  const done = async () => {
    await signedIn()
    setOpen(false)
    await readAgain(['signin'])
  }
  return (
    <Notice tone="neutral" actions={<Button onPress={() => setOpen(true)}>{words.showAgain}</Button>}>
      <p>{words.notFresh}</p>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`${words.showAgain}: ${me.name}`} isSticky>
        <SsoLinks ways={ways.data?.sso ?? []} />
        <LongWay autoFocus onIn={() => void done()} />
      </Dialog>
    </Notice>
  )
}
