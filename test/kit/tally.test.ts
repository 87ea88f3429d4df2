import { expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { aCitizen } from './citizens.ts'
import { anEmployee, aUnit } from './given.ts'
import { ask, newId, openWorld, refused } from './world.ts'

test('an act without its entry, and an entry without an act, are both noticed and named', async () => {
  const world = await openWorld()
  const unit = await aUnit(world, 'Solvang')
  const jonas = await anEmployee(world, 'Jonas', 'support-worker', unit)
  const jens = await aCitizen(world, 'Jens Brandt', unit)
  await ask(jonas, citizens.card, { citizenId: jens.id })
  await refused(jonas, citizens.card, { citizenId: newId() })
  expect(world.tally.total).toBeGreaterThan(5)
  expect(await world.tally.differences(world)).toEqual([])
  await world.owner.query(`delete from kernel.audit where outcome = 'denied'`)
  await world.owner.query(`insert into kernel.audit (tenant_id, at, actor_id, action, outcome)
    select tenant_id, at, actor_id, action, outcome from kernel.audit where action = 'citizens.card'`)
  expect(await world.tally.differences(world)).toEqual([
    `${jonas.id} citizens.card denied: performed 1, in the trail 0`,
    `${jonas.id} citizens.card done: performed 1, in the trail 2`,
  ])
  await world.close()
})
