import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  eventStates,
  hasNumber,
  isNarrow,
  likeness,
  nameIn,
  newReceipt,
  readCode,
  shownCode,
  whyNotJoin,
  whyNotMoveOn,
  whyNotOpenVoting,
  whyNotSend,
  whyNotWithdraw,
  whyNotWords,
} from './rules.ts'

const day = { opensAt: '2027-01-12T13:00:00+01:00', closesAt: '2027-01-12T16:00:00+01:00', state: 'open' as const }

test('one joins from half an hour before to half an hour after, and not when the day has been closed', () => {
  expect(whyNotJoin(day, '2027-01-12T12:29:59+01:00')?.code).toBe('capture.day-not-yet')
  expect(whyNotJoin(day, '2027-01-12T12:30:00+01:00')).toBeUndefined()
  expect(whyNotJoin(day, '2027-01-12T16:30:00+01:00')).toBeUndefined()
  expect(whyNotJoin(day, '2027-01-12T16:30:01+01:00')?.code).toBe('capture.day-over')
  expect(whyNotJoin({ ...day, state: 'closed' }, '2027-01-12T14:00:00+01:00')?.code).toBe('capture.day-over')
})

test('a telephone that was without coverage may send for a day more, until the slips are being worked on', () => {
  expect(whyNotSend({ ...day, state: 'closed' }, '2027-01-13T15:59:00+01:00')).toBeUndefined()
  expect(whyNotSend(day, '2027-01-13T16:00:01+01:00')?.code).toBe('capture.day-over')
  expect(whyNotSend({ ...day, state: 'processed' }, '2027-01-12T15:00:00+01:00')?.code).toBe('capture.day-over')
})

test('nobody votes on a day that has been worked through', () => {
  expect((['planned', 'open', 'closed'] as const).map((state) => whyNotOpenVoting({ state }))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect((['processed', 'answered'] as const).map((state) => whyNotOpenVoting({ state })?.code)).toEqual([
    'capture.voting-over',
    'capture.voting-over',
  ])
})

test('a CPR number is seen however it is typed, and other figures are let be', () => {
  for (const typed of [
    '0101901234',
    '010190-1234',
    '010190 1234',
    '01 01 90-1234',
    '01.01.90 1234',
    '610190-1234',
    'kl. 7: 311299-0001.',
  ])
    expect([typed, hasNumber(typed)]).toEqual([typed, true])
  for (const typed of [
    '70 20 30 40',
    '12345678',
    '2027-01-12',
    '99 99 99 9999',
    'fra 7.30 til 15',
    '00 45 12 34 56 78',
    '12345678901234',
  ])
    expect([typed, hasNumber(typed)]).toEqual([typed, false])
})

test('whatever stands around it, a number is found', () => {
  const words = fc.string({ maxLength: 40 }).filter((text) => !/\d/.test(text))
  fc.assert(fc.property(words, words, (before, after) => hasNumber(`${before} 010190-1234 ${after}`)))
})

test('what looks like a name is asked about; units, and words that begin a sentence, are not', () => {
  expect(nameIn('Vi glemte Jens Bak i bussen')).toBe('Jens Bak')
  expect(nameIn('Karl-Åge B. vil selv')).toBe('Karl-Åge B.')
  expect(nameIn('Øjvind Ærø ringede')).toBe('Øjvind Ærø')
  expect(nameIn('Vi kører fra Bostøtten Nord til Åstedet', ['Bostøtten Nord'])).toBeUndefined()
  expect(nameIn('Natten er lang. Vi mangler en liste')).toBeUndefined()
  expect(nameIn('SSA og FMK på samme side')).toBeUndefined()
  const slip = { text: 'Vi glemte Jens Bak i bussen', namesSeen: false }
  expect(whyNotWords(slip, [])?.code).toBe('capture.name-in-text')
  expect(whyNotWords({ ...slip, namesSeen: true }, [])).toBeUndefined()
  expect(whyNotWords({ text: '010190-1234', namesSeen: true }, [])?.code).toBe('capture.number-in-text')
})

test('a receipt has no letters that are mistaken for each other, and is read as people type it', () => {
  const code = newReceipt()
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
  expect(readCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
  expect(new Set(Array.from({ length: 500 }, newReceipt)).size).toBe(500)
})

test('a slip is taken back within fourteen days, once', () => {
  const slip = { receivedAt: '2027-01-12T14:00:00Z', withdrawn: false }
  expect(whyNotWithdraw(slip, '2027-01-26T14:00:00Z')).toBeUndefined()
  expect(whyNotWithdraw(slip, '2027-01-26T14:00:01Z')?.code).toBe('capture.withdraw-too-late')
  expect(whyNotWithdraw({ ...slip, withdrawn: true }, '2027-01-13T14:00:00Z')?.code).toBe('capture.withdrawn-already')
})

test('a day goes forward one step at a time, and back only from closed to open', () => {
  const none = { unplaced: 0, unanswered: 0 }
  const allowed = eventStates.flatMap((from) =>
    eventStates.filter((to) => !whyNotMoveOn(from, to, none)).map((to) => `${from}→${to}`),
  )
  expect(allowed).toEqual(['planned→open', 'open→closed', 'closed→open', 'closed→processed', 'processed→answered'])
  expect(whyNotMoveOn('closed', 'processed', { unplaced: 2, unanswered: 0 })?.facts).toEqual({ slips: 2 })
  expect(whyNotMoveOn('processed', 'answered', { unplaced: 0, unanswered: 1 })?.code).toBe('capture.answers-left')
})

test('narrow is one kind of offer, and not nobody', () => {
  expect(isNarrow([{ group: 'day', dots: 4 }])).toBe(true)
  expect(
    isNarrow([
      { group: 'day', dots: 4 },
      { group: 'acute', dots: 1 },
    ]),
  ).toBe(false)
  expect(
    isNarrow([
      { group: 'day', dots: 4 },
      { group: 'acute', dots: 0 },
    ]),
  ).toBe(true)
  expect(isNarrow([])).toBe(false)
})

test('slips alike in words are found whichever way one looks', () => {
  expect(
    likeness('Vi skriver det samme i bogen og kalenderen', 'Det samme skrives i bogen og i kalenderen'),
  ).toBeGreaterThan(0.6)
  expect(likeness('Natten er blind', 'Kørebog med kilometer')).toBe(0)
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => likeness(a, b) === likeness(b, a)))
})
