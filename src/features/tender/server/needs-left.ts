import { openNeeds, treeOf } from '#features/capture/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Standing } from './standing.ts'

/** A requirement that stands: not a proposal only, and not dropped since. */
const isAskedFor = (need: Sql): Sql => sql`exists (select from thread.link
  join requirements.requirement on requirement.tenant_id = link.tenant_id and requirement.id = link.to_id
  where link.tenant_id = kernel.here() and link.from_id = ${need} and link.type = 'grounds' and link.ended_at is null
    and requirement.state not in ('proposed', 'dropped'))`

const isDecided = (need: Sql): Sql => sql`exists (select from thread.link
  join decisions.decision on decision.tenant_id = link.tenant_id and decision.id = link.to_id
  where link.tenant_id = kernel.here() and link.from_id = ${need} and link.type = 'decided-by' and link.ended_at is null
    and decision.state in ('decided', 'in-force', 'under-review'))`

/**
 * Needs of a place, and of what lies under it, that hold a tender set back: they were there when its version of the
 * requirements was made, no requirement stands for them or for one merged into them, and nobody has decided or said
 * why not (id, label, title). What is asked for later is for a later version.
 *
 * @param baseline  id of the version, or null while there is none: then every need counts
 */
export const needsLeft = (place: Sql, baseline: Sql): Sql => sql`
  select need.id, need.label, need.title from capture.need
  join org.branch on branch.tenant_id = need.tenant_id and branch.unit_id = need.place_id and branch.above_id = ${place}
  where need.tenant_id = kernel.here() and need.id in (select id from (${openNeeds}) open)
    and need.created_at <= coalesce((select made_at from requirements.baseline where baseline.tenant_id = kernel.here() and baseline.id = ${baseline}), 'infinity')
    and not exists (select from (${treeOf(sql`select need.id`)}) part where ${isAskedFor(sql`part.need_id`)} or ${isDecided(sql`part.need_id`)})`

export const countNeedsLeft = async (db: Db, { placeId }: Standing, baselineId: Id): Promise<number> =>
  (await db.one<{ count: number }>(
    sql`select count(*)::int as count from (${needsLeft(sql`${placeId}::uuid`, sql`${baselineId}::uuid`)}) held`,
  ))!.count
