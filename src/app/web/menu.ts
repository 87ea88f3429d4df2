import type { GlyphName, NavGroup, NavItem } from '#kernel/ui/index.ts'

/** What belongs together in the menu, once there is more than a phone has room for. */
export type Gathering = {
  readonly label: () => string
  readonly glyph: GlyphName
  /** Where it stands among places; the places within keep their own order. */
  readonly order: number
  /** The wider word that takes it in when even the gatherings are too many. */
  readonly within?: Gathering
}

/** A place that somebody may go to, in the order of the menu. */
export type Place = {
  readonly item: NavItem
  readonly order: number
  readonly gathering?: Gathering | undefined
}

/** As many places as lie under a thumb with their words on 320 px. */
export const MOST_PLACES = 5

/** The menu of one person: everything side by side while it fits, then by gathering, then by the wider word. */
export function menuOf(places: readonly Place[]): (NavItem | NavGroup)[] {
  if (places.length <= MOST_PLACES) return places.map(({ item }) => item)
  const narrow = gathered(places, (gathering) => gathering)
  return narrow.length <= MOST_PLACES ? narrow : gathered(places, (gathering) => gathering.within ?? gathering)
}

/** One place alone is no gathering. */
function gathered(places: readonly Place[], word: (gathering: Gathering) => Gathering): (NavItem | NavGroup)[] {
  const keyOf = ({ gathering }: Place) => gathering && word(gathering)
  const together = Map.groupBy(places, keyOf)
  const entries = places.flatMap((place): { order: number; entry: NavItem | NavGroup }[] => {
    const key = keyOf(place)
    const all = key && together.get(key)!
    if (!all || all.length === 1) return [{ order: place.order, entry: place.item }]
    const entry = { label: key.label(), glyph: key.glyph, parts: partsOf(all) }
    return place === all[0] ? [{ order: key.order, entry }] : []
  })
  return entries.toSorted((a, b) => a.order - b.order).map(({ entry }) => entry)
}

const partsOf = (places: readonly Place[]): NavGroup['parts'] =>
  [...Map.groupBy(places, ({ gathering }) => gathering!)].map(([gathering, within]) => ({
    label: gathering.label(),
    items: within.map(({ item }) => item),
  }))
