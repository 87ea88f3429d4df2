import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

type Side = keyof typeof text.tabs
const hrefs: Record<Side, string> = {
  messages: '/kommunikation',
  questions: '/kommunikation/spoergsmaal',
  chain: '/kommunikation/kaeden',
  meetings: '/moeder',
  stakeholders: '/kommunikation/interessenter',
}

export const Sides = ({ side }: { side: Side }) => (
  <TabLinks
    label={text.tabsLabel}
    items={(Object.keys(hrefs) as Side[]).map((key) => ({
      href: hrefs[key],
      label: text.tabs[key],
      isCurrent: key === side,
    }))}
  />
)
