import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, Form, Given } from './contract.ts'
import { shippedForms } from './forms/shipped.ts'
import { bandOf, scoreOf, settled, shownFields, whyNotAnswer, whyNotForm } from './rules.ts'

/** Yes-no fields, each hanging on an earlier one or on nothing, and their sum. */
const form = fc
  .array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((raw): Form => {
    const fields = raw.map(
      ([on, hangs, value], at): Field => ({
        key: `f${at}`,
        kind: 'yes-no',
        label: `f${at}`,
        required: true,
        ...(hangs && at > 0 && { showIf: { field: `f${on % at}`, op: 'is', value } }),
      }),
    )
    const of = fields.map(({ key }) => key)
    return {
      key: 'proeve',
      version: 1,
      title: 'Prøve',
      purpose: '',
      isHealth: false,
      fields: [...fields, { key: 'sum', kind: 'sum', label: 'sum', of }],
      score: 'sum',
      bands: [
        { key: 'lav', from: 0, to: 3, title: 'lav', tone: 'ok', action: '' },
        { key: 'hoej', from: 4, to: 12, title: 'høj', tone: 'attention', action: 'Sig det' },
      ],
    }
  })
const given: fc.Arbitrary<Given> = fc.dictionary(
  fc.integer({ min: 0, max: 11 }).map((at) => `f${at}`),
  fc.boolean(),
)

test('what is hidden is neither kept nor counted, and hides what hangs on it', () => {
  fc.assert(
    fc.property(form, given, (one, answers) => {
      const shown = new Set(shownFields(one, answers).map(({ key }) => key))
      const kept = settled(one, answers)
      expect(Object.keys(kept).every((key) => shown.has(key))).toBe(true)
      for (const { key, showIf } of one.fields)
        if (showIf && !shown.has(showIf.field)) expect(shown.has(key)).toBe(false)
      const yes = [...shown].filter((key) => answers[key] === true).length
      expect(kept.sum).toBe(yes)
    }),
  )
})

test('changing the answer of a hidden field changes nothing', () => {
  fc.assert(
    fc.property(form, given, (one, answers) => {
      const hidden = one.fields.filter(({ key }) => !shownFields(one, answers).some((field) => field.key === key))
      const other = { ...answers, ...Object.fromEntries(hidden.map(({ key }) => [key, !answers[key]])) }
      expect(settled(one, other)).toEqual(settled(one, answers))
      expect(scoreOf(one, other)).toBe(scoreOf(one, answers))
    }),
  )
})

test('settling twice is settling once', () => {
  fc.assert(
    fc.property(form, given, (one, answers) => {
      expect(settled(one, settled(one, answers))).toEqual(settled(one, answers))
    }),
  )
})

test('a score within the bands falls in exactly one; none falls in none', () => {
  for (const { bands, key } of shippedForms.filter((one) => one.bands.length > 0)) {
    const [low, high] = [bands[0]!.from, bands.at(-1)!.to]
    fc.assert(
      fc.property(fc.integer({ min: low - 3, max: high + 3 }), (score) => {
        const fitting = bands.filter(({ from, to }) => score >= from && score <= to)
        expect([key, fitting.length]).toEqual([key, score >= low && score <= high ? 1 : 0])
        expect(bandOf({ bands }, score)).toBe(fitting[0])
      }),
    )
    expect(bandOf({ bands }, null)).toBeUndefined()
  }
})

test('the forms that come with the product are forms; nine of them, each key once', () => {
  for (const one of shippedForms) expect([one.key, whyNotForm(one)]).toEqual([one.key, undefined])
  expect(new Set(shippedForms.map(({ key }) => key)).size).toBe(9)
})

test('required is asked at the signature, not before; and only of what is shown', () => {
  const pain = shippedForms.find(({ key }) => key === 'smerte')!
  expect(whyNotAnswer(pain, {}, false)).toBeUndefined()
  expect(whyNotAnswer(pain, {}, true)?.field).toBe('given.kan-sige')
  expect(whyNotAnswer(pain, { 'kan-sige': true }, true)?.field).toBe('given.tal')
  expect(whyNotAnswer(pain, { 'kan-sige': false, ser: 'Krymper sig' }, true)).toBeUndefined()
  expect(whyNotAnswer(pain, { 'kan-sige': true, tal: 11 }, false)?.code).toBe('assessments.out-of-range')
  expect(scoreOf(pain, { 'kan-sige': true, tal: 7 })).toBe(7)
  expect(bandOf(pain, 7)?.key).toBe('staerk')
})

test.each([
  [
    'two fields of one name',
    (one: Form) => ({ ...one, fields: [one.fields[0]!, one.fields[0]!] }),
    'assessments.field-twice',
  ],
  [
    'a condition on what comes later',
    (one: Form) => ({
      ...one,
      fields: [{ ...one.fields[0]!, showIf: { field: 'senere', op: 'is' as const, value: true } }],
    }),
    'assessments.condition-ahead',
  ],
  ['a score that is no field', (one: Form) => ({ ...one, score: 'ukendt' }), 'assessments.score-unknown'],
  [
    'bands with a hole',
    (one: Form) => ({
      ...one,
      bands: [
        { ...one.bands[0]!, to: 0 },
        { ...one.bands[1]!, from: 2 },
      ],
    }),
    'assessments.bands-with-gaps',
  ],
])('%s is no form', (_, change, code) => {
  const violence = shippedForms.find(({ key }) => key === 'voldsrisiko')!
  expect(whyNotForm(change(violence) as Form)?.code).toBe(code)
})

test('a sum is worked out here: what a caller says it is neither counts nor opens anything', () => {
  const violence = shippedForms.find(({ key }) => key === 'voldsrisiko')!
  const claimed = { sum: 5, gjort: 'Noget' }
  expect(scoreOf(violence, claimed)).toBeNull()
  expect(settled(violence, claimed)).toEqual({ sum: 0 })
  expect(settled(violence, { truer: true, gjort: 'Gik en tur' })).toEqual({ truer: true, sum: 1, gjort: 'Gik en tur' })
})
