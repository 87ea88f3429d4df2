import { seesCitizen } from '#features/citizens/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right, Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

export const mayReadOrder = right('orders.read', [...careRoles, 'office'])
/** Type an order from the authority's letter. */
export const mayTypeOrder = right('orders.type', ['unit-leader', 'support-worker', 'health-worker', 'office'])
/** Take in a changed order, or decline it. */
export const mayDecideOrder = right('orders.decide', ['unit-leader', 'office'])
/** Say which unit is to do an order. Needs the citizen's card, not the citizen's daily life. */
export const mayPlaceOrder = right('orders.place', ['unit-leader', 'office', 'administrator'])

/** Whether an order (a table `"order"`) is at a unit within reach and about somebody the actor sees. */
export const orderSeen = (asked: Seeing): Sql =>
  sql`(${asked.visible(sql`"order".unit_id`)} and ${seesCitizen(asked, sql`"order".citizen_id`)})`

/** An order at a unit that the right reaches, about somebody the actor sees. */
export const ofOrder = <I>(held: Right, order: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  says: ['place'],
  rows: (asked) => sql`
    select "order".id, "order".unit_id as place from orders.order
    where "order".tenant_id = kernel.here() and "order".id = ${order(asked.input)}::uuid and ${orderSeen(asked)}`,
})
