import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'

/** Decide what a sign-in demands, and which other houses are believed. */
export const mayDecide = right('signin.decide', ['administrator'])
/** Make a browser a device that a unit shares, and end it. */
export const mayPairDevice = right('signin.pair', ['unit-leader'])

/** The right must reach the top of the tree: what is decided holds for the whole municipality. */
export const overAll = (held: Right): Gate<unknown> => ({
  right: held,
  rows: ({ visible }) =>
    sql`select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null and ${visible(sql`unit.id`)}`,
})
