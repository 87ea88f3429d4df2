import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#kernel/lang/day.ts'
import { goalStates } from './contract.ts'
import {
  isLiving,
  nextEvaluation,
  remindersDue,
  WEEKS_AHEAD,
  whyNotApprove,
  whyNotChange,
  whyNotComplete,
  whyNotDrop,
  whyNotHold,
  whyNotResume,
} from './rules.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
const standing = fc.record({
  state: fc.constantFrom(...goalStates),
  approvedAt: fc.option(fc.constant('2026-03-10T14:00:00Z')),
  wordedById: fc.constantFrom('mette', 'jonas'),
})

test('nobody approves their own words, in any state', () => {
  fc.assert(fc.property(standing, (goal) => whyNotApprove(goal, goal.wordedById) !== undefined))
})

test('what has ended takes nothing more, and says so', () => {
  fc.assert(
    fc.property(standing, (goal) => {
      const rules = [whyNotChange, whyNotHold, whyNotResume, whyNotComplete, whyNotDrop]
      return isLiving(goal) || rules.every((whyNot) => whyNot(goal) !== undefined)
    }),
  )
})

test('every living goal has a way on', () => {
  fc.assert(fc.property(standing, (goal) => !isLiving(goal) || whyNotDrop(goal) === undefined))
})

test('the next evaluation never comes after the period, nor before today', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 26 }), (from, length, everyWeeks) => {
      const endsOn = addDays(from, length)
      const next = nextEvaluation({ everyWeeks, endsOn }, from)
      expect(next <= endsOn && next >= from && daysBetween(from, next) <= everyWeeks * 7).toBe(true)
    }),
  )
})

test('reminders only ever grow in number as the day comes closer, and a follow-up that was held has none', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 80 }), (dueOn, before) => {
      const [earlier, later] = [addDays(dueOn, -before - 1), addDays(dueOn, -before)]
      const due = remindersDue({ dueOn, heldOn: null }, later)
      expect(due.length).toBeGreaterThanOrEqual(remindersDue({ dueOn, heldOn: null }, earlier).length)
      expect(due.every((weeks) => daysBetween(later, dueOn) <= weeks * 7)).toBe(true)
      expect(remindersDue({ dueOn, heldOn: later }, later)).toEqual([])
    }),
  )
  expect(remindersDue({ dueOn: '2026-05-05', heldOn: null }, '2026-05-05')).toEqual([...WEEKS_AHEAD])
})
