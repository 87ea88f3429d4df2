import { expect, test } from 'vitest'
import { firstLoads } from './first-load.ts'

/** What a first visit may fetch, gzipped: a phone on a slow line has it within two seconds. */
const MOST_BYTES = 250_000

test('whichever page comes first, door and front page among them, it fetches at most 250 kB of script', () => {
  const weights = firstLoads()
  if (process.env.RT_SHOW_SCRIPT) console.table(weights)
  expect(weights.map(({ page }) => page)).toEqual(expect.arrayContaining(['Door', 'MyShiftPage', 'HandoverPage']))
  expect(weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([])
})
