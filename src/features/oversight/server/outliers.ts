import { type Day, ZONE } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { singleReads } from '../actions.ts'
import type { Reason } from '../contract.ts'
import { HOURS_OF_DUTY, MANY_CITIZENS, NIGHT, RARE_SURNAME } from '../rules.ts'
import { begins, ends } from './looks.ts'

/** Something in the log that may be asked about: the first entry, and how many it stands for. */
export type Candidate = {
  reason: Reason
  seq: string
  at: string
  entries: number
  actorId: Id
  citizenId: Id | null
  unitId: Id
}

export type Period = { from: Day; to: Day }

/** What somebody writes or takes over: a sign that they were at work, and that the look-up led to something. */
const works = [
  'journal.write',
  'journal.writeEvent',
  'journal.correct',
  'journal.takeOver',
  'citizens.warn',
  'journal.remind',
]

const local = (at: Sql) => sql`(${at} at time zone ${sql.lit(ZONE)})`
const hour = sql`extract(hour from ${local(sql`single.at`)})`
const surname = (name: Sql) => sql`lower(substring(btrim(${name}) from '[^ ]+$'))`

const entries = ({ from, to }: Period): Sql => sql`
  select audit.seq, audit.at, audit.actor_id, audit.subject_id, audit.scope_id, audit.action, audit.outcome, audit.relation, audit.about
  from kernel.audit join org.employee on employee.tenant_id = audit.tenant_id and employee.id = audit.actor_id
  where audit.tenant_id = kernel.here() and audit.at >= ${begins(from)} - make_interval(hours => ${HOURS_OF_DUTY})
    and audit.at < ${ends(to)} + make_interval(hours => ${HOURS_OF_DUTY})`

/** One person, one citizen, on purpose. What was opened in an emergency is reviewed by itself. */
const single = ({ from, to }: Period): Sql => sql`
  select * from entry where subject_id is not null and action = any (${[...singleReads]}::text[]) and outcome in ('done', 'denied')
    and relation is distinct from 'emergency' and at >= ${begins(from)} and at < ${ends(to)}`

const sameDay = sql`worked.actor_id = single.actor_id and worked.outcome = 'done' and worked.action = any (${works}::text[])`

const grouped = (reason: Reason, where: Sql): Sql => sql`
  select ${sql.lit(reason)} as reason, min(single.seq) as seq, min(single.at) as at, count(*)::int as entries, single.actor_id, single.subject_id,
    (array_agg(single.scope_id order by single.seq))[1] as scope_id
  from single where ${where} group by single.actor_id, single.subject_id, ${local(sql`single.at`)}::date`

/** Refused, about somebody who exists. */
const denied = grouped(
  'denied',
  sql`single.outcome = 'denied' and exists (select from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = single.subject_id)`,
)

/** The citizen had left the unit, and nothing was written about them that day. */
const left = grouped(
  'left',
  sql`single.outcome = 'done' and single.scope_id is not null
    and not exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = single.subject_id and tie.unit_id = single.scope_id
      and tie.from_on <= ${local(sql`single.at`)}::date and coalesce(tie.to_on >= ${local(sql`single.at`)}::date, true))
    and not exists (select from entry worked where ${sameDay} and worked.subject_id = single.subject_id
      and ${local(sql`worked.at`)}::date = ${local(sql`single.at`)}::date)`,
)

/** Surnames and how many bear them, employees and citizens together. */
const surnames = sql`
  select name, count(*) as bearers from (
    select ${surname(sql`employee.name`)} as name from org.employee where employee.tenant_id = kernel.here()
    union all
    select ${surname(sql`citizen.family_name`)} from citizens.citizen where citizen.tenant_id = kernel.here()) borne
  where name <> '' group by name having count(*) <= ${RARE_SURNAME}`

/** A rare surname shared with the citizen or one of their relatives. */
const namesake = grouped(
  'surname',
  sql`single.outcome = 'done' and exists (
    select from org.employee join surnames on surnames.name = ${surname(sql`employee.name`)}
    where employee.tenant_id = kernel.here() and employee.id = single.actor_id and (
      exists (select from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = single.subject_id
        and ${surname(sql`citizen.family_name`)} = surnames.name)
      or exists (select from citizens.contact where contact.tenant_id = kernel.here() and contact.citizen_id = single.subject_id
        and contact.kind = 'relative' and ${surname(sql`contact.name`)} = surnames.name)))`,
)

/** At night, by somebody of whom nothing shows that they were at work. */
const night = grouped(
  'night',
  sql`single.outcome = 'done' and (${hour} >= ${NIGHT.from} or ${hour} < ${NIGHT.to})
    and not exists (select from entry worked where ${sameDay}
      and worked.at between single.at - make_interval(hours => ${HOURS_OF_DUTY}) and single.at + make_interval(hours => ${HOURS_OF_DUTY}))`,
)

/** Many different citizens, one by one, within an hour of the clock. */
const many = sql`
  select 'many', min(single.seq), min(single.at), count(distinct single.subject_id)::int, single.actor_id, null::uuid, (array_agg(single.scope_id order by single.seq))[1]
  from single group by single.actor_id, date_trunc('hour', single.at) having count(distinct single.subject_id) >= ${MANY_CITIZENS}`

/** A search for the searcher's own surname. */
const ownName = ({ from, to }: Period): Sql => sql`
  select 'own-name', min(entry.seq), min(entry.at), count(*)::int, entry.actor_id, null::uuid, (array_agg(entry.scope_id order by entry.seq))[1]
  from entry join org.employee on employee.tenant_id = kernel.here() and employee.id = entry.actor_id
  where entry.action in ('citizens.find', 'journal.search', 'access.seek') and entry.at >= ${begins(from)} and entry.at < ${ends(to)}
    and length(${surname(sql`employee.name`)}) >= 3 and position(${surname(sql`employee.name`)} in lower(entry.about ->> 'words')) > 0
  group by entry.actor_id, ${local(sql`entry.at`)}::date`

/** Where it is asked about: where it happened, else where the person works, else at the top. */
const unitOf = sql`coalesce(found.scope_id,
  (select role_grant.unit_id from org.role_grant where role_grant.tenant_id = kernel.here() and role_grant.employee_id = found.actor_id
    order by role_grant.ends_on desc nulls first, role_grant.starts_on limit 1),
  (select unit.id from org.unit where unit.tenant_id = kernel.here() and unit.parent_id is null limit 1))`

const as = (found: Sql): Sql => sql`
  select found.reason, found.seq::text, to_json(found.at) #>> '{}' as at, found.entries, found.actor_id as "actorId", found.subject_id as "citizenId", ${unitOf} as "unitId"
  from (${found}) found (reason, seq, at, entries, actor_id, subject_id, scope_id)`

/** Everything that stands out in a period, the most entries first within each reason. */
export const outliersIn = (db: Db, period: Period): Promise<Candidate[]> =>
  db.all<Candidate>(sql`
    with entry as materialized (${entries(period)}), single as materialized (${single(period)}), surnames as materialized (${surnames}),
    outlier as (${denied} union all ${left} union all ${namesake} union all ${night} union all ${many} union all ${ownName(period)})
    ${as(sql`select * from outlier`)} order by found.entries desc, found.seq`)

/** So many look-ups of each unit, drawn anew each time: nobody can know which. */
export const randomIn = (db: Db, { from, to }: Period, each: number): Promise<Candidate[]> =>
  db.all<Candidate>(sql`
    with drawn as (
      select audit.*, row_number() over (partition by audit.scope_id order by random()) as number
      from kernel.audit join org.employee on employee.tenant_id = audit.tenant_id and employee.id = audit.actor_id
      where audit.tenant_id = kernel.here() and audit.at >= ${begins(from)} and audit.at < ${ends(to)} and audit.scope_id is not null
        and audit.subject_id is not null and audit.action = any (${[...singleReads]}::text[]) and audit.outcome = 'done')
    ${as(sql`select 'random', seq, at, 1, actor_id, subject_id, scope_id from drawn where number <= ${each}`)} order by found.seq`)
