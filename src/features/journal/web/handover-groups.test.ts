import { expect, test } from 'vitest'
import { instantAt } from '#kernel/lang/day.ts'
import type { HandoverNote } from '../contract.ts'
import { grouped, importantUnread, latest, nextShift, unreadIn, wasLongAway } from './handover-groups.ts'

const note = (citizenId: string | null, hour: string, more: Partial<HandoverNote> = {}) =>
  ({
    citizenId,
    happenedAt: `2026-11-23T${hour}:00:00.000Z`,
    writtenAt: `2026-11-23T${hour}:00:00.000Z`,
    read: false,
    withdrawn: null,
    important: false,
    ...more,
  }) as HandoverNote
const nameOf = (id: string | null) => id ?? 'Fællesdagbog'

test('the citizen with something important comes first, and what is important first of hers', () => {
  const notes = [
    note('Birthe', '09'),
    note('Anne', '10'),
    note('Jens', '08'),
    note('Jens', '07', { important: true }),
    note('Ib', '06', { read: true }),
  ]
  const groups = grouped(notes, nameOf)
  expect(groups.map(({ citizenId }) => citizenId)).toEqual(['Jens', 'Anne', 'Birthe', 'Ib'])
  expect(groups[0]!.notes.map(({ important }) => important)).toEqual([true, false])
  expect(groups.map(unreadIn)).toEqual([2, 1, 1, 0])
})

test('where a unit goes round citizen by citizen, by name and in order of time, whatever is important', () => {
  const notes = [
    note('Jens', '08'),
    note('Jens', '07', { important: true }),
    note('Anne', '10', { read: true }),
    note('Birthe', '09'),
  ]
  const groups = grouped(notes, nameOf, 'citizen')
  expect(groups.map(({ citizenId }) => citizenId)).toEqual(['Anne', 'Birthe', 'Jens'])
  expect(groups[2]!.notes.map(({ important }) => important)).toEqual([true, false])
  expect(grouped(notes, nameOf, 'action').map(({ citizenId }) => citizenId)).toEqual(['Jens', 'Birthe', 'Anne'])
})

test('what just came is seen on the start page, however much important waits, and also when it is told of the morning', () => {
  const hours = ['01', '02', '03', '04', '05', '06']
  const important = hours.map((hour) => note('Jens', hour, { important: true }))
  const late = note('Birthe', '05', { writtenAt: '2026-11-23T22:50:00.000Z' })
  const notes = [...important, ...hours.map((hour) => note('Anne', hour)), late]
  const shown = latest(notes, 6).map(({ citizenId, notes: [one] }) => `${citizenId} ${one!.happenedAt.slice(11, 13)}`)
  expect(shown).toEqual(['Jens 06', 'Jens 05', 'Birthe 05', 'Anne 06', 'Anne 05', 'Anne 04'])
  expect(latest([...important, late], 6)).toHaveLength(6)
  expect(latest(important, 4).map(({ notes: [one] }) => one)).toEqual([...important].reverse().slice(0, 4))
})

test('what was taken back or read is no longer owed', () => {
  const gone = { reason: '', byName: '', at: '' }
  const notes = [
    note(null, '09', { important: true, withdrawn: gone }),
    note(null, '09', { important: true, read: true }),
  ]
  expect(importantUnread(notes)).toEqual([])
})

test('after 72 hours away one chooses', () => {
  const now = new Date('2026-11-23T20:00:00Z')
  expect(wasLongAway({ since: null }, now)).toBe(false)
  expect(wasLongAway({ since: '2026-11-20T21:00:00.000Z' }, now)).toBe(false)
  expect(wasLongAway({ since: '2026-11-20T19:00:00.000Z' }, now)).toBe(true)
})

test('a reminder for the next shift lasts until that shift is over', () => {
  const at = (time: string, day: number) => instantAt(day === 0 ? '2026-11-23' : '2026-11-24', time)
  expect(nextShift(['07:00', '15:00', '23:00'], new Date('2026-11-23T17:00:00Z'), at)).toBe('2026-11-24T06:00:00.000Z')
})
