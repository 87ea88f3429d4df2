import { TabLinks } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { knowledge } from '../contract.ts'
import { text } from './text.ts'

const hrefs = { book: '/viden', handover: '/viden/overdragelse', packages: '/viden/pakker' } as const
export type Side = keyof typeof hrefs

/** For whoever hands over or passes on; to all others the book is all there is. */
export function Sides({ side }: { side: Side }) {
  const places = useRead(knowledge.places, {}, { staleMs: 60_000 })
  if (!places.data?.length) return null
  return (
    <TabLinks
      label={text.tabsLabel}
      items={Object.entries(hrefs).map(([name, href]) => ({
        href,
        label: text.tabs[name as Side],
        isCurrent: name === side,
      }))}
    />
  )
}
