import { calledName, seenThrough } from '#features/citizens/server/index.ts'
import { noteOpen, notesOfMatter } from '#features/journal/server/index.ts'
import { employeeName } from '#features/org/server/index.ts'
import { type Asked, at, type Seeing } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { goals } from '../contract.ts'
import { orderGivesWay } from './follow-up-days.ts'
import { activityColumns, followUpColumns, goalColumns, listed, objectiveColumns } from './goal-rows.ts'
import { actsOnGoal, mayRead, mayWrite, ofGoal, ofPlan, planReached } from './permissions.ts'

const MOST_GOALS = 60
const MOST_AT_UNIT = 200
/** Dots on a picture: as many as can be told apart, however long the thread is. */
const MOST_DOTS = 40
const MOST_NOTES = 30
const MOST_EVALUATIONS = 60

const activities = listed(sql`
  select ${activityColumns} from goals.activity
  where activity.tenant_id = kernel.here() and activity.citizen_id = goal.citizen_id and activity.goal_id = goal.id
  order by activity.ended_at nulls first, activity.written_at limit 40`)

/** Of the notes behind it those that the reader may see: nobody hears of others. */
const evaluations = (most: number) =>
  listed(sql`
  select evaluation.id, evaluation.goal_id as "goalId", evaluation.view, evaluation.view_of as "viewOf", evaluation.movement, evaluation.level, evaluation.text,
    evaluation.evaluated_on as "evaluatedOn", evaluation.written_by as "writtenById", evaluation.written_by_name as "writtenByName", evaluation.written_at as "writtenAt",
    array(select evidence.note_id from goals.evidence
      join journal.note on note.tenant_id = evidence.tenant_id and note.id = evidence.note_id and ${noteOpen}
      where evidence.tenant_id = kernel.here() and evidence.citizen_id = evaluation.citizen_id and evidence.evaluation_id = evaluation.id) as "noteIds",
    case when evaluation.struck_at is not null then json_build_object('at', evaluation.struck_at, 'reason', evaluation.strike_reason) end as struck,
    evaluation.version
  from goals.evaluation where evaluation.tenant_id = kernel.here() and evaluation.goal_id = goal.id
  order by evaluation.evaluated_on desc, evaluation.written_at desc limit ${sql.lit(most)}`)

const dotsOf = (noted: Sql): Sql =>
  listed(
    sql`select noted.id as "noteId", noted."happenedAt", noted.important from ${noted} order by noted."happenedAt"`,
  )
const dots = dotsOf(sql`(${notesOfMatter(sql`goal.id`, MOST_DOTS)}) noted`)

const planGoal = (
  asked: Seeing,
  most: number,
  dots: Sql,
): Sql => sql`${goalColumns}, ${activities} as activities, ${evaluations(most)} as evaluations,
  ${dots} as dots, ${asked.offers(actsOnGoal, sql`goal.unit_id`)} as permitted`

type OfCitizen = Asked<{ citizenId: string }>
const ofThem = (asked: OfCitizen, row: Sql) =>
  sql`${row}.tenant_id = kernel.here() and ${row}.citizen_id = ${asked.input.citizenId}::uuid
    and ${planReached(asked, sql`${row}.unit_id`, sql`${row}.citizen_id`)}`

/** Where the actor may add to the plan today. */
const writable = (asked: OfCitizen) => sql`array(
  select tie.unit_id from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = ${asked.input.citizenId}::uuid
    and ${seenThrough(asked, sql`tie`, 0)} and tie.unit_id = any (array(${mayWrite.places})))`

export const ofCitizen = query(goals.ofCitizen, {
  may: ofPlan(),
  audit: (input) => ({ person: input.citizenId }),
  steps: (asked) => ({
    found: sql`select goal.* from goals.goal where ${ofThem(asked, sql`goal`)}
      order by goal.state in ('completed', 'dropped'), goal.starts_on desc, goal.id limit ${sql.lit(MOST_GOALS)}`,
  }),
  read: (asked) => sql`
    select ${asked.input.citizenId}::uuid as id,
      ${listed(sql`select ${objectiveColumns} from goals.objective where ${ofThem(asked, sql`objective`)} order by objective.ended_on nulls first, objective.said_on desc limit 40`)} as objectives,
      ${listed(sql`select ${planGoal(asked, MOST_EVALUATIONS, dots)} from found goal order by goal.state in ('completed', 'dropped'), goal.starts_on desc, goal.id`)} as goals,
      ${listed(sql`select ${followUpColumns} from goals.follow_up where ${ofThem(asked, sql`follow_up`)} and follow_up.cancelled_at is null order by follow_up.due_on desc limit 20`)} as "followUps",
      array(select "order".id from orders.order where ${ofThem(asked, sql`"order"`)} and ${orderGivesWay}) as "ordersGivingWay",
      ${writable(asked)} as "writableUnitIds"`,
  records: sql`select id from found`,
})

export const one = query(goals.one, {
  may: ofGoal(mayRead, (input) => input.goalId),
  audit: (input) => ({
    person: sql`select citizen_id from goals.goal where tenant_id = kernel.here() and id = ${input.goalId}::uuid and exists (select from may)`,
  }),
  steps: ({ input }) => ({
    found: sql`select goal.* from goals.goal where goal.tenant_id = kernel.here() and goal.id = ${input.goalId}::uuid`,
    // Read once, for the picture and for the list below it.
    noted: sql`select noted.* from found goal cross join lateral (${notesOfMatter(sql`goal.id`, MOST_DOTS)}) noted`,
    shown: sql`select noted.* from noted order by noted."happenedAt" desc limit ${sql.lit(MOST_NOTES)}`,
  }),
  read: (asked) => sql`
    select found.id, (select to_json(goal) from (select ${planGoal(asked, MOST_EVALUATIONS, dotsOf(sql`noted`))} from found goal) goal) as goal,
      (select to_json(wanted) from (select ${objectiveColumns} from goals.objective
        where objective.tenant_id = kernel.here() and objective.citizen_id = found.citizen_id and objective.id = found.objective_id) wanted) as objective,
      ${listed(sql`select step.number, step.act, step.by_name as "byName", step.at, step.reason, step.attainment from goals.step
        where step.tenant_id = kernel.here() and step.goal_id = found.id order by step.number desc limit 60`)} as steps,
      (select coalesce(json_agg(shown order by shown."happenedAt" desc), '[]') from shown) as notes
    from found`,
  records: sql`select id from found union all select id from shown`,
})

/** For whoever leads: what waits for them, what is late, what nobody writes about. */
export const ofUnit = query(goals.ofUnit, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: (asked) => sql`
    select goal.id, goal.citizen_id as "citizenId", ${calledName(sql`citizen`)} as "calledName", goal.title, goal.state,
      ${employeeName(sql`goal.responsible_id`)} as "responsibleName", goal.worded_by as "wordedById", goal.approved_at is null as "awaitsApproval",
      goal.evaluate_on as "evaluateOn", goal.ends_on as "endsOn", (latest.happened_at at time zone 'Europe/Copenhagen')::date as "lastNoteOn"
    from goals.goal
    join citizens.citizen on citizen.tenant_id = goal.tenant_id and citizen.id = goal.citizen_id
    left join lateral (
      select belonging.happened_at from journal.belonging
      where belonging.tenant_id = kernel.here() and belonging.matter_id = goal.id and belonging.ended_at is null
      order by belonging.happened_at desc limit 1) latest on true
    where goal.tenant_id = kernel.here() and goal.unit_id = ${asked.input.unitId}::uuid and goal.state in ('proposed', 'active', 'on-hold')
      and exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = goal.citizen_id and ${seenThrough(asked, sql`tie`)})
    order by goal.approved_at is not null, coalesce(goal.evaluate_on, goal.ends_on), goal.id limit ${sql.lit(MOST_AT_UNIT)}`,
  subjects: sql`select "citizenId" from rows`,
})
