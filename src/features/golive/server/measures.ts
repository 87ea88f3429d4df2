import { isClarified, isMapConfirmed } from '#features/clarification/server/index.ts'
import { isApplied, lastAppliedAt } from '#features/profiles/server/index.ts'
import { criticalReached } from '#features/relay/server/index.ts'
import { coverageRows } from '#features/training/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/** What a measure is asked about. */
export type Place = { readonly unit: Sql; readonly measure: Sql; readonly day: Sql; readonly now: Sql }

/** Care workers of a unit on a day. Who works in several units belongs to none of them here: they are counted by their own team. */
const staff = ({ unit, day }: Place): Sql => sql`
  select distinct role_grant.employee_id from org.role_grant
  join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
  where role_grant.tenant_id = kernel.here() and role_grant.unit_id = ${unit} and role_grant.role in ('support-worker', 'night-worker', 'temp-worker', 'health-worker', 'specialist')
    and role_grant.starts_on <= ${day} and (role_grant.ends_on is null or role_grant.ends_on >= ${day})
    and (employee.employed_to is null or employee.employed_to >= ${day})
    and not exists (select from org.role_grant other where other.tenant_id = kernel.here() and other.employee_id = role_grant.employee_id and other.unit_id <> role_grant.unit_id
      and other.role in ('support-worker', 'night-worker', 'temp-worker', 'health-worker', 'specialist')
      and other.starts_on <= ${day} and (other.ends_on is null or other.ends_on >= ${day}))`

/** One super-user for every twelve who work there. @source own choice */
const superUsers = (place: Place): Sql => sql`
  select case when have.count >= ceil(staff.count / 12.0) then 'ok' when have.count > 0 then 'partly' else 'missing' end as outcome,
    have.count as done, ceil(staff.count / 12.0)::int as of
  from (select count(*)::int as count from (${staff(place)}) own) staff,
    (select count(distinct role_grant.employee_id)::int as count from org.role_grant
     where role_grant.tenant_id = kernel.here() and role_grant.unit_id = ${place.unit} and role_grant.role = 'super-user'
       and role_grant.starts_on <= ${place.day} and (role_grant.ends_on is null or role_grant.ends_on >= ${place.day})) have
  where staff.count > 0`

/** Everybody who works there has signed in within a fortnight, and not at the command line. Where nobody has, the house knows nothing of it yet. */
const signedIn = (place: Place): Sql => sql`
  select case when own.inside = own.count then 'ok' when own.inside > 0 then 'partly' else 'missing' end as outcome, own.inside as done, own.count as of
  from (select count(*)::int as count, (count(*) filter (where exists (select from kernel.session
      where session.tenant_id = kernel.here() and session.actor_id = staff.employee_id and session.how <> 'cli' and session.started_at > ${place.now} - interval '14 days')))::int as inside
    from (${staff(place)}) staff) own
  where own.inside > 0`

/** Gaps found in the unit's clarification that nobody has decided on. */
const gaps = ({ unit }: Place): Sql => sql`
  select case when own.open = 0 then 'ok' else 'missing' end as outcome, own.count - own.open as done, own.count as of
  from (select count(*)::int as count, (count(*) filter (where gap.state in ('open', 'with-vendor', 'way-proposed')))::int as open
    from (select state from tender.gap where gap.tenant_id = kernel.here() and gap.unit_id = ${unit}
      union all select state from clarification.gap where gap.tenant_id = kernel.here() and gap.unit_id = ${unit}) gap) own
  where own.count > 0`

/** A set-up holds, and none that is newer waits to be applied. */
const setUp = ({ unit, day }: Place): Sql => sql`
  select case when not own.applied then 'not-reached' when own.waiting > 0 then 'partly' else 'ok' end as outcome, own.applied::int as done, 1 + own.waiting as of
  from (select ${isApplied(unit, day)} as applied,
      (select count(*)::int from profiles.proposal where proposal.tenant_id = kernel.here() and proposal.unit_id = ${unit}
        and not exists (select from profiles.change where change.tenant_id = kernel.here() and change.proposal_id = proposal.id)
        and proposal.proposed_at > coalesce(${lastAppliedAt(unit, day)}, '-infinity')) as waiting) own
  where own.applied or own.waiting > 0`

/** »Sådan er vi« has been filled in, and the unit has said that it fits. */
const profile = ({ unit }: Place): Sql => sql`
  select case when ${isMapConfirmed(unit)} then 'ok' else 'missing' end as outcome, ${isMapConfirmed(unit)}::int as done, 1 as of
  where exists (select from clarification.block where block.tenant_id = kernel.here() and block.unit_id = ${unit})`

const clarification = ({ unit }: Place): Sql => sql`
  select case when ${isClarified(unit)} then 'ok' else 'missing' end as outcome, ${isClarified(unit)}::int as done, 1 as of
  where exists (select from clarification.round where round.tenant_id = kernel.here() and round.unit_id = ${unit})`

/** Nine in ten of the permanent staff and six in ten of the temps, as the project has set it. Where nobody of the house has been on a course, nothing is known. */
const training = ({ unit, day }: Place): Sql => sql`
  select case when covered.permanent_trained >= 0.9 * covered.permanent and covered.temps_trained >= 0.6 * covered.temps then 'ok'
      when covered.permanent_trained + covered.temps_trained > 0 then 'partly' else 'not-reached' end as outcome,
    covered.permanent_trained + covered.temps_trained as done, covered.permanent + covered.temps as of
  from (${coverageRows(day)}) covered
  where covered.unit_id = ${unit} and exists (select from training.enrolment where enrolment.tenant_id = kernel.here() and enrolment.state = 'attended')`

/** Critical messages that have reached as many as they should, as shares of five or more: who has not read is known to nobody. */
const receipts = (place: Place): Sql => sql`
  select case when own.done = own.of then 'ok' when own.done > 0 then 'partly' else 'missing' end as outcome, own.done, own.of
  from (${criticalReached(place)}) own`

/** A task that every unit does on its way, by the short name of its template: `task:UT02`. Asked last, where the thing itself is not known of. */
const taskDone = ({ unit, measure }: Place): Sql => sql`
  select case when task.state = 'done' then 'ok' else 'missing' end as outcome, (task.state = 'done')::int as done, 1 as of
  from plan.task join plan.template on template.tenant_id = task.tenant_id and template.id = task.template_id
  where task.tenant_id = kernel.here() and task.unit_id = ${unit} and 'task:' || template.code = any (string_to_array(${measure}, ' '))`

const named: Readonly<Record<string, (place: Place) => Sql>> = {
  'super-users': superUsers,
  'signed-in': signedIn,
  profile,
  clarification,
  training,
  receipts,
  'set-up': setUp,
  gaps,
}

/**
 * What the house works out by itself of a check, as a lateral `measured (outcome, done, of)` of at most one row; none where there is
 * nothing to work it out from, and then what somebody saw counts.
 */
export const measured = (place: Place): Sql => sql`lateral (
  select found.outcome, found.done, found.of from (
    ${sql.join(
      [
        ...Object.entries(named).map(
          ([name, rows]) =>
            sql`select own.outcome, own.done, own.of from (${rows(place)}) own where ${sql.lit(name)} = any (string_to_array(${place.measure}, ' '))`,
        ),
        taskDone(place),
      ],
      sql` union all `,
    )}) found limit 1) measured`

/** Names that a check may be measured by. */
export const measureNames = [...Object.keys(named), 'special'] as const
