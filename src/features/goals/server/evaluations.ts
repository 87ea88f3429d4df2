import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { goals } from '../contract.ts'
import { nextEvaluation, whyNotEvaluate } from '../rules.ts'
import { goalForChange } from './goal-rows.ts'
import { evaluated } from './goal-tasks.ts'
import { mayEvaluate, ofEvaluation, ofGoal } from './permissions.ts'

/** Only notes that belong to the goal. */
async function keepEvidence(db: Db, evaluationId: Id, goalId: Id, noteIds: readonly Id[]): Promise<void> {
  const wanted = [...new Set(noteIds)]
  const kept = await db.run(sql`insert into goals.evidence (evaluation_id, note_id, citizen_id)
    select ${evaluationId}, belonging.note_id, belonging.citizen_id from journal.belonging
    where belonging.tenant_id = kernel.here() and belonging.matter_id = ${goalId} and belonging.note_id = any (${wanted}::uuid[]) and belonging.ended_at is null`)
  if (kept !== wanted.length) refuse(refusal('goals.not-its-notes', {}, 'noteIds'))
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
      await db.run(sql`update goals.goal set evaluate_on = greatest(evaluate_on, ${nextEvaluation(about, input.evaluatedOn)}::date)
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

type Standing = { unitId: Id; citizenId: Id; writtenBy: Id; struckAt: Instant | null; version: number }
const evaluationById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select goal.unit_id as "unitId", goal.citizen_id as "citizenId", evaluation.written_by as "writtenBy", evaluation.struck_at as "struckAt", evaluation.version
    from goals.evaluation join goals.goal on goal.tenant_id = evaluation.tenant_id and goal.id = evaluation.goal_id
    where evaluation.tenant_id = kernel.here() and evaluation.id = ${id} for no key update of evaluation`)

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
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'goals', place: about.unitId, subject: about.citizenId }],
})
