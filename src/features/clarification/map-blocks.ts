/** The parts of »Sådan er vi«, in the order they are read. */
export const mapBlocks = [
  'target-group',
  'legal-grounds',
  'places',
  'staff',
  'teams',
  'shifts',
  'tasks',
  'works-with',
  'words',
  'systems-today',
  'methods',
  'pride',
  'worry',
] as const
export type MapBlock = (typeof mapBlocks)[number]

export type JudgedBlock = { readonly key: MapBlock; readonly content: string; readonly fits: boolean | null }

/** What a vendor is not told in the portrait: it is the unit's own to say. */
const keptHome: readonly MapBlock[] = ['worry']
export const portraitBlocks = mapBlocks.filter((key) => !keptHome.includes(key))

/** The map is confirmed when every part that says something has been judged to fit; an empty map is not. */
export const isMapConfirmed = (blocks: readonly JudgedBlock[]): boolean => {
  const filled = blocks.filter(({ content }) => content.trim() !== '')
  return filled.length > 0 && filled.every(({ fits }) => fits === true)
}
