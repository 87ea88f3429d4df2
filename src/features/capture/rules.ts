import type { Instant } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

/** Letters of a slip at most: about what fits on a slip of paper. */
export const MAX_LETTERS = 280
/** Dots a guest has in each theme. */
export const DOTS = 3
/** One may join half an hour before and after. */
export const WINDOW_MINUTES = 30
/** A telephone without coverage may send what it kept for so long after the day. */
export const LATE_HOURS = 24
/** For so long the author may take a slip back. */
export const WITHDRAW_DAYS = 14
/** For so long a unit's contact may protest against a merge or a settling. */
export const PROTEST_DAYS = 5
/** Slips from one telephone: in a minute, and in all on one day. */
export const PACE = { minute: 12, day: 200 } as const

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export const eventStates = ['planned', 'open', 'closed', 'processed', 'answered'] as const
export type EventState = (typeof eventStates)[number]
export const formats = ['cafe', 'use-case', 'hearing', 'visit'] as const
export type Format = (typeof formats)[number]

export const slipKinds = ['need', 'problem', 'idea', 'praise', 'step', 'variant', 'difficult'] as const
export type SlipKind = (typeof slipKinds)[number]
/** On a café day people write what they need; on a use-case day they walk through one task. */
export const kindsOf = (format: Format): readonly SlipKind[] =>
  format === 'use-case' ? ['step', 'variant', 'problem', 'difficult'] : ['problem', 'need', 'idea', 'praise']

type Day = { readonly opensAt: Instant; readonly closesAt: Instant; readonly state: EventState }

/** Why nobody can join now, or undefined. */
export function whyNotJoin({ opensAt, closesAt, state }: Day, now: Instant): Refusal | undefined {
  if (!isJoinable(state)) return refusal('capture.day-over')
  if (Date.parse(now) < Date.parse(opensAt) - WINDOW_MINUTES * MINUTE_MS) return refusal('capture.day-not-yet')
  if (Date.parse(now) > Date.parse(closesAt) + WINDOW_MINUTES * MINUTE_MS) return refusal('capture.day-over')
  return undefined
}

/** Why a telephone that has joined cannot send any more: what it kept without coverage comes in until the slips are being worked on. */
export function whyNotSend({ closesAt, state }: Day, now: Instant): Refusal | undefined {
  const isLate = Date.parse(now) > Date.parse(closesAt) + LATE_HOURS * 60 * MINUTE_MS
  return isLate || ['processed', 'answered'].includes(state) ? refusal('capture.day-over') : undefined
}

/** Dots are set while the slips are still being worked on: what a day was answered with is not voted on again. */
export const whyNotOpenVoting = ({ state }: Pick<Day, 'state'>): Refusal | undefined =>
  state === 'processed' || state === 'answered' ? refusal('capture.voting-over') : undefined

/** Whether people can still come with a slip: an invitation on the wall is true. */
export const isJoinable = (state: EventState): boolean => state === 'planned' || state === 'open'

const order = Object.fromEntries(eventStates.map((state, at) => [state, at])) as Record<EventState, number>

type Left = { readonly unplaced: number; readonly unanswered: number }

/** One step forward at a time; back only from closed to open. Slips without a place or a reason hold a day back. */
export function whyNotMoveOn(from: EventState, to: EventState, left: Left): Refusal | undefined {
  if (from === 'closed' && to === 'open') return undefined
  if (order[to] !== order[from] + 1) return refusal('capture.state-order', {}, 'state')
  if (to === 'processed' && left.unplaced > 0) return refusal('capture.slips-left', { slips: left.unplaced }, 'state')
  if (to === 'answered' && left.unanswered > 0)
    return refusal('capture.answers-left', { slips: left.unanswered }, 'state')
  return undefined
}

/** Day and month of a civil registration number (days up to 31, and 61–91 of replacement numbers), then four digits. */
const NUMBER = /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[ .]?(?:0[1-9]|1[0-2])[ .]?\d\d[ .-]{0,3}\d{4}(?!\d)/

/** Whether something that looks like a CPR number stands in the words; such a slip is never taken. */
export const hasNumber = (words: string): boolean => NUMBER.test(words)

const NAME = /(?<![\p{L}\d])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s+(\p{Lu}\p{Ll}+|\p{Lu}\.)(?![\p{L}\d])/gu

/**
 * Two words that look like a person's name: both with a capital letter, and not the name of a unit.
 * It is a gentle question, never a wall: the writer may say that nobody is named.
 */
export function nameIn(words: string, known: readonly string[] = []): string | undefined {
  const places = new Set(known.flatMap((name) => name.toLowerCase().split(/\s+/)))
  for (const [whole, first, last] of words.matchAll(NAME))
    if (!places.has(first!.toLowerCase()) && !places.has(last!.toLowerCase())) return whole
  return undefined
}

type Words = { readonly text: string | null; readonly authorRole?: string | null; readonly namesSeen: boolean }

/** What stands in a slip that should not: a CPR number never, what looks like a name only when the writer has said it is none. */
export function whyNotWords({ text, authorRole, namesSeen }: Words, known: readonly string[]): Refusal | undefined {
  if (hasNumber(text ?? '') || hasNumber(authorRole ?? '')) return refusal('capture.number-in-text', {}, 'text')
  if (!namesSeen && nameIn(text ?? '', known)) return refusal('capture.name-in-text', {}, 'text')
  return undefined
}

/** Letters and digits that cannot be mistaken for each other when read aloud. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const RECEIPT_LETTERS = 8

/** A code of so many letters; `random` gives bytes. Bytes that would make some letters likelier are thrown away. */
export function newCode(
  letters: number,
  random: () => number = () => crypto.getRandomValues(new Uint8Array(1))[0]!,
): string {
  const most = 256 - (256 % CODE_LETTERS.length)
  let code = ''
  while (code.length < letters) {
    const byte = random()
    if (byte < most) code += CODE_LETTERS[byte % CODE_LETTERS.length]
  }
  return code
}

export const newReceipt = (): string => newCode(RECEIPT_LETTERS)
/** As people type it: small letters, spaces and dashes do not matter. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
/** In two halves, so that it can be read aloud and written down. */
export const shownCode = (code: string): string => code.replace(/^(.{4})(?=.{4}$)/, '$1-')

/** Why the author cannot take a slip back, or undefined. */
export function whyNotWithdraw(
  slip: { readonly receivedAt: Instant; readonly withdrawn: boolean },
  now: Instant,
): Refusal | undefined {
  if (slip.withdrawn) return refusal('capture.withdrawn-already')
  const isLate = Date.parse(now) - Date.parse(slip.receivedAt) > WITHDRAW_DAYS * DAY_MS
  return isLate ? refusal('capture.withdraw-too-late', { days: WITHDRAW_DAYS }) : undefined
}

/** The last moment of a protest against something done now. */
export const protestUntil = (now: Instant): Instant => new Date(Date.parse(now) + PROTEST_DAYS * DAY_MS).toISOString()

export function whyNotProtest(
  need: { readonly protestUntilAt: Instant | null; readonly mergedInto: boolean },
  now: Instant,
): Refusal | undefined {
  if (!need.protestUntilAt || Date.parse(now) > Date.parse(need.protestUntilAt))
    return refusal('capture.protest-too-late', { days: PROTEST_DAYS })
  return undefined
}

export const needStates = ['draft', 'out-for-comment', 'settled', 'out-of-scope'] as const
export type NeedState = (typeof needStates)[number]

export type Voice = { readonly group: string; readonly dots: number }

/** Voices from one kind of offer only: flagged, never put lower. A need that nobody has voted on is not called narrow. */
export const isNarrow = (voices: readonly Voice[]): boolean => voices.filter(({ dots }) => dots > 0).length === 1

/** Share of words two slips have in common, 0 to 1: what looks alike is offered as one, never merged by itself. */
export function likeness(a: string, b: string): number {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [])
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (!one.size || !other.size) return 0
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.min(one.size, other.size)
}
