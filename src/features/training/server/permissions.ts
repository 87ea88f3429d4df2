import { bringingRoles, careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right, rightOfAll } from '#features/org/server/index.ts'
import { actor, type Gate, type Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** Courses and when they are held. */
export const mayRead = right('training.read', [...careRoles, ...rolloutRoles])
export const mayPlan = right('training.plan', ['coordinator'])
/** Put own staff on the list, and take them off. */
export const mayEnrol = right('training.enrol', ['unit-leader', 'coordinator'])
/** Who was there, and who has passed what. */
export const mayMark = right('training.mark', ['super-user', 'unit-leader', 'coordinator'])
/** How many are trained: counts, never names. */
export const mayCount = right('training.count', [...bringingRoles])
/** Who is missing what: own staff only. */
export const mayName = right('training.name', ['unit-leader', 'coordinator'])
/** One's own places and swaps: the rows say whose they are. */
const own = rightOfAll('training.own')

export const whatIsMine: Gate<unknown> = { right: own, rows: () => sql`select ${actor}::uuid as id` }

/** The right is held at the place or in a unit below it: whoever works in a unit belongs to what its municipality plans. */
export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`

export const overCourse = <I>(held: Right, course: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select course.id from training.course
    where course.tenant_id = kernel.here() and course.id = ${course(input)}::uuid and ${visible(sql`course.place_id`)}`,
})

export const nearCourse = <I>(course: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayRead,
  rows: ({ input, visible }) => sql`select course.id from training.course
    join org.branch on branch.tenant_id = kernel.here() and branch.above_id = course.place_id
    where course.tenant_id = kernel.here() and course.id = ${course(input)}::uuid and ${visible(sql`branch.unit_id`)} limit 1`,
})

export const overExercise = <I>(held: Right, exercise: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select exercise.id from training.exercise
    join training.course on course.tenant_id = exercise.tenant_id and course.id = exercise.course_id
    where exercise.tenant_id = kernel.here() and exercise.id = ${exercise(input)}::uuid and ${visible(sql`course.place_id`)}`,
})

/** Whoever plans the course of the session. */
export const overSession = <I>(session: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayPlan,
  rows: ({ input, visible }) => sql`select session.id from training.session
    join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
    where session.tenant_id = kernel.here() and session.id = ${session(input)}::uuid and ${visible(sql`course.place_id`)}`,
})

/** One of the units asked to the session is within reach. */
export const withinSession = <I>(held: Right, session: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select session_unit.session_id as id from training.session_unit
    where session_unit.tenant_id = kernel.here() and session_unit.session_id = ${session(input)}::uuid and ${visible(sql`session_unit.unit_id`)} limit 1`,
})

export const overPlace = <I>(held: Right, enrolment: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select enrolment.id from training.enrolment
    where enrolment.tenant_id = kernel.here() and enrolment.id = ${enrolment(input)}::uuid and ${visible(sql`enrolment.unit_id`)}`,
})

/** A place of one's own. */
export const ofMyPlace = <I>(enrolment: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: own,
  rows: ({ input }) => sql`select enrolment.id from training.enrolment
    where enrolment.tenant_id = kernel.here() and enrolment.id = ${enrolment(input)}::uuid and enrolment.employee_id = ${actor}::uuid`,
})

/** A swap that one is asked for. */
export const askedOfMe = <I>(swap: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: own,
  rows: ({ input }) => sql`select swap.id from training.swap
    join training.enrolment theirs on theirs.tenant_id = swap.tenant_id and theirs.id = swap.theirs_id
    where swap.tenant_id = kernel.here() and swap.id = ${swap(input)}::uuid and theirs.employee_id = ${actor}::uuid`,
})

/** A unit where one works. */
export const whereIWork = <I>(unit: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: own,
  rows: ({ input }) => sql`select held.place as id from held where held.place = ${unit(input)}::uuid limit 1`,
})
