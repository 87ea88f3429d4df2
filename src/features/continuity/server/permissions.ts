import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, sql } from '#kernel/server/sql.ts'

/** Pair a tablet with a unit, and end it. */
export const mayPair = right('continuity.pair', ['unit-leader'])
/** Let a paired tablet fetch a fresh pack, and see how old the packs are. */
export const mayFetch = right('continuity.fetch', careRoles)

/** A tablet, ended or not, of a unit that the right reaches. */
export const ofTablet = <I>(held: typeof mayPair, tablet: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`
    select tablet.id from continuity.tablet
    where tablet.tenant_id = kernel.here() and tablet.id = ${tablet(input)}::uuid and ${visible(sql`tablet.unit_id`)}`,
})
