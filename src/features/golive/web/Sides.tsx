import { announce, TabLinks } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { golive } from '../contract.ts'
import { text } from './text.ts'

const sides = { ready: '/klar', gates: '/klar/porte', cases: '/klar/det-skete', pulse: '/klar/puls' } as const
export type Side = keyof typeof sides

/** How ready units are, for those who may see it: everybody else has what happened, and the pulse. */
const readers: readonly Side[] = ['ready', 'gates']

/** Whether one may see how ready a unit is; undefined until it is known. */
export function useReadsReadiness(): boolean | undefined {
  const telling = useRead(golive.telling, {}, { staleMs: 60_000 })
  return telling.data?.some(({ permitted }) => permitted.includes('read'))
}

export function Sides({ side }: { side: Side }) {
  const reads = useReadsReadiness()
  const shown = (Object.keys(sides) as Side[]).filter((key) => reads || !readers.includes(key) || key === side)
  return (
    <TabLinks
      label={text.tabsLabel}
      items={shown.map((key) => ({ href: sides[key], label: text.tabs[key], isCurrent: key === side }))}
    />
  )
}

/** After a dialog's deed: said to those who listen, and the dialog goes away. */
export const savedAndClose = (onClose: () => void) => () => {
  announce(text.saved)
  onClose()
}
