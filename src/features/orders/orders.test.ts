import { describe, expect, test } from 'vitest'
import { dbOn, sql } from '#kernel/server/sql.ts'
import { aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { anOrderLetter, ffb, typesOrder } from '#kit/orders.ts'
import { ask, groundOf, newId, refused, useWorld } from '#kit/world.ts'
import { type OrderContent, orders } from './contract.ts'
import { differencesBetween } from './rules.ts'
import { offerChange, storeOrder } from './server/index.ts'

const here = useWorld()

async function aHouse(name: string) {
  const unit = await aUnit(here.world, name)
  const mette = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
  const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
  return { unit, mette, jonas, birthe: await aCitizen(here.world, 'Birthe Lund', unit) }
}

const content = (more: Partial<OrderContent> = {}): OrderContent => ({
  ...{
    status: 'active',
    purpose: 'At bo for sig selv.',
    objective: null,
    orderedOn: '2026-02-01',
    startsOn: '2026-02-10',
  },
  ...{ endsOn: null, authorityName: 'Egebæk Kommune', authorityCode: '0157', caseNumber: null, offerType: null },
  ...{
    supportNeed: null,
    followUpOn: null,
    followUpEveryMonths: null,
    codeVersion: '20240530',
    interventions: [],
    parts: [],
  },
  goals: [
    {
      ...{
        foreignId: 'g1',
        text: 'Laver mad',
        themeCode: ffb.cooking,
        otherThemeCodes: [],
        levelStart: 3,
        levelWanted: 2,
      },
      ...{ direction: 'develop', status: 'active' },
    },
  ],
  ...more,
})

async function received(house: Awaited<ReturnType<typeof aHouse>>, given = content()) {
  const id = newId()
  const receiving = { db: dbOn(groundOf(here.world).pool), by: house.mette.by, at: here.world.clock.now() }
  await storeOrder(
    receiving,
    { id, citizenId: house.birthe.id, unitId: house.unit.id, source: 'message', foreignId: `plan-${id}`, fileId: null },
    given,
  )
  return { id, offer: (next: OrderContent) => offerChange(receiving, id, next) }
}

describe('typed from a letter', () => {
  test('Jonas types it; the goal carries level, wanted level and what is to be delivered, and the letter can be fetched', async () => {
    const { unit, jonas, birthe } = await aHouse('Solvang')
    const order = await typesOrder(jonas, unit, birthe, [
      {
        text: 'Laver mad to gange om ugen',
        themeCode: ffb.cooking,
        levelStart: 3,
        levelWanted: 2,
        direction: 'develop',
        interventionCode: ffb.dailyTasks,
      },
    ])
    const [line] = await ask(jonas, orders.ofCitizen, { citizenId: birthe.id })
    expect(line).toMatchObject({
      id: order.id,
      source: 'letter',
      version: 1,
      fileName: 'bestilling.pdf',
      waiting: false,
    })
    expect(line!.goals).toMatchObject([
      {
        levelStart: 3,
        levelWanted: 2,
        direction: 'develop',
        interventions: [{ text: 'Støtte til daglige opgaver i hjemmet' }],
      },
    ])
    expect(await ask(jonas, orders.letter, { orderId: order.id })).toMatchObject({ mediaType: 'application/pdf' })
    expect(await ask(jonas, orders.forCitizen, { citizenId: birthe.id })).toMatchObject({
      unitIds: [unit.id],
      permitted: ['type'],
    })
  })

  test('a level on what carries none, a code nobody knows and a day to come are refused with the field; nothing is half-saved', async () => {
    const { unit, jonas, birthe } = await aHouse('Tjørnen')
    const letter = anOrderLetter(unit, birthe, [{ text: 'Sover', themeCode: ffb.sleep, levelWanted: 1 }])
    expect(await refused(jonas, orders.type, letter)).toMatchObject({
      code: 'orders.level-without-activity',
      faults: [{ field: 'goals.0.levelWanted' }],
    })
    const unknown = anOrderLetter(unit, birthe, [{ text: 'Sover', themeCode: newId() }])
    expect(await refused(jonas, orders.type, unknown)).toMatchObject({ code: 'orders.unknown-code' })
    expect(await refused(jonas, orders.type, { ...letter, orderedOn: '2026-03-11' })).toMatchObject({
      code: 'orders.ordered-ahead',
    })
    expect(await ask(jonas, orders.ofCitizen, { citizenId: birthe.id })).toEqual([])
    const files = await here.world.db.all(
      sql`select from documents.file where tenant_id = kernel.here() and citizen_id = ${birthe.id}`,
    )
    expect(files).toEqual([])
  })

  test('the unit next door sees nothing of it', async () => {
    const [{ unit, jonas, birthe }, other] = [await aHouse('Bakkely'), await aHouse('Højen')]
    const { id } = await typesOrder(jonas, unit, birthe)
    expect((await refused(other.mette, orders.order, { orderId: id })).kind).toBe('not-found')
    expect((await refused(other.mette, orders.letter, { orderId: id })).kind).toBe('not-found')
    expect((await refused(other.mette, orders.ofCitizen, { citizenId: birthe.id })).kind).toBe('not-found')
  })
})

describe('a changed order', () => {
  test('waits with its difference until Mette takes it in; the goal keeps its id', async () => {
    const house = await aHouse('Engen')
    const order = await received(house)
    const [before] = (await ask(house.mette, orders.order, { orderId: order.id })).goals
    await order.offer(content({ goals: [{ ...content().goals[0]!, levelWanted: 1, text: 'Laver mad selv' }] }))
    const [change] = await ask(house.mette, orders.waiting, {})
    expect(change).toMatchObject({ orderId: order.id, calledName: 'Birthe' })
    expect(change!.differences).toContainEqual({
      what: 'goals.levelWanted',
      of: 'Laver mad selv',
      before: '2',
      after: '1',
    })
    expect(
      (
        await refused(house.jonas, orders.decide, {
          id: change!.id,
          orderId: order.id,
          version: 1,
          take: true,
          because: null,
        })
      ).kind,
    ).toBe('not-found')
    expect((await ask(house.jonas, orders.order, { orderId: order.id })).goals[0]!.text).toBe('Laver mad')
    await ask(house.mette, orders.decide, { id: change!.id, orderId: order.id, version: 1, take: true, because: null })
    const after = await ask(house.jonas, orders.order, { orderId: order.id })
    expect(after).toMatchObject({
      version: 2,
      waiting: false,
      goals: [{ id: before!.id, text: 'Laver mad selv', levelWanted: 1 }],
    })
  })

  test('the same again changes nothing; a newer one overtakes the one that waits; no needs a reason', async () => {
    const house = await aHouse('Lunden')
    const order = await received(house)
    expect(await order.offer(content())).toBeUndefined()
    await order.offer(content({ purpose: 'Noget andet' }))
    expect(await order.offer(content({ purpose: 'Noget andet' }))).toBeUndefined()
    await order.offer(content({ purpose: 'Noget tredje' }))
    const waiting = (await ask(house.mette, orders.waiting, {})).filter(({ orderId }) => orderId === order.id)
    expect(waiting.map(({ differences }) => differences[0]!.after)).toEqual(['Noget tredje'])
    const no = { id: waiting[0]!.id, orderId: order.id, version: 1, take: false }
    expect((await refused(house.mette, orders.decide, { ...no, because: ' ' })).code).toBe('orders.decline-says-why')
    await ask(house.mette, orders.decide, { ...no, because: 'Det er aftalt med Karen, at formålet står.' })
    expect((await refused(house.mette, orders.decide, { ...no, because: 'Igen' })).code).toBe('orders.already-decided')
    expect(await ask(house.mette, orders.order, { orderId: order.id })).toMatchObject({
      version: 1,
      purpose: 'At bo for sig selv.',
    })
  })

  test('a goal that is left out is ended, not deleted', async () => {
    const house = await aHouse('Åsen')
    const order = await received(house)
    const offered = await order.offer(content({ goals: [] }))
    await ask(house.mette, orders.decide, { id: offered!.id, orderId: order.id, version: 1, take: true, because: null })
    expect((await ask(house.mette, orders.order, { orderId: order.id })).goals).toMatchObject([
      { text: 'Laver mad', ended: true },
    ])
  })
})

test('an order lies at the municipality until it is placed; then the unit sees the citizen', async () => {
  const [from, to] = [await aHouse('Modtagelsen'), await aHouse('Kilden')]
  const order = await received(from)
  expect((await refused(from.mette, orders.place, { id: order.id, unitId: to.unit.id, version: 1 })).kind).toBe(
    'not-found',
  )
  await ask(here.world.administrator, orders.place, { id: order.id, unitId: to.unit.id, version: 1 })
  expect(await ask(to.mette, orders.order, { orderId: order.id })).toMatchObject({ unitId: to.unit.id, version: 2 })
  expect((await refused(from.mette, orders.order, { orderId: order.id })).kind).toBe('not-found')
})

test('an order for a unit nobody knows is seen by those who place orders: whose it is and from whom, no more', async () => {
  const house = await aHouse('Grenen')
  const order = await received({ ...house, unit: { id: here.world.rootUnitId, name: 'Kommunen' } })
  const found = (await ask(here.world.administrator, orders.unplaced, {})).find(({ id }) => id === order.id)
  expect(found).toEqual({
    ...{ id: order.id, citizenId: house.birthe.id, calledName: 'Birthe', unitName: expect.any(String) },
    ...{ authorityName: 'Egebæk Kommune', orderedOn: '2026-02-01', receivedAt: expect.any(String), version: 1 },
  })
  expect((await ask(house.mette, orders.unplaced, {})).map(({ id }) => id)).not.toContain(order.id)
  expect((await refused(house.jonas, orders.unplaced, {})).kind).toBe('not-found')
  await ask(here.world.administrator, orders.place, { id: order.id, unitId: house.unit.id, version: 1 })
  expect((await ask(here.world.administrator, orders.unplaced, {})).map(({ id }) => id)).not.toContain(order.id)
})

test('what two versions say alike is no difference', () => {
  expect(differencesBetween(content(), content())).toEqual([])
  expect(differencesBetween(content(), content({ endsOn: '2026-12-31' }))).toEqual([
    { what: 'endsOn', of: null, before: null, after: '2026-12-31' },
  ])
})
