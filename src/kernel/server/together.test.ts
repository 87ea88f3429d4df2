import { expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import type { AnyEndpoint } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aNote } from '#kit/notes.ts'
import { groundOf, type Person, trailOf, useWorld } from '#kit/world.ts'
import { together } from './run.ts'
import { sql } from './sql.ts'

const here = useWorld()
const asked = (by: Person, contract: AnyEndpoint, input: unknown) => ({
  useCase: useCases.find((useCase) => useCase.contract.name === contract.name)!,
  input,
  by: by.by,
  key: newId(),
})
const unit = (name: string, parentId = here.world.rootUnitId) => ({
  id: newId(),
  parentId,
  name,
  kind: 'offer',
  offerType: null,
  legalGrounds: [],
  roundTheClock: true,
  noteKinds: ['diary', 'unit'],
  shiftStarts: ['07:00'],
})
const unitsNamed = async (like: string) =>
  (await here.world.db.all(sql`select from org.unit where tenant_id = kernel.here() and name like ${like}`)).length
const entries = async (outcome: string) =>
  (await trailOf(here.world, 'org.createUnit')).filter((entry) => entry.outcome === outcome).length

test('what is done together sees what came before it, and each leaves its own entry', async () => {
  const { administrator } = here.world
  const [above, before] = [unit('Sammen 1'), await entries('done')]
  await together(groundOf(here.world), async (act) => {
    await act(asked(administrator, org.createUnit, above))
    await act(asked(administrator, org.createUnit, unit('Sammen 2', above.id)))
  })
  expect([await unitsNamed('Sammen %'), (await entries('done')) - before]).toEqual([2, 2])
})

test('one that is turned away takes the others back; only the attempt is recorded', async () => {
  const { administrator } = here.world
  const before = await entries('done')
  const going = together(groundOf(here.world), async (act) => {
    await act(asked(administrator, org.createUnit, unit('Halvt 1')))
    await act(asked(administrator, org.createUnit, unit('Halvt 2', newId())))
  })
  await expect(going).rejects.toMatchObject({ code: 'kernel.not-found' })
  expect([await unitsNamed('Halvt %'), (await entries('done')) - before, await entries('denied')]).toEqual([0, 0, 1])
})

test('a change in one statement stands or falls with the rest, and nobody is told of what was taken back', async () => {
  const solvang = await aUnit(here.world, 'Solvang')
  const mette = await anEmployee(here.world, 'Mette', 'support-worker', solvang)
  const [told, note] = [here.world.told.length, aNote(here.world, solvang, null, 'Kaffe til alle')]
  const going = together(groundOf(here.world), async (act) => {
    await act(asked(mette, journal.write, note))
    await act(asked(mette, journal.write, { ...note, text: 'Samme id' }))
  })
  await expect(going).rejects.toBeInstanceOf(Problem)
  expect(here.world.told.length).toBe(told)
  await together(groundOf(here.world), (act) => act(asked(mette, journal.write, note)))
  const kept = await here.world.db.all(
    sql`select text from journal.note where tenant_id = kernel.here() and id = ${note.id}`,
  )
  expect(kept).toEqual([{ text: 'Kaffe til alle' }])
})

test('an error of the caller takes everything back and is not written as anybody’s refusal', async () => {
  const trail = await trailOf(here.world, 'org.createUnit')
  const going = together(groundOf(here.world), async (act) => {
    await act(asked(here.world.administrator, org.createUnit, unit('Fortrudt')))
    throw new Error('nej')
  })
  await expect(going).rejects.toThrow('nej')
  expect([await unitsNamed('Fortrudt'), (await trailOf(here.world, 'org.createUnit')).length]).toEqual([
    0,
    trail.length,
  ])
})
