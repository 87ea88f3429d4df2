import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type NodeKind, type Ref, rowsOf } from './node-kind.ts'
import { met, reached } from './of.ts'

type Told = {
  id: Id
  kind: string
  label: string | null
  title: string | null
  at: Instant | null
  state: string | null
}

/** What came of a record, as far as it may be told to somebody who is not signed in; whether they may ask at all, the door has found out. */
export const toldOpenly = (db: Db, kinds: readonly NodeKind[], { kind, id }: Ref): Promise<Told[]> => {
  const start = sql`${id}::uuid`
  const idsOf = (name: string) => sql`array(select met.id from met where met.kind = ${sql.lit(name)})`
  const anybody = ({ openly }: NodeKind) => openly ?? (() => sql`false`)
  return db.all<Told>(sql`
    with walked as materialized (select link_id, near_id, far_id, depth from thread.walk(${start}, 'affects')),
      met as materialized (${met(start, sql`${kind.kind}::text`)}),
      drawn as materialized (select node.* from (${rowsOf(kinds, idsOf, anybody)}) node where node.readable),
      reached as materialized (${reached(start)})
    select drawn.id, drawn.kind, drawn.label, drawn.title, to_json(drawn.at) #>> '{}' as at, drawn.state
    from drawn join reached using (id) join met using (id) order by met.depth, drawn.at nulls last, drawn.label limit 50`)
}
