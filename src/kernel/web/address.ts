import { useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'

/** The address as words: where one is, and `go('/citizens/…')`. */
export function useAddress() {
  const { pathname, searchStr } = useLocation()
  const navigate = useNavigate()
  const go = useCallback(
    (href: string, { replace = false }: { replace?: boolean } = {}) => void navigate({ to: href, replace } as never),
    [navigate],
  )
  return { pathname, search: new URLSearchParams(searchStr), go }
}

/** A filter that stands in the address, so that back and reload keep it: `?filter=important`. */
export function useAddressWord(name: string, otherwise: string): [string, (to: string) => void] {
  const { pathname, search, go } = useAddress()
  const set = (to: string) => {
    if (to === otherwise) search.delete(name)
    else search.set(name, to)
    go(search.size ? `${pathname}?${search}` : pathname, { replace: true })
  }
  return [search.get(name) ?? otherwise, set]
}

const ARRIVAL_PATIENCE_MS = 5_000

/** After a move, not at the first page: those who listen hear the new page's heading, and Tab goes on from there. */
export function useArrival(pathname: string, title: string): void {
  const former = useRef(pathname)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (former.current === pathname) return
    former.current = pathname
    return onHeading((heading) => {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      scrollTo(0, 0)
    })
  }, [pathname])
}

/** The page may still be on its way; a field that took the focus meanwhile keeps it. */
function onHeading(then: (heading: HTMLElement) => void): () => void {
  const main = document.getElementById('main') ?? document.body
  const look = (): boolean => {
    const heading = main.querySelector('h1')
    if (!heading) return false
    if (!main.contains(document.activeElement) || document.activeElement === main) then(heading)
    return true
  }
  if (look()) return () => undefined
  const watcher = new MutationObserver(() => look() && watcher.disconnect())
  watcher.observe(main, { childList: true, subtree: true })
  const timer = setTimeout(() => watcher.disconnect(), ARRIVAL_PATIENCE_MS)
  return () => {
    watcher.disconnect()
    clearTimeout(timer)
  }
}
