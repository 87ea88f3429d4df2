import { QueryClientProvider } from '@tanstack/react-query'
import { Link, RouterProvider } from '@tanstack/react-router'
import { ContinuityDoor } from '#features/continuity/web/index.ts'
import { SignInAgain, SignInPage } from '#features/org/web/index.ts'
import { Button, Empty, type LinkParts, Loading, Page, Shell, Ui } from '#kernel/ui/index.ts'
import { askWhoIAm, cache, drawnPanels, PanelsProvider, SessionGate } from '#kernel/web/index.ts'
import { Faulted } from './Faulted.tsx'
import { features } from './features.ts'
import { useLanguage } from './language.ts'
import { Switches } from './PersonMenu.tsx'
import { router } from './router.tsx'
import { text } from './text.ts'

const panels = drawnPanels(features.flatMap((feature) => feature.panels ?? []))

/** Addresses are words; those of other houses, and of files, are left to the browser. */
/** A page is current only at its own address, not at those below it: the tabs of a citizen lie under each other. */
const EXACT = { exact: true }

const renderLink = ({ href, ...rest }: LinkParts) =>
  href.startsWith('/') && !href.startsWith('/api/') ? (
    <Link to={href} activeOptions={EXACT} {...rest} />
  ) : (
    <a href={href} {...rest} />
  )

/** The whole app. A change of language draws it anew. */
export function HouseApp() {
  const language = useLanguage()
  return (
    <Ui key={language} language={language} renderLink={renderLink}>
      <Faulted>
        <QueryClientProvider client={cache}>
          <PanelsProvider value={panels}>
            <SessionGate
              asking={<Asking />}
              signedOut={<Door />}
              unreachable={<Unreachable />}
              SignInAgain={SignInAgain}
            >
              <RouterProvider router={router} />
            </SessionGate>
          </PanelsProvider>
        </QueryClientProvider>
      </Faulted>
    </Ui>
  )
}

const Asking = () => (
  <Shell brand={text.product} nav={[]}>
    <Loading lines={8} />
  </Shell>
)

const Door = () => (
  <Shell brand={text.product} nav={[]}>
    <ContinuityDoor>
      <SignInPage foot={<Switches />} />
    </ContinuityDoor>
  </Shell>
)

const Unreachable = () => (
  <Shell brand={text.product} nav={[]}>
    <ContinuityDoor isLost>
      <Page title={text.unreachableTitle}>
        <Empty action={<Button onPress={() => void askWhoIAm()}>{text.tryNow}</Button>}>{text.unreachableWords}</Empty>
      </Page>
    </ContinuityDoor>
  </Shell>
)
