import { afterEach, describe, expect, test } from 'vitest'
import { setLanguage } from '#kernel/lang/text.ts'
import { dayWords, momentWords, timeWords, weekOf, weekWords } from './time.ts'

const TODAY = '2026-03-04'
const NOW = new Date('2026-03-04T12:00:00Z')

afterEach(() => setLanguage('da'))

describe('days are said as a colleague would', () => {
  test.each([
    ['2026-03-04', 'i dag'],
    ['2026-03-03', 'i går'],
    ['2026-03-05', 'i morgen'],
    ['2026-03-01', 'søndag 1. marts'],
    ['2025-12-31', 'onsdag 31. december 2025'],
  ])('%s is "%s"', (day, words) => expect(dayWords(day, TODAY)).toBe(words))

  test('in English', () => {
    setLanguage('en')
    expect(dayWords('2026-03-01', TODAY)).toBe('Sunday 1 March')
    expect(timeWords('2026-03-04T13:02:10Z')).toBe('14:02')
  })
})

describe('times are those of a Danish wall clock', () => {
  test('with and without seconds', () => {
    expect(timeWords('2026-03-04T13:02:10Z')).toBe('14.02')
    expect(timeWords('2026-03-04T13:02:10Z', true)).toBe('14.02.10')
    expect(timeWords('2026-07-04T22:05:00Z')).toBe('00.05')
  })

  test('a moment names its day unless it is today', () => {
    expect(momentWords('2026-03-04T06:40:00Z', NOW)).toBe('07.40')
    expect(momentWords('2026-03-03T22:04:00Z', NOW)).toBe('i går 23.04')
    expect(momentWords('2026-03-03T23:04:00Z', NOW)).toBe('00.04')
  })
})

test.each([
  ['2026-01-01', 1],
  ['2027-01-01', 53],
  ['2026-11-23', 48],
  ['2024-12-30', 1],
])('%s lies in week %i', (day, week) => {
  expect(weekOf(day)).toBe(week)
  expect(weekWords(day)).toBe(`uge ${week}`)
})
