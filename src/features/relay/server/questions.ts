import { hasNumber } from '#features/capture/rules.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at, type Gate } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { relay } from '../contract.ts'
import { addWorkingMinutes, type QuestionPlace, WORKING_DAY_MINUTES, whyNotMove } from '../rules.ts'
import { chainAbove } from './chain.ts'
import { mayCarry, mayCoordinate, mayHear, ofQuestion, ofUnitsQuestion, reaches } from './permissions.ts'
import { settle } from './settle.ts'
import type { By } from './standing.ts'

const acts = sql`array_remove(array[
  case when question.stands_with in ('contact', 'contact-again') and ${reaches(mayCarry, sql`question.unit_id`)} then 'carry' end,
  case when question.stands_with in ('coordinator', 'owner') and ${reaches(mayCoordinate, sql`question.place_id`)} then 'coordinate' end], null)`

const columns = sql`question.id, question.unit_id as "unitId", unit.name as "unitName", question.message_id as "messageId", message.own_title as "messageTitle",
  question.text, question.asked_at as "askedAt", question.stands_with as "standsWith", question.owner_kind as "ownerKind", question.owner_name as "ownerName",
  question.own_due_at as "ownDueAt", question.answer_on::text as "answerOn", question.answer, question.unit_answer as "unitAnswer", question.home_at as "homeAt",
  question.version, ${acts} as permitted`
const around = sql`join org.unit on unit.tenant_id = question.tenant_id and unit.id = question.unit_id
  left join relay.message on message.tenant_id = question.tenant_id and message.id = question.message_id`

export const myQuestions = query(relay.myQuestions, {
  may: anywhere(mayHear),
  audit: () => ({}),
  read: ({ actor }) => sql`select ${columns} from relay.question ${around}
    where question.tenant_id = kernel.here() and question.asked_by = ${actor}::uuid order by question.asked_at desc, question.id limit 50`,
})

/** Everybody may ask; who carries nothing and coordinates nothing hears of no question. */
const whereverITake: Gate<unknown> = { right: mayCarry, rows: ({ actor }) => sql`select ${actor}::uuid as id` }

export const questions = query(relay.questions, {
  may: whereverITake,
  audit: () => ({}),
  read: () => sql`select ${columns} from relay.question ${around}
    where question.tenant_id = kernel.here() and (${reaches(mayCarry, sql`question.unit_id`)} or ${reaches(mayCoordinate, sql`question.place_id`)})
    order by question.stands_with = 'home', case when question.stands_with <> 'home' then question.own_due_at end, question.asked_at desc, question.id limit 100`,
})

/** The message a question is about has come to the unit. */
async function isToldIn(db: Db, messageId: Id | null, unitId: Id): Promise<void> {
  if (messageId === null) return
  const told = await db.one(sql`select message_id from relay.leg
    where tenant_id = kernel.here() and message_id = ${messageId} and unit_id = ${unitId} and relayed_at is not null`)
  if (!told) throw new Problem('not-found', 'kernel.not-found')
}

export const ask = command(relay.ask, {
  may: at(mayHear, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    if (hasNumber(input.text)) refuse(refusal('relay.number-in-text', {}, 'text'))
    await isToldIn(db, input.messageId, input.unitId)
    const placeId = await chainAbove(db, input.unitId)
    const now = clock.now()
    await db.run(sql`insert into relay.question (id, place_id, unit_id, message_id, text, asked_by, asked_at, stands_with, own_due_at, changed_at, changed_by)
      values (${input.id}, ${placeId}, ${input.unitId}, ${input.messageId}, ${input.text.trim()}, ${by.id}, ${now}, 'contact',
        ${addWorkingMinutes(now, WORKING_DAY_MINUTES)}, ${now}, ${by.id})`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'relay', place: input.unitId }],
})

type Standing = {
  id: Id
  placeId: Id
  unitId: Id
  standsWith: QuestionPlace
  answer: string | null
  ownedAt: Instant | null
  version: number
}

const lockedQuestion = (db: Db, { id }: { id: Id }) =>
  db.one<Standing>(sql`select id, place_id as "placeId", unit_id as "unitId", stands_with as "standsWith", answer, owned_at as "ownedAt", version
    from relay.question where tenant_id = kernel.here() and id = ${id} for update`)

const tellOf = ({ placeId, unitId }: Standing) => [placeId, unitId].map((place) => ({ topic: 'relay', place }))

/** One step along the chain, with whatever else the step says. */
async function move(db: Db, from: Standing, to: QuestionPlace, by: By, more: Sql = sql``) {
  refuse(whyNotMove(from.standsWith, to))
  await db.run(sql`update relay.question set stands_with = ${to}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id} ${more}
    where tenant_id = kernel.here() and id = ${from.id}`)
  return { id: from.id, version: from.version + 1, standsWith: to }
}

const about = { about: lockedQuestion, tell: (_: unknown, question: Standing) => tellOf(question) }
const trailOf = (place: Id | undefined, id: Id) => ({ place, records: [id] })

export const sendOn = command(relay.sendOn, {
  ...about,
  may: ofUnitsQuestion(mayCarry, (input) => input.id),
  audit: (input, question) => trailOf(question?.unitId, input.id),
  run: ({ db, about, by, clock }) => move(db, about, 'coordinator', { id: by.id, at: clock.now() }),
})

type Owned = { kind: 'contact' | 'coordinator' | 'vendor' | 'organisation'; name: string | null; answerOn: Day | null }

/** Who has the question, unless somebody has it already; nobody need be reminded of it any more. */
async function own(db: Db, question: Standing, { kind, name, answerOn }: Owned, by: By): Promise<void> {
  await db.run(sql`update relay.question set owner_kind = ${kind}, owner_name = ${name}, answer_on = ${answerOn}::date, owned_at = ${by.at}
    where tenant_id = kernel.here() and id = ${question.id} and owned_at is null`)
  await settle(db, { questionId: question.id }, by)
}

export const giveOwner = command(relay.giveOwner, {
  ...about,
  may: ofQuestion(mayCoordinate, (input) => input.id),
  audit: (input, question) => trailOf(question?.placeId, input.id),
  async run({ db, input, about, by, clock }) {
    if (input.answerOn < clock.today()) refuse(refusal('relay.answer-in-the-past', {}, 'answerOn'))
    const giver = { id: by.id, at: clock.now() }
    const done = await move(db, about, 'owner', giver)
    const owned = { kind: input.ownerKind, name: input.ownerName.trim(), answerOn: input.answerOn }
    await own(db, about, owned, giver)
    return done
  },
})

export const answer = command(relay.answer, {
  ...about,
  may: ofQuestion(mayCoordinate, (input) => input.id),
  audit: (input, question) => trailOf(question?.placeId, input.id),
  async run({ db, input, about, by, clock }) {
    const answerer = { id: by.id, at: clock.now() }
    const said = sql`, answer = ${input.answer.trim()}, answered_at = ${answerer.at}`
    const done = await move(db, about, 'contact-again', answerer, said)
    await own(db, about, { kind: 'coordinator', name: null, answerOn: null }, answerer)
    return done
  },
})

export const bringHome = command(relay.bringHome, {
  ...about,
  may: ofUnitsQuestion(mayCarry, (input) => input.id),
  audit: (input, question) => trailOf(question?.unitId, input.id),
  async run({ db, input, about, by, clock }) {
    const bringer = { id: by.id, at: clock.now() }
    const said = sql`, unit_answer = ${input.answer.trim()}, home_at = ${bringer.at}, answered_at = coalesce(answered_at, ${bringer.at}::timestamptz)`
    const done = await move(db, about, 'home', bringer, said)
    await own(db, about, { kind: 'contact', name: null, answerOn: null }, bringer)
    return done
  },
})
