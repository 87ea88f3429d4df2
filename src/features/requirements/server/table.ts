import { suspectLinks } from '#features/thread/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { MOST } from '../content.ts'
import { requirements } from '../contract.ts'
import { baselineColumns, fromBaseline } from './baseline-rows.ts'
import { byRequirement, bySpec, mayRead, nearSpec, offersOfSpec } from './permissions.ts'
import { areasOf, benefitsOf, fromSpec, specColumns } from './specs.ts'

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const lines = sql`select line.id, line.no, line.kind, line.text, line.version from requirements.line
  where line.tenant_id = kernel.here() and line.requirement_id = requirement.id and line.removed_at is null order by line.position, line.id`

/** Ids on the other end of a requirement's links of one sort. */
const linked = (
  own: 'from_id' | 'to_id',
  type: 'grounds' | 'yields',
  other: 'from_id' | 'to_id',
) => sql`(select coalesce(json_agg(link.${sql.ref(other)}), '[]') from thread.link
  where link.tenant_id = kernel.here() and link.${sql.ref(own)} = requirement.id and link.type = ${sql.lit(type)} and link.ended_at is null)`

/** Against the version published last: null before there is one, true for what that version does not hold. */
const differs = sql`case when latest.id is not null then coalesce((select held.fingerprint <> requirement.fingerprint from requirements.baseline_requirement held
  where held.tenant_id = kernel.here() and held.baseline_id = latest.id and held.requirement_id = requirement.id), true) end`

const requirementsOf = sql`
  select requirement.id, requirement.number, requirement.code, requirement.area_id as "areaId", requirement.position, requirement.title,
    requirement.starts_when as "startsWhen", requirement.ends_when as "endsWhen", requirement.frequency, requirement.users, requirement.difficult,
    requirement.example, requirement.level, requirement.weight, requirement.offer_groups as "offerGroups", requirement.verification,
    requirement.state, requirement.dropped_because as "droppedBecause", requirement.made_by as "madeBy", employee.name as "changedByName",
    requirement.changed_at as "changedAt", requirement.version, ${differs} as differs, ${linked('to_id', 'grounds', 'from_id')} as needs, ${linked('from_id', 'yields', 'to_id')} as benefits,
    ${suspectLinks(sql`requirement.id`)} as suspects, ${listed(lines)} as lines
  from requirements.requirement
  join requirements.area on area.tenant_id = requirement.tenant_id and area.id = requirement.area_id
  join org.employee on employee.tenant_id = requirement.tenant_id and employee.id = requirement.changed_by
  left join latest on true
  where requirement.tenant_id = kernel.here() and requirement.spec_id = spec.id
  order by area.position, requirement.position, requirement.number limit ${sql.lit(MOST.requirements)}`

const baselinesOf = sql`select ${baselineColumns} from ${fromBaseline}
  where baseline.tenant_id = kernel.here() and baseline.spec_id = spec.id order by baseline.made_at desc, baseline.id desc limit 100`

const hearingsOf = sql`
  select hearing.id, hearing.baseline_id as "baselineId", baseline.label, hearing.note, hearing.closes_on::text as "closesOn",
    hearing.opened_at as "openedAt", hearing.closed_at as "closedAt"
  from requirements.hearing join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
  where hearing.tenant_id = kernel.here() and baseline.spec_id = spec.id order by hearing.opened_at desc limit 50`

/** The version of a set published last. */
export const latestPublished = (spec: Sql): Sql => sql`
  select baseline.id, baseline.label from requirements.publication
  join requirements.baseline on baseline.tenant_id = publication.tenant_id and baseline.id = publication.baseline_id
  where publication.tenant_id = kernel.here() and baseline.spec_id = ${spec} order by publication.published_at desc, baseline.id desc limit 1`

export const table = query(requirements.table, {
  may: nearSpec(mayRead, bySpec),
  audit: (input) => ({ about: { spec: input.specId } }),
  steps: ({ input }) => ({ latest: latestPublished(sql`${input.specId}::uuid`) }),
  records: sql`select id from rows`,
  read: (asked) => sql`
    select ${specColumns}, ${listed(areasOf(sql`spec.id`))} as areas, ${listed(requirementsOf)} as requirements, ${listed(benefitsOf(sql`spec.id`))} as benefits,
      ${listed(baselinesOf)} as baselines, ${listed(hearingsOf)} as hearings, ${offersOfSpec(sql`spec.place_id`, asked)} as permitted
    from ${fromSpec} where spec.tenant_id = kernel.here() and spec.id = ${asked.input.specId}::uuid`,
})

export const one = query(requirements.one, {
  may: nearSpec(mayRead, (input) => byRequirement(input.id)),
  audit: (input) => ({ about: { requirement: input.id } }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select requirement.id, requirement.number, requirement.code, area.section, area.name as area, area.id as "areaId", requirement.title,
      requirement.starts_when as "startsWhen", requirement.ends_when as "endsWhen", requirement.frequency, requirement.users, requirement.difficult,
      requirement.example, requirement.level, requirement.weight, requirement.offer_groups as "offerGroups", requirement.verification,
      ${listed(lines)} as lines, spec.id as "specId", spec.title as "specTitle", requirement.state, requirement.dropped_because as "droppedBecause",
      requirement.changed_at as "changedAt", employee.name as "changedByName", ${suspectLinks(sql`requirement.id`)} as suspects
    from requirements.requirement
    join requirements.area on area.tenant_id = requirement.tenant_id and area.id = requirement.area_id
    join requirements.spec on spec.tenant_id = requirement.tenant_id and spec.id = requirement.spec_id
    join org.employee on employee.tenant_id = requirement.tenant_id and employee.id = requirement.changed_by
    where requirement.tenant_id = kernel.here() and requirement.id = ${input.id}::uuid`,
})

const MOST_CHANGES = 500

/** What was changed in a requirement, latest first. */
export const changes = query(requirements.changes, {
  may: nearSpec(mayRead, (input) => byRequirement(input.requirementId)),
  audit: (input) => ({ about: { requirement: input.requirementId } }),
  records: sql`select null::uuid where false`,
  read: ({ input }) => sql`
    select change.seq::text as id, change.line_id as "lineId", line.no, change.field, change.before, change.after, change.reason,
      change.changed_at as "changedAt", employee.name as "changedByName"
    from requirements.change
    join org.employee on employee.tenant_id = change.tenant_id and employee.id = change.changed_by
    left join requirements.line on line.tenant_id = change.tenant_id and line.id = change.line_id
    where change.tenant_id = kernel.here() and change.requirement_id = ${input.requirementId}::uuid
    order by change.seq desc limit ${sql.lit(MOST_CHANGES)}`,
})
