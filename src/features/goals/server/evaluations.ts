import { type Day, type Instant, isBefore, ZONE } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Goal, goals, type View } from '../contract.ts'
import { nextEvaluation, whyNotEvaluate } from '../rules.ts'
import { goalForChange } from './goal-rows.ts'
import { evaluated, unevaluated } from './goal-tasks.ts'
import { mayEvaluate, ofEvaluation, ofGoal } from './permissions.ts'

/** Only notes that belong to the goal. */
async function keepEvidence(db: Db, evaluationId: Id, goalId: Id, noteIds: readonly Id[]): Promise<void> {
  const wanted = [...new Set(noteIds)]
  const kept = await db.run(sql`insert into goals.evidence (evaluation_id, note_id, citizen_id)
    select ${evaluationId}, belonging.note_id, belonging.citizen_id from journal.belonging
    where belonging.tenant_id = kernel.here() and belonging.matter_id = ${goalId} and belonging.note_id = any (${wanted}::uuid[]) and belonging.ended_at is null`)
  if (kept !== wanted.length) refuse(refusal('goals.not-its-notes', {}, 'noteIds'))
}

/** A late word of an earlier day takes no day back; after the last day of the period no more is due, until it has a new one. */
function nextAfter(goal: Goal, evaluatedOn: Day): Day | null {
  if (!isBefore(evaluatedOn, goal.endsOn)) return null
  const next = nextEvaluation(goal, evaluatedOn)
  return goal.evaluateOn !== null && isBefore(next, goal.evaluateOn) ? goal.evaluateOn : next
}

/** How far it has come, and whose view that is; the next evaluation is counted from it when it is the worker's. */
export const evaluate = command(goals.evaluate, {
  may: ofGoal(mayEvaluate, (input) => input.goalId),
  about: (db, input) => goalForChange(db, input.goalId),
  audit: (input, goal) => ({
    place: goal?.unitId,
    person: goal?.citizenId,
    records: [input.id, input.goalId],
    about: { view: input.view },
  }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEvaluate(about, input, clock.today()))
    await db.run(sql`insert into goals.evaluation (id, goal_id, citizen_id, view, view_of, movement, level, text, evaluated_on, written_by, written_by_name, written_at)
      select ${input.id}, ${about.id}, ${about.citizenId}, ${input.view}, ${input.viewOf}, ${input.movement}, ${input.level}::smallint, ${input.text}, ${input.evaluatedOn},
        employee.id, employee.name, ${clock.now()}
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    await keepEvidence(db, input.id, about.id, input.noteIds)
    if (input.view === 'worker' && about.state === 'active') {
      await db.run(sql`update goals.goal set evaluate_on = ${nextAfter(about, input.evaluatedOn)}::date
        where tenant_id = kernel.here() and id = ${about.id}`)
      await evaluated(db, about.id, by.id, clock.now())
    }
    return { id: input.id }
  },
  tell: (_, goal) => [
    { topic: 'goals', place: goal.unitId, subject: goal.citizenId },
    { topic: 'tasks', place: goal.unitId },
  ],
})

type Standing = {
  goalId: Id
  view: View
  unitId: Id
  citizenId: Id
  writtenBy: Id
  struckAt: Instant | null
  version: number
}
const evaluationById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select evaluation.goal_id as "goalId", evaluation.view, goal.unit_id as "unitId", goal.citizen_id as "citizenId", evaluation.written_by as "writtenBy", evaluation.struck_at as "struckAt", evaluation.version
    from goals.evaluation join goals.goal on goal.tenant_id = evaluation.tenant_id and goal.id = evaluation.goal_id
    where evaluation.tenant_id = kernel.here() and evaluation.id = ${id} for no key update of evaluation`)

const dayOfStep = sql`(step.at at time zone ${sql.lit(ZONE)})::date`

/** The day from which the next evaluation is counted: the worker's last, or the one the goal began or was resumed on. */
const countedFrom = async (db: Db, goalId: Id): Promise<Day> =>
  (await db.one<{ from: Day }>(sql`select greatest(goal.starts_on,
      (select min(${dayOfStep}) from goals.step where step.tenant_id = kernel.here() and step.goal_id = goal.id and step.act = 'approve'),
      (select max(${dayOfStep}) from goals.step where step.tenant_id = kernel.here() and step.goal_id = goal.id and step.act = 'resume'),
      (select max(evaluation.evaluated_on) from goals.evaluation where evaluation.tenant_id = kernel.here() and evaluation.goal_id = goal.id
        and evaluation.view = 'worker' and evaluation.struck_at is null))::text as "from"
    from goals.goal where goal.tenant_id = kernel.here() and goal.id = ${goalId}`))!.from

/** Without the worker's evaluation the goal is to be evaluated as if it had never been written. */
async function dueAsBefore(db: Db, goalId: Id, doing: { by: Id; at: Instant }): Promise<void> {
  const goal = await goalForChange(db, goalId)
  if (goal?.state !== 'active') return
  const due = nextEvaluation(goal, await countedFrom(db, goalId))
  if (goal.evaluateOn !== null && !isBefore(due, goal.evaluateOn)) return
  await db.run(sql`update goals.goal set evaluate_on = ${due}::date where tenant_id = kernel.here() and id = ${goalId}`)
  await unevaluated(db, goalId, due, doing)
}

/** One's own, written by mistake. */
export const strikeEvaluation = command(goals.strikeEvaluation, {
  may: ofEvaluation(mayEvaluate, (input) => input.id),
  about: (db, input) => evaluationById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.writtenBy !== by.id) throw new Problem('not-permitted', 'goals.not-yours')
    if (about.struckAt) refuse(refusal('goals.struck-already'))
    await db.run(sql`update goals.evaluation set struck_at = ${clock.now()}, struck_by = ${by.id}, strike_reason = ${input.reason}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    if (about.view === 'worker') await dueAsBefore(db, about.goalId, { by: by.id, at: clock.now() })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [
    { topic: 'goals', place: about.unitId, subject: about.citizenId },
    { topic: 'tasks', place: about.unitId },
  ],
})
