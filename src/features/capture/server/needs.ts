import { suspectLinks } from '#features/thread/server/index.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { isCovered } from './nodes.ts'
import { mayProtest, mayRead, maySort, offersWithin, ofNeed, within } from './permissions.ts'
import { countedIn, dotsByGroup, shownText, treeOf } from './slip-rows.ts'

const tree = sql`tree`
const counted = sql`counted`

/** Of the needs in `roots`: the tree below each, the slips that count in it, and their dots by kind of offer. */
const steps = (roots: Sql) => ({ tree: treeOf(roots), counted: countedIn(tree), grouped: dotsByGroup(tree, counted) })

const inTree = (what: Sql) => sql`exists (select from tree where tree.root_id = need.id and ${what})`

const line = sql`need.id, need.label, need.title, need.text, need.state, ${inTree(isCovered(sql`tree.need_id`))} as covered,
  (select count(distinct counted.slip_id)::int from counted where counted.root_id = need.id) as slips,
  (select coalesce(json_agg(json_build_object('group', grouped.offer_group, 'dots', grouped.dots) order by grouped.dots desc, grouped.offer_group), '[]')
    from grouped where grouped.root_id = need.id) as voices,
  (select count(*)::int - 1 from tree where tree.root_id = need.id) as merged,
  (select count(*)::int from capture.protest join tree on tree.need_id = protest.need_id
    where tree.root_id = need.id and protest.tenant_id = kernel.here() and protest.answered_at is null) as protests,
  ${suspectLinks(sql`need.id`)} as suspects, need.version,
  ${offersWithin({ sort: maySort, protest: mayProtest }, sql`need.place_id`)} as permitted`

/** Those whose authors wait for an answer first, those with most of them at the top. */
export const needs = query(capture.needs, {
  may: anywhere(mayRead),
  audit: () => ({}),
  steps: ({ reach }) =>
    steps(sql`select need.id from capture.need
      where need.tenant_id = kernel.here() and need.merged_into_id is null and ${within(sql`need.place_id`, reach)}`),
  read: () => sql`
    select told.* from (
      select ${line} from capture.need where need.tenant_id = kernel.here() and need.id in (select root_id from tree)) told
    order by (told.state = 'out-of-scope' or told.covered), told.slips desc, told.label limit 1000`,
})

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const gathered = sql`
  select slip.id, slip.label, event.title as "eventTitle", unit.name as "unitName", slip.author_role as "authorRole", slip.kind, ${shownText(sql`slip`)} as text,
    gathering.quoted, tree.need_id as "originId", slip.written_at as "writtenAt", slip.version
  from tree
  join capture.gathering on gathering.tenant_id = kernel.here() and gathering.need_id = tree.need_id and gathering.ended_at is null
  join capture.contribution slip on slip.tenant_id = kernel.here() and slip.id = gathering.contribution_id
  join capture.event on event.tenant_id = kernel.here() and event.id = slip.event_id
  left join org.unit on unit.tenant_id = kernel.here() and unit.id = slip.unit_id
  where tree.root_id = need.id order by gathering.quoted, slip.label limit 2000`

const merges = sql`
  select merge.id, merge.from_id as "fromId", other.label as "fromLabel", other.title as "fromTitle", target.label as "intoLabel", merge.why, merge.merged_at as "mergedAt",
    merger.name as "mergedByName", merge.undone_at as "undoneAt", undoer.name as "undoneByName", merge.undone_because as "undoneBecause"
  from capture.need_merge merge
  join capture.need other on other.tenant_id = kernel.here() and other.id = merge.from_id
  join capture.need target on target.tenant_id = kernel.here() and target.id = merge.into_id
  join org.employee merger on merger.tenant_id = kernel.here() and merger.id = merge.merged_by
  left join org.employee undoer on undoer.tenant_id = kernel.here() and undoer.id = merge.undone_by
  where merge.tenant_id = kernel.here() and (merge.into_id in (select need_id from tree where root_id = need.id) or merge.from_id = need.id)
  order by merge.merged_at desc, merge.id desc limit 200`

const raised = sql`
  select protest.id, unit.name as "unitName", protest.words, protest.raised_at as "raisedAt", raiser.name as "raisedByName",
    protest.answer, protest.answered_at as "answeredAt", answerer.name as "answeredByName"
  from capture.protest
  join org.unit on unit.tenant_id = kernel.here() and unit.id = protest.unit_id
  join org.employee raiser on raiser.tenant_id = kernel.here() and raiser.id = protest.raised_by
  left join org.employee answerer on answerer.tenant_id = kernel.here() and answerer.id = protest.answered_by
  where protest.tenant_id = kernel.here() and protest.need_id in (select need_id from tree where root_id = need.id)
  order by protest.raised_at desc limit 200`

/** Units one may protest for: where one is contact, and that have a slip here. */
const ownUnits = sql`
  select distinct unit.id, unit.name from counted
  join capture.contribution slip on slip.tenant_id = kernel.here() and slip.id = counted.slip_id
  join org.unit on unit.tenant_id = kernel.here() and unit.id = slip.unit_id
  where counted.root_id = need.id and unit.id = any (array(${mayProtest.places}))`

export const need = query(capture.need, {
  may: ofNeed(mayRead, (input) => input.id),
  audit: (input) => ({ about: { need: input.id } }),
  steps: ({ input }) => steps(sql`select ${input.id}::uuid as id`),
  read: ({ input }) => sql`
    select ${line}, need.place_id as "placeId", need.reason, need.owner_id as "ownerId", owner.name as "ownerName",
      need.merged_into_id as "mergedIntoId", target.label as "mergedIntoLabel", need.protest_until_at as "protestUntilAt",
      ${listed(gathered)} as gathered, ${listed(merges)} as merges, ${listed(raised)} as raised, ${listed(ownUnits)} as mine
    from capture.need
    left join org.employee owner on owner.tenant_id = kernel.here() and owner.id = need.owner_id
    left join capture.need target on target.tenant_id = kernel.here() and target.id = need.merged_into_id
    where need.tenant_id = kernel.here() and need.id = ${input.id}::uuid`,
})
