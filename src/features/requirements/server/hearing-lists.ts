import { anywhere } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { requirements } from '../contract.ts'
import { byHearing, bySpec, mayAnswer, mayEdit, mayRead, nearSpec, overSpec } from './permissions.ts'

/** The latest answer of a unit to a requirement. */
const latestAnswer = (hearing: Sql, unit: Sql, requirement: Sql): Sql => sql`
  select answer.* from requirements.hearing_answer answer
  where answer.tenant_id = kernel.here() and answer.hearing_id = ${hearing} and answer.unit_id = ${unit} and answer.requirement_id = ${requirement}
  order by answer.answered_at desc, answer.id desc limit 1`

/** What a unit of a hearing is asked about, each with its latest answer. */
const asked = (): Sql => sql`
  select held.requirement_id, held.content, held.position, answer.* from requirements.baseline_requirement held
  left join lateral (${latestAnswer(sql`hearing.id`, sql`hearing_unit.unit_id`, sql`held.requirement_id`)})
    answer (answer_tenant, answer_id, h, u, r, answer, text, answered_at, answered_by) on true
  where held.tenant_id = hearing.tenant_id and held.baseline_id = hearing.baseline_id and held.content -> 'offerGroups' ?| hearing_unit.offer_groups`

const counted = sql`count(*)::int as asked, count(heard.answer)::int as answered`

export const myHearings = query(requirements.myHearings, {
  may: anywhere(mayAnswer),
  audit: () => ({}),
  read: ({ visible, today }) => sql`
    select hearing.id, hearing_unit.unit_id as "unitId", unit.name as "unitName", spec.title as "specTitle", hearing.note, hearing.closes_on::text as "closesOn",
      told.asked, told.answered
    from requirements.hearing_unit
    join requirements.hearing on hearing.tenant_id = hearing_unit.tenant_id and hearing.id = hearing_unit.hearing_id
    join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
    join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    join org.unit on unit.tenant_id = hearing_unit.tenant_id and unit.id = hearing_unit.unit_id
    cross join lateral (select ${counted} from (${asked()}) heard) told
    where hearing_unit.tenant_id = kernel.here() and ${visible(sql`hearing_unit.unit_id`)} and hearing.closed_at is null and hearing.closes_on >= ${today}::date
    order by hearing.closes_on, unit.name collate "da-x-icu" limit 100`,
})

const items = sql`
  select heard.requirement_id as id, heard.content, heard.answer, heard.text, heard.answered_at as "answeredAt", employee.name as "answeredByName", hearing_reply.text as reply
  from (${asked()}) heard
  left join org.employee on employee.tenant_id = kernel.here() and employee.id = heard.answered_by
  left join requirements.hearing_reply on hearing_reply.tenant_id = kernel.here() and hearing_reply.answer_id = heard.answer_id
  order by heard.position`

/** Those who answer for the unit, and those who keep the set. */
export const hearingOf = query(requirements.hearingOf, {
  may: {
    right: mayRead,
    rows: ({ input, visible }) => sql`select hearing_unit.unit_id as id from requirements.hearing_unit
      where hearing_unit.tenant_id = kernel.here() and hearing_unit.hearing_id = ${input.hearingId}::uuid and hearing_unit.unit_id = ${input.unitId}::uuid
        and ${visible(sql`hearing_unit.unit_id`)}`,
  },
  audit: (input) => ({ place: input.unitId }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select hearing.id, hearing.baseline_id as "baselineId", baseline.label, hearing.note, hearing.closes_on::text as "closesOn", hearing.opened_at as "openedAt",
      hearing.closed_at as "closedAt", unit.name as "unitName", spec.title as "specTitle",
      (select coalesce(json_agg(to_json(listed)), '[]') from (${items}) listed) as items
    from requirements.hearing_unit
    join requirements.hearing on hearing.tenant_id = hearing_unit.tenant_id and hearing.id = hearing_unit.hearing_id
    join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
    join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    join org.unit on unit.tenant_id = hearing_unit.tenant_id and unit.id = hearing_unit.unit_id
    where hearing_unit.tenant_id = kernel.here() and hearing_unit.hearing_id = ${input.hearingId}::uuid and hearing_unit.unit_id = ${input.unitId}::uuid`,
})

const isUnreplied = sql`heard.answer in ('trouble', 'comment')
  and not exists (select from requirements.hearing_reply where tenant_id = kernel.here() and answer_id = heard.answer_id)`

export const coverage = query(requirements.coverage, {
  may: nearSpec(mayRead, (input) => byHearing(input.hearingId)),
  audit: (input) => ({ about: { hearing: input.hearingId } }),
  read: ({ input }) => sql`
    select hearing_unit.unit_id as id, unit.name as "unitName", hearing_unit.offer_groups as "offerGroups", told.*
    from requirements.hearing_unit
    join requirements.hearing on hearing.tenant_id = hearing_unit.tenant_id and hearing.id = hearing_unit.hearing_id
    join org.unit on unit.tenant_id = hearing_unit.tenant_id and unit.id = hearing_unit.unit_id
    cross join lateral (select ${counted}, count(*) filter (where heard.answer = 'trouble')::int as troubles,
        count(*) filter (where heard.answer = 'comment')::int as comments, count(*) filter (where ${isUnreplied})::int as unreplied
      from (${asked()}) heard) told
    where hearing_unit.tenant_id = kernel.here() and hearing_unit.hearing_id = ${input.hearingId}::uuid
    order by unit.name collate "da-x-icu" limit 200`,
})

/** One may have said several things of a requirement; the latest of each unit is what stands. */
export const said = query(requirements.said, {
  may: nearSpec(mayRead, (input) => byHearing(input.hearingId)),
  audit: (input) => ({ about: { hearing: input.hearingId } }),
  read: ({ input }) => sql`
    select heard.answer_id as id, heard.requirement_id as "requirementId", requirement.number, heard.content ->> 'title' as title, unit.name as "unitName", heard.answer,
      heard.text, heard.answered_at as "answeredAt", employee.name as "answeredByName", hearing_reply.outcome, hearing_reply.text as reply,
      requirement.fingerprint <> (select fingerprint from requirements.baseline_requirement held where held.tenant_id = kernel.here()
        and held.baseline_id = hearing.baseline_id and held.requirement_id = heard.requirement_id) as "changedSince"
    from requirements.hearing_unit
    join requirements.hearing on hearing.tenant_id = hearing_unit.tenant_id and hearing.id = hearing_unit.hearing_id
    join org.unit on unit.tenant_id = hearing_unit.tenant_id and unit.id = hearing_unit.unit_id
    cross join lateral (${asked()}) heard
    join requirements.requirement on requirement.tenant_id = kernel.here() and requirement.id = heard.requirement_id
    join org.employee on employee.tenant_id = kernel.here() and employee.id = heard.answered_by
    left join requirements.hearing_reply on hearing_reply.tenant_id = kernel.here() and hearing_reply.answer_id = heard.answer_id
    where hearing_unit.tenant_id = kernel.here() and hearing_unit.hearing_id = ${input.hearingId}::uuid and heard.answer in ('trouble', 'comment')
    order by hearing_reply.answer_id is not null, heard.answer desc, requirement.number, unit.name collate "da-x-icu" limit 1000`,
})

/** Offers below the set's place, each with the groups it was heard for last. */
export const unitsToHear = query(requirements.unitsToHear, {
  may: overSpec(mayEdit, bySpec),
  audit: (input) => ({ about: { spec: input.specId } }),
  read: ({ input }) => sql`
    select unit.id, unit.name, unit.offer_type as "offerType", unit.legal_grounds as "legalGrounds",
      (select heard.offer_groups from requirements.hearing_unit heard
        join requirements.hearing on hearing.tenant_id = heard.tenant_id and hearing.id = heard.hearing_id
        where heard.tenant_id = kernel.here() and heard.unit_id = unit.id order by hearing.opened_at desc limit 1) as "offerGroups"
    from requirements.spec
    join org.branch on branch.tenant_id = spec.tenant_id and branch.above_id = spec.place_id
    join org.unit on unit.tenant_id = branch.tenant_id and unit.id = branch.unit_id
    where spec.tenant_id = kernel.here() and spec.id = ${input.specId}::uuid and unit.kind = 'offer' and unit.closed_on is null
    order by unit.name collate "da-x-icu" limit 200`,
})
