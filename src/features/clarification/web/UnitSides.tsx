import type { Id } from '#kernel/lang/id.ts'
import { TabLinks } from '#kernel/ui/index.ts'
import { text } from './text.ts'

export const unitHref = (unitId: Id, side = ''): string => `/afklaring/enhed/${unitId}${side}`

type Side = 'overview' | 'map' | 'questions' | 'plain'

/** The sides of one unit, for those who clarify it. */
export const UnitSides = ({ unitId, side }: { unitId: Id; side: Side }) => (
  <TabLinks
    label={text.tabsLabel}
    items={[
      { href: unitHref(unitId, '/saadan-er-vi'), label: text.map.title, isCurrent: side === 'map' },
      { href: unitHref(unitId, '/spoergsmaal'), label: text.questions.title, isCurrent: side === 'questions' },
      { href: unitHref(unitId), label: text.panel.approval, isCurrent: side === 'overview' },
    ]}
  />
)

/** The sides of the whole, for whoever coordinates. */
export const WholeSides = ({ side }: { side: keyof typeof text.tabs }) => (
  <TabLinks
    label={text.tabsLabel}
    items={[
      { href: '/afklaring', label: text.tabs.matrix, isCurrent: side === 'matrix' },
      { href: '/afklaring/gab', label: text.tabs.gaps, isCurrent: side === 'gaps' },
      { href: '/afklaring/kontakter', label: text.tabs.contacts, isCurrent: side === 'contacts' },
      { href: '/afklaring/saet', label: text.tabs.sets, isCurrent: side === 'sets' },
    ]}
  />
)
