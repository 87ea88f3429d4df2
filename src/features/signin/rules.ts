import type { Admission } from '#features/org/contract.ts'
import { addDays, type Day, type Instant, instantAt } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { type Assurance, assurances, type Policy } from './contract.ts'

/** In force until the municipality decides otherwise. */
export const firstPolicy: Policy = {
  validFrom: '2000-01-01',
  secondFactor: 'offered',
  leastAssurance: 'substantial',
  lockMinutes: 5,
  fullHours: 168,
}

export const LEAST_PASSWORD = 12
/** A change of what one signs in with asks for a sign-in no older than this. */
export const FRESH_MINUTES = 15
/** A PIN session never lasts longer, however much it is used. */
export const PIN_HOURS = 4

const letterOf: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const plain = (password: string) => password.toLowerCase().normalize('NFC')
const unleeted = (password: string) => [...password].map((letter) => letterOf[letter] ?? letter).join('')
/** What is left when digits and signs before and after are taken away: `Sommer2024!!` is `sommer`. */
const core = (password: string) => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** The shortest piece that gives the whole when it is said again and again. */
function pieceOf(word: string): string {
  for (let size = 1; size <= word.length / 2; size++)
    if (word.length % size === 0 && word.slice(0, size).repeat(word.length / size) === word) return word.slice(0, size)
  return word
}

const rows = ['abcdefghijklmnopqrstuvwxyzæøå', 'qwertyuiopåasdfghjkløæzxcvbnm', '01234567890123456789']
const isRow = (word: string): boolean =>
  word.length > 3 && rows.some((row) => row.includes(word) || [...row].reverse().join('').includes(word))

type Owner = { userName: string | null; name: string; tenantName: string }

const wordsOf = ({ userName, name, tenantName }: Owner): string[] =>
  [userName ?? '', ...`${name} ${tenantName}`.split(/[\s-]+/)].map(plain).filter((word) => word.length > 3)

/**
 * Why a password may not be chosen, or undefined. Length before letters of all kinds: that is what NIST SP 800-63B says,
 * and it asks for the list of what others chose before.
 *
 * @param isCommon whether a word (lower case) stands on the list of passwords that were found in breaches
 */
export function whyNotPassword(
  password: string,
  owner: Owner,
  isCommon: (word: string) => boolean,
): Refusal | undefined {
  const whole = plain(password)
  if ([...password].length < LEAST_PASSWORD)
    return refusal('signin.password-short', { least: LEAST_PASSWORD }, 'password')
  if (wordsOf(owner).some((word) => whole.includes(word))) return refusal('signin.password-names-you', {}, 'password')
  const forms = [whole, core(whole), unleeted(whole), core(unleeted(whole)), unleeted(core(whole))]
  const pieces = [...forms, ...forms.map(pieceOf)]
  const isSimple = pieces.some((piece) => isCommon(piece) || isRow(piece)) || new Set(whole).size < 5
  return isSimple ? refusal('signin.password-common', {}, 'password') : undefined
}

/** Why six digits or more are too easy to guess for somebody who stands at the tablet. */
export function whyNotPin(pin: string): Refusal | undefined {
  const piece = pieceOf(pin)
  const isDate = /^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d$/.test(pin)
  const pairs = /^(\d)\1(\d)\2(\d)\3$/.test(pin)
  const easy = piece.length < 4 || isRow(pin) || isDate || pairs
  return easy ? refusal('signin.pin-easy', {}, 'pin') : undefined
}

type Standing = {
  factors: readonly ('totp' | 'passkey' | 'recovery')[]
  factorRequired: boolean
  passwordForOnce: boolean
}

/** What a person half-way in must do next; undefined lets them in. A passkey asks for finger or code itself, and is both factors. */
export function whatNext(
  { factors, factorRequired, passwordForOnce }: Standing,
  proved: readonly string[],
): (Admission & { ok: false })['next'] | undefined {
  const second = proved.some((way) => ['totp', 'passkey', 'recovery'].includes(way))
  const has = factors.some((factor) => factor !== 'recovery')
  if (has && !second) return 'second-factor'
  if (passwordForOnce && proved.includes('password')) return 'new-password'
  if (factorRequired && !second) return 'enrol-factor'
  return undefined
}

/** Whether a level reaches another; none at all reaches nothing. */
export const reaches = (level: Assurance | null, least: Assurance): boolean =>
  level !== null && assurances.indexOf(level) >= assurances.indexOf(least)

/** Where a browser may be sent after signing in: a path of our own, never another house. */
export function ownPath(asked: string | null): string {
  if (!asked || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked) || asked.length > 500) return '/'
  const there = URL.parse(asked, 'http://here.invalid')
  const isOurs = there?.host === 'here.invalid' && !/^\/(\/|api\/)/.test(there.pathname)
  return isOurs ? there.pathname + there.search : '/'
}

const MINUTE = 60_000
/** Nothing is held back for the first three; then ever longer, and from the eighth a quarter of an hour. */
export const delayAfter = (tries: number): number => (tries < 4 ? 0 : tries < 8 ? 2 ** (tries - 4) : 900)

/** @param startedAt when the session was opened */
export const isFresh = (session: { startedAt: Instant; how: string }, now: Instant): boolean =>
  !['pin', 'temp'].includes(session.how) && Date.parse(now) - Date.parse(session.startedAt) <= FRESH_MINUTES * MINUTE

/** The moment the last day of an employment is over. */
export const endOf = (employedTo: Day): Instant => instantAt(addDays(employedTo, 1), '00:00')
