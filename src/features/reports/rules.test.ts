import { expect, test } from 'vitest'
import { isOlderReading, isReadByCitizen } from './rules.ts'

test('Jens disagreed with the first words and agrees with the second: with the leader, the first reading is still told as of an earlier version', () => {
  const [first, second] = [{ reportVersion: 2 }, { reportVersion: 3 }]
  expect([first, second].map((one) => isOlderReading({ wordedVersion: 3 }, one))).toEqual([true, false])
  expect(isOlderReading({ wordedVersion: 4 }, second)).toBe(true)
})

test('what only went to the leader and back has been read; what was changed has not', () => {
  const readings = [{ reportVersion: 3 }]
  expect(isReadByCitizen({ wordedVersion: 2, readings })).toBe(true)
  expect(isReadByCitizen({ wordedVersion: 4, readings })).toBe(false)
})
