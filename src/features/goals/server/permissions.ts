import { isDiscreet, ofCitizen, ofCitizenAt, seesCitizen } from '#features/citizens/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right, Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

export const mayRead = right('goals.read', careRoles, { inPerson: true })
export const mayWrite = right('goals.write', ['unit-leader', 'support-worker', 'health-worker', 'specialist'])
export const mayEvaluate = right('goals.evaluate', [
  'unit-leader',
  'support-worker',
  'night-worker',
  'health-worker',
  'specialist',
])
export const mayApprove = right('goals.approve', ['unit-leader'])

/** The acts with a goal that a screen may offer. */
export const actsOnGoal = { write: mayWrite, evaluate: mayEvaluate, approve: mayApprove }

/** Whether something of a citizen's plan is open: its unit is within reach, or the citizen is open in person and the unit not discreet. */
export const planReached = (asked: Seeing, unit: Sql, citizen: Sql): Sql =>
  sql`(${asked.visible(unit)} or (${asked.inPerson(citizen)} and not ${isDiscreet(unit)}))`

const ofRow =
  (table: Sql) =>
  <I>(held: Right, id: (input: Blanks<I>) => Blank): Gate<I> => ({
    right: held,
    says: ['place'],
    rows: (asked) => sql`
      select plan.id, plan.unit_id as place from ${table} plan
      where plan.tenant_id = kernel.here() and plan.id = ${id(asked.input)}::uuid
        and ${planReached(asked, sql`plan.unit_id`, sql`plan.citizen_id`)} and ${seesCitizen(asked, sql`plan.citizen_id`)}`,
  })

export const ofGoal = ofRow(sql`goals.goal`)
export const ofObjective = ofRow(sql`goals.objective`)
export const ofFollowUp = ofRow(sql`goals.follow_up`)
/** Of what belongs to a goal: the goal's unit says. */
export const ofActivity = ofRow(
  sql`(select activity.tenant_id, activity.id, activity.citizen_id, goal.unit_id from goals.activity
    join goals.goal on goal.tenant_id = activity.tenant_id and goal.id = activity.goal_id)`,
)
export const ofEvaluation = ofRow(
  sql`(select evaluation.tenant_id, evaluation.id, evaluation.citizen_id, goal.unit_id from goals.evaluation
    join goals.goal on goal.tenant_id = evaluation.tenant_id and goal.id = evaluation.goal_id)`,
)

type Placed = { citizenId: string; unitId: string }
/** A citizen who belongs to the unit today. */
export const writingPlan = <I extends Placed>(): Gate<I> =>
  ofCitizenAt<I>(
    mayWrite,
    (input) => input.citizenId,
    (input) => input.unitId,
  )
export const ofPlan = <I extends Pick<Placed, 'citizenId'>>(): Gate<I> =>
  ofCitizen<I>(mayRead, (input) => input.citizenId)
