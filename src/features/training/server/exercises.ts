import { requirementKind } from '#features/requirements/server/index.ts'
import { link, suspectLinks, touched } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { levelWhenPassed } from '../rules.ts'
import { keepCompetence } from './competences.ts'
import { exerciseKind } from './node-kinds.ts'
import { mayMark, mayPlan, nearCourse, overCourse, overExercise } from './permissions.ts'

/** When an exercise counts: all steps done without somebody else's hand on the screen. [D] */
const PASS_RULE = 'Alle trin er gjort uden hjælp.'

export const exercises = query(training.exercises, {
  may: nearCourse((input) => input.courseId),
  audit: () => ({}),
  read: ({ input }) => sql`
    select exercise.id, exercise.requirement_id as "requirementId", requirement.number as "requirementNumber", exercise.title,
      exercise.made_up_name as "madeUpName", exercise.steps, exercise.pass_rule as "passRule", ${suspectLinks(sql`exercise.id`)} as suspects, exercise.version
    from training.exercise
    join requirements.requirement on requirement.tenant_id = exercise.tenant_id and requirement.id = exercise.requirement_id
    where exercise.tenant_id = kernel.here() and exercise.course_id = ${input.courseId}::uuid
    order by requirement.number limit 100`,
})

type Task = { title: string; steps: string[] }

/** The requirement's steps and variants as they stand; problems of today are no steps. */
async function taskOf(db: Db, requirementId: Id): Promise<Task> {
  const task = await db.one<Task>(sql`
    select requirement.title, array(select line.text from requirements.line where line.tenant_id = kernel.here() and line.requirement_id = requirement.id
      and line.removed_at is null and line.kind = 'step' order by line.position, line.id) as steps
    from requirements.requirement
    where requirement.tenant_id = kernel.here() and requirement.id = ${requirementId} and requirement.state <> 'dropped'`)
  if (!task) throw new Problem('not-found', 'kernel.not-found')
  if (task.steps.length === 0) refuse(refusal('training.no-steps', {}, 'requirementId'))
  return task
}

type Standing = { id: Id; placeId: Id; requirementId: Id; version: number }

export const makeExercise = command(training.makeExercise, {
  may: overCourse(mayPlan, (input) => input.courseId),
  about: (db, input) =>
    db.one<{ placeId: Id }>(sql`select place_id as "placeId" from training.course
      where tenant_id = kernel.here() and id = ${input.courseId} for update`),
  audit: (input, course) => ({ place: course?.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const { title, steps } = await taskOf(db, input.requirementId)
    const made = await db.run(sql`
      insert into training.exercise (id, course_id, requirement_id, title, made_up_name, steps, pass_rule, changed_at, changed_by)
      values (${input.id}, ${input.courseId}, ${input.requirementId}, ${title}, ${input.madeUpName.trim()}, ${steps}::text[], ${PASS_RULE}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, course_id, requirement_id) do nothing`)
    if (!made) refuse(refusal('training.exercise-is-there', {}, 'requirementId'))
    const from = { kind: requirementKind, id: input.requirementId }
    const to = { kind: exerciseKind, id: input.id }
    await link(db, { type: 'practised-in', from, to, by: by.id, at: clock.now() })
    return { id: input.id, version: 1 }
  },
  tell: (_, course) => [{ topic: 'training', place: course.placeId }],
})

export const refreshExercise = command(training.refreshExercise, {
  may: overExercise(mayPlan, (input) => input.id),
  about: (db, input) =>
    db.one<Standing>(sql`select exercise.id, course.place_id as "placeId", exercise.requirement_id as "requirementId", exercise.version
      from training.exercise join training.course on course.tenant_id = exercise.tenant_id and course.id = exercise.course_id
      where exercise.tenant_id = kernel.here() and exercise.id = ${input.id} for update of exercise`),
  audit: (input, exercise) => ({ place: exercise?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const { title, steps } = await taskOf(db, about.requirementId)
    await db.run(sql`update training.exercise set title = ${title}, steps = ${steps}::text[], version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    await touched(db, { kind: exerciseKind, id: input.id }, { what: 'text', by: by.id, at: clock.now() })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, exercise) => [{ topic: 'training', place: exercise.placeId }],
})

type Done = { passed: number; attended: boolean; competences: string[]; code: string }

/** How far somebody is with the course an exercise belongs to. */
const doneIn = (db: Db, exerciseId: Id, employeeId: Id) =>
  db.one<Done>(sql`
    select course.code, course.competences,
      (select count(*)::int from training.practice join training.exercise other on other.tenant_id = practice.tenant_id and other.id = practice.exercise_id
        where practice.tenant_id = kernel.here() and practice.employee_id = ${employeeId} and other.course_id = course.id) as passed,
      exists (select from training.enrolment join training.session on session.tenant_id = enrolment.tenant_id and session.id = enrolment.session_id
        where enrolment.tenant_id = kernel.here() and session.course_id = course.id and enrolment.employee_id = ${employeeId} and enrolment.state = 'attended') as attended
    from training.exercise join training.course on course.tenant_id = exercise.tenant_id and course.id = exercise.course_id
    where exercise.tenant_id = kernel.here() and exercise.id = ${exerciseId}`)

/** Of exercises and people the gate knows the unit; the person must work there. */
async function unlessElsewhere(db: Db, employeeId: Id, unitId: Id, today: string): Promise<void> {
  const works = await db.one(sql`select id from org.role_grant
    where tenant_id = kernel.here() and employee_id = ${employeeId} and unit_id = ${unitId}
      and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date) limit 1`)
  if (!works) refuse(refusal('training.not-of-the-unit', {}, 'employeeId'))
}

export const passExercise = command(training.passExercise, {
  may: at(mayMark, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.exerciseId, input.employeeId] }),
  async run({ db, input, by, clock }) {
    await unlessElsewhere(db, input.employeeId, input.unitId, clock.today())
    if (input.employeeId === by.id) refuse(refusal('training.not-oneself', {}, 'employeeId'))
    await db.run(sql`insert into training.practice (exercise_id, employee_id, unit_id, passed_at, marked_by)
      select id, ${input.employeeId}, ${input.unitId}, ${clock.now()}, ${by.id} from training.exercise where tenant_id = kernel.here() and id = ${input.exerciseId}
      on conflict do nothing`)
    const done = await doneIn(db, input.exerciseId, input.employeeId)
    if (!done) throw new Problem('not-found', 'kernel.not-found')
    const level = levelWhenPassed(done.passed, done.attended) ?? 'seen'
    const evidence = `${done.code}: ${done.passed} øvelser bestået`
    const whose = { employeeId: input.employeeId, unitId: input.unitId, level, evidence }
    for (const key of done.competences)
      await keepCompetence(db, { ...whose, key }, { by: by.id, at: clock.now(), today: clock.today() })
    return { passed: done.passed, level }
  },
  tell: (input) => [{ topic: 'training', place: input.unitId }],
})
