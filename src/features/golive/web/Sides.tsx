import { bringsIntoUse } from '#features/org/roles.ts'
import { useRolesHere } from '#features/org/web/index.ts'
import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

const sides = { ready: '/klar', gates: '/klar/porte', cases: '/klar/det-skete', pulse: '/klar/puls' } as const
export type Side = keyof typeof sides

const forKeepers: readonly Side[] = ['ready', 'gates']

/** Whether one sees how ready units are, as the menu has it. */
export const useIsKeeper = (): boolean => bringsIntoUse(useRolesHere())

export function Sides({ side }: { side: Side }) {
  const keeps = useIsKeeper()
  const shown = (Object.keys(sides) as Side[]).filter((key) => keeps || !forKeepers.includes(key) || key === side)
  return (
    <TabLinks
      label={text.tabsLabel}
      items={shown.map((key) => ({ href: sides[key], label: text.tabs[key], isCurrent: key === side }))}
    />
  )
}
