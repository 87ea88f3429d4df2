import { reaches } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type By, command } from '#kernel/server/use-case.ts'
import { goals, type Wording } from '../contract.ts'
import { whyNotChange, whyNotWord } from '../rules.ts'
import { goalForChange } from './goal-rows.ts'
import { mayWrite, ofGoal, writingPlan } from './permissions.ts'
import { stepped } from './steps.ts'

type Fitting = { db: Db; input: Wording; by: By; clock: Clock }
type Whose = { citizenId: Id; unitId: Id }

/** What only the database knows of the words: the one responsible works there, the objective is the citizen's. */
async function unlessFits({ db, input, clock }: Fitting, { citizenId, unitId }: Whose): Promise<void> {
  refuse(whyNotWord(input, clock.today()))
  const works = { id: input.responsibleId, at: clock.now(), on: clock.today() }
  if (!(await reaches(db, works, mayWrite, unitId))) refuse(refusal('goals.responsible-elsewhere', {}, 'responsibleId'))
  if (input.objectiveId && !(await isOwnObjective(db, input.objectiveId, citizenId)))
    refuse(refusal('goals.objective-unknown', {}, 'objectiveId'))
  if (input.orderGoalId && !(await isOrdered(db, input.orderGoalId, citizenId)))
    refuse(refusal('goals.order-goal-unknown', {}, 'orderGoalId'))
}

/** Of one of the citizen's orders, and not left out of it since. */
const isOrdered = (db: Db, id: Id, citizenId: Id) =>
  db.one(sql`select from orders.order_goal join orders.order on "order".tenant_id = order_goal.tenant_id and "order".id = order_goal.order_id
    where order_goal.tenant_id = kernel.here() and order_goal.id = ${id} and "order".citizen_id = ${citizenId} and order_goal.ended_at is null`)

/** With an order the levels are the authority's: none are kept here. */
const own = (level: number | null, { orderGoalId }: Wording) => (orderGoalId ? null : level)

const isOwnObjective = (db: Db, id: Id, citizenId: Id) =>
  db.one(sql`select from goals.objective where tenant_id = kernel.here() and id = ${id} and citizen_id = ${citizenId}`)

/** Said by the contact person and the citizen together; lives when the leader has approved it. */
export const propose = command(goals.propose, {
  may: writingPlan(),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await unlessFits({ db, input, by, clock }, input)
    await db.run(sql`insert into goals.goal (id, citizen_id, unit_id, objective_id, order_goal_id, title, concrete, method, signs, starts_on, ends_on,
        responsible_id, made_with, why_without, every_weeks, level_start, level_wanted, worded_by, worded_by_name, worded_at)
      select ${input.id}, ${input.citizenId}, ${input.unitId}, ${input.objectiveId}, ${input.orderGoalId}, ${input.title}, ${input.concrete}, ${input.method},
        ${input.signs}, ${input.startsOn}, ${input.endsOn}, ${input.responsibleId}, ${input.madeWith}, ${input.whyWithout}, ${input.everyWeeks},
        ${own(input.levelStart, input)}::smallint, ${own(input.levelWanted, input)}::smallint, employee.id, employee.name, ${clock.now()}
      from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    await stepped(db, { goalId: input.id, act: 'propose', by: by.id, at: clock.now() })
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'goals', place: input.unitId, subject: input.citizenId }],
})

/** Anybody may mend the words; they are then theirs, and somebody else approves them. */
export const change = command(goals.change, {
  may: ofGoal(mayWrite, (input) => input.id),
  about: (db, input) => goalForChange(db, input.id),
  audit: (input, goal) => ({ place: goal?.unitId, person: goal?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotChange(about))
    await unlessFits({ db, input, by, clock }, about)
    await db.run(sql`update goals.goal set objective_id = ${input.objectiveId}, order_goal_id = ${input.orderGoalId}, title = ${input.title},
        concrete = ${input.concrete}, method = ${input.method}, signs = ${input.signs}, starts_on = ${input.startsOn}, ends_on = ${input.endsOn},
        responsible_id = ${input.responsibleId}, made_with = ${input.madeWith}, why_without = ${input.whyWithout}, every_weeks = ${input.everyWeeks},
        level_start = ${own(input.levelStart, input)}::smallint, level_wanted = ${own(input.levelWanted, input)}::smallint,
        worded_by = employee.id, worded_by_name = employee.name, worded_at = ${clock.now()},
        approved_by = null, approved_by_name = null, approved_at = null, version = goal.version + 1
      from org.employee where goal.tenant_id = kernel.here() and goal.id = ${input.id} and employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
    await stepped(db, { goalId: input.id, act: 'change', by: by.id, at: clock.now() })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, goal) => [{ topic: 'goals', place: goal.unitId, subject: goal.citizenId }],
})
