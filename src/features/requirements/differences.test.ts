import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Content, type ContentLine, canonical } from './content.ts'
import { applyDifferences, differencesBetween, isNothing } from './differences.ts'

const ids = Array.from({ length: 6 }, (_, at) => `0190f000-0000-7000-8000-00000000000${at}`)

const line = fc.record<ContentLine>({
  id: fc.constantFrom(...ids),
  no: fc.constantFrom('1', '2', '2a', 'p1'),
  kind: fc.constantFrom('step', 'variant', 'problem'),
  text: fc.constantFrom('Se hvad der er sket', 'Kvittér', 'ingen ved det', ''),
})

const content = fc.record<Content>({
  id: fc.constantFrom(...ids),
  number: fc.constant(1),
  code: fc.constantFrom('C1.1', 'C1.2'),
  section: fc.constantFrom('C', 'D'),
  area: fc.constantFrom('C1 Døgnets gang', 'D Data'),
  title: fc.string({ maxLength: 6 }),
  startsWhen: fc.constantFrom('', 'En vagt begynder'),
  endsWhen: fc.constant(''),
  frequency: fc.constant('dagligt'),
  users: fc.constant('alle'),
  difficult: fc.constant(''),
  example: fc.constantFrom('', 'Ét vagtbillede'),
  level: fc.constantFrom('minimum', 'evaluated', 'option'),
  weight: fc.integer({ min: 1, max: 3 }),
  offerGroups: fc.subarray(['residential', 'day', 'acute'] as const),
  verification: fc.constantFrom('demo', null),
  lines: fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 4 }),
})
const version = fc.uniqueArray(content, { selector: ({ id }) => id, maxLength: 5 })
const byId = (contents: readonly Content[]) => new Map(contents.map((one) => [one.id, one]))

describe('a correction sheet', () => {
  test('makes the new version out of the old one, whatever was changed, added, removed or moved', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        // A requirement keeps its number for ever.
        const numbered = after.map((one) => ({ ...one, number: byId(before).get(one.id)?.number ?? one.number }))
        expect(applyDifferences(before, differencesBetween(before, numbered))).toEqual(numbered)
      }),
      { numRuns: 500 },
    )
  })

  test('says nothing where nothing is different, and something where anything is', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        expect(isNothing(differencesBetween(before, before))).toBe(true)
        expect(isNothing(differencesBetween(before, after))).toBe(canonical(before) === canonical(after))
      }),
    )
  })

  test('names exactly the row that was changed, with the words before and after', () => {
    const rows = [
      { id: ids[0]!, no: '1', kind: 'step' as const, text: 'Skjul adressen' },
      { id: ids[1]!, no: '2', kind: 'step' as const, text: 'Se hvem der har set den' },
    ]
    const [base] = fc.sample(content, { numRuns: 1, seed: 7 })
    const before = [{ ...base!, id: ids[2]!, lines: rows }]
    const after = [{ ...before[0]!, lines: [rows[0]!, { ...rows[1]!, text: 'Prøv det med en fremmed' }] }]
    expect(differencesBetween(before, after)).toEqual({
      requirements: [
        {
          kind: 'changed',
          id: ids[2],
          number: 1,
          title: base!.title,
          fields: [],
          lines: [{ kind: 'changed', before: rows[1], after: { ...rows[1], text: 'Prøv det med en fremmed' } }],
        },
      ],
    })
  })
})

test('the canonical form does not know in which order fields came', () => {
  expect(canonical({ b: 1, a: [{ d: null, c: 'ø' }] })).toBe('{"a":[{"c":"ø","d":null}],"b":1}')
  fc.assert(
    fc.property(content, (one) => {
      const shuffled = Object.fromEntries(Object.entries(one).reverse())
      expect(canonical(shuffled)).toBe(canonical(one))
      expect(JSON.parse(canonical(one))).toEqual(one)
    }),
  )
})
