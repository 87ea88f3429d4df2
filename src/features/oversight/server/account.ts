import { fullName } from '#features/citizens/server/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import type { Asked } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { oversight } from '../contract.ts'
import { begins, ends } from './looks.ts'
import { firstEntry } from './lookups.ts'
import { overWholeLog } from './permissions.ts'

type Input = { from: string; to: string }
const MOST_LISTED = 100
const MOST_SAMPLED = 500

const listed = (rows: Sql) => sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`

const within = ({ input }: Asked<Input>, at: Sql) => sql`${at} >= ${begins(input.from)} and ${at} < ${ends(input.to)}`

const entries = (asked: Asked<Input>) => sql`
  select audit.at, audit.actor_id, audit.action, audit.outcome, audit.purpose, audit.about, audit.subjects, audit.subject_id from kernel.audit
  where audit.tenant_id = kernel.here() and ${within(asked, sql`audit.at`)}`

const denials = sql`from entry where outcome = 'denied'`

const drawings = (asked: Asked<Input>) => sql`
  select drawing.kind, drawing.from_on as "from", drawing.to_on as "to", drawing.drawn_at as "drawnAt",
    (select coalesce(json_agg(json_build_object('what', key, 'count', value::int) order by key), '[]') from jsonb_each_text(drawing.found)) as found
  from oversight.drawing where drawing.tenant_id = kernel.here() and ${within(asked, sql`drawing.drawn_at`)} order by drawing.drawn_at desc, drawing.kind limit ${sql.lit(MOST_LISTED)}`

const emergencies = (asked: Asked<Input>) => sql`
  select emergency.opened_at as "openedAt", employee.name as "employeeName", ${fullName(sql`citizen`)} as "citizenName", emergency.reason, review.outcome, citizen.id as "citizenId"
  from access.emergency
  join org.employee on employee.tenant_id = emergency.tenant_id and employee.id = emergency.employee_id
  join citizens.citizen on citizen.tenant_id = emergency.tenant_id and citizen.id = emergency.citizen_id
  left join access.review on review.tenant_id = emergency.tenant_id and review.emergency_id = emergency.id
  where emergency.tenant_id = kernel.here() and ${within(asked, sql`emergency.opened_at`)} and not ${asked.apart(sql`citizen.id`)}
  order by emergency.opened_at desc limit ${sql.lit(MOST_LISTED)}`

const searches = sql`
  select entry.at, employee.name, entry.about ->> 'words' as words, cardinality(entry.subjects) as hits from entry
  join org.employee on employee.tenant_id = kernel.here() and employee.id = entry.actor_id
  where entry.about ->> 'words' is not null and entry.action <> 'oversight.inquire'
  order by entry.at desc limit ${sql.lit(MOST_LISTED)}`

const chains = sql`
  select unit.name as "unitName", head.link::int as links, head.sealed_at as "sealedAt"
  from (select distinct on (seal.chain) seal.chain, seal.link, seal.sealed_at from kernel.seal
    where seal.tenant_id = kernel.here() order by seal.chain, seal.link desc) head
  left join org.unit on unit.tenant_id = kernel.here() and unit.id = head.chain
  order by unit.name collate "da-x-icu" nulls last`

/** A period as figures and lists, and how the seals stand. */
export const account = query(oversight.account, {
  may: overWholeLog,
  audit: (input) => ({ about: { from: input.from, to: input.to } }),
  steps: (asked) => ({ entry: entries(asked), emergency: emergencies(asked) }),
  records: sql`select null::uuid where false`,
  subjects: sql`select "citizenId" from emergency`,
  read: (asked) => sql`
    select ${asked.actor}::uuid as id, (select count(*)::int from entry) as entries, (select count(*)::int ${denials}) as denied,
      (select count(*)::int from entry where purpose = 'print') as printed, (select count(*)::int from entry where purpose = 'export') as exported,
      ${listed(sql`select (at at time zone ${sql.lit(ZONE)})::date as day, count(*)::int as count ${denials} group by 1 order by 1`)} as "deniedPerDay",
      ${listed(sql`select action as what, count(*)::int as count ${denials} group by 1 order by 2 desc, 1 limit 20`)} as "deniedByAction",
      ${listed(drawings(asked))} as drawings,
      ${listed(sql`select "openedAt", "employeeName", "citizenName", reason, outcome from emergency order by "openedAt" desc`)} as emergencies,
      ${listed(searches)} as searches,
      (select greatest(0, extract(epoch from clock_timestamp() - caught_up_at))::int from kernel.sealing where tenant_id = kernel.here()) as "unsealedSeconds",
      ${listed(chains)} as chains`,
})

/** Each with what it was found to be, and with whom it lies. */
export const sampled = query(oversight.sampled, {
  may: overWholeLog,
  audit: (input) => ({ about: { from: input.from, to: input.to } }),
  subjects: sql`select lookup.citizen_id from oversight.lookup where lookup.tenant_id = kernel.here() and lookup.id in (select id from rows)`,
  read: (asked) => sql`
    select lookup.id, lookup.reason, lookup.at, employee.name as "actorName", unit.name as "unitName", audit.action,
      case when not ${asked.apart(sql`citizen.id`)} then ${fullName(sql`citizen`)} end as "citizenName",
      lookup.judgement, lookup.note, judge.name as "judgedByName", task.due_on as "dueOn", coalesce(task.role = 'privacy-officer', false) as "isWithOfficer"
    from oversight.lookup
    join oversight.drawing on drawing.tenant_id = kernel.here() and drawing.id = lookup.drawing_id
    join tasks.task on task.tenant_id = kernel.here() and task.id = lookup.task_id
    join org.employee on employee.tenant_id = kernel.here() and employee.id = lookup.actor_id
    join org.unit on unit.tenant_id = kernel.here() and unit.id = lookup.unit_id
    ${firstEntry}
    left join citizens.citizen on citizen.tenant_id = kernel.here() and citizen.id = lookup.citizen_id
    left join org.employee judge on judge.tenant_id = kernel.here() and judge.id = lookup.judged_by
    where lookup.tenant_id = kernel.here() and ${within(asked, sql`drawing.drawn_at`)}
    order by lookup.judgement is not null, lookup.at desc, lookup.id limit ${sql.lit(MOST_SAMPLED)}`,
})
