import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { anArea } from '#kit/relay.ts'
import { post, type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { relay } from './contract.ts'
import { PHONES, whyNotAskFromPhone, whyNotJoinMeeting } from './rules.ts'
import { tidyRelay } from './server/index.ts'

const here = useWorld()
let served: Served
let place: GivenUnit
let signe: Person
let jonas: Person
let meetingId: string
let code: string

beforeAll(async () => {
  place = await anArea(here.world, 'Område Øst')
  const home = await aUnit(here.world, 'Engen', { parentId: place.id })
  signe = await anEmployee(here.world, 'Signe', 'coordinator', place)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', home)
  served = await serveWorld(here.world)
})
afterAll(() => served?.close())

/** A meeting of its own for each story, a week from now. */
beforeEach(async () => {
  here.world.clock.set(START)
  meetingId = newId()
  const slots = [{ id: newId(), startsAt: '2026-03-17T14:00:00+01:00' }]
  const said = { title: 'Valget er truffet', venue: 'Rådhuset', audience: 'Alle' }
  signe.by = (await signedIn(here.world, signe.id, 'Signe')).by
  await ask(signe, relay.keepMeeting, { id: meetingId, placeId: place.id, version: 0, ...said, slots })
  code = (await held(signe)).joinCode
})

const held = async (who: Person) => (await ask(who, relay.meetings, {})).find(({ id }) => id === meetingId)!
const joins = async (typed = code) => (await post(served, 'relay.joinMeeting', { code: typed })).body.token as string
const sends = (token: string, text: string, more: object = {}) =>
  post(served, 'relay.askFromPhone', { token, id: newId(), text, namesSeen: false, ...more })

test('relay.joinMeeting, relay.askFromPhone, relay.meetingBoard: Bo asks from his own telephone, without account; the answer comes to him there, and nobody knows it was he', async () => {
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  const token = await joins(`${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`)
  const id = newId()
  for (const _ of [1, 2])
    expect(await sends(token, 'Skal vi skrive to steder i sommer?', { id })).toMatchObject({
      status: 200,
      body: { id },
    })
  const [asked, ...more] = (await held(jonas)).questions
  expect(more).toEqual([])
  expect(asked).toMatchObject({
    id,
    text: 'Skal vi skrive to steder i sommer?',
    answerDueOn: '2026-03-31',
    answer: null,
  })
  await ask(jonas, relay.vote, { questionId: id, isFor: true })
  await ask(signe, relay.answerAtMeeting, { id, version: 1, answer: 'Nej. Det gamle system lukkes samme dag.' })
  const { body } = await post(served, 'relay.meetingBoard', { token })
  expect(body).toMatchObject({
    ...{ title: 'Valget er truffet', venue: 'Rådhuset' },
    questions: [{ id, answer: 'Nej. Det gamle system lukkes samme dag.' }],
  })
  // The telephone sees no votes, no unit and no person; the trail and the tables lead from no question to a telephone.
  expect(JSON.stringify(body)).not.toMatch(/Signe|Jonas|Engen|votes/)
  expect((await trailOf(here.world, 'relay.askFromPhone')).at(-1)).toMatchObject({
    actor_id: null,
    records: [meetingId],
  })
  const { rows } = await here.world.owner.query(
    `select column_name from information_schema.columns where table_schema = 'relay' and table_name = 'meeting_question'`,
  )
  expect(rows.map(({ column_name }) => column_name).filter((name: string) => /guest|token/.test(name))).toEqual([])
})

test('a wrong code, another’s token, a number, a name, nothing and too much are told apart, and nothing is kept', async () => {
  const wrong = await post(served, 'relay.joinMeeting', { code: 'ABCDEF' })
  expect([wrong.status, wrong.body.code, wrong.body.faults]).toMatchObject([
    409,
    'capture.unknown-code',
    [{ field: 'code' }],
  ])
  const token = await joins()
  expect((await sends('x'.repeat(43), 'Hvorfor?')).body.code).toBe('relay.phone-unknown')
  expect((await sends(token, 'Hvad med 010180-1234?')).body.code).toBe('relay.number-in-text')
  const named = await sends(token, 'Skal Birthe Larsen også med?')
  expect(named.body).toMatchObject({ code: 'relay.name-in-text', faults: [{ field: 'text' }] })
  for (const text of ['   ', 'x'.repeat(301)]) expect((await sends(token, text)).status).toBe(400)
  expect((await held(jonas)).questions).toEqual([])
  expect((await sends(token, 'Skal Microsoft Teams også med?', { namesSeen: true })).status).toBe(200)
  const other = newId()
  const slots = [{ id: newId(), startsAt: '2026-03-18T14:00:00+01:00' }]
  const said = { title: 'Et andet møde', venue: 'Video', audience: '' }
  await ask(signe, relay.keepMeeting, { id: other, placeId: place.id, version: 0, ...said, slots })
  expect((await post(served, 'relay.meetingBoard', { token })).body.meetingId).toBe(meetingId)
})

test('one telephone waits ten seconds and has twenty questions; a meeting has its bounds; a week after the meeting it is over', async () => {
  const token = await joins()
  expect((await sends(token, 'Hvornår er kurset?')).status).toBe(200)
  expect((await sends(token, 'Og hvor?')).body).toMatchObject({ code: 'relay.phone-too-fast' })
  here.world.clock.set('2026-03-10T14:00:10+01:00')
  expect((await sends(token, 'Og hvor?')).status).toBe(200)
  const many = await Promise.all(['A', 'B', 'C'].map((text) => sends(token, `Hvad med ${text}?`)))
  expect(many.map(({ status }) => status)).not.toContain(200)
  const phone = { lastAt: '2026-03-17T14:00:00+01:00', phones: 1, questions: 3, asked: 2, askedAt: null }
  const now = '2026-03-12T14:00:00+01:00'
  expect(whyNotAskFromPhone({ ...phone, asked: PHONES.each }, now)?.code).toBe('relay.phone-enough')
  expect(whyNotAskFromPhone({ ...phone, questions: PHONES.questions }, now)?.code).toBe('relay.phone-enough')
  expect(whyNotJoinMeeting({ ...phone, phones: PHONES.most }, now)?.code).toBe('relay.phones-full')
  here.world.clock.set('2026-03-24T14:00:01+01:00')
  expect((await sends(token, 'For sent?')).body.code).toBe('relay.phones-over')
  expect((await post(served, 'relay.joinMeeting', { code })).body.code).toBe('relay.phones-over')
  await tidyRelay(here.world.db, here.world.clock)
  expect((await sends(token, 'Er jeg her endnu?')).body.code).toBe('relay.phone-unknown')
})

test('relay.takeDown: what names somebody is taken down with a reason, from every list; nobody else can, and it hangs nowhere', async () => {
  const token = await joins()
  const id = newId()
  await sends(token, 'Hvorfor er hende i nummer fire altid sur?', { id })
  expect((await refused(jonas, relay.takeDown, { id, version: 1, because: 'Nej' })).kind).toBe('not-found')
  await ask(signe, relay.takeDown, { id, version: 1, because: 'Handler om en borger' })
  expect((await held(jonas)).questions).toEqual([])
  expect((await post(served, 'relay.meetingBoard', { token })).body.questions).toEqual([])
  expect((await refused(signe, relay.answerAtMeeting, { id, version: 2, answer: 'x' })).kind).toBe('not-found')
  here.world.clock.set('2026-04-10T14:00:00+02:00')
  const later = await signedIn(here.world, signe.id, 'Signe')
  expect((await ask(later, thread.loose, {})).map((one) => one.id)).not.toContain(id)
  await expect(
    here.world.owner.query(`update relay.meeting_question set taken_down_because = null where id = '${id}'`),
  ).rejects.toMatchObject({ constraint: 'meeting_question_taken_down_whole' })
})

test('whoever guesses codes is made to wait, and a right one is not let in by then either', async () => {
  await Promise.all(Array.from({ length: 125 }, () => post(served, 'relay.joinMeeting', { code: 'ZZZZZZ' })))
  expect((await post(served, 'relay.joinMeeting', { code })).status).toBe(429)
  here.world.clock.set('2026-03-10T14:11:00+01:00')
  expect((await post(served, 'relay.joinMeeting', { code })).status).toBe(200)
})
