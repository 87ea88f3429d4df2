import { announce, TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

const sides = { ready: '/klar', gates: '/klar/porte', cases: '/klar/det-skete', pulse: '/klar/puls' } as const
export type Side = keyof typeof sides

export const Sides = ({ side }: { side: Side }) => (
  <TabLinks
    label={text.tabsLabel}
    items={(Object.keys(sides) as Side[]).map((key) => ({
      href: sides[key],
      label: text.tabs[key],
      isCurrent: key === side,
    }))}
  />
)

/** After a dialog's deed: said to those who listen, and the dialog goes away. */
export const savedAndClose = (onClose: () => void) => () => {
  announce(text.saved)
  onClose()
}
