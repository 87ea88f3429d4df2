import { describe, expect, test } from 'vitest'
import { plan } from '#features/plan/contract.ts'
import { clashesOf } from '#features/plan/rules.ts'
import { thread } from '#features/thread/contract.ts'
import { training } from '#features/training/contract.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aPlan, aWave } from '#kit/plan.ts'
import { aCourse, aSession } from '#kit/training.ts'
import { ask, newId, type Person, refused, useWorld } from '#kit/world.ts'

const here = useWorld()

const clashes = async (by: Person) => {
  const [known] = await ask(by, plan.plans, {})
  return clashesOf(known!.engagements).flatMap((clash) => (clash.kind === 'away' ? [] : [clash]))
}
const twice = async (by: Person) =>
  (await ask(by, thread.loose, {})).filter(({ rule }) => rule === 'training.trainer-twice')

describe('sessions are bookings where the plan looks ahead', () => {
  test('plan.plans: Freja is down to teach Engen and Skoven on one morning; it is found a fortnight before, until one is moved', async () => {
    const given = await aPlan(here.world)
    const [engen, skoven] = [await aUnit(here.world, 'Engen'), await aUnit(here.world, 'Skoven')]
    await aWave(given, 'B1', '2026-08-17', [engen, skoven])
    const course = await aCourse(here.world, { code: 'KU-03', sort: 'topic' }, given.signe)
    const first = await aSession(course, [engen], '2026-03-20')
    const second = await aSession(course, [skoven], '2026-03-20', { from: '11:00', to: '14:00' })
    // What is for both is one booking, and in its own way of nobody.
    await aSession(course, [engen, skoven], '2026-03-23')
    const [clash, ...more] = await clashes(given.signe)
    expect(more).toEqual([])
    expect(clash).toMatchObject({
      kind: 'person',
      a: { id: first, who: 'Freja, superbruger', unitName: 'Engen', keptIn: 'training' },
      b: { id: second, unitName: 'Skoven' },
    })
    expect((await twice(given.signe)).map(({ id }) => id).sort()).toEqual([first, second].sort())
    const nina = await anEmployee(here.world, 'Nina', 'unit-contact', engen)
    const [seen] = await ask(nina, plan.plans, {})
    expect(seen!.engagements.map(({ unitName }) => unitName)).toEqual(['Engen', 'Engen, Skoven'])

    const session = (await ask(given.signe, training.sessions, { unitId: null })).find(({ id }) => id === second)!
    const moved = { startsAt: '2026-03-20T12:30:00+01:00', endsAt: '2026-03-20T15:00:00+01:00' }
    const { id, version, place, trainer, trainerId, capacity } = session
    const rest = { place, trainer, trainerId, capacity, unitIds: [skoven.id] }
    await ask(given.signe, training.changeSession, { id, version, ...rest, ...moved })
    expect(await clashes(given.signe)).toEqual([])
    expect(await twice(given.signe)).toEqual([])
  })

  test('training.planSession: the trainer is a person: two of one name are two, one written with her post is one, and she is found beside the plan’s own', async () => {
    const signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Rådhuset' })
    const [mosen, heden] = [await aUnit(here.world, 'Mosen'), await aUnit(here.world, 'Heden')]
    const hanne = await anEmployee(here.world, 'Hanne Holm', 'super-user', mosen)
    const other = await anEmployee(here.world, 'Hanne Holm', 'super-user', heden)
    const course = await aCourse(here.world, { sort: 'topic', code: 'KU-06' }, signe)
    const first = await aSession(course, [mosen], '2026-03-19', { trainerId: hanne.id, trainer: 'Hanne fra nabohuset' })
    const namesake = await aSession(course, [heden], '2026-03-19', { trainerId: other.id })
    const known = await ask(signe, training.sessions, { unitId: mosen.id })
    expect(known[0]).toMatchObject({ id: first, trainer: 'Hanne Holm', trainerId: hanne.id })
    expect(await clashes(signe)).toEqual([])
    expect(await twice(signe)).toEqual([])

    const planId = (await ask(signe, plan.plans, {}))[0]!.id
    const meeting = { id: newId(), planId, unitId: heden.id, title: 'Opfølgning', employeeId: hanne.id, who: '' }
    const at = { fromAt: '2026-03-19T10:00:00+01:00', untilAt: '2026-03-19T11:00:00+01:00', room: null }
    await ask(signe, plan.keepEngagement, { ...meeting, ...at, isCancelled: false })
    expect(await clashes(signe)).toMatchObject([
      { kind: 'person', a: { id: first, employeeId: hanne.id }, b: { id: meeting.id } },
    ])
    await ask(signe, plan.keepEngagement, { ...meeting, ...at, isCancelled: true })

    const [session] = await ask(signe, training.sessions, { unitId: heden.id })
    const { version, startsAt, endsAt, place, capacity } = session!
    const hers = { id: namesake, version, startsAt, endsAt, place, capacity, unitIds: [heden.id], trainer: '' }
    const nobody = await refused(signe, training.changeSession, { ...hers, trainerId: newId() })
    expect(nobody.kind).toBe('not-found')
    await ask(signe, training.changeSession, { ...hers, trainerId: hanne.id })
    expect((await twice(signe)).map(({ id }) => id).sort()).toEqual([first, namesake].sort())
    expect(await clashes(signe)).toMatchObject([{ kind: 'person', a: { employeeId: hanne.id } }])
    // The vendor's consultant has no account: a name is all there is, and it is enough.
    const written = { ...hers, version: version + 1, trainerId: null, trainer: 'Mikkel, Tingløv IT' }
    await ask(signe, training.changeSession, written)
    const again = { trainer: 'Mikkel, tingløv IT ', from: '10:00' }
    const third = await aSession(course, [mosen], '2026-03-19', again)
    expect((await twice(signe)).map(({ id }) => id)).toContain(namesake)
    expect((await clashes(signe)).flatMap(({ a, b }) => [a.id, b.id])).toEqual(
      expect.arrayContaining([namesake, third]),
    )
    await ask(signe, training.cancelSession, { id: third, version: 1, because: 'Mikkel er optaget' })
    expect(await clashes(signe)).toEqual([])
  })

  test('a part is no person: two units that each have »superbruger« as trainer do not collide; a cancelled session takes nobody', async () => {
    const signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Rådhuset' })
    const units = [await aUnit(here.world, 'Bakken'), await aUnit(here.world, 'Lærken')]
    const course = await aCourse(here.world, { sort: 'topic' }, signe)
    for (const unit of units) {
      const id = await aSession(course, [unit], '2026-03-18')
      const session = (await ask(signe, training.sessions, { unitId: unit.id }))[0]!
      const { startsAt, endsAt, place, capacity } = session
      const part = { startsAt, endsAt, place, capacity, unitIds: [unit.id], trainer: 'superbruger', trainerId: null }
      await ask(signe, training.changeSession, { id, version: 1, ...part })
    }
    expect(await clashes(signe)).toEqual([])
    const [known] = await ask(signe, training.sessions, { unitId: units[0]!.id })
    await ask(signe, training.cancelSession, { id: known!.id, version: 2, because: 'Sygdom' })
    const [seen] = await ask(signe, plan.plans, {})
    expect(seen!.engagements.map(({ id }) => id)).not.toContain(known!.id)
  })
})
