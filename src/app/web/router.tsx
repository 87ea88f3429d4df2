import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useParams,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Loading, patiently } from '#kernel/ui/index.ts'
import { isOnline, type PageAt } from '#kernel/web/index.ts'
import { navigation, pages } from './features.ts'
import { House } from './House.tsx'
import { UnknownPage } from './UnknownPage.tsx'

const root = createRootRoute({ component: House, notFoundComponent: UnknownPage })

/** A page gets the blanks of its address as its props. */
const withBlanks = (load: PageAt['load']) => async () => {
  // With network a page that is not there belongs to another version, and the router starts anew with that one.
  const Page = (await (isOnline() ? load() : patiently(load))) as ComponentType<object>
  return { default: () => <Page {...useParams({ strict: false })} /> }
}

const routes = pages.map(({ path, load }) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(withBlanks(load), 'default') }),
)

/** Until some feature stands at `/`, the first place in the menu is the front page. */
const front = pages.some(({ path }) => path === '/')
  ? []
  : [
      createRoute({
        getParentRoute: () => root,
        path: '/',
        beforeLoad: () => {
          throw redirect({ to: navigation[0]!.entry.href, replace: true } as never)
        },
      }),
    ]

export const router = createRouter({
  routeTree: root.addChildren([...front, ...routes]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading lines={8} />,
  scrollRestoration: true,
})
