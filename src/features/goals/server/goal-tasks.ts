import { addTask, type NewTask } from '#features/tasks/server/index.ts'
import { addDays, type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Step } from '../contract.ts'
import { remindersDue, WEEKS_AHEAD } from '../rules.ts'
import { followUpGivesWay, orderGivesWay } from './follow-up-days.ts'

export const goalTasks = ['goals.evaluate', 'goals.follow-up'] as const
type Kind = (typeof goalTasks)[number]

type Closing = { kind: Kind; of: Id; by: Id | null; at: Instant; outcome: string }
/** Every open task of the kind about the goal or follow-up. */
const closeAll = (db: Db, { kind, of, by, at, outcome }: Closing) =>
  db.run(sql`update tasks.task set done_at = ${at}, done_by = ${by}, outcome = ${outcome}, version = version + 1
    where tenant_id = kernel.here() and kind = ${kind} and done_at is null and once_key like ${`${of} %`}`)

export const evaluated = (db: Db, goalId: Id, by: Id, at: Instant) =>
  closeAll(db, { kind: 'goals.evaluate', of: goalId, by, at, outcome: 'done' })
export const followedUp = (db: Db, followUpId: Id, by: Id, at: Instant, outcome: 'done' | 'cancelled') =>
  closeAll(db, { kind: 'goals.follow-up', of: followUpId, by, at, outcome })

/** The status report is with the authority: of the follow-ups it was written for nobody is reminded any more, not in two weeks either. */
export const reported = (db: Db, { citizenId, unitId, by, at }: { citizenId: Id; unitId: Id; by: Id; at: Instant }) =>
  db.run(sql`update tasks.task set done_at = coalesce(done_at, ${at}), done_by = coalesce(done_by, ${by}::uuid), outcome = 'sent', version = version + 1
    where tenant_id = kernel.here() and kind = 'goals.follow-up' and unit_id = ${unitId} and about ->> 'citizenId' = ${citizenId}::text
      and (done_at is null or (outcome = 'done' and (about ->> 'dueOn')::date >= ${dayOf(at)}::date))`)

/** A day of evaluation that was crossed out stands again: what was done with is to be done. */
export async function unevaluated(
  db: Db,
  goalId: Id,
  evaluateOn: Day,
  { by, at }: { by: Id; at: Instant },
): Promise<void> {
  await closeAll(db, { kind: 'goals.evaluate', of: goalId, by, at, outcome: 'struck' })
  await db.run(sql`update tasks.task set outcome = 'struck', version = version + 1
    where tenant_id = kernel.here() and kind = 'goals.evaluate' and outcome = 'done' and once_key like ${`${goalId} ${evaluateOn}%`}`)
}

/** Nobody is to evaluate what is on hold, completed or dropped. */
export async function closeTasksOf(
  db: Db,
  { id }: { id: Id },
  { act, by, at }: { act: Step['act']; by: Id; at: Instant },
): Promise<void> {
  if (act !== 'hold' && act !== 'complete' && act !== 'drop') return
  await closeAll(db, { kind: 'goals.evaluate', of: id, by, at, outcome: act })
}

/** Days before the last day of an evaluation on which it becomes a task. */
const DAYS_TO_EVALUATE = 7

type Due = { id: Id; unitId: Id; citizenId: Id; responsibleId: Id; evaluateOn: Day; lapsed: number }
/** With how many tasks for the same day came to nothing: the goal was put on hold, the evaluation struck out. */
const toEvaluate = (db: Db, today: Day) =>
  db.all<Due>(sql`select id, unit_id as "unitId", citizen_id as "citizenId", responsible_id as "responsibleId", evaluate_on::text as "evaluateOn",
      (select count(*)::int from tasks.task where task.tenant_id = kernel.here() and task.kind = 'goals.evaluate' and task.outcome in ('hold', 'struck')
        and task.once_key like goal.id || ' ' || goal.evaluate_on || '%') as lapsed
    from goals.goal where tenant_id = kernel.here() and state = 'active' and evaluate_on <= ${addDays(today, DAYS_TO_EVALUATE)}::date`)

type Ahead = { id: Id; unitId: Id; citizenId: Id; contactId: Id | null; dueOn: Day }
/**
 * Follow-ups the unit was told of, and those the order names. With the citizen's contact person in the unit, who writes the
 * report; without one it is the leader's.
 */
const followUpsAhead = (db: Db, today: Day) =>
  db.all<Ahead>(sql`select ahead.id, ahead.unit_id as "unitId", ahead.citizen_id as "citizenId", ahead.due_on::text as "dueOn",
      (select contact.employee_id from citizens.contact_person contact
        where contact.tenant_id = kernel.here() and contact.citizen_id = ahead.citizen_id and contact.unit_id = ahead.unit_id
          and contact.from_on <= ${today}::date and coalesce(contact.to_on >= ${today}::date, true)
        order by contact.from_on limit 1) as "contactId"
    from (
      select id, unit_id, citizen_id, due_on from goals.follow_up
      where tenant_id = kernel.here() and held_on is null and cancelled_at is null and not ${followUpGivesWay}
      union all
      select id, unit_id, citizen_id, follow_up_on from orders.order
      where tenant_id = kernel.here() and status = 'active' and follow_up_on >= ${today}::date and not ${orderGivesWay}) ahead
    where not exists (select from tasks.task where task.tenant_id = kernel.here() and task.kind = 'goals.follow-up' and task.outcome = 'sent'
        and task.once_key like ahead.id || ' ' || ahead.due_on || ' %')
      and ahead.due_on <= ${addDays(today, 7 * WEEKS_AHEAD[0])}::date`)

const evaluationTask = ({ id, unitId, citizenId, responsibleId, evaluateOn, lapsed }: Due): Omit<NewTask, 'id'> => ({
  unitId,
  kind: 'goals.evaluate',
  onceKey: [id, evaluateOn, ...(lapsed ? [lapsed] : [])].join(' '),
  about: { goalId: id, citizenId },
  to: { employeeId: responsibleId },
  dueOn: evaluateOn,
})

const followUpTask = ({ id, unitId, citizenId, contactId, dueOn }: Ahead, weeks: number): Omit<NewTask, 'id'> => ({
  unitId,
  kind: 'goals.follow-up',
  onceKey: `${id} ${dueOn} ${weeks}`,
  about: { followUpId: id, citizenId, dueOn, weeks: String(weeks) },
  to: contactId ? { employeeId: contactId } : { role: 'unit-leader' },
  dueOn,
})

/** The nearer reminder takes the place of the one before: one task at a time. */
async function remindOfFollowUp(db: Db, followUp: Ahead, clock: Clock): Promise<boolean> {
  const weeks = remindersDue({ dueOn: followUp.dueOn, heldOn: null }, clock.today()).at(-1)
  if (weeks === undefined) return false
  const task = { id: newId(), ...followUpTask(followUp, weeks) }
  if (!(await addTask(db, task, clock.now()))) return false
  await db.run(sql`update tasks.task set done_at = ${clock.now()}, outcome = 'reminded', version = version + 1
    where tenant_id = kernel.here() and kind = 'goals.follow-up' and done_at is null and id <> ${task.id} and once_key like ${`${followUp.id} %`}`)
  return true
}

/** Nobody is to prepare for a day that another has taken the place of. */
const closeGivenWay = (db: Db, at: Instant) =>
  db.run(sql`update tasks.task set done_at = ${at}, outcome = 'cancelled', version = version + 1
    where tenant_id = kernel.here() and kind = 'goals.follow-up' and done_at is null and (
      exists (select from goals.follow_up where follow_up.tenant_id = kernel.here() and follow_up.id::text = task.about ->> 'followUpId' and ${followUpGivesWay})
      or exists (select from orders.order where "order".tenant_id = kernel.here() and "order".id::text = task.about ->> 'followUpId' and ${orderGivesWay}))`)

/**
 * Once a day: what is to be evaluated within the week, and the follow-ups that are six, four and two weeks away. Can run twice.
 * @returns how many tasks were made
 */
export async function remindOfGoals(db: Db, clock: Clock): Promise<number> {
  let made = 0
  for (const due of await toEvaluate(db, clock.today()))
    if (await addTask(db, { id: newId(), ...evaluationTask(due) }, clock.now())) made += 1
  await closeGivenWay(db, clock.now())
  for (const followUp of await followUpsAhead(db, clock.today()))
    if (await remindOfFollowUp(db, followUp, clock)) made += 1
  return made
}
