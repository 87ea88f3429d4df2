import { suspectLinks } from '#features/thread/server/index.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { decisions } from '../contract.ts'
import { mayBeSeen, mayKeep, mayRead } from './permissions.ts'

const MOST = 500

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const options = sql`select option.id, option.text, option.chosen, option.why_not as "whyNot" from decisions.option
  where option.tenant_id = kernel.here() and option.decision_id = decision.id order by option.position`
const parts = sql`select part.role, part.who, part.employee_id as "employeeId" from decisions.part
  where part.tenant_id = kernel.here() and part.decision_id = decision.id order by part.position`
const units = sql`select unit.id, unit.name from decisions.affected
  join org.unit on unit.tenant_id = affected.tenant_id and unit.id = affected.unit_id
  where affected.tenant_id = kernel.here() and affected.decision_id = decision.id order by unit.name collate "da-x-icu"`

/** What may be done with it, by those who keep the log. */
const acts = sql`case when array_position(array(${mayKeep.places}), decision.place_id) is null then '{}'::text[] else case decision.state
  when 'proposed' then array['change', 'decide', 'withdraw'] when 'decided' then array['reveal']
  when 'in-force' then array['review', 'supersede'] when 'under-review' then array['end-review', 'supersede'] else '{}'::text[] end end`

const isAbout = (
  unit: Sql,
) => sql`(${unit} is null or exists (select from decisions.affected where affected.tenant_id = kernel.here() and affected.decision_id = decision.id
    and affected.unit_id = ${unit}) or (not exists (select from decisions.affected where affected.tenant_id = kernel.here() and affected.decision_id = decision.id)
    and exists (select from org.branch where branch.tenant_id = kernel.here() and branch.above_id = decision.place_id and branch.unit_id = ${unit})))`

export const log = query(decisions.log, {
  may: anywhere(mayRead),
  audit: (input) => ({ about: { unit: input.unitId } }),
  read: ({ input }) => sql`
    select decision.id, decision.place_id as "placeId", decision.number, decision.title, decision.question, decision.why, decision.consequences,
      decision.no_option_reason as "noOptionReason", decision.coordinator_exception as "coordinatorException", decision.secret, decision.state,
      decision.decided_on::text as "decidedOn", decision.review_on::text as "reviewOn", decision.reviewed_at as "reviewedAt", decision.review_note as "reviewNote",
      decision.supersedes_id as "supersedesId",
      (select later.id from decisions.decision later where later.tenant_id = kernel.here() and later.supersedes_id = decision.id and later.decided_on is not null limit 1) as "supersededById",
      decision.withdrawn_because as "withdrawnBecause", ${listed(options)} as options, ${listed(parts)} as parts, ${listed(units)} as units,
      (select count(*)::int from thread.link where link.tenant_id = kernel.here() and link.to_id = decision.id and link.type = 'decided-by' and link.ended_at is null) as objects,
      ${suspectLinks(sql`decision.id`)} as suspects, decision.version, decision.changed_at as "changedAt", ${acts} as permitted
    from decisions.decision
    where decision.tenant_id = kernel.here() and ${mayBeSeen(sql`decision`)} and ${isAbout(sql`${input.unitId}::uuid`)}
    order by decision.decided_on desc nulls first, decision.number desc limit ${sql.lit(MOST)}`,
})

/** The municipality and its areas: a decision of one unit alone is written there with the unit named. */
export const places = query(decisions.places, {
  may: anywhere(mayKeep),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 200`,
})
