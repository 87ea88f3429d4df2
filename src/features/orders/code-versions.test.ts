import { expect, test } from 'vitest'
import { terminology } from '#features/terminology/contract.ts'
import { bookOf, codesOf, codeVersion, ffbSystem } from '#features/terminology/rules.ts'
import { aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { anOrderLetter } from '#kit/orders.ts'
import { ask, type Person, refused, signedIn, useWorld } from '#kit/world.ts'
import { orders } from './contract.ts'

const here = useWorld()
const eating = codesOf('activity').find(({ name }) => name === 'Spise')!
const NEW_NAME = 'Spise og drikke'

test('what is written from the new version’s day on uses its codes and names; what was written before keeps its own', async () => {
  const { world } = here
  const unit = await aUnit(world, 'Solvang')
  const jens = await aCitizen(world, 'Jens', unit)
  const mette = await anEmployee(world, 'Mette', 'unit-leader', unit)
  await ask(world.administrator, terminology.load, {
    ...{ system: ffbSystem, version: '20260401', title: 'FFB', validFrom: '2026-04-01' },
    concepts: [
      { code: 'egenomsorg', parentCode: null, name: 'Egenomsorg' },
      { code: eating.code, parentCode: 'egenomsorg', name: NEW_NAME },
      { code: 'ny', parentCode: 'egenomsorg', name: 'Sove til middag' },
    ],
  })
  const types = async (by: Person, themeCode: string) => {
    const letter = anOrderLetter(unit, jens, [{ text: 'Et mål', themeCode, levelStart: 3, levelWanted: 2 }])
    await ask(by, orders.type, letter)
    return letter.id
  }
  const writtenBy = async (id: string) => (await ask(mette, orders.order, { orderId: id })).codeVersion
  const bookOfVersion = async (version: string | null) => bookOf(await ask(mette, terminology.book, { version }))

  const before = await types(mette, eating.code)
  expect((await refused(mette, orders.type, anOrderLetter(unit, jens, [{ text: 'Et', themeCode: 'ny' }]))).code).toBe(
    'orders.unknown-code',
  )
  expect([await writtenBy(before), (await bookOfVersion(null)).nameOf(eating.code)]).toEqual([codeVersion, 'Spise'])

  world.clock.set('2026-04-01T00:30:00+02:00')
  const later = await signedIn(world, mette.id, 'Mette')
  const after = await types(later, 'ny')
  const book = bookOf(await ask(later, terminology.book, { version: null }))
  expect(book.version).toBe('20260401')
  expect(book.codesOf('activity').map(({ name, under }) => [name, under])).toEqual([
    ['Sove til middag', 'Egenomsorg'],
    [NEW_NAME, 'Egenomsorg'],
  ])
  expect([book.levelCarriedBy('ny'), book.codesOf('offer-type').length > 2]).toEqual([true, true])
  const [old, fresh] = [
    await ask(later, orders.order, { orderId: before }),
    await ask(later, orders.order, { orderId: after }),
  ]
  expect([old.codeVersion, fresh.codeVersion]).toEqual([codeVersion, '20260401'])
  const named = bookOf(await ask(later, terminology.book, { version: old.codeVersion }))
  expect([named.nameOf(eating.code), book.nameOf(eating.code)]).toEqual(['Spise', NEW_NAME])
})
