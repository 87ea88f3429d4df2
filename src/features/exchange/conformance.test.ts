import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactDefinitions } from '#app/fhir/compact.ts'
import { errorsBy, example, examplesIn, guides, leftOut, ORDER, theJudge } from '#kit/fhir.ts'
import { faultsOf } from './fhir/check.ts'
import { type Item, isItem, type Resource } from './fhir/json.ts'
import { sentenceOf } from './fhir/sentences.ts'

const official = [
  'kl-ffb-messaging-1.0.0/examples',
  'kl-ffb-reporting-1.0.0/examples',
  'kl-core-1.2.0/examples',
].flatMap(examplesIn)
const broken = examplesIn('derived/broken')

describe.skipIf(!guides)(`held against the official guides${leftOut}`, () => {
  test('all official examples pass and every broken copy is refused, each with reasons a person can read', () => {
    const refusedOfficial = official.filter((file) => faultsOf(example(file)).length > 0)
    const passedBroken = broken.filter((file) => faultsOf(example(file)).length === 0)
    process.stdout.write(
      `  conformance: ${official.length - refusedOfficial.length} of ${official.length} official passed, ${broken.length - passedBroken.length} of ${broken.length} broken copies refused\n`,
    )
    expect(refusedOfficial).toEqual([])
    expect(passedBroken).toEqual([])
    for (const file of broken)
      for (const fault of faultsOf(example(file))) {
        const { da, en } = sentenceOf(fault)
        expect(da).toMatch(/^\p{Lu}.{10,}\.$/u)
        expect(en).toMatch(/^\p{Lu}.{10,}\.$/u)
      }
  })

  test('broken anywhere, an order or report gets the verdict of the independent checker', {
    timeout: 120_000,
  }, async () => {
    const judge = await theJudge()
    const files = [ORDER, ...examplesIn('kl-ffb-reporting-1.0.0/examples')]
    let refused = 0
    const RUNS = 60
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.constantFrom(...ways), (file, at, way) => {
        const copy = example(file)
        const places = placesIn(copy)
        const [holder, key] = places[at % places.length]!
        way(holder, key)
        const theirs = errorsBy(judge, copy)
        if (theirs.length) refused++
        expect(faultsOf(copy).length > 0, `${key}: ${theirs[0] ?? 'they let it pass'}`).toBe(theirs.length > 0)
      }),
      { numRuns: RUNS, seed: 7 },
    )
    process.stdout.write(`  ${RUNS} copies broken at random: the same verdict on all, ${refused} refused\n`)
    expect(refused).toBeGreaterThan(RUNS / 3)
  })

  test('what we hold of the guides is what they say', () => {
    const held = fs.readFileSync(path.join(import.meta.dirname, 'fhir/definitions.gen.json'), 'utf8')
    expect(compactDefinitions(guides!) === held, 'bin/node src/app/cli/fhir-definitions.ts FOLDER').toBe(true)
  })
})

type Way = (holder: Record<string, unknown>, key: string) => void
const ways: Way[] = [
  (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  },
  (holder, key) => {
    if (Array.isArray(holder)) return
    holder[`${key}X`] = holder[key]
    delete holder[key]
  },
  (holder, key) => {
    holder[key] = typeof holder[key] === 'object' ? 'text' : { a: 1 }
  },
  (holder, key) => {
    if (typeof holder[key] === 'string') holder[key] = 'bogus'
  },
  (holder, key) => {
    holder[key] = [holder[key]]
  },
]

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [Record<string, unknown>, string],
    ...placesIn(holder[key]),
  ])
}

test('a resource that claims nothing is held against its kind: a renamed field and a day that does not exist are told', () => {
  const told = (resource: Item) =>
    faultsOf(resource as Resource).map(({ kind, place, about }) => `${kind} ${place} ${about}`.trim())
  const goal = {
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    description: { text: 'x' },
    subject: { reference: 'Patient/1' },
  }
  expect(told(goal)).toEqual([])
  expect(told({ ...goal, startDate: '2026-02-30' })).toEqual(['wrong-form startDate date'])
  expect(told({ ...goal, colour: 'red' })).toEqual(['unknown-name  colour'])
  expect(told({ ...goal, lifecycleStatus: 'somehow' })).toEqual(['code-not-in-list lifecycleStatus goal-status'])
  expect(told({ resourceType: 'Medication' })).toEqual(['unknown-resource'])
  expect(isItem(goal)).toBe(true)
})
