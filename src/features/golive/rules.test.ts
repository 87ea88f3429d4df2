import { describe, expect, test } from 'vitest'
import {
  answerBy,
  type Facts,
  firstWeak,
  firstWeek,
  resultOf,
  resultsOf,
  uncovered,
  whyNotAccept,
  whyNotMoveCase,
  whyNotSay,
  whyNotTell,
} from './rules.ts'

const check = { resetBy: 'nothing' as const, expiresDays: 14, awaits: false }
const nothing: Facts = { measured: null, seen: null, accepted: null, setupAt: null, screensAt: null }
const seen = (seenOn: string, recordedAt = `${seenOn}T12:00:00Z`) => ({
  outcome: 'ok' as const,
  note: '',
  seenOn,
  recordedAt,
})
const today = '2027-08-24'

describe('how a check stands', () => {
  test('what is worked out goes before what was seen, and what the product lacks is never in order', () => {
    const facts = { ...nothing, seen: seen(today), measured: { outcome: 'partly' as const, done: 1, of: 2 } }
    expect(resultOf(check, facts, today)).toEqual({ status: 'partly', why: 'measured' })
    expect(resultOf({ ...check, awaits: true }, facts, today)).toEqual({ status: 'missing', why: 'awaits' })
  })
  test('on the fourteenth day it still holds, on the fifteenth it does not', () => {
    expect(resultOf(check, { ...nothing, seen: seen('2027-08-10') }, today).status).toBe('ok')
    expect(resultOf(check, { ...nothing, seen: seen('2027-08-09') }, today)).toEqual({
      status: 'missing',
      why: 'expired',
    })
    expect(resultOf({ ...check, expiresDays: null }, { ...nothing, seen: seen('2027-01-01') }, today).status).toBe('ok')
  })
  test('another set-up makes it worthless where it is about the set-up', () => {
    const facts = {
      ...nothing,
      seen: seen('2027-08-20'),
      setupAt: '2027-08-21T08:00:00Z',
      screensAt: '2027-08-19T08:00:00Z',
    }
    expect(resultOf({ ...check, resetBy: 'set-up' }, facts, today).why).toBe('reset')
    expect(resultOf({ ...check, resetBy: 'screens' }, facts, today).why).toBe('seen')
    expect(resultOf(check, facts, today).why).toBe('seen')
  })
  test('accepted to a day, and not a day longer; what is in order needs no acceptance', () => {
    const accepted = { decisionId: 'd', untilOn: today, note: '' }
    expect(resultOf(check, { ...nothing, accepted }, today).status).toBe('accepted')
    expect(resultOf(check, { ...nothing, accepted }, '2027-08-25').status).toBe('not-reached')
    expect(resultOf(check, { ...nothing, accepted, seen: seen(today) }, today).status).toBe('ok')
  })
  test('the special trials are in order when every one of the unit’s own is', () => {
    const checks = [
      { ...check, id: 'r15', unitId: null, measure: 'special' },
      { ...check, id: 'a', unitId: 'u', measure: null },
      { ...check, id: 'b', unitId: 'other', measure: null },
    ]
    const at = (facts: Facts) => resultsOf(checks, (id) => (id === 'a' ? facts : nothing), { unitId: 'u', day: today })
    expect([at({ ...nothing, seen: seen(today) }).get('r15')!.status, at(nothing).get('r15')!.status]).toEqual([
      'ok',
      'missing',
    ])
    expect(at(nothing).has('b')).toBe(false)
  })
  test('a blocking check needs a decision that stands, and an end', () => {
    const given = {
      weight: 'blocking' as const,
      decisionId: 'd' as string | null,
      decisionStands: true,
      untilOn: '2027-09-01' as string | null,
    }
    expect(whyNotAccept(given, today)).toBeUndefined()
    expect(whyNotAccept({ ...given, decisionId: null }, today)?.code).toBe('golive.needs-decision')
    expect(whyNotAccept({ ...given, untilOn: null }, today)?.code).toBe('golive.needs-end')
    expect(whyNotAccept({ ...given, weight: 'acceptable', decisionId: null, untilOn: null }, today)).toBeUndefined()
  })
})

describe('go', () => {
  test('the first week has every shift where people live, and the working days elsewhere', () => {
    expect(firstWeek({ roundTheClock: true, shiftStarts: ['07:00', '15:00', '23:00'] }, '2027-08-30')).toHaveLength(21)
    expect(
      firstWeek({ roundTheClock: false, shiftStarts: ['08:00'] }, '2027-08-30').map(({ day }) => day),
    ).toHaveLength(5)
    expect(uncovered([{ day: today, start: '07:00' }], [{ day: today, start: '07:00:00' }])).toEqual([])
  })
  test('each thing that is missing stops a go, and none of them a no-go', () => {
    const ready = { blocking: [], gates: [], hasFallback: true, uncovered: 0, isStopped: false }
    const go = { verdict: 'go' as const, because: '', conditions: [] }
    const code = (more: object) => whyNotSay(go, { ...ready, ...more })?.code
    expect(code({})).toBeUndefined()
    expect(
      [{ isStopped: true }, { gates: ['M1'] }, { blocking: ['R06'] }, { hasFallback: false }, { uncovered: 1 }].map(
        code,
      ),
    ).toEqual([
      'golive.line-is-stopped',
      'golive.gates-first',
      'golive.blocking-first',
      'golive.no-way-back',
      'golive.shift-without-super-user',
    ])
    expect(
      whyNotSay({ verdict: 'no-go', because: 'To er syge', conditions: [] }, { ...ready, gates: ['M1'] }),
    ).toBeUndefined()
  })
})

describe('cases and the pulse', () => {
  test('the clock of the first answer', () => {
    const at = '2027-08-17T10:00:00Z'
    expect(answerBy('high', at, '2027-08-16')).toBe('2027-08-17T11:00:00.000Z')
    expect(answerBy('high', at, '2027-06-14')).toBe('2027-08-17T14:00:00.000Z')
    expect(answerBy('low', at, null)).toBe('2027-08-20T10:00:00.000Z')
  })
  test('no number passes, and a name only when the writer says that it is none', () => {
    expect(whyNotTell('010190-1234', true, 'what')?.code).toBe('golive.number-in-text')
    expect(whyNotTell('Birthe Larsen', false, 'what')?.code).toBe('golive.name-in-text')
    expect(whyNotTell('Birthe Larsen', true, 'what')).toBeUndefined()
  })
  test('no case is closed without a cause', () => {
    const move = { from: 'taken' as const, to: 'solved' as const, cause: null, resolution: 'Rettet', vendorText: null }
    expect(whyNotMoveCase(move)?.code).toBe('golive.needs-cause')
    expect(whyNotMoveCase({ ...move, from: 'confirmed' })?.code).toBe('golive.not-from-here')
  })
  test('the first weak step decides, whatever comes after', () => {
    const shares = { knowsWhy: 0.9, wantsTo: 0.7, knowsHow: 0.2, isAble: 0.1, itLasts: 0 }
    expect(firstWeak(shares)).toBe('wantsTo')
    expect(firstWeak({ ...shares, wantsTo: 0.8, knowsHow: 0.8, isAble: 0.8, itLasts: 0.8 })).toBeUndefined()
  })
})
