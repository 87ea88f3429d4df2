import type { Id } from '#kernel/lang/id.ts'
import { TabLinks } from '#kernel/ui/index.ts'
import { useAddress } from '#kernel/web/index.ts'
import { text } from './text.ts'

export function CitizenTabs({ citizenId }: { citizenId: Id }) {
  const { pathname } = useAddress()
  const at = `/borger/${citizenId}`
  const items = [
    { href: at, label: text.sideNotes },
    { href: `${at}/kort`, label: text.sideCard },
    { href: `${at}/ophold`, label: text.sideStays },
  ]
  return <TabLinks label={text.sides} items={items.map((item) => ({ ...item, isCurrent: item.href === pathname }))} />
}
