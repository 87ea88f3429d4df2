import { readCode } from '#features/capture/rules.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { whyNotCheckIn, whyNotMark } from '../rules.ts'
import { keepCompetence } from './competences.ts'
import { lockedPlace, type StandingPlace } from './enrol.ts'
import { mayMark, ofMyPlace, overPlace, withinSession } from './permissions.ts'
import { lockedSession, type StandingSession } from './sessions.ts'

/** How many exercises of a session's course somebody has passed. */
export const passedIn = (course: Sql, employee: Sql): Sql => sql`(select count(*)::int from training.practice
  join training.exercise on exercise.tenant_id = practice.tenant_id and exercise.id = practice.exercise_id
  where practice.tenant_id = kernel.here() and practice.employee_id = ${employee} and exercise.course_id = ${course})`

/** Names stand only for the units the reader answers for. */
export const participants = query(training.participants, {
  may: withinSession(mayMark, (input) => input.sessionId),
  audit: (input) => ({ about: { session: input.sessionId } }),
  read: ({ input, visible }) => sql`
    select enrolment.id, enrolment.employee_id as "employeeId", employee.name, enrolment.unit_id as "unitId", unit.name as "unitName", enrolment.state,
      enrolment.absent_reason as "absentReason", ${passedIn(sql`session.course_id`, sql`enrolment.employee_id`)} as passed, enrolment.state_at as "stateAt", enrolment.version
    from training.enrolment
    join training.session on session.tenant_id = enrolment.tenant_id and session.id = enrolment.session_id
    join org.employee on employee.tenant_id = enrolment.tenant_id and employee.id = enrolment.employee_id
    join org.unit on unit.tenant_id = enrolment.tenant_id and unit.id = enrolment.unit_id
    where enrolment.tenant_id = kernel.here() and enrolment.session_id = ${input.sessionId}::uuid and enrolment.state <> 'left' and ${visible(sql`enrolment.unit_id`)}
    order by enrolment.state = 'waiting', case when enrolment.state = 'waiting' then enrolment.state_at end, employee.name collate "da-x-icu" limit 500`,
})

/** Another session of the same course for a unit: one with a free seat if there is one, else the one that comes first. */
export const nextSession = (session: { id: Sql; courseId: Sql }, unit: Sql, after: Sql): Sql => sql`
  select later.id as "sessionId", later.starts_at as "startsAt", later.place, greatest(0, later.capacity - (select count(*)::int from training.enrolment taken
    where taken.tenant_id = kernel.here() and taken.session_id = later.id and taken.state in ('enrolled', 'attended'))) as free
  from training.session later
  join training.session_unit asked on asked.tenant_id = later.tenant_id and asked.session_id = later.id and asked.unit_id = ${unit}
  where later.tenant_id = kernel.here() and later.course_id = ${session.courseId} and later.id <> ${session.id} and later.starts_at > ${after}::timestamptz and later.cancelled_because is null
  order by later.capacity <= (select count(*) from training.enrolment taken
    where taken.tenant_id = kernel.here() and taken.session_id = later.id and taken.state in ('enrolled', 'attended')), later.starts_at, later.id limit 1`

const offer = async (db: Db, session: StandingSession, unitId: Id, now: Instant) => {
  const found = await db.one<{ next: string }>(
    sql`select to_json(next) as next from (${nextSession({ id: sql`${session.id}::uuid`, courseId: sql`${session.courseId}::uuid` }, sql`${unitId}::uuid`, sql`${now}`)}) next`,
  )
  return found ? JSON.parse(found.next) : null
}

/** Being there shows one has seen it; that one can, the exercises show. */
async function keepSeen(
  db: Db,
  place: StandingPlace,
  session: StandingSession,
  acting: { by: Id; at: Instant; today: string },
) {
  const course = await db.one<{ code: string; competences: string[] }>(
    sql`select code, competences from training.course where tenant_id = kernel.here() and id = ${session.courseId}`,
  )
  for (const key of course!.competences)
    await keepCompetence(
      db,
      { employeeId: place.employeeId, unitId: place.unitId, key, level: 'seen', evidence: `${course!.code}: deltog` },
      acting,
    )
}

export const mark = command(training.mark, {
  may: overPlace(mayMark, (input) => input.id),
  about: (db, input) => lockedPlace(db, input.id),
  audit: (input, place) => ({ place: place?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const session = (await lockedSession(db, about.sessionId))!
    const reason = input.to === 'absent' ? input.reason : null
    refuse(whyNotMark({ state: about.state, startsAt: session.startsAt, now: clock.now(), to: input.to, reason }))
    await db.run(sql`update training.enrolment set state = ${input.to}, absent_reason = ${reason}, seen_by = case when ${input.to} = 'attended' then 'list' end,
      state_at = ${clock.now()}, changed_by = ${by.id}, version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`)
    if (input.to === 'attended')
      await keepSeen(db, about, session, { by: by.id, at: clock.now(), today: clock.today() })
    const next = input.to === 'absent' ? await offer(db, session, about.unitId, clock.now()) : null
    return { id: input.id, version: about.version + 1, next }
  },
  tell: (_, place) => [{ topic: 'training', place: place.unitId }],
})

export const checkIn = command(training.checkIn, {
  may: ofMyPlace((input) => input.id),
  about: (db, input) => lockedPlace(db, input.id),
  audit: (input, place) => ({ place: place?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const session = (await lockedSession(db, about.sessionId))!
    const isRight = readCode(input.code) === session.doorCode
    refuse(whyNotCheckIn({ ...session, now: clock.now(), isRight, state: about.state }))
    await db.run(sql`update training.enrolment set state = 'attended', seen_by = 'code', state_at = ${clock.now()}, changed_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    await keepSeen(db, about, session, { by: by.id, at: clock.now(), today: clock.today() })
    return { id: input.id }
  },
  tell: (_, place) => [{ topic: 'training', place: place.unitId }],
})
