import { expect, test } from 'vitest'
import { keptApart, keptAs } from '#app/life-of-data.ts'
import { retentionClasses, retentionOn, retentionRules } from '#features/privacy/retention.ts'
import { useWorld } from '#kit/world.ts'
import { storeys } from '#storeys'
import { tablesAboutCitizens } from './about-citizens.ts'

const here = useWorld()
const featureOf = (table: string) => table.split('.')[0]!

test('everything that is held about a citizen has its class of retention', async () => {
  const tables = await tablesAboutCitizens(here.world)
  expect(tables.length).toBeGreaterThan(12)
  expect(
    tables.filter((table) => !keptApart[table] && !keptAs[featureOf(table)]),
    'say in app/life-of-data.ts how long it is kept',
  ).toEqual([])
  const features = new Set<string>(['kernel', ...storeys.map(({ feature }) => feature)])
  expect(Object.keys(keptAs).filter((feature) => !features.has(feature))).toEqual([])
  expect(Object.keys(keptApart).filter((table) => !tables.includes(table))).toEqual([])
})

test('each class has one rule on any day, with its source; without a known period it says what is in doubt', () => {
  for (const day of ['2018-05-25', '2026-11-26', '2040-01-01'])
    for (const kind of retentionClasses) {
      const rule = retentionOn(kind, day)
      expect([kind, rule?.class]).toEqual([kind, kind])
      expect(rule!.source.da.length).toBeGreaterThan(20)
      expect([kind, rule!.days !== null || rule!.doubt !== null]).toEqual([kind, true])
    }
  expect(retentionRules).toHaveLength(retentionClasses.length)
})
