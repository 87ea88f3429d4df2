import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { thread } from '../contract.ts'
import type { NodeKind } from './node-kind.ts'
import { rowsOf } from './node-kind.ts'
import { mayFollow, mayKeep } from './permissions.ts'

/** Everything met on the way: each end once, with how far away it is. */
export const met = (id: Sql, kind: Sql) => sql`
  select end_id as id, min(kind) as kind, min(depth) as depth from (
    select ${id} as end_id, ${kind} as kind, 0 as depth
    union all
    select walked.far_id, case when walked.far_id = link.to_id then link.to_kind else link.from_kind end, walked.depth
    from walked join thread.link on link.tenant_id = kernel.here() and link.id = walked.link_id) ends
  group by end_id`

/** From the record through what may be read; what lies behind something else is not there for this reader. */
export const reached = (id: Sql) => sql`
  with recursive reached (id) as (
    select ${id}
    union
    select walked.far_id from reached join walked on walked.near_id = reached.id join drawn on drawn.id = walked.far_id
    where exists (select from drawn here where here.id = reached.id and here.readable))
  select id from reached`

const knots = sql`
  select coalesce(json_agg(json_build_object('id', drawn.id, 'kind', drawn.kind, 'depth', met.depth,
    'label', case when drawn.readable then drawn.label end, 'title', case when drawn.readable then drawn.title end,
    'at', case when drawn.readable then drawn.at end, 'who', case when drawn.readable then drawn.who end,
    'state', case when drawn.readable then drawn.state end, 'sealedUntil', case when not drawn.readable then drawn.sealed_until end)
    order by met.depth, drawn.at nulls last, drawn.label, drawn.id), '[]')
  from drawn join reached using (id) join met using (id)`

const changes = sql`
  select coalesce(json_agg(json_build_object('id', change.id, 'end', case when change.id = link.from_change_id then 'from' else 'to' end,
    'what', change.what, 'said', case when source.readable then change.said end, 'at', change.changed_at, 'byName', employee.name) order by change.changed_at), '[]')
  from thread.change
  join drawn source on source.id = change.record_id
  left join org.employee on employee.tenant_id = change.tenant_id and employee.id = change.changed_by
  where change.tenant_id = kernel.here() and change.id in (link.from_change_id, link.to_change_id)`

const links = sql`
  select coalesce(json_agg(json_build_object('id', link.id, 'type', link.type, 'fromId', link.from_id, 'toId', link.to_id,
    'createdAt', link.created_at, 'createdByName', maker.name, 'suspectAt', link.suspect_at, 'changes', (${changes}),
    'reviewedAt', link.reviewed_at, 'reviewedByName', reviewer.name) order by walked.depth, link.id desc), '[]')
  from walked
  join thread.link on link.tenant_id = kernel.here() and link.id = walked.link_id
  join org.employee maker on maker.tenant_id = kernel.here() and maker.id = link.created_by
  left join org.employee reviewer on reviewer.tenant_id = kernel.here() and reviewer.id = link.reviewed_by
  where link.from_id in (select id from reached) and link.to_id in (select id from reached)`

/** A record's thread in one direction: knots, links between them, and what must be looked at again. */
export const threadOf = (kinds: readonly NodeKind[]) =>
  query(thread.of, {
    may: {
      right: mayFollow,
      rows: ({ input }) => sql`
        select node.id from (${rowsOf(kinds, (kind) => sql`array(select ${input.id}::uuid where ${input.kind}::text = ${sql.lit(kind)})`)}) node
        where node.readable`,
    },
    audit: (input) => ({ about: { kind: input.kind, record: input.id, direction: input.direction } }),
    steps: ({ input }) => ({
      walked: sql`select link_id, near_id, far_id, depth from thread.walk(${input.id}::uuid, ${input.direction}::text)`,
      met: met(sql`${input.id}::uuid`, sql`${input.kind}::text`),
      drawn: sql`select node.* from (${rowsOf(kinds, (kind) => sql`array(select met.id from met where met.kind = ${sql.lit(kind)})`)}) node
        where node.readable or node.sealed_until is not null`,
      reached: reached(sql`${input.id}::uuid`),
    }),
    read: ({ input }) => sql`
      select ${input.id}::uuid as id, ${input.kind}::text as kind, (${knots}) as knots, (${links}) as links,
        exists (select from walked where link_id is null) as more,
        case when exists (${mayKeep.places}) then '{review,connect}'::text[] else '{}'::text[] end as permitted`,
    records: sql`select id from reached`,
  })
