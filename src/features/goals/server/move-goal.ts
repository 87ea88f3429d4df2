import type { InputOf, OutputOf, Write } from '#kernel/lang/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Refusal, refuse } from '#kernel/lang/problem.ts'
import type { Right } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, type UseCase } from '#kernel/server/use-case.ts'
import { type Goal, goals, type Step } from '../contract.ts'
import { nextEvaluation, whyNotApprove, whyNotComplete, whyNotDrop, whyNotHold, whyNotResume } from '../rules.ts'
import { goalForChange } from './goal-rows.ts'
import { closeTasksOf } from './goal-tasks.ts'
import { mayApprove, mayWrite, ofGoal } from './permissions.ts'
import { stepped } from './steps.ts'

type Move<I> = {
  act: Step['act']
  right: Right
  whyNot: (goal: Goal, by: Id) => Refusal | undefined
  /** What is set, beside the version. */
  set: (goal: Goal, input: I, today: Day) => Sql
  /** For approval: by whom stands on the goal. */
  signs?: boolean
}
type Moving = { id: Id; version: number; reason?: string | null }

const signed = (db: Db, id: Id, by: Id, at: string) =>
  db.run(sql`update goals.goal set approved_by = employee.id, approved_by_name = employee.name, approved_at = ${at}
    from org.employee where goal.tenant_id = kernel.here() and goal.id = ${id} and employee.tenant_id = kernel.here() and employee.id = ${by}`)

/** From one state to the next. */
function move<E extends Write>(contract: E, { act, right, whyNot, set, signs }: Move<InputOf<E>>): UseCase {
  return command<Write, Goal>(contract, {
    may: ofGoal<Moving>(right, (input) => input.id) as never,
    about: (db, input) => goalForChange(db, (input as Moving).id),
    audit: (input, goal) => ({ place: goal?.unitId, person: goal?.citizenId, records: [(input as Moving).id] }),
    async run({ db, input: given, about, by, clock }) {
      const input = given as Moving
      refuse(whyNot(about, by.id))
      await db.run(sql`update goals.goal set ${set(about, given as InputOf<E>, clock.today())}, version = version + 1
        where tenant_id = kernel.here() and id = ${input.id}`)
      if (signs) await signed(db, input.id, by.id, clock.now())
      await stepped(db, { goalId: input.id, act, by: by.id, at: clock.now(), reason: input.reason ?? null })
      await closeTasksOf(db, about, { act, by: by.id, at: clock.now() })
      return { id: input.id, version: about.version + 1 } as OutputOf<E>
    },
    tell: (_, goal) => [
      { topic: 'goals', place: goal.unitId, subject: goal.citizenId },
      { topic: 'tasks', place: goal.unitId },
    ],
  })
}

const first = (a: Day, b: Day) => (a > b ? a : b)

export const approve = move(goals.approve, {
  act: 'approve',
  right: mayApprove,
  whyNot: whyNotApprove,
  set: (goal, _, today) =>
    sql`state = ${goal.state === 'on-hold' ? 'on-hold' : 'active'},
      evaluate_on = ${goal.state === 'on-hold' ? null : (goal.evaluateOn ?? nextEvaluation(goal, first(goal.startsOn, today)))}::date`,
  signs: true,
})

export const hold = move(goals.hold, {
  act: 'hold',
  right: mayWrite,
  whyNot: whyNotHold,
  set: (_, input) => sql`state = 'on-hold', reason = ${input.reason}, evaluate_on = null`,
})

export const resume = move(goals.resume, {
  act: 'resume',
  right: mayWrite,
  whyNot: whyNotResume,
  set: (goal, _, today) => sql`state = 'active', reason = null, evaluate_on = ${nextEvaluation(goal, today)}::date`,
})

export const complete = move(goals.complete, {
  act: 'complete',
  right: mayWrite,
  whyNot: whyNotComplete,
  set: (_, input) =>
    sql`state = 'completed', attainment = ${input.attainment}, reason = ${input.reason}, evaluate_on = null`,
})

export const drop = move(goals.drop, {
  act: 'drop',
  right: mayWrite,
  whyNot: whyNotDrop,
  set: (_, input) => sql`state = 'dropped', reason = ${input.reason}, evaluate_on = null`,
})
