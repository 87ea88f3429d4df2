import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, refused, trailOf, useWorld } from '#kit/world.ts'
import { org } from './contract.ts'

const here = useWorld()

describe('units and roles', () => {
  test('a leader sees her own unit with her role, and the municipality above it without one', async () => {
    const solvang = await aUnit(here.world, 'Solvang')
    await aUnit(here.world, 'Bakkely')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
    const units = await ask(mette, org.myUnits, {})
    expect(units.map(({ name, roles }) => [name, roles])).toEqual([
      ['Prøveby Kommune', []],
      ['Solvang', ['unit-leader']],
    ])
  })

  test('a support worker may not create a unit; the attempt stands in the trail', async () => {
    const solvang = await aUnit(here.world, 'Solvang Nord')
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
    const problem = await refused(jonas, org.createUnit, {
      id: newId(),
      parentId: solvang.id,
      name: 'Hemmelig',
      kind: 'offer',
      offerType: null,
      legalGrounds: [],
      roundTheClock: false,
      noteKinds: ['unit'],
      shiftStarts: ['07:00'],
    })
    expect(problem.code).toBe('kernel.not-found')
    expect((await trailOf(here.world, 'org.createUnit')).filter(({ outcome }) => outcome === 'denied')).toHaveLength(1)
  })

  test('the same key twice gives the first answer; with another body it is refused', async () => {
    const unit = {
      id: newId(),
      parentId: here.world.rootUnitId,
      name: 'Engen',
      kind: 'offer',
      offerType: null,
      legalGrounds: [],
      roundTheClock: true,
      noteKinds: ['diary'],
      shiftStarts: ['07:00'],
    } as const
    const first = await ask(here.world.administrator, org.createUnit, unit as never, 'nøgle-1')
    expect(await ask(here.world.administrator, org.createUnit, unit as never, 'nøgle-1')).toEqual(first)
    expect((await refused(here.world.administrator, org.createUnit, { ...unit, name: 'Marken' }, 'nøgle-1')).kind).toBe(
      'key-reused',
    )
  })

  test('an edit made from an old version is refused with what stands now', async () => {
    const unit = await aUnit(here.world, 'Lunden')
    const edit = {
      id: unit.id,
      version: 1,
      name: 'Lunden Syd',
      kind: 'offer' as const,
      offerType: null,
      legalGrounds: [],
      roundTheClock: true,
      noteKinds: ['diary' as const],
      shiftStarts: ['07:00'],
    }
    await ask(here.world.administrator, org.changeUnit, edit)
    const problem = await refused(here.world.administrator, org.changeUnit, { ...edit, name: 'Lunden Øst' })
    expect(problem.kind).toBe('stale')
    expect(problem.current).toMatchObject({ name: 'Lunden Syd', version: 2 })
  })
})
