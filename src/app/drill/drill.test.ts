import { expect, test } from 'vitest'
import { type Drill, type Verdict, verdict } from './drill.ts'
import { table } from './report.ts'
import { runAll } from './run-drills.ts'
import { unlike } from './table-hashes.ts'

const fine = verdict({ lost: 0 }, { kills: 2 })
const bad = verdict({ lost: 3, doubled: 0 })
const drill = (name: string, run: () => Promise<{ drill: Verdict; control: Verdict }>): Drill => ({
  name,
  what: 'something goes wrong',
  control: 'where it cannot hold',
  run,
})
const scale = { loops: 1, short: true }

test('a verdict tells what was met and what was not', () => {
  expect(fine).toEqual({ held: true, said: 'kills: 2; none lost' })
  expect(bad).toEqual({ held: false, said: 'lost: 3; none doubled' })
})

test('a drill holds only with a control that does not', async () => {
  const rows = await runAll(
    [
      drill('good', async () => ({ drill: fine, control: bad })),
      drill('blind', async () => ({ drill: fine, control: fine })),
      drill('lossy', async () => ({ drill: bad, control: bad })),
      drill('stuck', async () => Promise.reject(new Error('no database'))),
    ],
    scale,
    () => undefined,
  )
  expect(rows.map(({ name, result }) => [name, result])).toEqual([
    ['good', 'held'],
    ['blind', 'BROKEN'],
    ['lossy', 'FAILED'],
    ['stuck', 'FAILED'],
  ])
  expect(table(rows).split('\n')).toHaveLength(6)
})

test('tables that differ, or that only one side has, are named', () => {
  const hashes = (all: Record<string, string>) =>
    new Map(Object.entries(all).map(([name, hash]) => [name, { rows: 1, hash }]))
  expect(unlike(hashes({ note: 'a', audit: 'b' }), hashes({ note: 'a', audit: 'c', session: 'd' }))).toEqual([
    'audit',
    'session',
  ])
})
