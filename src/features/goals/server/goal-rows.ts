import { employeeName } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Goal } from '../contract.ts'
import { followUpGivesWay } from './follow-up-days.ts'

/** Levels are the authority's where it has set any: the unit's own stand only without an order. */
const level = (
  which: 'level_start' | 'level_wanted',
) => sql`case when goal.order_goal_id is null then goal.${sql.ref(which)} else (
  select ordered.${sql.ref(which)} from orders.order_goal ordered where ordered.tenant_id = kernel.here() and ordered.id = goal.order_goal_id) end`

/** The wire's form of a `goal`. */
export const goalColumns: Sql = sql`goal.id, goal.citizen_id as "citizenId", goal.unit_id as "unitId", goal.objective_id as "objectiveId",
  goal.order_goal_id as "orderGoalId", goal.title, goal.concrete, goal.method, goal.signs, goal.starts_on as "startsOn", goal.ends_on as "endsOn",
  goal.responsible_id as "responsibleId", ${employeeName(sql`goal.responsible_id`)} as "responsibleName", goal.made_with as "madeWith",
  goal.why_without as "whyWithout", goal.every_weeks as "everyWeeks", ${level('level_start')} as "levelStart", ${level('level_wanted')} as "levelWanted",
  goal.state, goal.attainment, goal.reason, goal.worded_by as "wordedById", goal.worded_by_name as "wordedByName", goal.worded_at as "wordedAt",
  goal.approved_by_name as "approvedByName", goal.approved_at as "approvedAt", goal.evaluate_on as "evaluateOn", goal.version`

export const objectiveColumns: Sql = sql`objective.id, objective.unit_id as "unitId", objective.text, objective.said_on as "saidOn",
  objective.written_by_name as "writtenByName", objective.ended_on as "endedOn", objective.end_reason as "endReason", objective.version`

export const activityColumns: Sql = sql`activity.id, activity.text, activity.rhythm, activity.who, activity.ended_at as "endedAt"`

export const followUpColumns: Sql = sql`follow_up.id, follow_up.unit_id as "unitId", follow_up.due_on as "dueOn", follow_up.held_on as "heldOn",
  follow_up.result, follow_up.text, ${followUpGivesWay} as "givesWay", follow_up.version`

/** As JSON made by PostgreSQL, never null. */
export const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`

/** The goal as it stands, locked; days and moments as the wire carries them. */
export async function goalForChange(db: Db, id: Id): Promise<Goal | undefined> {
  await db.run(sql`select from goals.goal where tenant_id = kernel.here() and id = ${id} for no key update`)
  const row = await db.one<{ goal: string }>(sql`select to_json(standing)::text as goal from (
    select ${goalColumns} from goals.goal where goal.tenant_id = kernel.here() and goal.id = ${id}) standing`)
  return row && (JSON.parse(row.goal) as Goal)
}
