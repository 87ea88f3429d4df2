import { describe, expect, test } from 'vitest'
import {
  addWorkingMinutes,
  answerDueOn,
  dueOf,
  isReached,
  nextShiftStart,
  reachDueOf,
  rungsDue,
  shareOf,
  whyNotByPass,
  whyNotLock,
  whyNotMove,
  whyNotRelease,
} from './rules.ts'

const home = { shiftStarts: ['07:00', '15:00', '23:00'], roundTheClock: true }
const workshop = { shiftStarts: ['08:00'], roundTheClock: false }
const at = (local: string) => new Date(`${local}+01:00`).toISOString()

describe('clocks', () => {
  test('a critical message runs by night as well; an action only while people are at work', () => {
    expect(dueOf('critical', 'pass-on', at('2026-03-10T22:30'))).toBe(at('2026-03-11T00:30'))
    expect(dueOf('action', 'pass-on', at('2026-03-10T10:00'))).toBe(at('2026-03-11T10:00'))
    expect(dueOf('action', 'pass-on', at('2026-03-13T15:00'))).toBe(at('2026-03-16T15:00'))
    expect(dueOf('info', 'pass-on', at('2026-03-10T10:00'))).toBeNull()
  })

  test('a whole working day from the morning ends the same afternoon; holidays do not count', () => {
    expect(addWorkingMinutes(at('2026-03-10T07:00'), 480)).toBe(at('2026-03-10T16:00'))
    // Good Friday, the weekend and Easter Monday: only Tuesday counts.
    expect(addWorkingMinutes('2026-04-03T10:00:00Z', 480)).toBe('2026-04-07T14:00:00.000Z')
  })

  test('the next shift is the next start, also across midnight; a workshop has none on Saturday', () => {
    expect(nextShiftStart(home, at('2026-03-10T11:06'))).toBe(at('2026-03-10T15:00'))
    expect(nextShiftStart(home, at('2026-03-10T23:00'))).toBe(at('2026-03-11T07:00'))
    expect(nextShiftStart(workshop, at('2026-03-13T09:00'))).toBe(at('2026-03-16T08:00'))
    expect(reachDueOf('info', at('2026-03-10T11:06'), home)).toBeNull()
  })

  test('ten working days for an answer, from the meeting when that is later', () => {
    expect(answerDueOn('2026-03-10', '2026-03-02')).toBe('2026-03-24')
    expect(answerDueOn('2026-03-10', '2026-03-27')).toBe('2026-04-15')
  })
})

describe('shares', () => {
  test('rule 11: a group under five has no share', () => {
    expect([shareOf({ staff: 4, reached: 4 }), shareOf({ staff: 5, reached: 4 })]).toEqual([null, 0.8])
  })

  test('95 % of a critical message, 85 % of an action, nothing of what is only told', () => {
    expect([
      isReached('critical', { staff: 46, reached: 43 }),
      isReached('critical', { staff: 46, reached: 44 }),
    ]).toEqual([false, true])
    expect([isReached('action', { staff: 20, reached: 16 }), isReached('action', { staff: 20, reached: 17 })]).toEqual([
      false,
      true,
    ])
    expect(isReached('info', { staff: 20, reached: 0 })).toBe(true)
  })
})

describe('who is told when a step stalls', () => {
  const stalled = { step: 'pass-on', severity: 'critical', dueAt: at('2026-03-10T12:00') } as const

  test('the next role first, the one above an hour later; a role nobody holds is passed over', () => {
    const told = (roles: ('deputy' | 'leader' | 'above')[], now: string) =>
      rungsDue(stalled, new Set(roles), at(now)).map(({ role }) => role)
    expect(told(['deputy', 'leader', 'above'], '2026-03-10T11:59')).toEqual([])
    expect(told(['deputy', 'leader', 'above'], '2026-03-10T12:00')).toEqual(['deputy'])
    expect(told(['deputy', 'leader', 'above'], '2026-03-10T14:00')).toEqual(['deputy', 'leader', 'above'])
    expect(told(['leader'], '2026-03-10T12:00')).toEqual(['leader'])
  })
})

describe('what is refused', () => {
  test('a chain with a hole names the unit', () => {
    expect(whyNotLock({ vendor: '', coordinators: 1, without: [] })?.code).toBe('relay.no-vendor')
    expect(whyNotLock({ vendor: 'T', coordinators: 0, without: [] })?.code).toBe('relay.no-coordinator')
    expect(whyNotLock({ vendor: 'T', coordinators: 1, without: ['Krogen'] })?.facts).toEqual({ unit: 'Krogen' })
    expect(whyNotLock({ vendor: 'T', coordinators: 1, without: ['Broen', 'Krogen'] })?.facts).toEqual({
      unit: 'Broen',
      others: 1,
    })
  })

  test('names are kept only of critical messages, and never before MED has heard of it', () => {
    const sending = {
      state: 'with-coordinator',
      severity: 'critical',
      isLocked: true,
      named: true,
      medOn: '2026-02-03',
      without: [],
    } as const
    expect(whyNotRelease(sending)).toBeUndefined()
    expect(whyNotRelease({ ...sending, severity: 'action' })?.code).toBe('relay.names-only-critical')
    expect(whyNotRelease({ ...sending, medOn: null })?.code).toBe('relay.med-not-told')
    expect(whyNotRelease({ ...sending, isLocked: false })?.code).toBe('relay.chain-open')
  })

  test('nobody goes round the coordinator while the coordinator is at work', () => {
    expect(whyNotByPass(at('2026-03-10T10:00'))?.code).toBe('relay.coordinator-at-work')
    expect([at('2026-03-10T03:00'), at('2026-03-14T10:00')].map(whyNotByPass)).toEqual([undefined, undefined])
  })

  test('a question takes no short cut', () => {
    expect(whyNotMove('contact', 'owner')?.code).toBe('relay.question-elsewhere')
    expect(whyNotMove('owner', 'home')?.code).toBe('relay.question-elsewhere')
    expect(whyNotMove('contact-again', 'home')).toBeUndefined()
  })
})
