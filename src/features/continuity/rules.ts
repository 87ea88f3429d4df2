import type { NoteKind } from '#features/org/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'

/** Digits of a code. At least a million codes, each dear to try, stand between a thief with the device and the pack. */
export const CODE_DIGITS = { min: 6, max: 12 } as const

export type CodeFault = 'too-short' | 'too-simple' | 'differs'

const isRun = (code: string): boolean => {
  const steps = [...code].slice(1).map((digit, at) => Number(digit) - Number(code[at]))
  return steps.every((step) => step === steps[0] && Math.abs(step!) <= 1)
}

/** Why a code may not be chosen: too few digits, all the same or in a row, or not typed alike twice. */
export function whyNotCode(code: string, again: string): CodeFault | undefined {
  if (!/^\d+$/.test(code) || code.length < CODE_DIGITS.min || code.length > CODE_DIGITS.max) return 'too-short'
  if (isRun(code)) return 'too-simple'
  return code === again ? undefined : 'differs'
}

const FREE_TRIES = 3
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 5 * 60_000

/** How long one waits after so many wrong codes in a row: nothing for three, then 5, 10, 20 seconds … at most 5 minutes. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS)

const HOUR_MS = 3_600_000

/** Whether a pack should be fetched anew: there is none, or it is an hour old. A clock set back counts as old. */
export const isStale = (madeAt: Instant | null, now: Date): boolean => {
  if (madeAt === null) return true
  const age = now.getTime() - Date.parse(madeAt)
  return age >= HOUR_MS || age < -HOUR_MS
}

/** Whole minutes since; never below 0. */
export const minutesSince = (at: Instant, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 60_000))

/** How many notes each author has waiting, by name. */
export function countByAuthor(notes: readonly { authorId: string; authorName: string }[]) {
  const counts = new Map<string, { authorId: string; authorName: string; count: number }>()
  for (const { authorId, authorName } of notes)
    counts.set(authorId, { authorId, authorName, count: (counts.get(authorId)?.count ?? 0) + 1 })
  return [...counts.values()].sort((a, b) => a.authorName.localeCompare(b.authorName, 'da'))
}

/** The kind a note written without the server gets: the shared diary about nobody, else the diary or what the unit has instead. */
export function kindOf(isAboutSomebody: boolean, kinds: readonly NoteKind[]): NoteKind {
  if (!isAboutSomebody) return 'unit'
  return kinds.includes('diary') ? 'diary' : (kinds.find((kind) => kind !== 'unit') ?? 'diary')
}
