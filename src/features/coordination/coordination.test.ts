import { expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee } from '#kit/given.ts'
import { ask, type Person, refused, useWorld } from '#kit/world.ts'
import { coordination } from './contract.ts'

const here = useWorld()
const hall = () => ({ id: here.world.rootUnitId, name: 'Prøveby' })
const someone = (name: string, role: 'coordinator' | 'steering' | 'support-worker') =>
  anEmployee(here.world, name, role, hall())

async function aPurpose(by: Person, name: string, hours: number) {
  const input = { id: newId(), placeId: here.world.rootUnitId, name, budgetMinutes: hours * 60 }
  await ask(by, coordination.addPurpose, input)
  return input
}
const works = (by: Person, purposeId: string, workedOn: string, minutes: number) => {
  const id = newId()
  return ask(by, coordination.logWork, { id, purposeId, workedOn, minutes, note: 'høring' }).then(() => id)
}

test('coordination.addPurpose, coordination.logWork, coordination.hours: hours add up against what was set aside; the steering group sees sums', async () => {
  const [signe, karen] = [await someone('Signe', 'coordinator'), await someone('Karen', 'steering')]
  const { id } = await aPurpose(signe, 'Krav og udbud', 330)
  await works(signe, id, '2026-03-09', 450)
  await works(signe, id, '2026-01-31', 92 * 60)
  const told = (await ask(karen, coordination.hours, {})).find((one) => one.id === id)
  expect(told).toMatchObject({ budgetMinutes: 19_800, usedMinutes: 5970, latelyMinutes: 450, permitted: [] })
  expect((await ask(signe, coordination.hours, {})).find((one) => one.id === id)?.permitted).toEqual(['keep'])
  expect((await refused(karen, coordination.myWork, {})).kind).toBe('not-found')
  expect(
    (
      await refused(karen, coordination.logWork, {
        id: newId(),
        purposeId: id,
        workedOn: '2026-03-09',
        minutes: 60,
        note: '',
      })
    ).kind,
  ).toBe('not-found')
})

test('coordination.changeWork, coordination.myWork: only one’s own is changed, none of days to come, and what was a mistake is taken out', async () => {
  const [signe, bo] = [await someone('Signe', 'coordinator'), await someone('Bo', 'coordinator')]
  const { id: purposeId } = await aPurpose(signe, 'Afklaring', 260)
  const id = await works(signe, purposeId, '2026-03-10', 120)
  const changed = { id, version: 1, workedOn: '2026-03-10', minutes: 90, note: '' }
  expect((await refused(bo, coordination.changeWork, changed)).kind).toBe('not-found')
  await ask(signe, coordination.changeWork, changed)
  expect((await ask(signe, coordination.myWork, {})).map(({ minutes }) => minutes)).toEqual([90])
  expect((await refused(signe, coordination.changeWork, { ...changed, version: 1 })).kind).toBe('stale')
  expect((await refused(signe, coordination.changeWork, { ...changed, version: 2, workedOn: '2026-03-11' })).code).toBe(
    'coordination.not-yet',
  )
  await ask(signe, coordination.changeWork, { ...changed, version: 2, minutes: 0 })
  expect(await ask(signe, coordination.myWork, {})).toEqual([])
})

test('coordination.changePurpose, coordination.places: a name is used once; others have no desk here', async () => {
  const [signe, nina] = [await someone('Signe', 'coordinator'), await someone('Nina', 'support-worker')]
  const first = await aPurpose(signe, 'Kurser', 120)
  const { id } = await aPurpose(signe, 'Ledelse', 130)
  const again = { id, version: 1, name: 'Kurser', budgetMinutes: 0 }
  expect((await refused(signe, coordination.changePurpose, again)).code).toBe('coordination.purpose-taken')
  await ask(signe, coordination.changePurpose, { ...again, name: 'Ledelse og viden' })
  const named = (await ask(signe, coordination.hours, {})).filter((one) => [first.id, id].includes(one.id))
  expect(named.map(({ name }) => name)).toEqual(['Kurser', 'Ledelse og viden'])
  expect((await ask(signe, coordination.places, {})).length).toBeGreaterThan(0)
  expect(await ask(nina, coordination.places, {})).toEqual([])
  expect((await refused(nina, coordination.hours, {})).kind).toBe('not-found')
})
