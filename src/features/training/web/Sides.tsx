import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

const sides = {
  sessions: '/kurser',
  coverage: '/kurser/daekning',
  needs: '/kurser/behov',
  courses: '/kurser/alle',
} as const
export type Side = keyof typeof sides

export const Sides = ({ side }: { side: Side }) => (
  <TabLinks
    label={text.tabsLabel}
    items={Object.entries(sides).map(([name, href]) => ({
      href,
      label: text.tabs[name as Side],
      isCurrent: name === side,
    }))}
  />
)
