import { describe, expect, test } from 'vitest'
import type { Form, Sketch } from './contract.ts'
import { shippedForm, shippedForms } from './forms/shipped.ts'
import { scoreOf, whyNotForm, whyNotsAnswer } from './rules.ts'
import { firstCondition, formOf, keyFor, moveField, putField, removeField, sketchOf, tidied } from './sketching.ts'
import { scoreLineOf } from './web/score-line.ts'

const sketch: Sketch = {
  key: 'ro',
  title: 'Ro',
  purpose: '',
  isHealth: false,
  fields: [
    { key: 'uro', kind: 'yes-no', label: 'Uro?' },
    {
      key: 'styrke',
      kind: 'scale',
      label: 'Hvor meget?',
      min: 0,
      max: 4,
      showIf: { field: 'uro', op: 'is', value: true },
    },
    { key: 'sum', kind: 'sum', label: 'I alt', of: ['uro', 'styrke'] },
  ],
  score: 'sum',
  bands: [],
}

describe('a form being made', () => {
  test('gets a key from its words that machines can hold, and never one that is taken', () => {
    expect(keyFor('Ro om aftenen', [])).toBe('ro-om-aftenen')
    expect(keyFor('Ærlig snak på gården', [])).toBe('aerlig-snak-paa-gaarden')
    expect(keyFor('Ro', ['ro', 'ro-2'])).toBe('ro-3')
    expect(keyFor('1. uge', [])).toBe('felt-1-uge')
    expect(keyFor('', [])).toMatch(/^[a-z][a-z0-9-]{1,40}$/)
    expect(keyFor('x'.repeat(200), [])).toMatch(/^[a-z][a-z0-9-]{1,40}$/)
  })

  test('loses nothing else when a field goes: what hung on it is always shown, what added it up adds up the rest', () => {
    const left = removeField(sketch, 'uro')
    expect(left.fields).toEqual([
      { key: 'styrke', kind: 'scale', label: 'Hvor meget?', min: 0, max: 4 },
      { key: 'sum', kind: 'sum', label: 'I alt', of: ['styrke'] },
    ])
    expect(removeField(sketch, 'sum').score).toBeUndefined()
    expect(whyNotForm(formOf(left, 2))).toBeUndefined()
  })

  test('is refused when a field has been moved above the one it hangs on', () => {
    expect(whyNotForm(formOf(sketch, 1))).toBeUndefined()
    expect(whyNotForm(formOf(moveField(sketch, 1, 0), 1))).toMatchObject({ code: 'assessments.condition-ahead' })
  })

  test('keeps a field’s place and key when its words change, and drops what was another kind’s', () => {
    const changed = putField(sketch, tidied({ ...sketch.fields[1]!, kind: 'text', label: 'Hvordan?' }))
    expect(changed.fields[1]).toEqual({
      key: 'styrke',
      kind: 'text',
      label: 'Hvordan?',
      showIf: { field: 'uro', op: 'is', value: true },
    })
    expect(firstCondition({ key: 'styrke', kind: 'scale' })).toEqual({ field: 'styrke', op: 'at-least', value: 1 })
  })

  test('can begin from any that came with the product', () => {
    for (const form of shippedForms)
      expect(whyNotForm(formOf(sketchOf(form, { key: 'eget', title: 'Eget' }), 1)), form.key).toBeUndefined()
  })
})

test('everything that stands in the way of signing is said at once, in the order of the fields', () => {
  const coping = shippedForm('mestring', 1)!
  expect(whyNotsAnswer(coping, {}, true).map(({ field }) => field)).toEqual(['given.tegn', 'given.underskrift'])
  expect(whyNotsAnswer(coping, {}, false)).toEqual([])
  const pain = shippedForm('smerte', 1)!
  expect(whyNotsAnswer(pain, { 'kan-sige': true, tal: 'otte' }, false)).toMatchObject([
    { code: 'assessments.no-number', field: 'given.tal' },
  ])
  expect(scoreOf(pain, { 'kan-sige': false, tal: 9 })).toBeNull()
})

describe('the line of numbers over time', () => {
  const pain = shippedForm('smerte', 1) as Form
  const at = (id: string, on: string, score: number) => ({ id, on, score })

  test('stands by day, oldest first, on the shelves of the outcomes', () => {
    const { points, shelves } = scoreLineOf(pain, [
      at('b', '2026-03-11', 8),
      at('a', '2026-03-01', 2),
      at('c', '2026-03-21', 5),
    ])
    expect(points.map(({ id, across }) => [id, across])).toEqual([
      ['a', 0],
      ['b', 0.5],
      ['c', 1],
    ])
    expect(shelves.map(({ title }) => title)).toEqual(['Ingen smerte', 'Let', 'Moderat', 'Stærk'])
    expect(points[1]!.up).toBe(1)
  })

  test('one number, or the same twice, is drawn in the middle and divides by nothing', () => {
    const weight = shippedForm('vaegt', 1) as Form
    expect(scoreLineOf(weight, [at('a', '2026-03-01', 80)]).points).toMatchObject([{ across: 0, up: 0.5 }])
    const { points } = scoreLineOf(weight, [at('a', '2026-03-01', 80), at('b', '2026-03-01', 80)])
    expect(points.map(({ across, up }) => [across, up])).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
  })

  test('a top outcome that reaches to 600 does not press the line flat', () => {
    const seizure = shippedForm('anfald', 1) as Form
    const { high } = scoreLineOf(seizure, [at('a', '2026-03-01', 2), at('b', '2026-03-02', 4)])
    expect(high).toBe(5)
  })
})
