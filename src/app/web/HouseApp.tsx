import { QueryClientProvider } from '@tanstack/react-query'
import { Link, RouterProvider } from '@tanstack/react-router'
import { type ComponentProps, lazy, Suspense } from 'react'
import { ContinuityDoor } from '#features/continuity/web/index.ts'
import type { Language } from '#kernel/lang/text.ts'
import { Button, Empty, type LinkParts, Loading, Page, patiently, Shell, Ui, Veil } from '#kernel/ui/index.ts'
import { askWhoIAm, cache, drawnPanels, PanelsProvider, SessionGate } from '#kernel/web/index.ts'
import { Faulted } from './Faulted.tsx'
import { features } from './features.ts'
import { useLanguage } from './language.ts'
import { isOpenHouse, OpenHouse } from './OpenHouse.tsx'
import { router } from './router.tsx'
import { text } from './text.ts'

/** The door weighs a fifth of the house, and who is inside already does not come through it. */
const door = () => import('./Door.tsx')
const Door = lazy(() => patiently(door).then(({ Door }) => ({ default: Door })))
const Over = lazy(() => patiently(door).then(({ Lapsed }) => ({ default: Lapsed })))
const Lapsed = (props: ComponentProps<typeof Over>) => (
  <Suspense fallback={<Veil />}>
    <Over {...props} />
  </Suspense>
)

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

const plainLink = ({ href, ...rest }: LinkParts) => <a href={href} {...rest} />

/** The whole app. A change of language draws it anew. */
export function HouseApp() {
  const language = useLanguage()
  if (isOpenHouse) return <ForGuests key={language} language={language} />
  return (
    <Ui key={language} language={language} renderLink={renderLink}>
      <Faulted>
        <QueryClientProvider client={cache}>
          <PanelsProvider value={panels}>
            <SessionGate
              asking={<Asking />}
              signedOut={
                <Suspense fallback={<Asking />}>
                  <Door />
                </Suspense>
              }
              unreachable={<Unreachable />}
              Lapsed={Lapsed}
            >
              <RouterProvider router={router} />
            </SessionGate>
          </PanelsProvider>
        </QueryClientProvider>
      </Faulted>
    </Ui>
  )
}

/** A page for guests: no session, no menu, nothing of the house behind it. */
const ForGuests = ({ language }: { language: Language }) => (
  <Ui language={language} renderLink={plainLink}>
    <Faulted>
      <QueryClientProvider client={cache}>
        <OpenHouse />
      </QueryClientProvider>
    </Faulted>
  </Ui>
)

const Asking = () => (
  <Shell brand={text.product} nav={[]}>
    <Loading lines={8} />
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
