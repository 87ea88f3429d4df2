import { unitName } from '#features/org/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { profiles } from '../contract.ts'
import { settingKeys } from '../settings.ts'
import type { ProfileEffect } from './effects.ts'
import { liveSettings } from './live.ts'
import { differing, listed } from './of.ts'
import { mayApply, mayRead, ofProposal } from './permissions.ts'
import { standingChange } from './standing.ts'

/** Counts of what a change reaches; those that are none are left out. */
function counted(effects: readonly ProfileEffect[], asked: { unitId: Sql; fromOn: Sql; proposalId: Sql }): Sql {
  const counts = effects.map(({ name, kind, keys, count, said }, at) => {
    const follows = keys.length === 0 ? sql`true` : sql`changed.key = any (${[...keys]}::text[])`
    return sql`select ${sql.lit(at)} as at, ${sql.lit(name)} as name, ${sql.lit(kind)} as kind, ${sql.lit(JSON.stringify(said))}::jsonb as said,
      case when exists (select from changed where ${follows}) then (${count(asked)})::int else 0 end as count`
  })
  const none = sql`select 0 as at, null::text as name, null::text as kind, null::jsonb as said, 0 as count where false`
  return sql`select counted.name, counted.kind, counted.count, counted.said from (${sql.join([none, ...counts], sql` union all `)}) counted
    where counted.count > 0 order by counted.at`
}

/** Over what features above count. */
export const preview = (effects: readonly ProfileEffect[]) =>
  query(profiles.preview, {
    may: ofProposal(mayRead, (input) => input.proposalId),
    audit: (input) => ({ about: { fromOn: input.fromOn } }),
    steps: ({ input, today }) => {
      const about = sql`(select unit_id from about)`
      const fromOn = sql`(select from_on from about)`
      return {
        about: sql`select proposal.id, proposal.unit_id, proposal.note, greatest(${input.fromOn}::date, coalesce(standing.from_on, ${today}::date), ${today}::date) as from_on,
            greatest(coalesce(standing.from_on, ${today}::date), ${today}::date) as earliest_on, standing.id as standing_id,
            (select change.from_on from profiles.change where change.tenant_id = kernel.here() and change.proposal_id = proposal.id) as applied_on
          from profiles.proposal left join lateral (${standingChange(sql`proposal.unit_id`)}) standing on true
          where proposal.tenant_id = kernel.here() and proposal.id = ${input.proposalId}::uuid`,
        changed: sql`select differing.key, differing.old, differing.new from (${differing(sql`(select id from about)`, liveSettings(about, fromOn))}) differing`,
        effects: counted(effects, { unitId: about, fromOn, proposalId: sql`(select id from about)` }),
      }
    },
    read: ({ offers }) => sql`
      select about.id as "proposalId", about.unit_id as "unitId", ${unitName(sql`about.unit_id`)} as "unitName", about.note, about.standing_id as "standingId",
        about.earliest_on as "earliestOn", about.applied_on as "appliedOn",
        ${listed(sql`select changed.key, changed.old, changed.new from changed order by array_position(${settingKeys}::text[], changed.key)`)} as changes,
        ${listed(sql`select effects.name, effects.kind, effects.count, effects.said from effects`)} as effects,
        ${offers({ apply: mayApply }, sql`about.unit_id`)} as permitted
      from about`,
    records: sql`select id from about`,
  })
