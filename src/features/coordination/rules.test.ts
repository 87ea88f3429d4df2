import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#kernel/lang/day.ts'
import { AT_ONCE, bySpan, dueOfLoose, inTurn, NOW_DAYS, whyNotLog } from './rules.ts'

const today = '2026-03-10'
const todo = (id: string, inDays: number) => ({ id, dueOn: addDays(today, inDays) })
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)

test('three now, the next three, and what may wait; what presses beyond that is counted and not hidden', () => {
  const turn = inTurn([todo('g', 40), todo('a', -3), todo('f', 20), todo('b', 0), todo('c', 7), todo('e', 8)], today)
  expect([ids(turn.now), ids(turn.next), ids(turn.later), turn.pressing]).toEqual([
    ['a', 'b', 'c'],
    ['e', 'f', 'g'],
    [],
    0,
  ])
  const busy = inTurn(
    Array.from({ length: 8 }, (_, at) => todo(`${at}`, at - 4)),
    today,
  )
  expect([busy.now.length, busy.next.length, busy.later.length, busy.pressing]).toEqual([3, 3, 2, 2])
})

test('when nothing is due within a week, now is empty, and the calm sentence is true', () => {
  const turn = inTurn([todo('a', 8), todo('b', 30)], today)
  expect([ids(turn.now), ids(turn.next), ids(turn.later)]).toEqual([[], ['a', 'b'], []])
})

test('whatever there is to do, nothing is lost, nothing stands twice, and the order is by day', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 30 }), (days) => {
      const all = days.map((inDays, at) => todo(`${at}`, inDays))
      const { now, next, later } = inTurn(all, today)
      const told = [...now, ...next, ...later]
      expect(ids(told).sort()).toEqual(ids(all).sort())
      expect(told.map(({ dueOn }) => dueOn)).toEqual(told.map(({ dueOn }) => dueOn).sort())
      expect(Math.max(now.length, next.length)).toBeLessThanOrEqual(AT_ONCE)
      for (const { dueOn } of now) expect(daysBetween(today, dueOn)).toBeLessThanOrEqual(NOW_DAYS)
    }),
  )
})

test('ahead within two, four and eight weeks holds each thing once', () => {
  const told = bySpan(
    [todo('today', 0), todo('13', 13), todo('14', 14), todo('27', 27), todo('28', 28), todo('55', 55)],
    today,
  )
  expect(told.map(({ span, items }) => [span, ids(items)])).toEqual([
    [2, ['today', '13']],
    [4, ['14', '27']],
    [8, ['28', '55']],
  ])
})

test('a loose thread may hang a fortnight, and hours are written when they are over', () => {
  expect(dueOfLoose('2026-03-01', today)).toBe('2026-03-15')
  expect(dueOfLoose(null, today)).toBe('2026-03-24')
  expect(whyNotLog({ workedOn: today }, today)).toBeUndefined()
  expect(whyNotLog({ workedOn: '2026-03-11' }, today)?.code).toBe('coordination.not-yet')
})
