import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, readPhoto, whyNotNumber, whyNotReview } from './rules.ts'

const two = (value: number) => String(value).padStart(2, '0')
/** A day of a month that every year has, so that any century makes it real. */
const birthday = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 0, max: 99 }),
})
const lastFour = fc.integer({ min: 0, max: 9999 }).map((four) => String(four).padStart(4, '0'))

/** The century table of CPR-kontoret, restated row by row. */
const centuries = [
  { digits: [0, 1, 2, 3], from: 0, to: 99, century: 1900 },
  { digits: [4, 9], from: 0, to: 36, century: 2000 },
  { digits: [4, 9], from: 37, to: 99, century: 1900 },
  { digits: [5, 6, 7, 8], from: 0, to: 57, century: 2000 },
  { digits: [5, 6, 7, 8], from: 58, to: 99, century: 1800 },
]

describe('numbers', () => {
  test('any ten digits with a real date are a number, whatever the check digit', () => {
    fc.assert(
      fc.property(birthday, lastFour, ({ day, month, year }, four) => {
        expect(whyNotNumber(`${two(day)}${two(month)}${two(year)}${four}`)).toBeUndefined()
      }),
    )
  })

  test('the seventh digit and the year give the century, as in the table', () => {
    for (const { digits, from, to, century } of centuries)
      for (const digit of digits)
        for (let year = from; year <= to; year++)
          expect(readNumber(`0102${two(year)}${digit}000`)?.bornOn).toBe(`${century + year}-02-01`)
  })

  test('with sixty added to the day it is a replacement number with the same birthday', () => {
    fc.assert(
      fc.property(birthday, lastFour, ({ day, month, year }, four) => {
        const rest = `${two(month)}${two(year)}${four}`
        const plain = readNumber(`${two(day)}${rest}`)
        expect(plain?.kind).toBe('cpr')
        expect(readNumber(`${two(day + 60)}${rest}`)).toEqual({ kind: 'replacement', bornOn: plain?.bornOn })
      }),
    )
  })

  test('an eCPR carries letters: the published example, and every century sign', () => {
    expect(readNumber('0203291WQ3')?.kind).toBe('ecpr')
    for (const sign of '01567') expect(readNumber(`020329${sign}WQ3`)?.kind).toBe('ecpr')
    for (const sign of '23489') expect(readNumber(`020329${sign}WQ3`)).toBeUndefined()
  })

  test('days that do not exist, and anything else typed, are no numbers', () => {
    for (const typed of ['3002904444', '0013904444', '9102904444', '010290444', '01029044444', '', 'Jens'])
      expect(readNumber(typed)).toBeUndefined()
    fc.assert(fc.property(fc.string(), (typed) => void readNumber(typed)))
  })
})

test('a picture is known by its first bytes, not by what it says it is', () => {
  const address = (bytes: string, type = 'image/png') => `data:${type};base64,${btoa(bytes)}`
  expect(readPhoto(address('\xff\xd8\xff\xe0rest'))).toMatchObject({ type: 'image/jpeg' })
  expect(readPhoto(address('\x89PNG\r\n\x1a\nrest'))).toMatchObject({ type: 'image/png' })
  expect(readPhoto(address('RIFF1234WEBPrest'))).toMatchObject({ type: 'image/webp' })
  for (const wrong of [
    address('<svg onload=alert(1)>'),
    address('GIF89a'),
    address('\xff\xd8\xff', 'text/html'),
    'https://x/y.png',
    'data:image/png;base64,A',
  ])
    expect(readPhoto(wrong)).toMatchObject({ code: 'citizens.photo-kind' })
  expect(readPhoto(address(`\xff\xd8\xff${'x'.repeat(60_000)}`))).toMatchObject({ code: 'citizens.photo-too-big' })
})

test('a warning is looked at again from today on and within a year', () => {
  expect(whyNotReview('2026-03-10', '2026-03-10')).toBeUndefined()
  expect(whyNotReview('2026-03-09', '2026-03-10')?.code).toBe('citizens.review-in-the-past')
  expect(whyNotReview('2027-03-11', '2026-03-10')).toBeUndefined()
  expect(whyNotReview('2027-03-12', '2026-03-10')?.code).toBe('citizens.review-too-far')
})
