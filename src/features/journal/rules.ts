import { type Instant, ZONE } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import { type Cursor, MAX_TEXT, type NoteRow } from './contract.ts'
import { whoIsNamed } from './names.ts'
import { isTheme } from './themes.ts'

export { whoIsNamed, withOthersUnnamed } from './names.ts'

/** A tablet's clock may be ahead of the server's by this much. */
export const MINUTES_OF_SKEW = 5
/** A citizen who left can still be written about this long: the last days are often written down afterwards. */
export const DAYS_TO_WRITE_AFTER = 30
/** After this long away one chooses between all since last time and the last day. */
export const HOURS_AWAY = 72
/** Days in which an important note that I have not read is shown at every handover. */
export const DAYS_IMPORTANT_WAITS = 14
/** Longest life of a reminder; what must be known longer is a warning or a plan. */
export const DAYS_OF_REMINDER = 31
/** Local hours that count as night: from 23 to before 7. */
export const NIGHT = { from: 23, to: 7 } as const

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' })

export function isNight(at: Instant): boolean {
  const hour = Number(hourOf.format(new Date(at)))
  return hour >= NIGHT.from || hour < NIGHT.to
}

/** Why a thing cannot have happened then. */
export function whyNotThen(happenedAt: Instant, now: Instant): Refusal | undefined {
  const ahead = Date.parse(happenedAt) - Date.parse(now)
  return ahead > MINUTES_OF_SKEW * MINUTE ? refusal('journal.in-the-future', {}, 'happenedAt') : undefined
}

const whyNotTheme = (theme: string | null) =>
  theme === null || isTheme(theme) ? undefined : refusal('journal.theme-unknown', {}, 'theme')

type Written = Pick<NoteRow, 'happenedAt' | 'theme'>
export const whyNotWords = (note: Written, now: Instant): Refusal | undefined =>
  whyNotThen(note.happenedAt, now) ?? whyNotTheme(note.theme)

/** Why a note cannot be written as it stands; whether the unit uses the kind, only the server knows. */
export function whyNotWrite(note: Written & Pick<NoteRow, 'kind' | 'citizenId'>, now: Instant): Refusal | undefined {
  if (note.kind !== 'unit' && !note.citizenId) return refusal('journal.citizen-missing', {}, 'citizenId')
  if (note.kind === 'unit' && note.citizenId) return refusal('journal.unit-note-has-citizen', {}, 'kind')
  return whyNotWords(note, now)
}

type Standing = Pick<NoteRow, 'permitted' | 'withdrawn'>

/** Why a note cannot be corrected: it was taken back. Who may, the note itself says (`permitted`). */
export const whyNotCorrect = ({ withdrawn, permitted }: Standing): Refusal | undefined => {
  if (withdrawn) return refusal('journal.already-withdrawn')
  return permitted.includes('correct') ? undefined : refusal('journal.not-yours')
}

export const whyNotWithdraw = ({ withdrawn, permitted }: Standing): Refusal | undefined => {
  if (withdrawn) return refusal('journal.already-withdrawn')
  return permitted.includes('withdraw') ? undefined : refusal('journal.not-yours')
}

export function whyNotRemind(expiresAt: Instant, now: Instant): Refusal | undefined {
  const life = Date.parse(expiresAt) - Date.parse(now)
  if (life <= 0) return refusal('journal.reminder-over', {}, 'expiresAt')
  if (life > DAYS_OF_REMINDER * DAY)
    return refusal('journal.reminder-too-long', { days: DAYS_OF_REMINDER }, 'expiresAt')
  return undefined
}

export type EventPart = { noteId: Id; citizenId: Id; text: string }
/** Somebody a text may name. */
export type Named = { id: Id; calledName: string; fullName: string }

const twice = (ids: readonly Id[]) => ids.findIndex((id, index) => ids.indexOf(id) < index)

/** Why the parts of an event do not fit together. */
export function whyNotParts(common: string, parts: readonly EventPart[]): Refusal | undefined {
  const again = Math.max(twice(parts.map(({ citizenId }) => citizenId)), twice(parts.map(({ noteId }) => noteId)))
  if (again >= 0) return refusal('journal.citizen-twice', {}, `parts.${again}.citizenId`)
  const long = parts.findIndex(({ text }) => eventText(common, text).length > MAX_TEXT)
  if (long >= 0) return refusal('journal.event-too-long', { max: MAX_TEXT }, `parts.${long}.text`)
  return undefined
}

/** The common text stands in everybody's journal, so it may name none of them. */
export const whyNotCommon = (common: string, people: readonly Named[]): Refusal | undefined =>
  whoIsNamed(common, people).length > 0 ? refusal('journal.common-text-names', {}, 'text') : undefined

/** What stands in one citizen's journal: the common text, and the citizen's own paragraph below it. */
export const eventText = (common: string, own: string): string => (own.trim() === '' ? common : `${common}\n\n${own}`)

const MAX_XID = 2n ** 64n

/** Why a cursor is not one that a handover has shown: `xmin:xmax:running`, as PostgreSQL writes a snapshot. */
export function whyNotCursor({ seen }: Cursor): Refusal | undefined {
  const [xmin, xmax, running] = seen.split(':') as [string, string, string]
  const between = running === '' ? [] : running.split(',').map((xid) => (xid === '' ? -1n : BigInt(xid)))
  const [first, last] = [BigInt(xmin), BigInt(xmax)]
  const ordered = between.every((xid, i) => xid >= first && xid < last && (i === 0 || xid > between[i - 1]!))
  return first > 0n && first <= last && last < MAX_XID && ordered
    ? undefined
    : refusal('journal.cursor-unknown', {}, 'cursor')
}
