import { lazy, Suspense, useEffect } from 'react'
import { Disclosure, Loading, Shell, Stack } from '#kernel/ui/index.ts'
import type { PageAt } from '#kernel/web/index.ts'
import { openPages } from './features.ts'
import { Switches } from './Switches.tsx'
import { text } from './text.ts'

type Found = { page: PageAt; blanks: Record<string, string> }

/** The open page at an address, with what its blanks say; undefined inside the house. */
export function openPageAt(pathname: string): Found | undefined {
  const said = pathname.replace(/\/$/, '').split('/')
  for (const page of openPages) {
    const parts = page.path.split('/')
    const fits = parts.length === said.length && parts.every((part, at) => part.startsWith('$') || part === said[at])
    if (!fits) continue
    const blanks = parts.flatMap((part, at) =>
      part.startsWith('$') ? [[part.slice(1), decodeURIComponent(said[at]!)]] : [],
    )
    return { page, blanks: Object.fromEntries(blanks) }
  }
  return undefined
}

const found = openPageAt(location.pathname)
const OpenPage = found && lazy(() => found.page.load().then((Page) => ({ default: Page })))

/** Whether this page is one for guests: nobody signs in here, and nothing else of the house is in reach. */
export const isOpenHouse = OpenPage !== undefined

export function OpenHouse() {
  useEffect(() => {
    document.title = `${found!.page.title()} · ${text.product}`
  })
  return (
    <Shell brand={text.product} nav={[]}>
      <Stack gap={6}>
        <Suspense fallback={<Loading lines={8} />}>{OpenPage && <OpenPage {...found!.blanks} />}</Suspense>
        <Disclosure title={text.settings}>
          <Switches />
        </Disclosure>
      </Stack>
    </Shell>
  )
}
