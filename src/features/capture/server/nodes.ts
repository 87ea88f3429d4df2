import { type DatedRule, fingerprint, type LooseRule, lacksLink, nodeKind } from '#features/thread/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { heldWithin, mayRead } from './permissions.ts'
import { isGathered, isPlaced, rootOf, shownText, treeOf } from './slip-rows.ts'

const readable = (row: Sql) => heldWithin(mayRead, sql`${row}.place`)

/** A slip, by its first words. Its author's role and house say who. */
export const slipKind = nodeKind({
  kind: 'capture.slip',
  rows: (ids) => sql`
    select slip.id, slip.label, ${shownText(sql`slip`)} as title, slip.written_at as at,
      nullif(concat_ws(', ', slip.author_role, unit.name), '') as who,
      case when slip.withdrawn_at is not null then 'withdrawn' when slip.hidden_at is not null then 'hidden'
        when ${isGathered(sql`slip`)} then 'gathered' else slip.state end as state,
      ${fingerprint(sql`slip.text`, sql`slip.hidden_at`, sql`slip.state`)} as fingerprint, null as sealed_until, event.place_id as place
    from capture.contribution slip
    join capture.event on event.tenant_id = slip.tenant_id and event.id = slip.event_id
    left join org.unit on unit.tenant_id = slip.tenant_id and unit.id = slip.unit_id
    where slip.tenant_id = kernel.here() and slip.id = any (${ids})`,
  readable,
  openly: () => sql`true`,
  found: (words) => sql`
    select slip.id from capture.contribution slip
    where slip.tenant_id = kernel.here() and (lower(slip.label) = lower(btrim(${words})) or strpos(lower(${shownText(sql`slip`)}), lower(btrim(${words}))) > 0)`,
})

/** A day on which people are asked; what was decided there leans on it. */
export const dayKind = nodeKind({
  kind: 'capture.event',
  rows: (ids) => sql`
    select event.id, event.label, event.title, event.opens_at as at, event.venue as who, event.state,
      ${fingerprint(sql`event.title`, sql`event.task`)} as fingerprint, null as sealed_until, event.place_id as place
    from capture.event where event.tenant_id = kernel.here() and event.id = any (${ids})`,
  readable,
  found: (words) => sql`
    select event.id from capture.event
    where event.tenant_id = kernel.here() and (lower(event.label) = lower(btrim(${words})) or strpos(lower(event.title), lower(btrim(${words}))) > 0)`,
})

/** Covered is what the thread says: a requirement rests on it. */
const stateOf = (need: Sql) =>
  sql`case when ${need}.merged_into_id is not null then 'merged' when ${isCovered(sql`${need}.id`)} then 'covered' else ${need}.state end`

export const isCovered = (needId: Sql): Sql => sql`exists (
  select from thread.link where link.tenant_id = kernel.here() and link.from_id = ${needId} and link.type = 'grounds' and link.ended_at is null)`

export const needKind = nodeKind({
  kind: 'capture.need',
  rows: (ids) => sql`
    select need.id, need.label, need.title, need.created_at as at, employee.name as who, ${stateOf(sql`need`)} as state,
      ${fingerprint(sql`need.title`, sql`need.text`)} as fingerprint, null as sealed_until, need.place_id as place
    from capture.need left join org.employee on employee.tenant_id = need.tenant_id and employee.id = need.owner_id
    where need.tenant_id = kernel.here() and need.id = any (${ids})`,
  readable,
  openly: () => sql`true`,
  found: (words) => sql`
    select need.id from capture.need
    where need.tenant_id = kernel.here() and (lower(need.label) = lower(btrim(${words})) or strpos(lower(need.title), lower(btrim(${words}))) > 0)`,
})

const unplacedSlips = sql`
  select slip.id, slip.received_at as since from capture.contribution slip
  where slip.tenant_id = kernel.here() and slip.duplicate_of_id is null and not ${isPlaced(sql`slip`)}`

/** Needs that stand for themselves and are not put out of scope (id, since). */
export const openNeeds = sql`
  select need.id, need.created_at as since from capture.need
  where need.tenant_id = kernel.here() and need.merged_into_id is null and need.state <> 'out-of-scope'`

/** Nothing rests on it, nor on a need that was merged into it. */
const unanswered = sql`
  select lonely.id, lonely.since from (${lacksLink(openNeeds, { forward: ['grounds', 'decided-by'] })}) lonely
  where not exists (select from (${treeOf(sql`select lonely.id`)}) part join thread.link on link.tenant_id = kernel.here()
    and link.from_id = part.need_id and link.type in ('grounds', 'decided-by') and link.ended_at is null)`

/** Needs that nobody is the owner of, once it is settled that they matter. */
const ownerless = sql`
  select need.id, need.changed_at as since from capture.need
  where need.tenant_id = kernel.here() and need.merged_into_id is null and need.state = 'settled' and need.owner_id is null`

const unansweredProtests = sql`
  select ${rootOf(sql`protest.need_id`)} as id, min(protest.raised_at) as since from capture.protest
  where protest.tenant_id = kernel.here() and protest.answered_at is null group by protest.need_id`

export const captureNodeKinds = [slipKind, needKind, dayKind] as const

/** What is loose here: slips without a place, needs nothing rests on, needs without an owner, protests without an answer. */
export const captureLooseRules: readonly LooseRule[] = [
  { rule: 'capture.slip-without-place', kind: slipKind, rows: unplacedSlips },
  {
    rule: 'capture.need-without-requirement',
    kind: needKind,
    rows: unanswered,
  },
  { rule: 'capture.need-without-owner', kind: needKind, rows: ownerless },
  { rule: 'capture.protest-unanswered', kind: needKind, rows: unansweredProtests },
]

const daysPlanned = sql`select event.id, (event.opens_at at time zone 'Europe/Copenhagen')::date as due_on from capture.event
  where event.tenant_id = kernel.here() and event.state in ('planned', 'open')`

export const captureDated: readonly DatedRule[] = [{ rule: 'capture.day', kind: dayKind, rows: daysPlanned }]
