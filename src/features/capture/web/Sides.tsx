import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** Needs and days are two sides of one thing. */
export const Sides = ({ current }: { current: 'needs' | 'days' }) => (
  <TabLinks
    label={text.sides}
    items={[
      { href: '/behov', label: text.needsTab, isCurrent: current === 'needs' },
      { href: '/dage', label: text.daysTab, isCurrent: current === 'days' },
    ]}
  />
)
