import { expect, test } from 'vitest'
import { countByAuthor, isStale, kindOf, minutesSince, waitAfter, whyNotCode } from './rules.ts'

test('a code has six digits or more, is no row, and is typed alike twice', () => {
  expect(whyNotCode('12345', '12345')).toBe('too-short')
  expect(whyNotCode('12a456', '12a456')).toBe('too-short')
  expect(whyNotCode('111111', '111111')).toBe('too-simple')
  expect(whyNotCode('123456', '123456')).toBe('too-simple')
  expect(whyNotCode('987654', '987654')).toBe('too-simple')
  expect(whyNotCode('482913', '482914')).toBe('differs')
  expect(whyNotCode('482913', '482913')).toBeUndefined()
})

test('three wrong codes are free; then one waits longer and longer, at most five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 30].map(waitAfter)).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 300_000])
})

test('a pack is fetched anew after an hour, and when the clock was set back', () => {
  const now = new Date('2026-03-10T14:00:00Z')
  expect(isStale(null, now)).toBe(true)
  expect(isStale('2026-03-10T13:01:00Z', now)).toBe(false)
  expect(isStale('2026-03-10T13:00:00Z', now)).toBe(true)
  expect(isStale('2026-03-10T16:00:00Z', now)).toBe(true)
  expect(minutesSince('2026-03-10T13:47:30Z', now)).toBe(12)
  expect(minutesSince('2026-03-10T14:03:00Z', now)).toBe(0)
})

test('waiting notes are counted by who wrote them', () => {
  const by = (authorId: string, authorName: string) => ({ authorId, authorName })
  expect(countByAuthor([by('2', 'Omar'), by('1', 'Emma'), by('1', 'Emma')])).toEqual([
    { authorId: '1', authorName: 'Emma', count: 2 },
    { authorId: '2', authorName: 'Omar', count: 1 },
  ])
})

test('a note written without the server gets a kind that the unit uses', () => {
  expect(kindOf(false, ['diary', 'unit'])).toBe('unit')
  expect(kindOf(true, ['health', 'diary'])).toBe('diary')
  expect(kindOf(true, ['unit', 'visit'])).toBe('visit')
})
