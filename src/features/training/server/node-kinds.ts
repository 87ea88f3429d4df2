import { type DatedRule, fingerprint, type LooseRule, type NodeKind, nodeKind } from '#features/thread/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { namedTrainer } from './bookings.ts'
import { mayRead, near } from './permissions.ts'

export const courseKind: NodeKind = nodeKind({
  kind: 'training.course',
  rows: (ids) => sql`
    select course.id, course.code as label, course.title, course.changed_at as at, null::text as who, null::text as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`course.title`, sql`course.covers`, sql`course.competences`, sql`course.minutes`)} as fingerprint, course.place_id
    from training.course where course.tenant_id = kernel.here() and course.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.place_id`),
  found: (words) => sql`
    select course.id from training.course
    where course.tenant_id = kernel.here() and (strpos(lower(course.title), lower(btrim(${words}))) > 0 or starts_with(lower(course.code), lower(btrim(${words}))))
    order by course.code`,
})

export const exerciseKind: NodeKind = nodeKind({
  kind: 'training.exercise',
  rows: (ids) => sql`
    select exercise.id, course.code as label, exercise.title, exercise.changed_at as at, null::text as who, null::text as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`exercise.title`, sql`exercise.steps`)} as fingerprint, course.place_id
    from training.exercise
    join training.course on course.tenant_id = exercise.tenant_id and course.id = exercise.course_id
    where exercise.tenant_id = kernel.here() and exercise.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.place_id`),
})

export const sessionKind: NodeKind = nodeKind({
  kind: 'training.session',
  rows: (ids) => sql`
    select session.id, course.code as label, course.title, session.starts_at as at, nullif(session.trainer, '') as who,
      case when session.cancelled_because is not null then 'cancelled' else 'planned' end as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`session.starts_at`, sql`session.place`, sql`session.cancelled_because`)} as fingerprint, course.place_id
    from training.session
    join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
    where session.tenant_id = kernel.here() and session.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.place_id`),
})

export const trainingKinds: readonly NodeKind[] = [courseKind, exerciseKind, sessionKind]

/** The trainer is ill, and nobody has been found. */
const untaught = sql`select session.id, session.changed_at as since from training.session
  where session.tenant_id = kernel.here() and btrim(session.trainer) = '' and session.cancelled_because is null and session.starts_at > (select at from clock)`

/** The same person; by name only where one of the two is nothing but a name. */
const sameTrainer = sql`case when other.trainer_id is not null and session.trainer_id is not null then other.trainer_id = session.trainer_id
  else lower(btrim(other.trainer)) = lower(btrim(session.trainer)) end`

/** One trainer in two places, from a fortnight before. */
const twice = sql`select session.id, null::timestamptz as since from training.session
  where session.tenant_id = kernel.here() and session.cancelled_because is null and ${namedTrainer} <> ''
    and session.starts_at between (select at from clock) and (select at from clock) + interval '14 days'
    and exists (select from training.session other where other.tenant_id = kernel.here() and other.id <> session.id and other.cancelled_because is null
      and ${sameTrainer} and other.starts_at < session.ends_at and session.starts_at < other.ends_at)`

/** It is over, and nobody has said who was there. */
const unmarked = sql`select session.id, session.ends_at as since from training.session
  where session.tenant_id = kernel.here() and session.cancelled_because is null and session.ends_at < (select at from clock)
    and exists (select from training.enrolment where enrolment.tenant_id = kernel.here() and enrolment.session_id = session.id and enrolment.state = 'enrolled')`

export const trainingLoose: readonly LooseRule[] = [
  { rule: 'training.without-trainer', kind: sessionKind, rows: untaught },
  { rule: 'training.trainer-twice', kind: sessionKind, rows: twice },
  { rule: 'training.unmarked', kind: sessionKind, rows: unmarked },
]

const ahead = sql`select session.id, (session.starts_at at time zone 'Europe/Copenhagen')::date as due_on from training.session
  where session.tenant_id = kernel.here() and session.cancelled_because is null`

export const trainingDated: readonly DatedRule[] = [{ rule: 'training.session', kind: sessionKind, rows: ahead }]
