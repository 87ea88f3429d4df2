import { tieCitizen } from '#features/citizens/server/index.ts'
import { reaches } from '#features/org/server/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { orders } from '../contract.ts'
import { mayPlaceOrder } from './permissions.ts'

/** Days in which the unit can open a stay for a citizen whose order was placed there. */
export const DAYS_TO_OPEN_A_STAY = 90

const standing = (orderId: Id) => sql`
  select id, citizen_id as "citizenId", unit_id as "unitId", version from orders.order
  where tenant_id = kernel.here() and id = ${orderId} for update`

/** Where the order lies now. Who places orders need not work with the citizen. */
const lyingAt: Gate<{ id: Id }> = {
  right: mayPlaceOrder,
  says: ['place'],
  rows: ({ input, visible, apart }) => sql`
    select "order".id, "order".unit_id as place from orders.order
    where "order".tenant_id = kernel.here() and "order".id = ${input.id}::uuid and ${visible(sql`"order".unit_id`)} and not ${apart(sql`"order".citizen_id`)}`,
}

/** An order that came without a unit, or to the wrong one, goes to the unit that is to do it. The unit sees the citizen from then on. */
export const placeOrder = command(orders.place, {
  may: lyingAt,
  about: (db, input) => db.one<{ id: Id; citizenId: Id; unitId: Id; version: number }>(standing(input.id)),
  audit: (input, about) => ({
    place: about?.unitId,
    person: about?.citizenId,
    records: [input.id],
    about: { to: input.unitId },
  }),
  async run({ db, input, about, by, clock }) {
    if (!(await reaches(db, { id: by.id, at: clock.now(), on: clock.today() }, mayPlaceOrder, input.unitId)))
      throw new Problem('not-found', 'kernel.not-found')
    if (input.unitId === about.unitId) refuse(refusal('orders.same-unit', {}, 'unitId'))
    await db.run(sql`update orders.order set unit_id = ${input.unitId}, version = version + 1, changed_at = ${clock.now()}
      where tenant_id = kernel.here() and id = ${input.id}`)
    await tieCitizen(db, {
      ...{ citizenId: about.citizenId, unitId: input.unitId, because: 'registration', becauseId: null },
      ...{ fromOn: clock.today(), toOn: addDays(clock.today(), DAYS_TO_OPEN_A_STAY) },
    })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (input, about) =>
    [about.unitId, input.unitId].map((place) => ({ topic: 'orders', place, subject: about.citizenId })),
})
