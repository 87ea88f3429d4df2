import { expect, test } from 'vitest'
import { isOlderReading } from './rules.ts'

test('Jens disagreed with the first words and agrees with the second: with the leader, the first reading is still told as of an earlier version', () => {
  const [first, second] = [{ reportVersion: 2 }, { reportVersion: 3 }]
  const readings = [second, first]
  for (const [state, version] of [
    ['draft', 3],
    ['submitted', 4],
    ['approved', 5],
    ['sent', 6],
  ] as const)
    expect([first, second].map((one) => isOlderReading({ state, version, readings }, one))).toEqual([true, false])
  expect(isOlderReading({ state: 'draft', version: 4, readings }, second)).toBe(true)
})
