import { useEffect, useRef } from 'react'
import { useEmergency } from '#features/access/web/index.ts'
import { useTelling } from '#features/golive/web/index.ts'
import { useMessagesItem } from '#features/relay/web/index.ts'
import { useOwnItems } from '#features/signin/web/index.ts'
import type { MenuAct } from '#kernel/ui/index.ts'

/** What features have for the person's menu, told to it as it comes; their dialogs stand here. */
export function OwnItems({ onItems }: { onItems: (items: readonly MenuAct[]) => void }) {
  const emergency = useEmergency()
  const telling = useTelling()
  const messages = useMessagesItem()
  const own = useOwnItems()
  const items = [emergency.item, messages, ...telling.items, ...own].filter((item) => item !== undefined)
  const said = items.map(({ id, label }) => `${id} ${label}`).join(', ')
  // Told anew only when the words are others: what an item does stays the same.
  const latest = useRef(items)
  latest.current = items
  useEffect(() => {
    onItems(said ? latest.current : [])
  }, [said, onItems])
  return (
    <>
      {emergency.dialog}
      {telling.dialog}
    </>
  )
}
