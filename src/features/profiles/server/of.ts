import { employeeName } from '#features/org/server/index.ts'
import { at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { profiles } from '../contract.ts'
import { liveSettings, sourceOf } from './live.ts'
import { mayApply, mayPropose, mayRead } from './permissions.ts'

export const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const changesOf = (unit: Sql): Sql => sql`
  select change.id, change.proposal_id as "proposalId", change.from_on as "fromOn", proposal.note, change.applied_at as "appliedAt",
    ${employeeName(sql`change.applied_by`)} as "appliedByName", change.undone_on as "undoneOn",
    case when change.undone_by is not null then ${employeeName(sql`change.undone_by`)} end as "undoneByName",
    (select count(*)::int from profiles.held where held.tenant_id = change.tenant_id and held.change_id = change.id and held.since_on = change.from_on) as values
  from profiles.change join profiles.proposal on proposal.tenant_id = change.tenant_id and proposal.id = change.proposal_id
  where change.tenant_id = kernel.here() and change.unit_id = ${unit} order by change.applied_at desc, change.id desc limit 100`

/** Proposed and not applied. */
const waiting = (unit: Sql): Sql => sql`
  select proposal.id, proposal.note, proposal.proposed_at as "proposedAt", ${employeeName(sql`proposal.proposed_by`)} as "proposedByName",
    (select count(*)::int from (${differing(sql`proposal.id`, liveSettings(unit, sql`(select day from asked_day)`))}) differing) as changes
  from profiles.proposal
  where proposal.tenant_id = kernel.here() and proposal.unit_id = ${unit}
    and not exists (select from profiles.change where change.tenant_id = kernel.here() and change.proposal_id = proposal.id)
  order by proposal.proposed_at desc, proposal.id desc limit 20`

/** What differs between a proposal and what is held: key, old and new as they go over the wire. */
export function differing(proposalId: Sql, live: Sql): Sql {
  const given = (row: Sql) =>
    sql`case when ${row}.key is not null then jsonb_build_object('key', ${row}.key, 'value', ${row}.value, 'source', ${row}.source) end`
  return sql`
    select coalesce(asked.key, live.key) as key, ${given(sql`live`)} as old, ${given(sql`asked`)} as new
    from (select proposed.key, proposed.value, ${sourceOf(sql`proposed`)} as source from profiles.proposed
      where proposed.tenant_id = kernel.here() and proposed.proposal_id = ${proposalId}) asked
    full join (${live}) live on live.key = asked.key
    where asked.value is distinct from live.value`
}

const lean = sql`(select proposal.offer_group, proposal.template_version from profiles.change
  join profiles.proposal on proposal.tenant_id = change.tenant_id and proposal.id = change.proposal_id
  where change.tenant_id = kernel.here() and change.unit_id = unit.id and change.undone_at is null order by change.applied_at desc, change.id desc limit 1)`

export const profileOf = query(profiles.of, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { day: input.day } }),
  steps: ({ input }) => ({ asked_day: sql`select ${input.day}::date as day` }),
  read: ({ input, offers }) => sql`
    select unit.id as "unitId", unit.name as "unitName", lean.offer_group as "offerGroup", lean.template_version as "templateVersion",
      ${listed(liveSettings(sql`unit.id`, sql`${input.day}::date`))} as held, ${listed(changesOf(sql`unit.id`))} as changes,
      case when exists (${mayPropose.places}) or exists (${mayApply.places}) then ${listed(waiting(sql`unit.id`))} else '[]' end as proposals,
      ${offers({ propose: mayPropose, apply: mayApply }, sql`unit.id`)} as permitted
    from org.unit left join lateral ${lean} lean on true
    where unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid`,
  records: sql`select (one ->> 'settingId')::uuid from rows cross join lateral json_array_elements(rows.held) one`,
})

export const why = query(profiles.why, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { key: input.key } }),
  read: ({ input }) => sql`
    select setting.id, unit.id as "unitId", ${input.key}::text as key, unit.name as "unitName",
      ${listed(sql`select held.value, ${sourceOf(sql`held`)} as source, held.since_on as "sinceOn", held.from_on as "fromOn", held.to_on as "toOn" from profiles.held
        where held.tenant_id = kernel.here() and held.setting_id = setting.id and (held.to_on is null or held.to_on > held.from_on)
          and held.from_on <= ${input.day}::date order by held.from_on desc limit 30`)} as held
    from org.unit left join profiles.setting on setting.tenant_id = unit.tenant_id and setting.unit_id = unit.id and setting.key = ${input.key}::text
    where unit.tenant_id = kernel.here() and unit.id = ${input.unitId}::uuid`,
})
