import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { org } from '#features/org/contract.ts'
import { stays } from '#features/stays/contract.ts'
import { tasks } from '#features/tasks/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { ask, type Person, refused, trailOf, useWorld, type World } from '#kit/world.ts'
import { access } from './contract.ts'
import { minutesLeft, numberIn, whyNotOpen, whyNotReview } from './rules.ts'
import { remindReviewers } from './server/index.ts'

const here = useWorld()

let solvang: GivenUnit
let bakkely: GivenUnit
let mette: Person
let omar: Person
let jens: GivenCitizen

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
  omar = await anEmployee(here.world, 'Omar', 'night-worker', bakkely)
  jens = await aCitizen(here.world, 'Jens Brandt', solvang, { number: '6705581234' })
})

/** Time goes by; whoever is signed in goes on using the screen. */
async function later(minutes: number): Promise<void> {
  here.world.clock.set(new Date(Date.parse(here.world.clock.now()) + minutes * 60_000).toISOString())
  await here.world.owner.query(`update kernel.session set expires_at = 'infinity'`)
}
const seeks = (by: Person, words: string) => ask(by, access.seek, { id: newId(), words })
const reason = 'Han ligger på gaden og kan ikke svare.'

async function opens(by: Person, citizen: GivenCitizen, more: { reason?: string; words?: string } = {}) {
  const { id: seekingId } = await seeks(by, more.words ?? citizen.name)
  const input = { id: newId(), seekingId, citizenId: citizen.id, reason: more.reason ?? reason }
  return { input, ...(await ask(by, access.open, input)) }
}

/** Somebody new each time: an hour has room for ten seekings. */
const aNightWorker = () => anEmployee(here.world, 'Nadia', 'night-worker', bakkely)

describe('Omar of Bakkely stands with Jens, who is Solvang’s', () => {
  test('the whole name or the whole number finds him, and nothing less', async () => {
    const nadia = await aNightWorker()
    for (const words of ['Jens Brandt', '  jens   BRANDT ', '670558-1234', '6705581234'])
      expect((await seeks(nadia, words)).found).toMatchObject([{ id: jens.id, fullName: 'Jens Brandt', isMine: false }])
    for (const words of ['Jens', 'Brandt', 'Jens B', '670558', '%', '1234'])
      expect([words, (await seeks(nadia, words)).found]).toEqual([words, []])
  })

  test('every search stands in the trail: a name with its words, a number without', async () => {
    const trail = await trailOf(here.world, 'access.seek')
    expect(trail.map(({ about }) => about)).toContain('{"by": "name", "words": "Jens B"}')
    expect(trail.map(({ about }) => about)).toContain('{"by": "number"}')
    expect(JSON.stringify(trail)).not.toContain('6705581234')
    const { rows } = await here.world.owner.query(
      `select answer::text from kernel.answer where command = 'access.seek'`,
    )
    expect(JSON.stringify(rows)).not.toContain('Jens')
  })

  test('he opens it with a reason; it lasts an hour; Mette is told at once and has it to look at', async () => {
    here.world.told.length = 0
    const { id, untilAt } = await opens(omar, jens)
    expect(Date.parse(untilAt) - Date.parse(here.world.clock.now())).toBe(3_600_000)
    expect(here.world.told).toContainEqual({ topic: 'access', place: solvang.id, subject: jens.id })
    expect(await ask(omar, access.now, {})).toMatchObject({
      mayOpen: true,
      toReview: 0,
      mine: [{ id, citizenId: jens.id, fullName: 'Jens Brandt', reason }],
    })
    expect((await ask(mette, access.now, {})).toReview).toBe(1)
    expect((await ask(mette, tasks.mine, {})).map(({ kind, about }) => [kind, about.emergencyId])).toEqual([
      ['access.review-emergency', id],
    ])
    expect(await ask(mette, access.emergencies, {})).toMatchObject([
      {
        id,
        citizenName: 'Jens Brandt',
        employeeName: 'Omar',
        unitNames: ['Solvang'],
        isOpen: true,
        outcome: null,
        permitted: ['review'],
      },
    ])
    const twice = await refused(omar, access.open, {
      id: newId(),
      seekingId: (await seeks(omar, jens.name)).id,
      citizenId: jens.id,
      reason,
    })
    expect(twice.code).toBe('access.already-open')
  })

  test('he ends it himself, and it is over', async () => {
    const [mine] = (await ask(omar, access.now, {})).mine
    await ask(omar, access.end, { id: mine!.id })
    expect((await ask(omar, access.now, {})).mine).toEqual([])
    expect((await refused(omar, access.end, { id: mine!.id })).code).toBe('access.ended')
    expect((await ask(mette, access.emergencies, {}))[0]).toMatchObject({ isOpen: false })
  })

  test('Mette reviews it; anything but “needed” asks for words; once', async () => {
    const emergencyId = (await ask(mette, access.emergencies, {}))[0]!.id
    const says = (outcome: 'needed' | 'not-needed', note: string | null) => ({
      id: newId(),
      emergencyId,
      outcome,
      note,
    })
    expect((await refused(mette, access.review, says('not-needed', null))).code).toBe('access.review-says-why')
    await ask(mette, access.review, says('not-needed', 'Vi har talt om, at han kunne have ringet.'))
    expect((await refused(mette, access.review, says('needed', null))).code).toBe('access.reviewed-already')
    expect(await ask(mette, tasks.mine, {})).toEqual([])
    expect((await ask(mette, access.emergencies, {}))[0]).toMatchObject({
      outcome: 'not-needed',
      reviewedByName: 'Mette',
      permitted: [],
    })
  })

  test('it ends by itself, in the minute it was to', async () => {
    const nadia = await aNightWorker()
    await opens(nadia, jens)
    await later(59)
    expect((await ask(nadia, access.now, {})).mine).toHaveLength(1)
    await later(1)
    expect((await ask(nadia, access.now, {})).mine).toEqual([])
  })

  test('a short reason is refused with its field, and nothing is opened', async () => {
    const nadia = await aNightWorker()
    const { id: seekingId } = await seeks(nadia, jens.name)
    const problem = await refused(nadia, access.open, { id: newId(), seekingId, citizenId: jens.id, reason: 'akut' })
    expect([problem.code, problem.faults[0]?.field]).toEqual(['access.reason-too-short', 'reason'])
    expect((await ask(nadia, access.now, {})).mine).toEqual([])
  })
})

describe('what an emergency does not open', () => {
  const notFound = async (by: Person, citizenId: string, seekingId: string) =>
    expect((await refused(by, access.open, { id: newId(), seekingId, citizenId, reason })).code).toBe(
      'kernel.not-found',
    )

  test('somebody whose id one knows and has not found just now, oneself', async () => {
    const nadia = await aNightWorker()
    await notFound(nadia, jens.id, newId())
    const { id: seekingId } = await seeks(nadia, 'Ingen Kender')
    await notFound(nadia, jens.id, seekingId)
    const { id: omars } = await seeks(await aNightWorker(), jens.name)
    await notFound(nadia, jens.id, omars)
    const { id: old } = await seeks(nadia, jens.name)
    await later(16)
    await notFound(nadia, jens.id, old)
  })

  test('a citizen one is kept apart from: not found, not opened, as though nobody had that name', async () => {
    const nadia = await aNightWorker()
    const { id: seekingId } = await seeks(nadia, jens.name)
    await here.world.db.run(sql`insert into citizens.bar (id, employee_id, citizen_id, reason, from_on, set_by, set_at)
      values (${newId()}, ${nadia.id}, ${jens.id}, 'Naboer', ${here.world.clock.today()}, ${mette.id}, ${here.world.clock.now()})`)
    expect((await seeks(nadia, jens.name)).found).toEqual([])
    await notFound(nadia, jens.id, seekingId)
  })

  test('a hidden stay: not found outside the house that hides her', async () => {
    const nadia = await aNightWorker()
    const laerken = await aUnit(here.world, 'Lærken')
    const sara = await aCitizen(here.world, 'Sara Holm', laerken, { hiddenStay: true, number: '0101901234' })
    expect((await seeks(nadia, sara.name)).found).toEqual([])
    expect((await seeks(nadia, '010190-1234')).found).toEqual([])
    const lone = await anEmployee(here.world, 'Lone', 'support-worker', laerken)
    expect((await seeks(lone, sara.name)).found).toMatchObject([{ id: sara.id, isMine: true }])
  })

  test('another municipality', async () => {
    const neighbour: World = await aNeighbour(here.world)
    const engen = await aUnit(neighbour, 'Engen')
    const nils = await aCitizen(neighbour, 'Nils Nabo', engen)
    const nadia = await aNightWorker()
    const { id: seekingId, found } = await seeks(nadia, nils.name)
    expect(found).toEqual([])
    await notFound(nadia, nils.id, seekingId)
  })

  test('what one reaches already, and what a temp or an administrator asks for', async () => {
    const { id: seekingId, found } = await seeks(mette, jens.name)
    expect(found).toMatchObject([{ isMine: true }])
    await notFound(mette, jens.id, seekingId)
    const vita = await anEmployee(here.world, 'Vita', 'temp-worker', bakkely)
    for (const by of [vita, here.world.administrator])
      expect((await refused(by, access.seek, { id: newId(), words: jens.name })).code).toBe('kernel.not-found')
  })

  test('reading the municipality name by name: the eleventh search within an hour waits', async () => {
    const nadia = await aNightWorker()
    for (let at = 0; at < 10; at++) await seeks(nadia, `Person Nummer${at}`)
    expect((await refused(nadia, access.seek, { id: newId(), words: jens.name })).code).toBe('access.too-many-seekings')
    await later(61)
    expect((await seeks(nadia, jens.name)).found).toHaveLength(1)
  })
})

describe('it is looked at by somebody else, whoever opened it', () => {
  test('a leader does not see her own among what waits, and may not review it', async () => {
    const lars = await anEmployee(here.world, 'Lars', 'unit-leader', bakkely)
    const inga = await aCitizen(here.world, 'Inga Friis', solvang)
    const { id } = await opens(lars, inga)
    await ask(here.world.administrator, org.grantRole, {
      id: newId(),
      employeeId: lars.id,
      role: 'unit-leader',
      unitId: solvang.id,
      startsOn: here.world.clock.today(),
      endsOn: null,
    })
    expect((await ask(lars, access.emergencies, {})).find((one) => one.id === id)).toMatchObject({ permitted: [] })
    const own = { id: newId(), emergencyId: id, outcome: 'needed', note: null }
    expect((await refused(lars, access.review, own)).code).toBe('access.review-own')
    await ask(mette, access.review, own)
  })

  test('of a unit without a leader, and of somebody no unit has, the data protection officer has it', async () => {
    const nadia = await aNightWorker()
    const dpo = await anEmployee(here.world, 'Mille', 'privacy-officer', { id: here.world.rootUnitId, name: 'Prøveby' })
    const kaj = await aCitizen(here.world, 'Kaj Lund', await aUnit(here.world, 'Enge'))
    const ane = await aCitizen(here.world, 'Ane Lund', solvang)
    await ask(here.world.administrator, stays.close, {
      stayId: ane.stayId,
      version: 1,
      day: addDays(here.world.clock.today(), -1),
      reason: 'moved-home',
    })
    for (const citizen of [kaj, ane]) {
      const { id } = await opens(nadia, citizen)
      expect((await ask(dpo, tasks.mine, {})).map(({ about }) => about.emergencyId)).toContain(id)
    }
  })

  test('nobody looks: two reminders, and then it is the data protection officer’s', async () => {
    const nadia = await aNightWorker()
    const dpo = await anEmployee(here.world, 'Mads', 'privacy-officer', { id: here.world.rootUnitId, name: 'Prøveby' })
    const { id } = await opens(nadia, await aCitizen(here.world, 'Ove Krag', solvang))
    const waits = async (by: Person) => (await ask(by, tasks.mine, {})).some(({ about }) => about.emergencyId === id)
    for (let round = 0; round < 3; round++) {
      expect([await waits(mette), await waits(dpo)]).toEqual([true, false])
      await later(4 * 24 * 60)
      await remindReviewers(here.world.db, here.world.clock)
      await remindReviewers(here.world.db, here.world.clock)
    }
    expect([await waits(mette), await waits(dpo)]).toEqual([false, true])
  })
})

test('the municipality decides how long, from a day on', async () => {
  const { administrator: asta, clock } = here.world
  const decides = (fromOn: string, emergencyMinutes: number) =>
    ask(asta, access.decidePolicy, { id: newId(), fromOn, emergencyMinutes })
  await decides(clock.today(), 30)
  await decides(addDays(clock.today(), 5), 45)
  expect(await ask(asta, access.policy, {})).toMatchObject({
    minutes: 30,
    coming: [{ fromOn: addDays(clock.today(), 5), minutes: 45 }],
  })
  const nadia = await aNightWorker()
  const { untilAt } = await opens(nadia, jens)
  expect(Date.parse(untilAt) - Date.parse(clock.now())).toBe(30 * 60_000)
  const past = { id: newId(), fromOn: addDays(clock.today(), -1), emergencyMinutes: 30 }
  expect((await refused(asta, access.decidePolicy, past)).code).toBe('access.decided-in-the-past')
})

describe('rules, whatever the case', () => {
  test('it opens exactly when it is somebody else’s, not open, and the reason says something', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.boolean(), (words, isMine, isOpen) => {
        const may = whyNotOpen({ reason: words, isMine, isOpen }) === undefined
        return may === (!isMine && !isOpen && words.trim().length >= 10)
      }),
    )
  })

  test('nobody reviews their own, nothing is reviewed twice, and blame has words', () => {
    const outcome = fc.constantFrom('needed', 'understandable', 'not-needed')
    fc.assert(
      fc.property(outcome, fc.option(fc.string()), fc.boolean(), fc.boolean(), (says, note, isReviewed, isOwn) => {
        const may = whyNotReview({ outcome: says, note, isReviewed, isOwn }) === undefined
        return may === (!isOwn && !isReviewed && (says === 'needed' || Boolean(note?.trim())))
      }),
    )
  })

  test('a number is a number however it is written, and a name never is', () => {
    expect(['670558-1234', '67 05 58 12 34', '6705581234', '670558-12ab'].map(numberIn)).toEqual([
      '6705581234',
      '6705581234',
      '6705581234',
      '67055812AB',
    ])
    fc.assert(
      fc.property(fc.string(), (words) => /\d{6}/.test(words.replace(/[\s-]/g, '')) || numberIn(words) === undefined),
    )
  })

  test('minutes left never go below nought, and reach it in the moment it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (seconds) => {
        const left = minutesLeft(new Date(seconds * 1000).toISOString(), new Date(0))
        return left >= 0 && left > 0 === seconds > 0
      }),
    )
  })
})

test('a leader from whom the review is taken is not asked: the data protection officer is, and what stood is closed to the leader', async () => {
  const eng = await aUnit(here.world, 'Engen')
  const gitte = await anEmployee(here.world, 'Gitte', 'unit-leader', eng)
  const pia = await anEmployee(here.world, 'Pia', 'privacy-officer', { id: here.world.rootUnitId, name: '' })
  const ida = await aCitizen(here.world, 'Ida Bro', eng)
  const asked = async (who: Person, emergencyId: string) =>
    (await ask(who, tasks.mine, {})).some(({ about }) => about.emergencyId === emergencyId)
  const before = (await opens(await aNightWorker(), ida)).input.id
  expect([await asked(gitte, before), await asked(pia, before)]).toEqual([true, false])
  await ask(here.world.administrator, org.narrow, {
    ...{ id: newId(), rightName: 'access.oversee', role: 'unit-leader', unitId: eng.id },
    ...{ fromOn: here.world.clock.today(), toOn: null, note: 'Besluttet i direktionen' },
  })
  const after = (await opens(await aNightWorker(), ida)).input.id
  expect([await asked(gitte, before), await asked(gitte, after), await asked(pia, after)]).toEqual([false, false, true])
})
