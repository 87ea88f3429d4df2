import { newCode } from '#features/capture/rules.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { mayEnrol, mayMark, mayPlan, mayRead, overCourse, overSession } from './permissions.ts'
import { isApplied } from './set-up.ts'

const DOOR_LETTERS = 4
/** Sessions older than this are history: the record of who attended stays with the people. */
const SHOWN_DAYS = 400

export const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

const units = (today: Sql): Sql => sql`
  select unit.id, unit.name, ${isApplied(sql`unit.id`, today)} as "isApplied" from training.session_unit asked
  join org.unit on unit.tenant_id = asked.tenant_id and unit.id = asked.unit_id
  where asked.tenant_id = kernel.here() and asked.session_id = session.id order by unit.name collate "da-x-icu"`

const counts = sql`lateral (
  select (count(*) filter (where enrolment.state in ('enrolled', 'attended')))::int as taken, (count(*) filter (where enrolment.state = 'waiting'))::int as waiting,
    (count(*) filter (where enrolment.state = 'invited'))::int as invited, (count(*) filter (where enrolment.state = 'attended'))::int as attended,
    (count(*) filter (where enrolment.state = 'absent'))::int as absent
  from training.enrolment where enrolment.tenant_id = kernel.here() and enrolment.session_id = session.id) counts`

const holds = (
  places: Sql,
): Sql => sql`exists (select from training.session_unit asked where asked.tenant_id = kernel.here()
  and asked.session_id = session.id and asked.unit_id = any (array(${places})))`

const acts = sql`array_remove(array[case when course.place_id = any (array(${mayPlan.places})) then 'plan' end,
  case when ${holds(mayEnrol.places)} then 'enrol' end, case when ${holds(mayMark.places)} then 'mark' end]::text[], null)`

export const sessions = query(training.sessions, {
  may: anywhere(mayRead),
  audit: (input) => ({ about: { unit: input.unitId } }),
  read: ({ input, visible, today }) => sql`
    select session.id, session.course_id as "courseId", course.code as "courseCode", course.title as "courseTitle", course.sort as "courseSort",
      session.starts_at as "startsAt", session.ends_at as "endsAt", session.place, session.trainer, session.trainer_id as "trainerId", session.capacity, ${listed(units(sql`${today}::date`))} as units,
      counts.taken, counts.waiting, counts.invited, counts.attended, counts.absent, session.opened_by_decision_id as "openedByDecisionId",
      session.cancelled_because as "cancelledBecause", case when ${holds(mayMark.places)} then session.door_code end as "doorCode", session.version, ${acts} as permitted
    from training.session
    join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
    cross join ${counts}
    where session.tenant_id = kernel.here() and session.starts_at > ${today}::date - ${sql.lit(SHOWN_DAYS)}
      and exists (select from training.session_unit asked where asked.tenant_id = kernel.here() and asked.session_id = session.id
        and ${visible(sql`asked.unit_id`)} and (${input.unitId}::uuid is null or asked.unit_id = ${input.unitId}::uuid))
    order by session.starts_at, course.code, session.id limit 500`,
})

type Written = Pick<
  InputOf<typeof training.planSession>,
  'startsAt' | 'endsAt' | 'place' | 'trainer' | 'trainerId' | 'capacity' | 'unitIds'
>

/** Who works here is called by the name they have; somebody from outside, or a post, as written. */
async function trainerOf(db: Db, { trainerId, trainer }: Written): Promise<string> {
  if (!trainerId) return trainer.trim()
  const found = await db.one<{ name: string }>(
    sql`select name from org.employee where tenant_id = kernel.here() and id = ${trainerId}`,
  )
  if (!found) throw new Problem('not-found', 'kernel.not-found')
  return found.name
}

/** Units below the course's place, and no others. */
async function putUnits(db: Db, sessionId: Id, placeId: Id, unitIds: readonly Id[]): Promise<void> {
  const wanted = [...new Set(unitIds)]
  await db.run(sql`delete from training.session_unit where tenant_id = kernel.here() and session_id = ${sessionId}`)
  const put = await db.run(sql`insert into training.session_unit (session_id, unit_id)
    select ${sessionId}, branch.unit_id from org.branch
    where branch.tenant_id = kernel.here() and branch.above_id = ${placeId} and branch.unit_id = any (${wanted}::uuid[])`)
  if (put !== wanted.length) throw new Problem('not-found', 'kernel.not-found')
}

const whyNotLast = ({ startsAt, endsAt }: Written) =>
  Date.parse(endsAt) > Date.parse(startsAt) ? undefined : refusal('training.ends-before-it-starts', {}, 'endsAt')

export const planSession = command(training.planSession, {
  may: overCourse(mayPlan, (input) => input.courseId),
  about: (db, input) =>
    db.one<{ placeId: Id }>(
      sql`select place_id as "placeId" from training.course where tenant_id = kernel.here() and id = ${input.courseId}`,
    ),
  audit: (input, course) => ({ place: course?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotLast(input))
    await db.run(sql`insert into training.session (id, external_id, course_id, starts_at, ends_at, place, trainer, trainer_id, capacity, door_code, changed_at, changed_by)
      values (${input.id}, ${input.externalId ?? null}, ${input.courseId}, ${input.startsAt}, ${input.endsAt}, ${input.place.trim()}, ${await trainerOf(db, input)}, ${input.trainerId},
        ${input.capacity}, ${newCode(DOOR_LETTERS)}, ${clock.now()}, ${by.id})`)
    await putUnits(db, input.id, about.placeId, input.unitIds)
    return { id: input.id, version: 1 }
  },
  tell: (_, course) => [{ topic: 'training', place: course.placeId }],
})

export type StandingSession = {
  id: Id
  courseId: Id
  placeId: Id
  sort: string
  startsAt: Instant
  endsAt: Instant
  capacity: number
  doorCode: string
  openedByDecisionId: Id | null
  cancelledBecause: string | null
  minutes: number
  version: number
}

/** The row is the lock under which seats are counted. */
export const lockedSession = (db: Db, id: Id): Promise<StandingSession | undefined> =>
  db.one<StandingSession>(sql`
    select session.id, session.course_id as "courseId", course.place_id as "placeId", course.sort, to_json(session.starts_at) #>> '{}' as "startsAt",
      to_json(session.ends_at) #>> '{}' as "endsAt", session.capacity, session.door_code as "doorCode", session.opened_by_decision_id as "openedByDecisionId",
      session.cancelled_because as "cancelledBecause", course.minutes, session.version
    from training.session join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
    where session.tenant_id = kernel.here() and session.id = ${id} for update of session`)

const changed = (by: Id, at: Instant): Sql => sql`version = version + 1, changed_at = ${at}, changed_by = ${by}`

export const changeSession = command(training.changeSession, {
  may: overSession((input) => input.id),
  about: (db, input) => lockedSession(db, input.id),
  audit: (input, session) => ({ place: session?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotLast(input))
    if (about.cancelledBecause) refuse(refusal('training.cancelled'))
    await db.run(sql`update training.session set starts_at = ${input.startsAt}, ends_at = ${input.endsAt}, place = ${input.place.trim()},
      trainer = ${await trainerOf(db, input)}, trainer_id = ${input.trainerId}, capacity = ${input.capacity}, ${changed(by.id, clock.now())} where tenant_id = kernel.here() and id = ${input.id}`)
    await putUnits(db, input.id, about.placeId, input.unitIds)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, session) => [{ topic: 'training', place: session.placeId }],
})

export const cancelSession = command(training.cancelSession, {
  may: overSession((input) => input.id),
  about: (db, input) => lockedSession(db, input.id),
  audit: (input, session) => ({ place: session?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.cancelledBecause) refuse(refusal('training.cancelled'))
    if (Date.parse(about.endsAt) <= Date.parse(clock.now())) refuse(refusal('training.is-over'))
    await db.run(sql`update training.session set cancelled_because = ${input.because.trim()}, ${changed(by.id, clock.now())}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, session) => [{ topic: 'training', place: session.placeId }],
})

/** Only a decision that stands opens a course whose set-up has not been applied. */
async function unlessDecided(db: Db, decisionId: Id, today: Day): Promise<void> {
  const stands = await db.one(sql`select id from decisions.decision
    where tenant_id = kernel.here() and id = ${decisionId} and state in ('decided', 'in-force', 'under-review') and decided_on <= ${today}::date`)
  if (!stands) refuse(refusal('training.no-such-decision', {}, 'decisionId'))
}

export const openSession = command(training.openSession, {
  may: overSession((input) => input.id),
  about: (db, input) => lockedSession(db, input.id),
  audit: (input, session) => ({ place: session?.placeId, records: [input.id, input.decisionId] }),
  async run({ db, input, about, by, clock }) {
    await unlessDecided(db, input.decisionId, clock.today())
    await db.run(sql`update training.session set opened_by_decision_id = ${input.decisionId}, ${changed(by.id, clock.now())}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, session) => [{ topic: 'training', place: session.placeId }],
})
