import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsletter } from '#features/newsletter/contract.ts'
import { profiles } from '#features/profiles/contract.ts'
import { relay } from '#features/relay/contract.ts'
import { training } from '#features/training/contract.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { given, liveValues, previews, suggests } from '#kit/profiles.ts'
import { aChain, aContact, anArea, passesOn, sends } from '#kit/relay.ts'
import { type Answered, post, type Served, serveWorld } from '#kit/server.ts'
import { aCourse, aSession, enrols, hasSetUp } from '#kit/training.ts'
import { ask, newId, type Person, useWorld } from '#kit/world.ts'

const here = useWorld()
let served: Served
let place: GivenUnit
let engen: GivenUnit
let signe: Person
let bo: Person
let nina: Person
let leader: Person

beforeAll(async () => {
  place = await anArea(here.world, 'Område Midt')
  engen = await aUnit(here.world, 'Engen', { parentId: place.id })
  signe = await anEmployee(here.world, 'Signe', 'coordinator', place)
  bo = await anEmployee(here.world, 'Bo', 'coordinator', place)
  nina = await aContact(here.world, 'Nina', engen)
  leader = await anEmployee(here.world, 'Peter', 'unit-leader', engen)
  await aChain(signe, place.id)
  served = await serveWorld(here.world)
})
afterAll(() => served?.close())

/** The person's own browser: what it sends, and under which key; a key used again is the same click. */
async function browser(who: Person) {
  const { token } = await openSession(here.world.db, here.world.clock, who.id, 'password')
  return (name: string, body: object, key: string = newId()): Promise<Answered> =>
    post(served, name, body, { cookie: `rt_session=${token}`, 'idempotency-key': key })
}
const codes = (answers: readonly Answered[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'done' : (body.code as string))).sort()

describe('two at once, from two browsers', () => {
  test('the course is full: two leaders press for the last seat, one gets it and the other is first on the list', async () => {
    const unit = await aUnit(here.world, 'Lunden')
    const [peter, lone] = [
      await anEmployee(here.world, 'Peter L.', 'unit-leader', unit),
      await anEmployee(here.world, 'Lone', 'unit-leader', unit),
    ]
    const staff = await Promise.all(
      ['Anna', 'Carl', 'Dan'].map((name) => anEmployee(here.world, name, 'support-worker', unit)),
    )
    await hasSetUp(here.world, unit, '2026-03-01')
    const course = await aCourse(here.world)
    const sessionId = await aSession(course, [unit], '2026-03-18', { capacity: 2 })
    await enrols(peter, sessionId, staff[0]!, unit)
    const [first, second] = [await browser(peter), await browser(lone)]
    const wants = (who: Person) => ({
      ...{ id: newId(), sessionId, employeeId: who.id, unitId: unit.id, clashAccepted: false },
    })
    const [carl, key] = [wants(staff[1]!), newId()]
    // Peter's tablet sends his click twice; Lone presses in the same moment.
    const answers = await Promise.all([
      first('training.enrol', carl, key),
      first('training.enrol', carl, key),
      second('training.enrol', wants(staff[2]!)),
    ])
    const told = answers.filter(({ status }) => status === 200).map(({ body }) => body.state)
    expect(new Set(told)).toEqual(new Set(['enrolled', 'waiting']))
    const [session] = await ask(course.signe, training.sessions, { unitId: unit.id })
    expect(session).toMatchObject({ taken: 2, waiting: 1 })
    // And the same person twice, from both: one place.
    const again = await Promise.all([
      first('training.enrol', wants(staff[2]!)),
      second('training.enrol', wants(staff[2]!)),
    ])
    expect(codes(again)).toEqual(['training.on-the-list', 'training.on-the-list'])
  })

  test('the message is recalled while Nina passes it on: either way nobody is left with what was wrong', async () => {
    const id = await sends(signe, place.id, [engen.id])
    const [hers, theirs] = [await browser(nina), await browser(signe)]
    const correctionId = newId()
    const right = { title: 'Klokken er 14.40', body: 'Se igen efter 14.40.', because: 'Forkert klokkeslæt' }
    const answers = await Promise.all([
      hers('relay.passOn', { messageId: id, unitId: engen.id, words: null, channels: ['board'] }),
      theirs('relay.recall', { id, version: 2, correctionId, ...right }),
    ])
    expect(answers[1]!.status).toBe(200)
    expect(['done', 'relay.recalled']).toContain(codes([answers[0]!])[0])
    const carried = await ask(nina, relay.carried, {})
    expect(carried.find((row) => row.id === id)?.state).toBe('recalled')
    expect(carried.find((row) => row.id === correctionId)).toMatchObject({ state: 'released' })
    const late = await hers('relay.passOn', { messageId: id, unitId: engen.id, words: null, channels: ['board'] })
    expect(codes([late])[0]).toMatch(/^relay\.(recalled|passed-on-already)$/)
    // What had been passed on brought its correction along; what had not still waits for Nina.
    if (answers[0]!.status !== 200) await passesOn(nina, correctionId, engen)
    expect((await ask(leader, relay.mine, {})).map((one) => one.id)).toContain(correctionId)
  })

  test('the profile is applied twice: one click sent twice is one change, and two who press are told apart', async () => {
    const proposalId = await suggests(signe, engen.id, [given('terminology.citizen', 'resident')])
    const { standingId } = await previews(signe, proposalId)
    const [one, two] = [await browser(signe), await browser(bo)]
    const apply = () => ({ id: newId(), proposalId, fromOn: here.world.clock.today(), standingId })
    const [mine, key] = [apply(), newId()]
    const answers = await Promise.all([
      one('profiles.apply', mine, key),
      one('profiles.apply', mine, key),
      two('profiles.apply', apply()),
    ])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    const { changes } = await ask(signe, profiles.of, { unitId: engen.id, day: here.world.clock.today() })
    expect(changes).toHaveLength(1)
    expect(await liveValues(here.world, engen.id)).toMatchObject({ 'terminology.citizen': 'resident' })
    // Tomorrow's first, then today's: out of order.
    const later = await suggests(signe, engen.id, [given('terminology.citizen', 'user')])
    const ahead = { id: newId(), proposalId: later, fromOn: '2026-03-20' }
    const seen = await previews(signe, later, '2026-03-20')
    expect((await one('profiles.apply', { ...ahead, standingId: seen.standingId })).status).toBe(200)
    const before = await suggests(signe, engen.id, [given('terminology.citizen', 'guest')])
    const out = await one('profiles.apply', { ...apply(), proposalId: before, standingId: changes[0]!.id })
    expect([out.status, String(out.body.code).startsWith('profiles.'), out.body.da]).toEqual([
      409,
      true,
      expect.stringMatching(/\.$/),
    ])
    expect(await liveValues(here.world, engen.id)).toMatchObject({ 'terminology.citizen': 'resident' })
  })

  test('two editors of one meeting and of one newsletter: the later is handed what stands, and nothing is written over it', async () => {
    const [one, two] = [await browser(signe), await browser(bo)]
    const id = newId()
    const slots = [{ id: newId(), startsAt: '2026-03-17T14:00:00+01:00' }]
    const meeting = { id, placeId: place.id, venue: 'Rådhuset', audience: 'Alle', slots }
    await one('relay.keepMeeting', { ...meeting, version: 0, title: 'Valget' })
    const kept = await Promise.all([
      one('relay.keepMeeting', { ...meeting, version: 1, title: 'Signes' }),
      two('relay.keepMeeting', { ...meeting, version: 1, title: 'Bos' }),
    ])
    expect(kept.map(({ status }) => status).sort()).toEqual([200, 409])
    const stands = (await ask(signe, relay.meetings, {})).find((row) => row.id === id)!
    expect(stands).toMatchObject({ version: 2, title: kept[0]!.status === 200 ? 'Signes' : 'Bos' })

    const issue = newId()
    await ask(signe, newsletter.begin, { id: issue, placeId: place.id, monthOn: '2026-03-01', title: 'Marts' })
    const { version } = await ask(signe, newsletter.issue, { id: issue })
    const edit = (title: string) => ({ id: issue, version, title, sections: [] })
    const edited = await Promise.all([one('newsletter.edit', edit('Signes')), two('newsletter.edit', edit('Bos'))])
    expect(edited.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(edited.find(({ status }) => status === 409)!.body.kind).toBe('stale')
  })
})
