import { expect, test } from 'vitest'
import { shiftAt } from './shift.ts'

const starts = ['07:00', '15:00', '23:00']

test('the shift that is on, across midnight too', () => {
  expect(shiftAt(starts, '15:00')).toEqual({ from: '15:00', to: '23:00', name: 'evening' })
  expect(shiftAt(starts, '06:59')).toEqual({ from: '23:00', to: '07:00', name: 'night' })
  expect(shiftAt(starts, '07:00')?.name).toBe('day')
  expect(shiftAt(['08:00'], '10:00')).toBeUndefined()
})
