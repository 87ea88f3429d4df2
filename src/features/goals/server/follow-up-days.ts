import { type Sql, sql } from '#kernel/server/sql.ts'

/** When an order (a table `"order"`) last named its day of follow-up: when it came, or with the change that was taken in. */
const namedAt: Sql = sql`coalesce((select max(revision.decided_at) from orders.revision where revision.tenant_id = kernel.here() and revision.order_id = "order".id
    and revision.state = 'taken' and revision.differences @> '[{"what": "followUpOn"}]'), "order".received_at)`

const ofSame: Sql = sql`follow_up.tenant_id = kernel.here() and follow_up.cancelled_at is null
  and follow_up.citizen_id = "order".citizen_id and follow_up.unit_id = "order".unit_id`

/** There is one follow-up to prepare for: the day that was told last. An order's day (a table `"order"`) gives way to the one the unit was told since. */
export const orderGivesWay: Sql = sql`exists (select from goals.follow_up where ${ofSame} and (follow_up.planned_at >= ${namedAt} or follow_up.due_on = "order".follow_up_on))`

/** And what the unit was told (a table `follow_up`) to the day that the order has named since. */
export const followUpGivesWay: Sql = sql`(follow_up.held_on is null and exists (select from orders.order where "order".tenant_id = kernel.here() and "order".status = 'active'
  and ${ofSame} and "order".follow_up_on is not null and "order".follow_up_on <> follow_up.due_on and follow_up.planned_at < ${namedAt}))`
