import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { relay } from '../contract.ts'
import { type MessageState, reachDueOf, type Severity, whyNotCount, whyNotPassOn, whyNotReceipt } from '../rules.ts'
import { markOf } from './marks.ts'
import { groupOf } from './people.ts'
import { cameToMe, mayPassOn, maySeeNames, ofLeg } from './permissions.ts'
import { noteReached, settle } from './settle.ts'
import { type StandingMessage, sharedMessage } from './standing.ts'

type StandingLeg = {
  messageId: Id
  unitId: Id
  placeId: Id
  severity: Severity
  state: MessageState
  relayedAt: Instant | null
  shiftStarts: string[]
  roundTheClock: boolean
}

const lockedLeg = (db: Db, { messageId, unitId }: { messageId: Id; unitId: Id }) =>
  db.one<StandingLeg>(sql`select leg.message_id as "messageId", leg.unit_id as "unitId", message.place_id as "placeId", message.severity, message.state,
      leg.relayed_at as "relayedAt", array(select to_char(start, 'HH24:MI') from unnest(unit.shift_starts) start) as "shiftStarts",
      unit.round_the_clock as "roundTheClock"
    from relay.leg
    join relay.message on message.tenant_id = leg.tenant_id and message.id = leg.message_id
    join org.unit on unit.tenant_id = leg.tenant_id and unit.id = leg.unit_id
    where leg.tenant_id = kernel.here() and leg.message_id = ${messageId} and leg.unit_id = ${unitId} for update of leg`)

const tellOf = ({ placeId, unitId }: StandingLeg) => [placeId, unitId].map((place) => ({ topic: 'relay', place }))

export const openLeg = command(relay.openLeg, {
  may: ofLeg(mayPassOn),
  about: lockedLeg,
  audit: (input) => ({ place: input.unitId, records: [input.messageId] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`update relay.leg set contact_read_at = ${clock.now()}, read_by = ${by.id}
      where tenant_id = kernel.here() and message_id = ${input.messageId} and unit_id = ${input.unitId} and contact_read_at is null`)
    return { ok: true as const }
  },
  tell: (_, leg) => tellOf(leg),
})

export const passOn = command(relay.passOn, {
  may: ofLeg(mayPassOn),
  about: lockedLeg,
  audit: (input) => ({ place: input.unitId, records: [input.messageId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotPassOn(about))
    const now = clock.now()
    const { messageId, unitId } = input
    await db.run(sql`update relay.leg set contact_read_at = coalesce(contact_read_at, ${now}), read_by = coalesce(read_by, ${by.id}),
        words = ${input.words?.trim() || null}, channels = ${[...new Set(input.channels)]}::text[], relayed_at = ${now}, relayed_by = ${by.id},
        reach_due_at = ${reachDueOf(about.severity, now, about)}::timestamptz
      where tenant_id = kernel.here() and message_id = ${messageId} and unit_id = ${unitId}`)
    await settle(db, { messageId, unitId, step: 'pass-on' }, { id: by.id, at: now })
    return { ok: true as const }
  },
  tell: (_, leg) => tellOf(leg),
})

export const countReached = command(relay.countReached, {
  may: ofLeg(mayPassOn),
  about: lockedLeg,
  audit: (input) => ({ place: input.unitId, records: [input.messageId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotCount({ ...input, relayedAt: about.relayedAt }))
    await db.run(sql`update relay.leg set counted_staff = ${input.staff}, counted_reached = ${input.reached}
      where tenant_id = kernel.here() and message_id = ${input.messageId} and unit_id = ${input.unitId}`)
    const { messageId, unitId } = input
    const leg = { messageId, unitId, severity: about.severity }
    await noteReached(db, leg, { id: by.id, at: clock.now() }, clock.today())
    return { ok: true as const }
  },
  tell: (_, leg) => tellOf(leg),
})

/** Latest first. Names stand only in receipts of messages that said so before they were sent. */
export const namedReceipts = query(relay.namedReceipts, {
  may: ofLeg(maySeeNames),
  audit: (input) => ({ place: input.unitId }),
  records: sql`select (select id from may limit 1)`,
  read: ({ input }) => sql`
    select employee.id, employee.name, receipt.received_at as "receivedAt" from relay.receipt
    join org.employee on employee.tenant_id = receipt.tenant_id and employee.id = receipt.employee_id
    where receipt.tenant_id = kernel.here() and receipt.message_id = ${input.messageId}::uuid and receipt.unit_id = ${input.unitId}::uuid and receipt.named
    order by receipt.received_at desc, employee.id limit 500`,
})

type Home = { unitId: Id; inGroup: boolean }

/** The one unit in which a person counts for a message; a temp where they are on duty. */
async function homeOf(db: Db, messageId: Id, who: { id: Id; at: Instant; on: string }): Promise<Home> {
  const own = await db.one<{
    unitId: Id
  }>(sql`select own.unit_id as "unitId" from (${groupOf(sql`${messageId}::uuid`, sql`${who.on}`)}) own
    where own.employee_id = ${who.id}`)
  if (own) return { ...own, inGroup: true }
  const here = await db.one<{ unitId: Id }>(sql`select leg.unit_id as "unitId" from relay.leg
    join org.held(${who.id}::uuid, ${who.at}::timestamptz, ${who.on}::date) held on held.unit_id = leg.unit_id
    where leg.tenant_id = kernel.here() and leg.message_id = ${messageId} and leg.relayed_at is not null order by leg.unit_id limit 1`)
  return { unitId: here!.unitId, inGroup: false }
}

/** The trail says that somebody acknowledged something; of what, only where readers were told that names are kept. */
const recordsOf = (message: StandingMessage | undefined) => (message?.namedReceipts ? [message.id] : [])

export const receipt = command(relay.receipt, {
  may: cameToMe((input) => input.messageId),
  about: (db, input) => sharedMessage(db, input.messageId),
  audit: (_, message) => ({ records: recordsOf(message) }),
  async run({ db, about, by, clock }) {
    refuse(whyNotReceipt(about))
    const who = { id: by.id, at: clock.now(), on: clock.today() }
    const { unitId, inGroup } = await homeOf(db, about.id, who)
    await db.run(sql`insert into relay.receipt (message_id, mark, unit_id, in_group, named, employee_id, received_at)
      select message.id, ${markOf(sql`message.salt`, sql`${by.id}`)}, ${unitId}, ${inGroup}, message.named_receipts,
        case when message.named_receipts then ${by.id}::uuid end, ${who.at}
      from relay.message where message.tenant_id = kernel.here() and message.id = ${about.id} and message.salt is not null
      on conflict do nothing`)
    await noteReached(db, { messageId: about.id, unitId, severity: about.severity }, who, who.on)
    return { ok: true as const }
  },
  tell: (_, message) => [{ topic: 'relay', place: message.placeId }],
})
