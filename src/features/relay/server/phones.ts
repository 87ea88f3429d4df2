import { createHash, randomBytes } from 'node:crypto'
import { readCode } from '#features/capture/rules.ts'
import { notGuessing, unknownCode } from '#features/capture/server/index.ts'
import { dayOf, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { type MeetingBoard, relay } from '../contract.ts'
import { answerDueOn, whyNotAskFromPhone, whyNotJoinMeeting, whyNotQuestion } from '../rules.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** What happened, never from which telephone. */
const trail = (db: Db, at: Instant, action: string, records: Id[]) =>
  db.run(
    sql`insert into kernel.audit (at, action, outcome, records, about) values (${at}, ${action}, 'done', ${records}::uuid[], null)`,
  )

const lastSlot = sql`(select to_json(max(slot.starts_at)) #>> '{}' from relay.slot where slot.tenant_id = kernel.here() and slot.meeting_id = meeting.id)`

type Held = { id: Id; placeId: Id; lastAt: Instant; phones: number; questions: number }
const held = sql`meeting.id, meeting.place_id as "placeId", ${lastSlot} as "lastAt",
  (select count(*)::int from relay.guest where guest.tenant_id = kernel.here() and guest.meeting_id = meeting.id) as phones,
  (select count(*)::int from relay.meeting_question q where q.tenant_id = kernel.here() and q.meeting_id = meeting.id) as questions`

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

async function boardOf(db: Db, meetingId: Id): Promise<MeetingBoard> {
  const row = await db.one<{ board: string }>(sql`select to_json(told)::text as board from (
    select meeting.id as "meetingId", meeting.title, meeting.venue, ${listed(sql`select slot.starts_at as "startsAt" from relay.slot
        where slot.tenant_id = kernel.here() and slot.meeting_id = meeting.id order by slot.starts_at`)} as slots,
      ${listed(sql`select q.id, q.text, q.answer, q.parked_with as "parkedWith", q.answer_due_on as "answerDueOn" from relay.meeting_question q
        where q.tenant_id = kernel.here() and q.meeting_id = meeting.id and q.taken_down_at is null
        order by q.answered_at is not null, q.asked_at desc, q.id limit 100`)} as questions
    from relay.meeting where meeting.tenant_id = kernel.here() and meeting.id = ${meetingId}) told`)
  return JSON.parse(row!.board) as MeetingBoard
}

/** In with the code on the screen: no account, no cookie, no name. */
export const joinMeeting = door(relay.joinMeeting, {
  crowd: true,
  async run({ db, whole, input, clock, device }) {
    const asking = { db, clock, device }
    await notGuessing(asking)
    const found = await db.one<Held>(
      sql`select ${held} from relay.meeting where meeting.tenant_id = kernel.here() and meeting.join_code = ${readCode(input.code)}`,
    )
    if (!found) return unknownCode(asking, 'relay.joinMeeting')
    refuse(whyNotJoinMeeting(found, clock.now()))
    const token = randomBytes(32).toString('base64url')
    return whole(async (db) => {
      await db.run(
        sql`insert into relay.guest (id, meeting_id, token_hash, joined_at) values (${newId()}, ${found.id}, ${hashOf(token)}, ${clock.now()})`,
      )
      await trail(db, clock.now(), 'relay.joinMeeting', [found.id])
      return { token, board: await boardOf(db, found.id) }
    })
  },
})

type Guest = Held & { guestId: Id; asked: number; askedAt: Instant | null }

/** A token opens its own meeting; any other is as one that never was. */
async function guestOf(db: Db, token: string, lock = sql``): Promise<Guest> {
  const guest =
    await db.one<Guest>(sql`select ${held}, own.id as "guestId", own.asked, to_json(own.asked_at) #>> '{}' as "askedAt"
    from relay.guest own join relay.meeting on meeting.tenant_id = own.tenant_id and meeting.id = own.meeting_id
    where own.tenant_id = kernel.here() and own.token_hash = ${hashOf(token)} ${lock}`)
  if (!guest) throw new Problem('signed-out', 'relay.phone-unknown')
  return guest
}

export const meetingBoard = door(relay.meetingBoard, {
  crowd: true,
  run: async ({ db, input }) => boardOf(db, (await guestOf(db, input.token)).id),
})

export const askFromPhone = door(relay.askFromPhone, {
  crowd: true,
  async run({ whole, tell, input, clock }) {
    const { answer, place } = await whole(async (db) => {
      // The telephone's own row is the queue: one question sent twice comes one after the other.
      const guest = await guestOf(db, input.token, sql`for update of own`)
      const before = await db.one(sql`select id from relay.meeting_question
        where tenant_id = kernel.here() and id = ${input.id} and meeting_id = ${guest.id}`)
      if (before) return { answer: { id: input.id }, place: null }
      const now = clock.now()
      refuse(whyNotQuestion(input.text, input.namesSeen))
      refuse(whyNotAskFromPhone(guest, now))
      await db.run(sql`insert into relay.meeting_question (id, meeting_id, text, asked_at, answer_due_on)
        values (${input.id}, ${guest.id}, ${input.text.trim()}, ${now}, ${answerDueOn(clock.today(), dayOf(guest.lastAt))}::date)`)
      await db.run(
        sql`update relay.guest set asked = asked + 1, asked_at = ${now} where tenant_id = kernel.here() and id = ${guest.guestId}`,
      )
      await trail(db, now, 'relay.askFromPhone', [guest.id])
      return { answer: { id: input.id }, place: guest.placeId }
    })
    if (place) tell([{ topic: 'relay', place }])
    return answer
  },
})
