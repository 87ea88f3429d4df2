import { describe, expect, test } from 'vitest'
import {
  baselineState,
  isReached,
  isTooMuchMoney,
  pieceOf,
  returnOf,
  stateOfSignal,
  wayOf,
  whyNotAdd,
  whyNotMethod,
  whyNotPoint,
} from './rules.ts'

describe('a benefit is measured honestly', () => {
  test('rule 20: a baseline measured after the unit went live is none', () => {
    expect(baselineState('2027-06-13', '2027-06-14')).toBe('before')
    expect(baselineState('2027-06-14', '2027-06-14')).toBe('after-go-live')
    expect(baselineState('2027-06-13', null)).toBe('before')
    expect(baselineState(null, '2027-06-14')).toBe('none')
  })

  test('another method breaks the line, and begins after what was measured by the one before', () => {
    const methods = [{ sinceOn: '2027-05-01' }, { sinceOn: '2027-07-01' }]
    expect(['2027-04-30', '2027-05-01', '2027-06-30', '2027-07-01'].map((day) => pieceOf(methods, day))).toEqual([
      -1, 0, 0, 1,
    ])
    expect(whyNotMethod('2027-07-01', '2027-07-01', null)?.code).toBe('benefits.method-before')
    expect(whyNotMethod('2027-08-01', '2027-07-01', '2027-08-01')?.code).toBe('benefits.method-before-points')
    expect(whyNotMethod('2027-08-02', '2027-07-01', '2027-08-01')).toBeUndefined()
  })

  test('too few say nothing; a bad number is written down like a good one', () => {
    const point = { takenOn: '2027-08-12', sample: 12 }
    expect(whyNotPoint(point, 12, '2027-08-12')).toBeUndefined()
    expect(whyNotPoint({ ...point, sample: 11 }, 12, '2027-08-12')?.code).toBe('benefits.too-few')
    expect(whyNotPoint(point, 12, '2027-08-11')?.code).toBe('benefits.not-yet')
    expect(whyNotPoint({ ...point, sample: null }, 12, '2027-08-12')).toBeUndefined()
    expect(wayOf(18, 8, 20)).toBeCloseTo(-0.2)
    expect(wayOf(18, 8, 10.5)).toBeCloseTo(0.75)
    expect(wayOf(34, 80, 77)).toBeCloseTo(0.935, 2)
    expect(wayOf(null, 8, 10)).toBeUndefined()
    expect([isReached('down', 8, 8), isReached('up', 80, 79)]).toEqual([true, false])
  })

  test('ten at most, and at least three about something else than money', () => {
    expect(whyNotAdd(9)).toBeUndefined()
    expect(whyNotAdd(10)?.code).toBe('benefits.ten-at-most')
    const measures = (money: number, other: number) => [
      ...Array.from({ length: money }, () => ({ aboutMoney: true })),
      ...Array.from({ length: other }, () => ({ aboutMoney: false })),
    ]
    expect([isTooMuchMoney(measures(4, 2)), isTooMuchMoney(measures(7, 3)), isTooMuchMoney([])]).toEqual([
      true,
      false,
      false,
    ])
  })
})

test('what the preparation cost against what it spared, by its formula', () => {
  const bids = [
    { isChosen: true, count: 4, hours: 212 },
    { isChosen: false, count: 11, hours: 392 },
    { isChosen: false, count: 19, hours: 820 },
  ]
  const put = [
    { minutes: 100 * 60, isPreparation: true },
    { minutes: 97 * 60, isPreparation: true },
    { minutes: 5000 * 60, isPreparation: false },
  ]
  expect(returnOf(bids, put)).toEqual({ adaptationsAvoided: 11, hoursAvoided: 394, hoursIn: 197, perHour: 2 })
  expect(returnOf(bids.slice(0, 1), put)).toBeUndefined()
  expect(returnOf(bids, [])).toBeUndefined()
  expect(
    returnOf(
      [
        { isChosen: true, count: 9, hours: 500 },
        { isChosen: false, count: 2, hours: 100 },
      ],
      put,
    )?.perHour,
  ).toBe(-2.03)
})

test('a signal that counts nothing is never called well', () => {
  expect(stateOfSignal([])).toBe('not-in-use')
  expect(stateOfSignal([{ done: 0, of: 0 }])).toBe('not-in-use')
  expect(
    stateOfSignal([
      { done: 3, of: 3 },
      { done: 0, of: 0 },
    ]),
  ).toBe('ok')
  expect(stateOfSignal([{ done: 2, of: 3 }])).toBe('waits')
})
