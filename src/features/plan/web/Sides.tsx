import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

const sides = { board: '/plan', ahead: '/plan/frem', tasks: '/plan/opgaver', waves: '/plan/boelger' } as const
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
