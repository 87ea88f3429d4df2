import { fullName } from '#features/citizens/server/index.ts'
import { ofTask } from '#features/tasks/server/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import type { Asked } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { oversight } from '../contract.ts'
import { mayAudit, mayName } from './permissions.ts'

/** The first entry of the log that a look-up stands for. */
export const firstEntry = sql`join lateral (
  select audit.* from kernel.audit where audit.tenant_id = kernel.here() and audit.seq = lookup.seq offset 0) audit on true`

const day = (at: Sql) => sql`(${at} at time zone ${sql.lit(ZONE)})::date`

/** What the same person did with the same citizen that day; nothing where it was about several. */
const around = sql`left join lateral (
  select count(*)::int as looks, bool_or(near.action in ('journal.write', 'journal.writeEvent', 'journal.correct', 'citizens.warn', 'journal.remind') and near.outcome = 'done') as wrote
  from kernel.audit near
  where near.tenant_id = kernel.here() and near.actor_id = lookup.actor_id and (near.subject_id = lookup.citizen_id or lookup.citizen_id = any (near.subjects))
    and near.at >= lookup.at - interval '24 hours' and near.at < lookup.at + interval '24 hours' and ${day(sql`near.at`)} = ${day(sql`lookup.at`)}
  ) near on lookup.citizen_id is not null`

/** The citizen's name is for whoever leads a unit the citizen uses or has used, and for the data protection officer. */
const citizenName = ({ apart }: Asked<unknown>) => sql`(
  select ${fullName(sql`citizen`)} from citizens.citizen
  where citizen.tenant_id = kernel.here() and citizen.id = lookup.citizen_id and not ${apart(sql`citizen.id`)}
    and (exists (${mayAudit.places}) or exists (select from citizens.tie
      where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id and tie.unit_id = any (array(${mayName.places})))))`

/** The words of a search may name anybody: a leader sees that the searcher's own name was searched for, not the rest. */
const words = sql`case when exists (${mayAudit.places}) then audit.about ->> 'words' end`

export const lookups = query(oversight.lookups, {
  may: ofTask((input) => input.taskId),
  audit: (input) => ({ about: { task: input.taskId } }),
  subjects: sql`select lookup.citizen_id from oversight.lookup where lookup.tenant_id = kernel.here() and lookup.id in (select id from rows)`,
  read: (asked) => sql`
    select lookup.id, lookup.reason, lookup.at, lookup.entries, employee.name as "actorName", coalesce(audit.roles, '{}') as roles, unit.name as "unitName",
      audit.action, audit.outcome, audit.purpose, audit.relation, coalesce(session.device_name, session.browser) as device,
      lookup.citizen_id is not null as "isAboutOne", ${citizenName(asked)} as "citizenName",
      coalesce(near.looks, 0) as "sameDay", coalesce(near.wrote, false) as "wroteSameDay", ${words} as words,
      lookup.judgement, lookup.note, judge.name as "judgedByName", lookup.version
    from oversight.lookup
    join org.employee on employee.tenant_id = kernel.here() and employee.id = lookup.actor_id
    join org.unit on unit.tenant_id = kernel.here() and unit.id = lookup.unit_id
    ${firstEntry}
    left join kernel.session on session.tenant_id = kernel.here() and session.id = audit.session_id
    left join org.employee judge on judge.tenant_id = kernel.here() and judge.id = lookup.judged_by
    ${around}
    where lookup.tenant_id = kernel.here() and lookup.task_id = ${asked.input.taskId}::uuid and lookup.actor_id <> ${asked.actor}::uuid
    order by lookup.judgement is not null, lookup.at, lookup.id limit 200`,
})
