import { employeeName } from '#features/org/server/index.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { relay } from '../contract.ts'
import { markOf } from './marks.ts'
import { contactIn, countsOf, shareIn } from './people.ts'
import {
  mayByPass,
  mayCarry,
  mayCoordinate,
  mayFollow,
  mayHear,
  maySeeNames,
  ofMessage,
  reaches,
} from './permissions.ts'

const LATELY = '90 days'
const MOST = 100

const escalations = (
  unit: Sql,
): Sql => sql`(select coalesce(json_agg(json_build_object('step', told.step, 'toRole', told.to_role, 'dueAt', told.due_at,
    'madeAt', told.made_at, 'settledAt', told.settled_at) order by told.made_at, told.due_at), '[]')
  from relay.escalation told where told.tenant_id = kernel.here() and told.message_id = message.id and told.unit_id is not distinct from ${unit})`

const legs = (
  today: Sql,
): Sql => sql`(select coalesce(json_agg(json_build_object('unitId', leg.unit_id, 'unitName', unit.name, 'contactDueAt', leg.contact_due_at,
    'contactReadAt', leg.contact_read_at, 'relayedAt', leg.relayed_at, 'words', leg.words, 'channels', leg.channels, 'reachDueAt', leg.reach_due_at,
    'reachedAt', leg.reached_at, 'share', ${shareIn(sql`counts`)}, 'escalations', ${escalations(sql`leg.unit_id`)}) order by unit.name collate "da-x-icu"), '[]')
  from relay.leg
  join org.unit on unit.tenant_id = leg.tenant_id and unit.id = leg.unit_id
  left join lateral (${countsOf(sql`message.id`, today)}) counts on counts.unit_id = leg.unit_id
  where leg.tenant_id = kernel.here() and leg.message_id = message.id)`

const acts = sql`case when ${reaches(mayCoordinate, sql`message.place_id`)} then case message.state when 'with-coordinator' then array['release']
  when 'released' then array['recall', 'close'] when 'closed' then array['recall'] else '{}'::text[] end else '{}'::text[] end`

const columns = (
  today: Sql,
): Sql => sql`message.id, message.place_id as "placeId", message.number, message.origin, message.severity, message.title, message.body,
  message.own_title as "ownTitle", message.own_body as "ownBody", message.state, message.named_receipts as "namedReceipts", message.purpose,
  message.by_pass as "byPass", message.expires_on::text as "expiresOn", message.corrects_id as "correctsId", message.recalled_because as "recalledBecause",
  message.received_at as "receivedAt", message.release_due_at as "releaseDueAt", message.released_at as "releasedAt", message.closed_at as "closedAt",
  ${legs(today)} as legs, ${escalations(sql`null::uuid`)} as escalations, message.version, ${acts} as permitted`

/** When the step that waits longest was due; null when nothing waits on a clock. */
const waitsSince = sql`case message.state when 'with-coordinator' then message.release_due_at when 'released' then (
  select min(case when leg.relayed_at is null then leg.contact_due_at when leg.reached_at is null then leg.reach_due_at end)
  from relay.leg where leg.tenant_id = kernel.here() and leg.message_id = message.id) end`

export const messages = query(relay.messages, {
  may: anywhere(mayFollow),
  audit: () => ({}),
  read: ({ visible, today, now }) => sql`
    select ${columns(sql`${today}`)} from relay.message
    where message.tenant_id = kernel.here() and ${visible(sql`message.place_id`)}
      and (message.state in ('with-coordinator', 'released') or message.received_at > ${now}::timestamptz - interval ${sql.lit(LATELY)})
    order by coalesce(${waitsSince} < ${now}::timestamptz, false) desc, case when ${waitsSince} < ${now}::timestamptz then ${waitsSince} end,
      message.state in ('with-coordinator', 'released') desc, message.received_at desc, message.id limit ${sql.lit(MOST)}`,
})

export const message = query(relay.message, {
  may: ofMessage(mayFollow, (input) => input.id),
  audit: () => ({}),
  records: sql`select id from rows`,
  read: ({ today }) => sql`select ${columns(sql`${today}`)} from relay.message
    where message.tenant_id = kernel.here() and message.id = (select id from may)`,
})

/** What waits for the contact first; then what was passed on lately. */
export const carried = query(relay.carried, {
  may: anywhere(mayCarry),
  audit: () => ({}),
  read: ({ visible, today, actor, now, offers }) => sql`
    select message.id, leg.unit_id as "unitId", unit.name as "unitName", message.number, message.origin, message.severity,
      ${offers({ 'see-names': maySeeNames }, sql`leg.unit_id`)} as permitted, message.own_title as title, message.own_body as body,
      case when message.origin = 'vendor' then message.title end as "vendorTitle", case when message.origin = 'vendor' then message.body end as "vendorBody",
      message.state, message.recalled_because as "recalledBecause", message.named_receipts as "namedReceipts",
      leg.contact_due_at as "contactDueAt", leg.contact_read_at as "contactReadAt", leg.relayed_at as "relayedAt", leg.words, leg.reach_due_at as "reachDueAt",
      leg.reached_at as "reachedAt", ${shareIn(sql`counts`)} as share,
      coalesce(${contactIn(sql`leg.unit_id`, 'acting_id', sql`${today}`)} = ${actor}::uuid, false) as "isMine",
      ${employeeName(contactIn(sql`leg.unit_id`, 'acting_id', sql`${today}`))} as "withName"
    from relay.leg
    join relay.message on message.tenant_id = leg.tenant_id and message.id = leg.message_id
    join org.unit on unit.tenant_id = leg.tenant_id and unit.id = leg.unit_id
    left join lateral (${countsOf(sql`message.id`, sql`${today}`)}) counts on counts.unit_id = leg.unit_id
    where leg.tenant_id = kernel.here() and ${visible(sql`leg.unit_id`)}
      and ((message.state = 'released' and leg.relayed_at is null) or message.released_at > ${now}::timestamptz - interval ${sql.lit(LATELY)})
    order by leg.relayed_at is not null or message.state <> 'released', leg.contact_due_at nulls last, message.released_at desc, message.id limit ${sql.lit(MOST)}`,
})

export const here = query(relay.here, {
  may: at(mayHear, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, offers }) => sql`select unit.id, ${offers({ 'by-pass': mayByPass }, sql`unit.id`)} as permitted
    from org.unit where unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid`,
})

/** Once for each message, also for who works in two of its units. */
export const mine = query(relay.mine, {
  may: anywhere(mayHear),
  audit: () => ({}),
  read: ({ visible, today, actor, now }) => sql`
    select own.* from (
      select distinct on (message.id) message.id, message.number, leg.unit_id as "unitId", unit.name as "unitName", message.origin, message.severity,
        message.own_title as title, message.own_body as body, leg.words, leg.relayed_at as "relayedAt",
        message.state = 'released' and message.severity <> 'info' and message.salt is not null as "wantsReceipt",
        coalesce(exists (select from relay.receipt r where r.tenant_id = kernel.here() and r.message_id = message.id
          and r.mark = ${markOf(sql`message.salt`, sql`${actor}::uuid`)}), false) as "hasReceipt",
        message.named_receipts as "namedReceipts", message.purpose, message.recalled_because as "recalledBecause",
        (select better.id from relay.message better where better.tenant_id = kernel.here() and better.corrects_id = message.id limit 1) as "correctedById"
      from relay.leg
      join relay.message on message.tenant_id = leg.tenant_id and message.id = leg.message_id
      join org.unit on unit.tenant_id = leg.tenant_id and unit.id = leg.unit_id
      where leg.tenant_id = kernel.here() and leg.relayed_at > ${now}::timestamptz - interval ${sql.lit(LATELY)} and ${visible(sql`leg.unit_id`)}
        and (message.expires_on is null or message.expires_on >= ${today}::date)
      order by message.id, leg.relayed_at, leg.unit_id) own
    order by own."wantsReceipt" and not own."hasReceipt" desc, own.severity = 'critical' and own."wantsReceipt" and not own."hasReceipt" desc,
      own."relayedAt" desc, own.id limit ${sql.lit(MOST)}`,
})
