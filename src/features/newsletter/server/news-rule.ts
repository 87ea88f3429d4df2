import { type NodeKind, rowsOf } from '#features/thread/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import type { Slot } from '../rules.ts'

/**
 * What a feature has to tell. `rows`: id (of the kind), at (timestamptz: when it happened, or is to happen), place_id, text (a sentence
 * or two, or null). Only what everybody may know: nothing proposed, secret or sealed. No blanks: commands run it too.
 */
export type NewsRule = { readonly slot: Slot; readonly kind: string; readonly rows: Sql }

/** States in which a record is not told of to everybody. */
const closedStates: Readonly<Record<string, readonly string[]>> = {
  'decisions.decision': ['proposed', 'withdrawn', 'decided'],
  'relay.message': ['with-coordinator'],
}

const isClosed = sql.join(
  Object.entries(closedStates).map(
    ([kind, states]) => sql`(node.kind = ${sql.lit(kind)} and node.state = any (${[...states]}::text[]))`,
  ),
  sql` or `,
)
/** A record may stand in a newsletter: it is not sealed, and not still somebody's secret. */
export const isTellable = sql`(node.sealed_until is null and not (${isClosed}))`

const whoever = () => () => sql`true`
/** Records among ids of each kind, whoever asks. */
export const nodesOf = (kinds: readonly NodeKind[], idsOf: (kind: string) => Sql): Sql => rowsOf(kinds, idsOf, whoever)

/** Days after the month in which what is to come is told of. */
const AHEAD_DAYS = 45

const noEvent = sql`select null::text as slot, null::text as kind, null::uuid as id, null::timestamptz as at, null::text as text where false`

/** The month in Danish time, as a row of `spell`: from_at, until_at. */
const spell = sql`select issue.place_id, issue.month_on::timestamp at time zone 'Europe/Copenhagen' as from_at,
  (issue.month_on + interval '1 month')::timestamp at time zone 'Europe/Copenhagen' as until_at from newsletter.issue`

/** Nothing is told of before it has happened, also when the issue is written in the middle of its month. */
function happened(rules: readonly NewsRule[], now: Sql): Sql {
  const branches = rules.map(({ slot, kind, rows }) => {
    const end =
      slot === 'coming'
        ? sql`month.until_at + interval ${sql.lit(`${AHEAD_DAYS} days`)}`
        : sql`least(month.until_at, ${now} + interval '1 microsecond')`
    const start = slot === 'coming' ? sql`month.until_at` : sql`month.from_at`
    return sql`(select ${sql.lit(slot)}, ${sql.lit(kind)}, told.id, told.at::timestamptz, told.text::text from month
      join lateral (${rows}) told on told.at >= ${start} and told.at < ${end}
        and exists (select from org.branch where branch.tenant_id = kernel.here()
          and ((branch.above_id = month.place_id and branch.unit_id = told.place_id) or (branch.above_id = told.place_id and branch.unit_id = month.place_id))))`
  })
  return sql.join([noEvent, ...branches], sql` union all `)
}

/** A source of an issue that was sent, and that says something else today. */
const corrected = (kinds: readonly NodeKind[], issue: Sql): Sql => sql`
  with former as materialized (
    select source.kind, source.source_id, source.title as said, source.fingerprint, older.number from newsletter.source
    join newsletter.section on section.tenant_id = source.tenant_id and section.id = source.section_id and section.slot <> 'correction'
    join newsletter.issue older on older.tenant_id = section.tenant_id and older.id = section.issue_id and older.sent_at is not null
    where source.tenant_id = kernel.here() and source.noted_in_id is null and older.id <> ${issue}
      and older.place_id = (select place_id from newsletter.issue where tenant_id = kernel.here() and id = ${issue}))
  select distinct on (node.kind, node.id) 'correction' as slot, node.kind, node.id, node.at, node.label, node.title,
    case when node.title is distinct from former.said then 'I NB-' || former.number || ' skrev vi »' || former.said || '«.'
      else 'Det, vi skrev i NB-' || former.number || ', er ændret siden.' end as text, node.fingerprint
  from former join (${nodesOf(kinds, (kind) => sql`array(select former.source_id from former where former.kind = ${sql.lit(kind)})`)}) node
    on node.kind = former.kind and node.id = former.source_id
  where node.fingerprint is distinct from former.fingerprint and ${isTellable}
  order by node.kind, node.id, former.number desc`

/** Everything an issue may tell of: slot, kind, id, at, label, title, text, fingerprint. */
export const newsOf = (
  kinds: readonly NodeKind[],
  rules: readonly NewsRule[],
  { issue, now }: { issue: Sql; now: Sql },
): Sql => sql`
  with month as materialized (${spell} where issue.tenant_id = kernel.here() and issue.id = ${issue}),
    happened as materialized (${happened(rules, now)}),
    drawn as materialized (select happened.slot, node.kind, node.id, happened.at, node.label, node.title, happened.text, node.fingerprint
      from happened join (${nodesOf(kinds, (kind) => sql`array(select happened.id from happened where happened.kind = ${sql.lit(kind)})`)}) node
        on node.kind = happened.kind and node.id = happened.id
      where ${isTellable})
  select * from drawn union all select * from (${corrected(kinds, issue)}) put_right`
