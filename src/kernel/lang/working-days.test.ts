import { expect, test } from 'vitest'
import { addMonths, addWorkingDays, easterOf, isWorkingDay } from './working-days.ts'

test('Easter of years one can look up', () => {
  expect([2019, 2023, 2024, 2025, 2026, 2038].map(easterOf)).toEqual([
    '2019-04-21',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ])
})

test('store bededag was a holiday in 2023 and is a working day from 2024', () => {
  expect(isWorkingDay('2023-05-05')).toBe(false)
  expect(isWorkingDay('2024-04-26')).toBe(true)
})

test('working days step over weekends and Easter', () => {
  expect(addWorkingDays('2026-03-31', 1)).toBe('2026-04-01')
  expect(addWorkingDays('2026-04-01', 1)).toBe('2026-04-07')
  expect(addWorkingDays('2026-03-10', 7)).toBe('2026-03-19')
  expect(addWorkingDays('2026-12-23', 3)).toBe('2026-12-29')
})

test('a month after the 31st is the last of the month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-12-10', 1)).toBe('2027-01-10')
  expect(addMonths('2028-01-30', 1)).toBe('2028-02-29')
})

test('a year half typed has its holidays too', () => {
  for (let year = 1; year <= 9999; year += 7) expect(isWorkingDay(`${String(year).padStart(4, '0')}-12-25`)).toBe(false)
  expect(addWorkingDays('0020-12-23', 1)).toBe('0020-12-24')
})
