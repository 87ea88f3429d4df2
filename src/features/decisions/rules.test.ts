import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandOfRisk,
  type Deciding,
  hasMoved,
  isReviewDue,
  stateWhenDecided,
  whyNotDecide,
  whyNotSupersede,
  whyNotTitle,
} from './rules.ts'

const whole: Deciding = {
  title: 'Krav skrives som opgaver, ikke som funktionslister',
  why: 'Funktionslister låste sidste anskaffelse.',
  options: [{ chosen: true }, { chosen: false }],
  noOptionReason: null,
  parts: [{ role: 'decided' }],
  coordinatorTookPart: true,
  coordinatorException: null,
  objects: 1,
  decidedOn: '2027-01-08',
  reviewOn: '2027-12-01',
  today: '2027-01-08',
}
const why = (more: Partial<Deciding>) => whyNotDecide({ ...whole, ...more })?.code

describe('a decision', () => {
  test('is one sentence that says what was decided', () => {
    expect(whyNotTitle('Go for pilot: Åstedet og Bostøtten Nord')).toBeUndefined()
    expect(whyNotTitle('Skal vi skrive krav som opgaver?')?.code).toBe('decisions.title-asks')
    expect(whyNotTitle('Krav skrives som opgaver. Det gør vi fra nu af')?.code).toBe('decisions.title-is-long')
    expect(whyNotTitle('Vagtplan hentes hver nat kl. 3 (K-055)')).toBeUndefined()
  })

  test('is made when nothing is missing, and each thing missing is said', () => {
    expect(why({})).toBeUndefined()
    expect(why({ why: ' ' })).toBe('decisions.says-no-why')
    expect(why({ options: [{ chosen: true }] })).toBe('decisions.no-other-option')
    expect(why({ options: [], noOptionReason: 'Følger af den offentliggjorte model' })).toBeUndefined()
    expect(why({ objects: 0 })).toBe('decisions.about-nothing')
    expect(why({ coordinatorTookPart: false })).toBe('decisions.coordinator-left-out')
    expect(why({ coordinatorTookPart: false, coordinatorException: 'Koordinatoren var syg' })).toBeUndefined()
  })

  test('silence decides nothing: there is a day that has come, and somebody', () => {
    expect(why({ parts: [{ role: 'informed' }] })).toBe('decisions.nobody-decided')
    expect(why({ decidedOn: '2027-01-09' })).toBe('decisions.decided-later')
    expect(why({ reviewOn: '2027-01-08' })).toBe('decisions.review-before')
  })

  test('is told at once, unless it is secret', () => {
    expect([stateWhenDecided(false), stateWhenDecided(true)]).toEqual(['in-force', 'decided'])
  })

  test('only one that stands can be superseded', () => {
    expect(whyNotSupersede('in-force')).toBeUndefined()
    expect(whyNotSupersede('superseded')?.code).toBe('decisions.nothing-to-supersede')
    expect(whyNotSupersede('proposed')?.code).toBe('decisions.nothing-to-supersede')
  })

  test('waits for its review from the day after', () => {
    const due = (state: 'in-force' | 'under-review', reviewOn: string | null) =>
      isReviewDue({ state, reviewOn }, '2027-09-02')
    expect([
      due('in-force', '2027-09-01'),
      due('in-force', '2027-09-02'),
      due('in-force', null),
      due('under-review', '2027-09-01'),
    ]).toEqual([true, false, false, false])
  })
})

describe('a risk', () => {
  test('is high from 12, low below 6, and never higher with less', () => {
    expect([
      bandOfRisk({ probability: 3, impact: 4 }),
      bandOfRisk({ probability: 1, impact: 5 }),
      bandOfRisk({ probability: 3, impact: 3 }),
    ]).toEqual(['high', 'low', 'middle'])
    const order = ['low', 'middle', 'high']
    const step = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(step, step, step, (probability, impact, less) => {
        const smaller = bandOfRisk({ probability: Math.min(probability, less), impact })
        expect(order.indexOf(smaller)).toBeLessThanOrEqual(order.indexOf(bandOfRisk({ probability, impact })))
      }),
    )
  })

  test('has moved when it is judged otherwise, not when it is worded otherwise', () => {
    const risk = { probability: 3, impact: 3, state: 'active' as const }
    expect(hasMoved(risk, { ...risk })).toBe(false)
    expect(hasMoved(risk, { ...risk, state: 'damped' })).toBe(true)
    expect(hasMoved(risk, { ...risk, impact: 4 })).toBe(true)
  })
})
