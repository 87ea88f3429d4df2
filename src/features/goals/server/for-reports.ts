import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Evaluation, Goal } from '../contract.ts'

export type ToldGoal = {
  goal: Pick<Goal, 'id' | 'title' | 'state' | 'attainment' | 'version'>
  evaluations: Pick<
    Evaluation,
    'id' | 'version' | 'view' | 'viewOf' | 'movement' | 'text' | 'evaluatedOn' | 'noteIds'
  >[]
}
type Wanted = { citizenId: Id; unitId: Id; fromOn: Day; toOn: Day }

/** For a command that has asked for the right itself: goals that were worked with in the period, and what was said of them then. */
export async function goalsBetween(db: Db, { citizenId, unitId, fromOn, toOn }: Wanted): Promise<ToldGoal[]> {
  const { told } = (await db.one<{
    told: string
  }>(sql`select coalesce(json_agg(told order by told.starts_on, told.id), '[]')::text as told from (
    select goal.id, goal.starts_on,
      json_build_object('id', goal.id, 'title', goal.title, 'state', goal.state, 'attainment', goal.attainment, 'version', goal.version) as goal,
      (select coalesce(json_agg(said order by said."evaluatedOn", said.id), '[]') from (
        select evaluation.id, evaluation.version, evaluation.view, evaluation.view_of as "viewOf", evaluation.movement, evaluation.text, evaluation.evaluated_on as "evaluatedOn",
          array(select evidence.note_id from goals.evidence where evidence.tenant_id = kernel.here()
            and evidence.citizen_id = evaluation.citizen_id and evidence.evaluation_id = evaluation.id) as "noteIds"
        from goals.evaluation where evaluation.tenant_id = kernel.here() and evaluation.goal_id = goal.id and evaluation.struck_at is null
          and evaluation.evaluated_on between ${fromOn}::date and ${toOn}::date
        order by evaluation.evaluated_on desc limit 20) said) as evaluations
    from goals.goal
    where goal.tenant_id = kernel.here() and goal.citizen_id = ${citizenId} and goal.unit_id = ${unitId} and goal.state <> 'proposed'
      and goal.starts_on <= ${toOn}::date and (goal.state in ('active', 'on-hold') or exists (
        select from goals.step where step.tenant_id = kernel.here() and step.goal_id = goal.id
          and step.act in ('complete', 'drop') and ${danishDay(sql`step.at`)} >= ${fromOn}::date))
    order by goal.starts_on limit 30) told`))!
  return (JSON.parse(told) as ToldGoal[]).map(({ goal, evaluations }) => ({ goal, evaluations }))
}

/** Whoever reads these has asked whether the citizen's plan is theirs to see: what an evaluation or a goal says now. */
export const planSources = (ids: Sql) => sql`
  select 'evaluation' as kind, evaluation.id, evaluation.version, evaluation.evaluated_on::text as "on", evaluation.citizen_id, goal.unit_id,
    evaluation.written_by_name as "byName", evaluation.text, evaluation.struck_at is not null as "isGone"
  from goals.evaluation join goals.goal on goal.tenant_id = evaluation.tenant_id and goal.id = evaluation.goal_id
  where evaluation.tenant_id = kernel.here() and evaluation.id in (${ids})
  union all
  select 'goal', goal.id, goal.version, ${danishDay(sql`goal.worded_at`)}::text, goal.citizen_id, goal.unit_id, goal.worded_by_name, goal.title || ': ' || goal.concrete, false
  from goals.goal where goal.tenant_id = kernel.here() and goal.id in (${ids})`
