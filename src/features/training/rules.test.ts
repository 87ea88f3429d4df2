import { describe, expect, test } from 'vitest'
import {
  coverMinutes,
  type Enrolling,
  levelWhenPassed,
  stateWhenEnrolled,
  whyNotCheckIn,
  whyNotEnrol,
  whyNotMark,
  whyNotSwap,
} from './rules.ts'

const now = '2026-03-10T13:00:00.000Z'
const wants = (more: Partial<Enrolling> = {}) =>
  whyNotEnrol({
    ...{
      sort: 'start',
      allApplied: true,
      openedByDecision: false,
      isCancelled: false,
      endsAt: '2026-03-12T11:00:00Z',
      now,
    },
    ...{ isForUnit: true, worksThere: true, otherPlaceOn: null, isOnAnotherCourseThen: false, clashAccepted: false },
    ...more,
  })?.code

describe('who may be put on the list', () => {
  test('a start-up course waits for the set-up, or for a decision; other courses do not', () => {
    expect(wants()).toBeUndefined()
    expect(wants({ allApplied: false })).toBe('training.set-up-not-applied')
    expect(wants({ allApplied: false, openedByDecision: true })).toBeUndefined()
    for (const sort of ['topic', 'leader', 'super-user', 'brief'] as const)
      expect(wants({ allApplied: false, sort })).toBeUndefined()
  })

  test('the reason that the leader can do least about is said first', () => {
    expect(wants({ isCancelled: true, allApplied: false })).toBe('training.cancelled')
    expect(wants({ endsAt: now })).toBe('training.is-over')
    expect(wants({ worksThere: false, isForUnit: false })).toBe('training.not-of-the-unit')
    expect(wants({ isForUnit: false })).toBe('training.not-for-the-unit')
    expect(wants({ otherPlaceOn: '2026-03-11', isOnAnotherCourseThen: true })).toBe('training.has-a-place')
    expect(wants({ isOnAnotherCourseThen: true })).toBe('training.clashes')
    expect(wants({ isOnAnotherCourseThen: true, clashAccepted: true })).toBeUndefined()
  })

  test('the thirteenth of twelve waits', () => {
    expect([11, 12, 13].map((taken) => stateWhenEnrolled(taken, 12))).toEqual(['enrolled', 'waiting', 'waiting'])
  })
})

describe('who was there', () => {
  const session = { startsAt: '2026-03-10T13:30:00Z', endsAt: '2026-03-10T16:30:00Z' }
  test('the door knows its code from half an hour before until the end', () => {
    const at = (moment: string, isRight = true) =>
      whyNotCheckIn({ ...session, now: moment, isRight, state: 'enrolled' })?.code
    expect(at('2026-03-10T12:59:59Z')).toBe('training.door-closed')
    expect(at('2026-03-10T13:00:00Z')).toBeUndefined()
    expect(at('2026-03-10T16:30:01Z')).toBe('training.door-closed')
    expect(at('2026-03-10T14:00:00Z', false)).toBe('training.wrong-code')
    expect(whyNotCheckIn({ ...session, now, isRight: true, state: 'attended' })?.code).toBe('training.place-is-settled')
  })

  test('absence says why; nothing is said of days to come', () => {
    const says = (to: 'attended' | 'absent', reason: string | null, moment = now) =>
      whyNotMark({ state: 'enrolled', startsAt: session.startsAt, now: moment, to, reason })?.code
    expect(says('absent', null)).toBe('training.absent-says-no-why')
    expect(says('absent', 'sick')).toBeUndefined()
    expect(says('attended', null, '2026-03-09T13:00:00Z')).toBe('training.not-begun')
  })
})

test('places are changed between two sessions of a course by two in the same role of a unit', () => {
  const mine = {
    ...{ employeeId: 'jonas', courseId: 'ku', sessionId: 's1', unitId: 'solvang', role: 'support-worker' },
    ...{ state: 'enrolled' as const, startsAt: '2026-03-12T09:00:00Z' },
  }
  const theirs = { ...mine, employeeId: 'omar', sessionId: 's2' }
  const why = (more: Partial<typeof theirs>) => whyNotSwap(mine, { ...theirs, ...more }, now)?.code
  expect(why({})).toBeUndefined()
  expect(why({ courseId: 'other' })).toBe('training.swap-other-course')
  expect(why({ sessionId: 's1' })).toBe('training.swap-other-course')
  expect(why({ role: 'night-worker' })).toBe('training.swap-other-role')
  expect(why({ unitId: 'bakkely' })).toBe('training.swap-other-role')
  expect(why({ startsAt: '2026-03-09T09:00:00Z' })).toBe('training.place-is-settled')
})

test('three exercises passed, and one can; having been there, one has seen it', () => {
  expect(levelWhenPassed(3, false)).toBe('can')
  expect(levelWhenPassed(2, true)).toBe('seen')
  expect(levelWhenPassed(0, true)).toBe('seen')
  expect(levelWhenPassed(0, false)).toBeUndefined()
})

test('temps have their 45 minutes on duty: nobody has to cover for them', () => {
  expect([coverMinutes('start', 180), coverMinutes('brief', 45), coverMinutes('self-study', 30)]).toEqual([180, 0, 0])
})
