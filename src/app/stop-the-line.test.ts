import { beforeAll, describe, expect, test } from 'vitest'
import { golive } from '#features/golive/contract.ts'
import { relay } from '#features/relay/contract.ts'
import { thread } from '#features/thread/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aCase, aGolive, checkOf, placeOf, unitOf } from '#kit/golive.ts'
import { aPlan, aWave } from '#kit/plan.ts'
import { aChain, aContact, passesOn, sends } from '#kit/relay.ts'
import { ask, type Person, signedIn, useWorld } from '#kit/world.ts'

const here = useWorld()
let engen: GivenUnit
let skoven: GivenUnit
let signe: Person
let nina: Person
let staff: Person[]
const [ANNA, BENT, CLARA, DAN, JONAS] = [0, 1, 2, 3, 4] as const

async function at(moment: Instant): Promise<void> {
  here.world.clock.set(moment)
  for (const person of [here.world.administrator, signe, nina, ...staff])
    person.by = (await signedIn(here.world, person.id, person.name)).by
}

beforeAll(async () => {
  const hall = { id: here.world.rootUnitId, name: 'Rådhuset' }
  const plan = await aPlan(here.world)
  signe = plan.signe
  await aGolive(plan, hall)
  engen = await aUnit(here.world, 'Engen')
  skoven = await aUnit(here.world, 'Skoven')
  await aWave(plan, 'B1', '2026-04-13', [engen, skoven])
  nina = await aContact(here.world, 'Nina', engen)
  await aContact(here.world, 'Sofie', skoven)
  staff = []
  for (const name of ['Anna', 'Bent', 'Clara', 'Dan', 'Jonas'])
    staff.push(await anEmployee(here.world, name, 'support-worker', engen))
})

const messages = async () => (await ask(signe, relay.messages, {})).filter(({ title }) => title.includes('Bremsen'))

describe('golive.stopLine, golive.liftStop: whoever stops the line tells the chain', () => {
  const stops = async (title: string) => {
    const { id } = await ask(staff[JONAS]!, golive.report, aCase(engen.id, { severity: 'high', title }))
    const stopId = newId()
    const because = 'Forkert dosis på skærmen'
    await ask(staff[JONAS]!, golive.stopLine, { id, stopId, because })
    return { id, stopId, because }
  }

  test('before a chain is locked the line stops all the same, and the screen says that nobody was told', async () => {
    const { stopId } = await stops('Forkert medicin vises')
    expect((await placeOf(nina)).stops).toMatchObject([{ id: stopId, message: null }])
    await ask(signe, golive.liftStop, { id: stopId, because: 'Rettet' })
  })

  test('Jonas stops it: a critical message stands with Signe under its clock, once, on the thread of the case; her words go down to Engen', async () => {
    await aChain(signe, here.world.rootUnitId)
    const stop = await stops('Dosis vises forkert')
    await ask(staff[JONAS]!, golive.stopLine, { id: stop.id, stopId: newId(), because: stop.because })
    const [message, ...more] = await messages()
    expect(more).toEqual([])
    expect(message).toMatchObject({
      severity: 'critical',
      state: 'with-coordinator',
      title: 'Bremsen er trukket (H-002)',
    })
    expect(message!.releaseDueAt).toBe('2026-03-10T14:00:00+00:00')
    expect((await placeOf(nina)).stops).toMatchObject([{ message: { id: message!.id, number: 1, isOut: false } }])
    const of = await ask(signe, thread.of, { kind: 'relay.message', id: message!.id, direction: 'why' })
    expect(JSON.stringify(of)).toContain('Dosis vises forkert')
    const words = {
      title: 'Stop: se dosis på papir',
      body: 'Brug skemaet i nødpakken.',
      namedReceipts: false,
      purpose: null,
    }
    await ask(signe, relay.release, { id: message!.id, version: message!.version, ...words, unitIds: [engen.id] })
    expect((await placeOf(nina)).stops).toMatchObject([{ message: { isOut: true } }])
    expect(await ask(nina, relay.carried, {})).toMatchObject([{ title: 'Stop: se dosis på papir', unitName: 'Engen' }])
    await ask(signe, golive.liftStop, { id: stop.stopId, because: 'Rettet og prøvet af to' })
    expect((await messages()).map(({ title, state }) => [title, state])).toContainEqual([
      'Bremsen er løftet (H-002)',
      'with-coordinator',
    ])
  })

  test('lifted before anybody was told, nothing is told', async () => {
    const { stopId } = await stops('Falsk alarm')
    const before = (await messages()).length
    await ask(signe, golive.liftStop, { id: stopId, because: 'Det var øvemiljøet' })
    expect(await messages()).toHaveLength(before)
    expect((await messages()).find(({ title }) => title.includes('H-003'))).toMatchObject({
      state: 'closed',
      releasedAt: null,
    })
  })
})

describe('golive.readiness: R12 is read from how many have said that they read it', () => {
  test('four of five are not enough when the time is up; who the fifth is, is told to nobody', async () => {
    expect(await checkOf(nina, engen.id, 'R12')).toBe('not-reached nothing')
    const id = await sends(signe, here.world.rootUnitId, [engen.id, skoven.id], { title: 'Mandag går I i drift' })
    await passesOn(nina, id, engen)
    for (const who of [ANNA, BENT, CLARA, DAN]) await ask(staff[who]!, relay.receipt, { messageId: id })
    // Before the next shift has begun there is still time.
    expect(await checkOf(nina, engen.id, 'R12')).toBe('not-reached nothing')
    await at('2026-03-11T09:00:00+01:00')
    expect(await checkOf(nina, engen.id, 'R12')).toBe('missing measured')
    const { unit } = await unitOf(nina, engen.id)
    expect(JSON.stringify(unit)).not.toMatch(/Jonas|Anna/)
    await ask(staff[JONAS]!, relay.receipt, { messageId: id })
    expect(await checkOf(nina, engen.id, 'R12')).toBe('partly measured')
  })

  test('of a unit of fewer than five nothing is worked out: what somebody saw counts', async () => {
    expect(await checkOf(signe, skoven.id, 'R12')).toBe('not-reached nothing')
  })
})
