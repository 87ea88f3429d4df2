import { expect, test } from 'vitest'
import { aCitizen, aUnit } from '#kit/given.ts'
import { useWorld } from '#kit/world.ts'

const here = useWorld()
test('a citizen', async () => {
  const solvang = await aUnit(here.world, 'Solvang')
  expect(await aCitizen(here.world, 'Jens Bang', solvang)).toMatchObject({ name: 'Jens Bang' })
})
