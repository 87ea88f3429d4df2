import { calledName, ofCitizen, seesCitizen } from '#features/citizens/server/index.ts'
import { unitName } from '#features/org/server/index.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { orders } from '../contract.ts'
import { attachmentsOfOrder, attachmentsOfRevision } from './attachments.ts'
import { interventionsOfOrder, orderColumns, partsOfOrder, revisionsOfOrder } from './order-rows.ts'
import { mayDecideOrder, mayPlaceOrder, mayReadOrder, mayTypeOrder, ofOrder } from './permissions.ts'

const MOST = 200

export const ordersOfCitizen = query(orders.ofCitizen, {
  may: ofCitizen(mayReadOrder, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  read: ({ input, visible }) => sql`
    select ${orderColumns} from orders.order
    where "order".tenant_id = kernel.here() and "order".citizen_id = ${input.citizenId}::uuid and ${visible(sql`"order".unit_id`)}
    order by "order".ordered_on desc, "order".id limit ${sql.lit(MOST)}`,
})

export const oneOrder = query(orders.order, {
  may: ofOrder(mayReadOrder, (input) => input.orderId),
  audit: () => ({ person: sql`(select "citizenId" from rows)` }),
  read: ({ input, offers }) => sql`
    select ${orderColumns}, ${interventionsOfOrder} as interventions, ${partsOfOrder} as parts, ${revisionsOfOrder} as revisions, ${attachmentsOfOrder} as attachments,
      ${offers({ decide: mayDecideOrder, place: mayPlaceOrder }, sql`"order".unit_id`)} as permitted
    from orders.order where "order".tenant_id = kernel.here() and "order".id = ${input.orderId}::uuid`,
  records: sql`select id from rows`,
})

/** Units of the citizen's at which the actor may type an order from a letter. */
export const forCitizen = query(orders.forCitizen, {
  may: ofCitizen(mayReadOrder, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  steps: ({ input, today }) => ({
    units: sql`select distinct tie.unit_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.citizen_id = ${input.citizenId}::uuid and tie.from_on <= ${today}::date
        and (tie.to_on is null or tie.to_on >= ${today}::date) and tie.unit_id = any (array(${mayTypeOrder.places}))`,
  }),
  read: ({ input }) => sql`
    select ${input.citizenId}::uuid as id, array(select unit_id from units order by unit_id) as "unitIds",
      case when exists (select from units) then array['type'] else '{}'::text[] end as permitted`,
  records: sql`select null::uuid where false`,
})

/** Oldest first: somebody is waiting for an answer. */
export const waitingChanges = query(orders.waiting, {
  may: anywhere(mayDecideOrder),
  audit: () => ({}),
  read: (asked) => sql`
    select revision.id, "order".id as "orderId", "order".citizen_id as "citizenId", ${calledName(sql`citizen`)} as "calledName",
      "order".unit_id as "unitId", ${unitName(sql`"order".unit_id`)} as "unitName", "order".purpose, revision.differences, ${attachmentsOfRevision} as attachments,
      revision.received_at as "receivedAt", "order".version
    from orders.revision
    join orders.order on "order".tenant_id = kernel.here() and "order".id = revision.order_id
    join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = "order".citizen_id
    where revision.tenant_id = kernel.here() and revision.state = 'waiting'
      and ${asked.visible(sql`"order".unit_id`)} and ${seesCitizen(asked, sql`"order".citizen_id`)}
    order by revision.received_at, revision.id limit ${sql.lit(MOST)}`,
  subjects: sql`select "citizenId" from rows`,
})

/** Oldest first. Who places orders need not work with the citizen: of the order they see whose it is and from whom. */
export const unplaced = query(orders.unplaced, {
  may: anywhere(mayPlaceOrder),
  audit: () => ({}),
  read: (asked) => sql`
    select "order".id, "order".citizen_id as "citizenId", ${calledName(sql`citizen`)} as "calledName", ${unitName(sql`"order".unit_id`)} as "unitName",
      "order".authority_name as "authorityName", "order".ordered_on as "orderedOn", "order".received_at as "receivedAt", "order".version
    from orders.order
    join org.unit on unit.tenant_id = kernel.here() and unit.id = "order".unit_id and unit.kind <> 'offer'
    join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = "order".citizen_id
    where "order".tenant_id = kernel.here() and "order".status in ('active', 'on-hold', 'draft')
      and ${asked.visible(sql`"order".unit_id`)} and not ${asked.apart(sql`"order".citizen_id`)}
    order by "order".received_at, "order".id limit ${sql.lit(MOST)}`,
  subjects: sql`select "citizenId" from rows`,
})
