import { Outlet, useLocation, useMatches, useRouterState } from '@tanstack/react-router'
import { EmergencyFrame } from '#features/access/web/index.ts'
import { ContinuityBanner } from '#features/continuity/web/index.ts'
import { UnitChooser, useRolesHere, useWithout, useWord } from '#features/org/web/index.ts'
import { IdleLock } from '#features/signin/web/index.ts'
import { Shell } from '#kernel/ui/index.ts'
import { type Me, useArrival, useMe } from '#kernel/web/index.ts'
import { Banners } from './Banners.tsx'
import { Faulted } from './Faulted.tsx'
import { navigation, titleOf } from './features.ts'
import { menuOf, type Place } from './menu.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { text } from './text.ts'

/** The signed-in house: where I am, where I can go, and the page. */
export function House() {
  const { pathname } = useLocation()
  const route = useMatches().at(-1)?.fullPath
  // What those the unit supports are called stands in the menu too.
  useWord()
  const title = titleOf(route)
  const nav = menuOf(navOf({ me: useMe(), roles: useRolesHere(), without: useWithout() }, pathname))
  // The address changes before its page has come; one arrives when the page stands there.
  const arrivedAt = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? pathname })
  useArrival(arrivedAt, title ? `${title} · ${text.product}` : text.product)
  return (
    <Shell
      brand={<UnitChooser />}
      nav={nav}
      actions={<PersonMenu />}
      banner={
        <>
          <EmergencyFrame />
          <IdleLock />
          <Banners />
          <ContinuityBanner />
        </>
      }
    >
      <Faulted key={pathname}>
        <Outlet />
      </Faulted>
    </Shell>
  )
}

const navOf = (who: { me: Me; roles: readonly string[]; without: readonly string[] }, pathname: string): Place[] =>
  navigation
    .filter(({ entry }) => entry.isFor?.(who) ?? true)
    .map(({ entry: { label, href, glyph, order }, gathering }) => ({
      item: { label: label(), href, glyph, isCurrent: isAt(href, pathname) },
      order,
      gathering,
    }))

const isAt = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
