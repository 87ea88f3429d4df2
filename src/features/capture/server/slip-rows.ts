import { type Sql, sql } from '#kernel/server/sql.ts'

export const isGathered = (slip: Sql): Sql => sql`exists (
  select from capture.gathering where gathering.tenant_id = kernel.here() and gathering.contribution_id = ${slip}.id and gathering.ended_at is null and not gathering.quoted)`

/** Whether a slip is gathered in a need, put aside with a reason, or taken back. */
export const isPlaced = (slip: Sql): Sql =>
  sql`(${slip}.state not in ('new', 'read') or ${slip}.withdrawn_at is not null or ${slip}.hidden_at is not null or ${isGathered(slip)})`

/** The words as they may be shown. */
export const shownText = (slip: Sql): Sql => sql`case when ${slip}.hidden_at is null then ${slip}.text end`

/** The invited unit's kind of offer on that day. */
export const groupOf = (slip: Sql): Sql => sql`(
  select event_unit.offer_group from capture.event_unit
  where event_unit.tenant_id = kernel.here() and event_unit.event_id = ${slip}.event_id and event_unit.unit_id = ${slip}.unit_id)`

/** A need, and needs merged into it, however deep: (root_id, need_id). `roots` chooses where it begins. */
export const treeOf = (roots: Sql): Sql => sql`
  with recursive tree (root_id, need_id) as (
    select root.id, root.id from (${roots}) root
    union all
    select tree.root_id, need.id from tree join capture.need on need.tenant_id = kernel.here() and need.merged_into_id = tree.need_id)
  select root_id, need_id from tree`

/** Slips that count in a need: (root_id, need_id, slip_id). */
export const countedIn = (tree: Sql): Sql => sql`
  select tree.root_id, tree.need_id, gathering.contribution_id as slip_id from ${tree} tree
  join capture.gathering on gathering.tenant_id = kernel.here() and gathering.need_id = tree.need_id and gathering.ended_at is null and not gathering.quoted
  join capture.contribution slip on slip.tenant_id = kernel.here() and slip.id = gathering.contribution_id and slip.duplicate_of_id is null`

/**
 * Dots of each need by kind of offer: (root_id, offer_group, dots), from voting that has closed and from paper.
 * Three of one voter at most, as in any theme, so that merging counts nobody twice.
 */
export const dotsByGroup = (tree: Sql, slips: Sql): Sql => sql`
  with by_voter as (
    select slips.root_id, vote.guest_id, least(sum(vote.dots), 3) as dots from ${slips} slips
    join capture.contribution same on same.tenant_id = kernel.here() and (same.id = slips.slip_id or same.duplicate_of_id = slips.slip_id)
    join capture.event on event.tenant_id = kernel.here() and event.id = same.event_id and event.voting = 'closed'
    join capture.vote on vote.tenant_id = kernel.here() and vote.contribution_id = same.id
    group by slips.root_id, vote.guest_id)
  select root_id, offer_group, sum(dots)::int as dots from (
    select by_voter.root_id, event_unit.offer_group, by_voter.dots from by_voter
    join capture.guest on guest.tenant_id = kernel.here() and guest.id = by_voter.guest_id
    join capture.event_unit on event_unit.tenant_id = kernel.here() and event_unit.event_id = guest.event_id and event_unit.unit_id = guest.unit_id
    union all
    select tree.root_id, tally.offer_group, tally.dots from ${tree} tree
    join capture.tally on tally.tenant_id = kernel.here() and tally.need_id = tree.need_id) cast_dots
  group by root_id, offer_group having sum(dots) > 0`

/** The need that a need has become a part of; itself while it stands alone. */
export const rootOf = (need: Sql): Sql => sql`(
  with recursive up (id, into_id) as (
    select need.id, need.merged_into_id from capture.need where need.tenant_id = kernel.here() and need.id = ${need}
    union all
    select need.id, need.merged_into_id from up join capture.need on need.tenant_id = kernel.here() and need.id = up.into_id)
  select up.id from up where up.into_id is null)`
