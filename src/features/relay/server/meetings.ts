import { hasNumber, newCode } from '#features/capture/rules.ts'
import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { relay } from '../contract.ts'
import { answerDueOn } from '../rules.ts'
import { markOf } from './marks.ts'
import {
  mayCoordinate,
  mayRead,
  near,
  nearMeeting,
  nearMeetingQuestion,
  ofMeeting,
  ofMeetingQuestion,
} from './permissions.ts'

const slots = sql`(select coalesce(json_agg(json_build_object('id', slot.id, 'startsAt', slot.starts_at) order by slot.starts_at), '[]')
  from relay.slot where slot.tenant_id = kernel.here() and slot.meeting_id = meeting.id)`
const attendance = sql`(select coalesce(json_agg(json_build_object('unitId', came.unit_id, 'unitName', unit.name, 'people', came.people)
    order by unit.name collate "da-x-icu" nulls last), '[]') from relay.attendance came
  left join org.unit on unit.tenant_id = came.tenant_id and unit.id = came.unit_id
  where came.tenant_id = kernel.here() and came.meeting_id = meeting.id)`

const asked = (me: Sql) => sql`(select coalesce(json_agg(json_build_object('id', q.id, 'text', q.text,
    'votes', (select count(*) from relay.vote v where v.tenant_id = kernel.here() and v.question_id = q.id),
    'isMine', exists (select from relay.vote v where v.tenant_id = kernel.here() and v.question_id = q.id and v.mark = ${markOf(sql`meeting.salt`, me)}),
    'askedAt', q.asked_at, 'answerDueOn', q.answer_due_on, 'parkedWith', q.parked_with, 'answer', q.answer, 'answeredAt', q.answered_at, 'version', q.version)
    order by q.answered_at is not null, (select count(*) from relay.vote v where v.tenant_id = kernel.here() and v.question_id = q.id) desc, q.asked_at, q.id), '[]')
  from relay.meeting_question q where q.tenant_id = kernel.here() and q.meeting_id = meeting.id and q.taken_down_at is null)`

export const meetings = query(relay.meetings, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: ({ actor, offers }) => sql`
    select meeting.id, meeting.place_id as "placeId", meeting.title, meeting.venue, meeting.audience, ${slots} as slots,
      (select sum(came.people)::int from relay.attendance came where came.tenant_id = kernel.here() and came.meeting_id = meeting.id) as attended,
      ${attendance} as attendance, ${asked(sql`${actor}::uuid`)} as questions, meeting.join_code as "joinCode", meeting.version, ${offers({ keep: mayCoordinate }, sql`meeting.place_id`)} as permitted
    from relay.meeting where meeting.tenant_id = kernel.here() and ${near(mayRead, sql`meeting.place_id`)}
    order by (select max(slot.starts_at) from relay.slot where slot.tenant_id = kernel.here() and slot.meeting_id = meeting.id) desc nulls last, meeting.id limit 50`,
})

/** So many that nobody comes by one by guessing, and few enough to type. @source own choice */
const JOIN_LETTERS = 6

type Standing = { id: Id; placeId: Id; version: number }

const lockedMeeting = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, place_id as "placeId", version from relay.meeting
    where tenant_id = kernel.here() and id = ${id} for update`)

async function meetingOrNew(db: Db, { id, placeId }: { id: Id; placeId: Id }): Promise<Standing> {
  const found = await lockedMeeting(db, id)
  if (found && found.placeId !== placeId) throw new Problem('not-found', 'kernel.not-found')
  return found ?? { id, placeId, version: 0 }
}

async function putSlots(db: Db, meetingId: Id, given: readonly { id: Id; startsAt: Instant }[]): Promise<void> {
  await db.run(sql`delete from relay.slot where tenant_id = kernel.here() and meeting_id = ${meetingId}`)
  for (const { id, startsAt } of given)
    await db.run(sql`insert into relay.slot (id, meeting_id, starts_at) values (${id}, ${meetingId}, ${startsAt})`)
}

export const keepMeeting = command(relay.keepMeeting, {
  may: at(mayCoordinate, (input) => input.placeId),
  about: meetingOrNew,
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await db.run(sql`insert into relay.meeting (id, external_id, place_id, title, venue, audience, join_code, changed_at, changed_by)
      values (${input.id}, ${input.externalId ?? null}, ${input.placeId}, ${input.title.trim()}, ${input.venue.trim()}, ${input.audience.trim()}, ${newCode(JOIN_LETTERS)}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, id) do update set title = excluded.title, venue = excluded.venue, audience = excluded.audience,
        version = meeting.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    await putSlots(db, input.id, input.slots)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (input) => [{ topic: 'relay', place: input.placeId }],
})

export const countAttendance = command(relay.countAttendance, {
  may: ofMeeting(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedMeeting(db, input.id),
  audit: (input, meeting) => ({ place: meeting?.placeId, records: [input.id] }),
  async run({ db, input, about }) {
    await db.run(sql`delete from relay.attendance where tenant_id = kernel.here() and meeting_id = ${input.id}`)
    for (const row of input.rows) {
      const put = await db.run(sql`insert into relay.attendance (id, meeting_id, unit_id, people)
        select ${row.id}, ${input.id}, ${row.unitId}::uuid, ${row.people}
        where ${row.unitId}::uuid is null or exists (select from org.branch where branch.tenant_id = kernel.here()
          and branch.above_id = ${about.placeId} and branch.unit_id = ${row.unitId}::uuid)`)
      if (!put) throw new Problem('not-found', 'kernel.not-found')
    }
    return { ok: true as const }
  },
  tell: (_, meeting) => [{ topic: 'relay', place: meeting.placeId }],
})

/** The day of the last slot: answers are due from then. */
async function lastDayOf(db: Db, meetingId: Id): Promise<Day> {
  const row = await db.one<{ at: Instant }>(sql`select max(starts_at) as at from relay.slot
    where tenant_id = kernel.here() and meeting_id = ${meetingId}`)
  return dayOf(row!.at)
}

export const askAtMeeting = command(relay.askAtMeeting, {
  may: nearMeeting(mayRead, (input) => input.meetingId),
  about: (db, input) => lockedMeeting(db, input.meetingId),
  audit: (_, meeting) => ({ records: meeting ? [meeting.id] : [] }),
  async run({ db, input, about, clock }) {
    if (hasNumber(input.text)) refuse(refusal('relay.number-in-text', {}, 'text'))
    const dueOn = answerDueOn(clock.today(), await lastDayOf(db, about.id))
    await db.run(sql`insert into relay.meeting_question (id, meeting_id, text, asked_at, answer_due_on)
      values (${input.id}, ${about.id}, ${input.text.trim()}, ${clock.now()}, ${dueOn}::date)`)
    return { id: input.id, version: 1 }
  },
  tell: (_, meeting) => [{ topic: 'relay', place: meeting.placeId }],
})

type StandingQuestion = { id: Id; meetingId: Id; placeId: Id; answer: string | null; version: number }

const lockedQuestion = (db: Db, id: Id) =>
  db.one<StandingQuestion>(sql`select q.id, q.meeting_id as "meetingId", meeting.place_id as "placeId", q.answer, q.version from relay.meeting_question q
    join relay.meeting on meeting.tenant_id = q.tenant_id and meeting.id = q.meeting_id
    where q.tenant_id = kernel.here() and q.id = ${id} and q.taken_down_at is null for update of q`)

/** The trail says that somebody voted; for what, nobody need know. */
export const vote = command(relay.vote, {
  may: nearMeetingQuestion(mayRead, (input) => input.questionId),
  about: (db, input) => lockedQuestion(db, input.questionId),
  audit: () => ({}),
  async run({ db, input, about, by }) {
    const mark = sql`(select ${markOf(sql`meeting.salt`, sql`${by.id}`)} from relay.meeting where tenant_id = kernel.here() and id = ${about.meetingId})`
    await db.run(
      input.isFor
        ? sql`insert into relay.vote (question_id, mark) values (${input.questionId}, ${mark}) on conflict do nothing`
        : sql`delete from relay.vote where tenant_id = kernel.here() and question_id = ${input.questionId} and mark = ${mark}`,
    )
    return { ok: true as const }
  },
  tell: (_, question) => [{ topic: 'relay', place: question.placeId }],
})

export const park = command(relay.park, {
  may: ofMeetingQuestion(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedQuestion(db, input.id),
  audit: (input, question) => ({ place: question?.placeId, records: [input.id] }),
  async run({ db, input, about }) {
    if (about.answer) refuse(refusal('relay.answered-already'))
    await db.run(sql`update relay.meeting_question set parked_with = ${input.parkedWith.trim()}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, question) => [{ topic: 'relay', place: question.placeId }],
})

export const answerAtMeeting = command(relay.answerAtMeeting, {
  may: ofMeetingQuestion(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedQuestion(db, input.id),
  audit: (input, question) => ({ place: question?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await db.run(sql`update relay.meeting_question set answer = ${input.answer.trim()}, answered_at = coalesce(answered_at, ${clock.now()}::timestamptz),
        answered_by = ${by.id}, version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, question) => [{ topic: 'relay', place: question.placeId }],
})

export const takeDown = command(relay.takeDown, {
  may: ofMeetingQuestion(mayCoordinate, (input) => input.id),
  about: (db, input) => lockedQuestion(db, input.id),
  audit: (input, question) => ({ place: question?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    await db.run(sql`update relay.meeting_question set taken_down_at = ${clock.now()}, taken_down_by = ${by.id}, taken_down_because = ${input.because.trim()},
        version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, question) => [{ topic: 'relay', place: question.placeId }],
})
