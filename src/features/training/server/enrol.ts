import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import {
  type CourseSort,
  coverMinutes,
  type EnrolmentState,
  stateWhenEnrolled,
  whyNotEnrol,
  whyNotLeave,
} from '../rules.ts'
import { mayEnrol, overPlace } from './permissions.ts'
import { lockedSession, type StandingSession } from './sessions.ts'
import { isApplied } from './set-up.ts'

type Asked = { sessionId: Id; employeeId: Id; unitId: Id }

type Around = {
  isForUnit: boolean
  worksThere: boolean
  allApplied: boolean
  otherPlaceOn: Day | null
  isOnAnotherCourseThen: boolean
  taken: number
}

const placesOf = (asked: Asked) => sql`training.enrolment
  join training.session other on other.tenant_id = enrolment.tenant_id and other.id = enrolment.session_id
  where enrolment.tenant_id = kernel.here() and enrolment.employee_id = ${asked.employeeId} and other.id <> ${asked.sessionId}
    and enrolment.state in ('enrolled', 'waiting') and other.cancelled_because is null`

/** What the rule asks about, in one question. The person's other places are looked for in every unit. */
const around = (db: Db, asked: Asked, session: StandingSession, now: Instant, today: Day) =>
  db.one<Around>(sql`
    select exists (select from training.session_unit where tenant_id = kernel.here() and session_id = ${session.id} and unit_id = ${asked.unitId}) as "isForUnit",
      exists (select from org.role_grant given join org.employee on employee.tenant_id = given.tenant_id and employee.id = given.employee_id
          and (employee.employed_to is null or employee.employed_to >= ${today}::date)
        where given.tenant_id = kernel.here() and given.employee_id = ${asked.employeeId} and given.unit_id = ${asked.unitId}
          and given.starts_on <= ${today}::date and (given.ends_on is null or given.ends_on >= ${today}::date)) as "worksThere",
      ${isApplied(sql`${asked.unitId}::uuid`, sql`${today}::date`)} as "allApplied",
      (select min((other.starts_at at time zone 'Europe/Copenhagen')::date)::text from ${placesOf(asked)}
        and other.course_id = ${session.courseId} and other.ends_at > ${now}::timestamptz) as "otherPlaceOn",
      exists (select from ${placesOf(asked)} and other.starts_at < ${session.endsAt}::timestamptz and other.ends_at > ${session.startsAt}::timestamptz) as "isOnAnotherCourseThen",
      (select count(*)::int from training.enrolment where tenant_id = kernel.here() and session_id = ${session.id} and state in ('enrolled', 'attended')) as taken`)

type Kept = { id: Id; state: EnrolmentState; by: Id; at: Instant }

/** Somebody who was taken off, or only invited, gets their place on the same line. */
const put = (db: Db, asked: Asked, { id, state, by, at: now }: Kept) =>
  db.one<{ id: Id }>(sql`
    insert into training.enrolment (id, session_id, employee_id, unit_id, state, state_at, made_at, made_by, changed_by)
    values (${id}, ${asked.sessionId}, ${asked.employeeId}, ${asked.unitId}, ${state}, ${now}, ${now}, ${by}, ${by})
    on conflict (tenant_id, session_id, employee_id) where state <> 'left'
    do update set state = ${state}, state_at = ${now}, changed_by = ${by}, version = enrolment.version + 1 where enrolment.state = 'invited'
    returning id`)

const queueOf = async (db: Db, id: Id, state: EnrolmentState): Promise<number> => {
  if (state !== 'waiting') return 0
  const row = await db.one<{ queue: number }>(sql`
    select count(*)::int as queue from training.enrolment before
    join training.enrolment mine on mine.tenant_id = before.tenant_id and mine.session_id = before.session_id
    where mine.tenant_id = kernel.here() and mine.id = ${id} and before.state = 'waiting' and (before.state_at, before.id) <= (mine.state_at, mine.id)`)
  return row!.queue
}

export const enrol = command(training.enrol, {
  may: at(mayEnrol, (input) => input.unitId),
  about: (db, input) => lockedSession(db, input.sessionId),
  audit: (input) => ({ place: input.unitId, records: [input.id, input.employeeId] }),
  async run({ db, input, about, by, clock }) {
    const { taken, ...facts } = (await around(db, input, about, clock.now(), clock.today()))!
    const sort = about.sort as CourseSort
    const given = { sort, endsAt: about.endsAt, now: clock.now(), clashAccepted: input.clashAccepted }
    refuse(
      whyNotEnrol({
        ...facts,
        ...given,
        isCancelled: about.cancelledBecause !== null,
        openedByDecision: about.openedByDecisionId !== null,
      }),
    )
    const state = stateWhenEnrolled(taken, about.capacity)
    const kept = await put(db, input, { id: input.id, state, by: by.id, at: clock.now() })
    if (!kept) throw new Problem('refused', 'training.on-the-list', {})
    return {
      id: kept.id,
      state,
      queue: await queueOf(db, kept.id, state),
      coverMinutes: coverMinutes(sort, about.minutes),
    }
  },
  tell: (input) => [{ topic: 'training', place: input.unitId }],
})

export const invite = command(training.invite, {
  may: at(mayEnrol, (input) => input.unitId),
  about: (db, input) => lockedSession(db, input.sessionId),
  audit: (input) => ({ place: input.unitId, records: [input.id, input.employeeId] }),
  async run({ db, input, about, by, clock }) {
    const facts = (await around(db, input, about, clock.now(), clock.today()))!
    refuse(
      whyNotEnrol({
        ...{ ...facts, sort: about.sort as CourseSort, endsAt: about.endsAt, now: clock.now(), clashAccepted: true },
        ...{ isCancelled: about.cancelledBecause !== null, openedByDecision: true },
      }),
    )
    const kept = await put(db, input, { id: input.id, state: 'invited', by: by.id, at: clock.now() })
    if (!kept) throw new Problem('refused', 'training.on-the-list', {})
    return { id: kept.id }
  },
  tell: (input) => [{ topic: 'training', place: input.unitId }],
})

export type StandingPlace = {
  id: Id
  sessionId: Id
  employeeId: Id
  unitId: Id
  state: EnrolmentState
  version: number
}

export const lockedPlace = (db: Db, id: Id): Promise<StandingPlace | undefined> =>
  db.one<StandingPlace>(sql`
    select id, session_id as "sessionId", employee_id as "employeeId", unit_id as "unitId", state, version
    from training.enrolment where tenant_id = kernel.here() and id = ${id} for update`)

/** The seat goes to whoever has waited longest. @returns their place */
export async function moveUp(db: Db, session: StandingSession, by: Id, now: Instant): Promise<Id | null> {
  const moved = await db.one<{ id: Id }>(sql`
    update training.enrolment set state = 'enrolled', state_at = ${now}, changed_by = ${by}, version = version + 1
    where tenant_id = kernel.here() and id = (
      select waiting.id from training.enrolment waiting where waiting.tenant_id = kernel.here() and waiting.session_id = ${session.id} and waiting.state = 'waiting'
        and (select count(*) from training.enrolment taken where taken.tenant_id = kernel.here() and taken.session_id = ${session.id}
          and taken.state in ('enrolled', 'attended')) < ${session.capacity}::int
      order by waiting.state_at, waiting.id limit 1)
    returning id`)
  return moved?.id ?? null
}

export const takeOff = command(training.takeOff, {
  may: overPlace(mayEnrol, (input) => input.id),
  about: (db, input) => lockedPlace(db, input.id),
  audit: (input, place) => ({ place: place?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotLeave(about.state))
    const session = (await lockedSession(db, about.sessionId))!
    await db.run(sql`update training.enrolment set state = 'left', state_at = ${clock.now()}, changed_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, movedUpId: await moveUp(db, session, by.id, clock.now()) }
  },
  tell: (_, place) => [{ topic: 'training', place: place.unitId }],
})
