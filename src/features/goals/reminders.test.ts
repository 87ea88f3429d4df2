import { beforeAll, beforeEach, expect, test } from 'vitest'
import { orders } from '#features/orders/contract.ts'
import { offerChange } from '#features/orders/server/index.ts'
import { tasks } from '#features/tasks/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql, wholeOn } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aGoal, anEvaluation, wordsOf } from '#kit/goals.ts'
import { anOrderLetter } from '#kit/orders.ts'
import { ask, type Person, signedIn, useWorld } from '#kit/world.ts'
import { goals } from './contract.ts'
import { remindOfGoals, reported } from './server/index.ts'

const here = useWorld()
let solvang: GivenUnit
let jens: GivenCitizen
let ulla: GivenCitizen
let people: { jonas: Person; mette: Person }
/** Signed in anew: sessions do not live for days. */
let jonas: Person
let mette: Person

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  jens = await aCitizen(here.world, 'Jens Brandt', solvang)
  ulla = await aCitizen(here.world, 'Ulla Friis', solvang)
  people = {
    jonas: await anEmployee(here.world, 'Jonas', 'support-worker', solvang),
    mette: await anEmployee(here.world, 'Mette', 'unit-leader', solvang),
  }
})

async function itIs(day: string): Promise<void> {
  here.world.clock.set(`${day}T08:00:00+01:00`)
  jonas = await signedIn(here.world, people.jonas.id, 'Jonas')
  mette = await signedIn(here.world, people.mette.id, 'Mette')
}
beforeEach(() => itIs('2026-03-10'))

const wholly = () => wholeOn(here.world.house.tenants.pool(here.world.tenant))
const remind = () => wholly()((db) => remindOfGoals(db, here.world.clock))
const askedOf = async (who: Person, goalId: Id) =>
  (await ask(who, tasks.mine, {})).filter(({ about }) => about.goalId === goalId)
const evaluateOn = async (goalId: Id) => (await ask(jonas, goals.one, { goalId })).goal.evaluateOn
const aGoalOf = (more: object) => aGoal(jonas, mette, { unit: solvang, citizen: jens, ...more })

test('an evaluation struck out is owed again, on the day it was owed before, and Jonas is asked anew', async () => {
  const id = await aGoalOf({ everyWeeks: 1 })
  await itIs('2026-03-11')
  await remind()
  const slip = anEvaluation(jonas, id, { evaluatedOn: '2026-03-11' })
  await ask(jonas, goals.evaluate, slip)
  expect([await evaluateOn(id), await askedOf(jonas, id)]).toEqual(['2026-03-18', []])
  await ask(jonas, goals.strikeEvaluation, { id: slip.id, version: 1, reason: 'Det var Birthe' })
  expect(await evaluateOn(id)).toBe('2026-03-17')
  await remind()
  expect(await askedOf(jonas, id)).toHaveLength(1)
})

test('approved half past midnight, it is counted from the Danish day when an evaluation is struck out', async () => {
  await itIs('2026-03-12')
  here.world.clock.set('2026-03-12T00:30:00+01:00')
  jonas = await signedIn(here.world, people.jonas.id, 'Jonas')
  mette = await signedIn(here.world, people.mette.id, 'Mette')
  const id = await aGoalOf({ everyWeeks: 1, startsOn: '2026-03-01' })
  const due = await evaluateOn(id)
  await itIs('2026-03-13')
  const slip = anEvaluation(jonas, id, { evaluatedOn: '2026-03-13' })
  await ask(jonas, goals.evaluate, slip)
  await ask(jonas, goals.strikeEvaluation, { id: slip.id, version: 1, reason: 'Det var Birthe' })
  expect([due, await evaluateOn(id)]).toEqual(['2026-03-19', '2026-03-19'])
})

test('a goal put on hold in its last week and resumed is asked about again, once', async () => {
  const id = await aGoalOf({ endsOn: '2026-03-14' })
  await remind()
  expect(await askedOf(jonas, id)).toHaveLength(1)
  await ask(jonas, goals.hold, { id, version: 2, reason: 'Indlagt' })
  expect(await askedOf(jonas, id)).toHaveLength(0)
  await ask(jonas, goals.resume, { id, version: 3 })
  await remind()
  await remind()
  expect(await askedOf(jonas, id)).toHaveLength(1)
})

test('evaluated after its last day it is late no more; with a new period it is due again', async () => {
  const id = await aGoalOf({ endsOn: '2026-03-14' })
  await itIs('2026-03-16')
  await ask(jonas, goals.evaluate, anEvaluation(jonas, id, { evaluatedOn: '2026-03-16' }))
  expect(await evaluateOn(id)).toBeNull()
  await ask(jonas, goals.change, { id, version: 2, ...wordsOf(jonas, { endsOn: '2026-06-14' }) })
  await ask(mette, goals.approve, { id, version: 3 })
  expect(await evaluateOn(id)).toBe('2026-04-27')
})

test('once the status report is sent, nobody is told two weeks later to write it', async () => {
  await ask(jonas, goals.planFollowUp, {
    ...{ id: newId(), citizenId: ulla.id, unitId: solvang.id, dueOn: '2026-04-20' },
  })
  await remind()
  const asked = async () =>
    (await ask(mette, tasks.mine, {})).filter(
      ({ kind, about }) => kind === 'goals.follow-up' && about.citizenId === ulla.id,
    )
  expect(await asked()).toHaveLength(1)
  await wholly()((db) =>
    reported(db, { citizenId: ulla.id, unitId: solvang.id, by: jonas.id, at: here.world.clock.now() }),
  )
  await itIs('2026-03-24')
  await remind()
  expect(await asked()).toEqual([])
})

test('the day that was told last is the one to prepare for: an order’s own gives way, until the order names another', async () => {
  const eva = await aCitizen(here.world, 'Eva Holm', solvang)
  const letter = { ...anOrderLetter(solvang, eva), followUpOn: '2026-04-10' }
  await ask(mette, orders.type, letter)
  const days = async () =>
    (await ask(mette, tasks.mine, {}))
      .filter(({ kind, about }) => kind === 'goals.follow-up' && about.citizenId === eva.id)
      .map(({ about }) => about.dueOn)
  await remind()
  expect(await days()).toEqual(['2026-04-10'])

  await itIs('2026-03-11')
  const told = newId()
  await ask(jonas, goals.planFollowUp, { id: told, citizenId: eva.id, unitId: solvang.id, dueOn: '2026-04-17' })
  await remind()
  expect(await days()).toEqual(['2026-04-17'])
  const plan = () => ask(jonas, goals.ofCitizen, { citizenId: eva.id })
  expect(await plan()).toMatchObject({ ordersGivingWay: [letter.id], followUps: [{ id: told, givesWay: false }] })

  await itIs('2026-03-12')
  const [stands] = await here.world.db.all<{ content: string }>(
    sql`select content::text from orders.revision where tenant_id = kernel.here() and order_id = ${letter.id}`,
  )
  await wholly()(async (db) => {
    const receiving = { db, by: mette.by, at: here.world.clock.now() }
    const change = await offerChange(receiving, letter.id, { ...JSON.parse(stands!.content), followUpOn: '2026-04-20' })
    return change
  })
  const [change] = await ask(mette, orders.waiting, {})
  await ask(mette, orders.decide, { id: change!.id, orderId: letter.id, version: 1, take: true, because: null })
  await remind()
  expect(await days()).toEqual(['2026-04-20'])
  expect(await plan()).toMatchObject({ ordersGivingWay: [], followUps: [{ id: told, givesWay: true }] })
})
