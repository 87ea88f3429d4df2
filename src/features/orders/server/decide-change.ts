import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type OrderContent, orders } from '../contract.ts'
import { whyNotDecide } from '../rules.ts'
import { takeChange } from './keep-order.ts'
import { mayDecideOrder, ofOrder } from './permissions.ts'

type Waiting = { id: Id; orderId: Id; citizenId: Id; unitId: Id; state: string; content: string; version: number }

/** A person has seen the difference: the order says what the new version says, or goes on as it was. */
export const decideChange = command(orders.decide, {
  may: ofOrder(mayDecideOrder, (input) => input.orderId),
  about: (db, input) =>
    db.one<Waiting>(sql`
      select revision.id, "order".id as "orderId", "order".citizen_id as "citizenId", "order".unit_id as "unitId", revision.state, revision.content::text, "order".version
      from orders.revision join orders.order on "order".tenant_id = kernel.here() and "order".id = revision.order_id
      where revision.tenant_id = kernel.here() and revision.id = ${input.id} and "order".id = ${input.orderId} for update`),
  audit: (input, about) => ({
    place: about?.unitId,
    person: about?.citizenId,
    records: [input.orderId],
    about: { revision: input.id, take: input.take ? 'yes' : 'no' },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotDecide(about, input.take, input.because))
    await db.run(sql`update orders.revision set state = ${input.take ? 'taken' : 'declined'}, decided_at = ${clock.now()}, decided_by = ${by.id},
        decided_by_name = (select name from org.employee where tenant_id = kernel.here() and id = ${by.id}), decided_because = ${input.because}
      where tenant_id = kernel.here() and id = ${about.id}`)
    if (!input.take) return { id: about.orderId, version: about.version }
    await takeChange({ db, by, at: clock.now() }, about.orderId, JSON.parse(about.content) as OrderContent)
    return { id: about.orderId, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'orders', place: about.unitId, subject: about.citizenId }],
})
