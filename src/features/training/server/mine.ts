import { lastAppliedAt } from '#features/profiles/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { training } from '../contract.ts'
import { whyNotSwap } from '../rules.ts'
import { appointmentOf } from './appointment.ts'
import { nextSession, passedIn } from './attendance.ts'
import { isBehind } from './coverage.ts'
import { askedOfMe, ofMyPlace, whatIsMine, whereIWork } from './permissions.ts'
import { listed } from './sessions.ts'

/** The role through which somebody works in a unit: what must be the same for two to change places. */
const roleIn = (employee: Sql, unit: Sql): Sql => sql`(select given.role from org.role_grant given
  where given.tenant_id = kernel.here() and given.employee_id = ${employee} and given.unit_id = ${unit}
  order by given.starts_on, given.granted_at, given.id limit 1)`

const colleagues = (now: Sql): Sql => sql`
  select theirs.id as "enrolmentId", employee.name, other.starts_at as "startsAt" from training.enrolment theirs
  join training.session other on other.tenant_id = theirs.tenant_id and other.id = theirs.session_id and other.course_id = session.course_id and other.id <> session.id
    and other.starts_at > ${now} and other.cancelled_because is null
  join org.employee on employee.tenant_id = theirs.tenant_id and employee.id = theirs.employee_id
  where theirs.tenant_id = kernel.here() and theirs.unit_id = enrolment.unit_id and theirs.state in ('enrolled', 'waiting') and theirs.employee_id <> enrolment.employee_id
    and enrolment.state in ('enrolled', 'waiting') and session.starts_at > ${now}
    and ${roleIn(sql`theirs.employee_id`, sql`theirs.unit_id`)} = ${roleIn(sql`enrolment.employee_id`, sql`enrolment.unit_id`)}
  order by other.starts_at, employee.name limit 40`

const asked = (now: Sql): Sql => sql`
  select swap.id as "swapId", employee.name, theirs.starts_at as "startsAt" from training.swap
  join training.enrolment asker on asker.tenant_id = swap.tenant_id and asker.id = swap.mine_id and asker.state in ('enrolled', 'waiting')
  join training.session theirs on theirs.tenant_id = asker.tenant_id and theirs.id = asker.session_id and theirs.starts_at > ${now}
  join org.employee on employee.tenant_id = asker.tenant_id and employee.id = asker.employee_id
  where swap.tenant_id = kernel.here() and swap.theirs_id = enrolment.id and swap.answered_at is null order by swap.asked_at limit 10`

const queue = sql`case when enrolment.state = 'waiting' then (select count(*)::int from training.enrolment before
  where before.tenant_id = kernel.here() and before.session_id = enrolment.session_id and before.state = 'waiting' and (before.state_at, before.id) <= (enrolment.state_at, enrolment.id)) else 0 end`

export const mine = query(training.mine, {
  may: whatIsMine,
  audit: () => ({}),
  read: ({ actor, now, today }) => sql`
    select enrolment.id, session.id as "sessionId", course.id as "courseId", course.code as "courseCode", course.title as "courseTitle", course.sort as "courseSort", course.covers,
      course.competences, session.starts_at as "startsAt", session.ends_at as "endsAt", session.place, session.trainer, unit.name as "unitName",
      ${lastAppliedAt(sql`enrolment.unit_id`, sql`${today}::date`)} as "appliedAt", enrolment.state, ${queue} as queue, session.cancelled_because as "cancelledBecause",
      (select count(*)::int from training.exercise where exercise.tenant_id = kernel.here() and exercise.course_id = course.id) as exercises,
      ${passedIn(sql`course.id`, sql`enrolment.employee_id`)} as passed,
      case when enrolment.state = 'absent' or session.cancelled_because is not null then (select to_json(next) from (${nextSession({ id: sql`session.id`, courseId: sql`course.id` }, sql`enrolment.unit_id`, sql`${now}::timestamptz`)}) next) end as next,
      ${listed(colleagues(sql`${now}::timestamptz`))} as colleagues, ${listed(asked(sql`${now}::timestamptz`))} as asked,
      exists (select from training.swap where swap.tenant_id = kernel.here() and swap.mine_id = enrolment.id and swap.answered_at is null) as asking, enrolment.version
    from training.enrolment
    join training.session on session.tenant_id = enrolment.tenant_id and session.id = enrolment.session_id
    join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
    join org.unit on unit.tenant_id = enrolment.tenant_id and unit.id = enrolment.unit_id
    where enrolment.tenant_id = kernel.here() and enrolment.employee_id = ${actor}::uuid and enrolment.state <> 'left'
    order by session.ends_at < ${now}::timestamptz, case when session.ends_at >= ${now}::timestamptz then session.starts_at end, session.starts_at desc limit 60`,
})

type Place = Parameters<typeof whyNotSwap>[0] & { id: Id }

const places = (db: Db, ids: readonly Id[]) =>
  db.all<Place>(sql`
    select enrolment.id, enrolment.employee_id as "employeeId", session.course_id as "courseId", session.id as "sessionId", enrolment.unit_id as "unitId",
      ${roleIn(sql`enrolment.employee_id`, sql`enrolment.unit_id`)} as role, enrolment.state, to_json(session.starts_at) #>> '{}' as "startsAt"
    from training.enrolment join training.session on session.tenant_id = enrolment.tenant_id and session.id = enrolment.session_id
    where enrolment.tenant_id = kernel.here() and enrolment.id = any (${[...ids]}::uuid[]) order by enrolment.id for update of enrolment`)

async function bothOf(db: Db, mineId: Id, theirsId: Id): Promise<readonly [Place, Place]> {
  const found = new Map((await places(db, [mineId, theirsId])).map((place) => [place.id, place]))
  const [mine, theirs] = [found.get(mineId), found.get(theirsId)]
  if (!mine || !theirs) throw new Problem('not-found', 'kernel.not-found')
  return [mine, theirs]
}

export const askSwap = command(training.askSwap, {
  may: ofMyPlace((input) => input.mineId),
  audit: (input) => ({ records: [input.id, input.mineId, input.theirsId] }),
  async run({ db, input, clock }) {
    const [mine, theirs] = await bothOf(db, input.mineId, input.theirsId)
    // Of people elsewhere nothing is told, not even that they are in another role.
    if (mine.unitId !== theirs.unitId) throw new Problem('not-found', 'kernel.not-found')
    refuse(whyNotSwap(mine, theirs, clock.now()))
    const waits = await db.one(
      sql`select id from training.swap where tenant_id = kernel.here() and mine_id = ${input.mineId} and answered_at is null`,
    )
    if (waits) refuse(refusal('training.asked-already'))
    await db.run(
      sql`insert into training.swap (id, mine_id, theirs_id, asked_at) values (${input.id}, ${input.mineId}, ${input.theirsId}, ${clock.now()})`,
    )
    return { id: input.id }
  },
})

type Swap = { id: Id; mineId: Id; theirsId: Id; answeredAt: string | null }

/** The two places change owner in one statement; each keeps its number in the queue. */
const change = (db: Db, [mine, theirs]: readonly [Place, Place], by: Id) =>
  db.run(sql`update training.enrolment set session_id = case id when ${mine.id} then ${theirs.sessionId}::uuid else ${mine.sessionId}::uuid end,
      state = case id when ${mine.id} then ${theirs.state} else ${mine.state} end, version = version + 1, changed_by = ${by}
    where tenant_id = kernel.here() and id in (${mine.id}, ${theirs.id})`)

export const answerSwap = command(training.answerSwap, {
  may: askedOfMe((input) => input.id),
  about: (db, input) =>
    db.one<Swap>(sql`select id, mine_id as "mineId", theirs_id as "theirsId", answered_at as "answeredAt" from training.swap
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, swap) => ({ records: swap ? [input.id, swap.mineId, swap.theirsId] : [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.answeredAt) refuse(refusal('training.answered-already'))
    if (input.accepted) {
      const both = await bothOf(db, about.mineId, about.theirsId)
      refuse(whyNotSwap(...both, clock.now()))
      await change(db, both, by.id)
    }
    await db.run(
      sql`update training.swap set answered_at = ${clock.now()}, accepted = ${input.accepted} where tenant_id = kernel.here() and id = ${input.id}`,
    )
    return { id: input.id }
  },
})

export const updates = query(training.updates, {
  may: whatIsMine,
  audit: () => ({}),
  read: ({ actor, today }) => sql`
    select unit.id, unit.name as "unitName", ${lastAppliedAt(sql`unit.id`, sql`${today}::date`)} as "appliedAt"
    from org.unit where unit.tenant_id = kernel.here() and unit.closed_on is null
      and exists (select from org.role_grant given where given.tenant_id = kernel.here() and given.employee_id = ${actor}::uuid and given.unit_id = unit.id
        and given.starts_on <= ${today}::date and (given.ends_on is null or given.ends_on >= ${today}::date))
      and ${isBehind(sql`${actor}::uuid`, sql`unit.id`, sql`${today}::date`)}
    order by unit.name limit 20`,
})

export const briefed = command(training.briefed, {
  may: whereIWork((input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  async run({ db, input, by, clock }) {
    await db.run(
      sql`insert into training.briefing (unit_id, employee_id, briefed_at) values (${input.unitId}, ${by.id}, ${clock.now()}) on conflict do nothing`,
    )
    return { unitId: input.unitId }
  },
  tell: (input) => [{ topic: 'training', place: input.unitId }],
})

export const appointment = query(training.appointment, {
  may: ofMyPlace((input) => input.id),
  audit: () => ({}),
  read: ({ input }) => appointmentOf(sql`${input.id}::uuid`),
})
