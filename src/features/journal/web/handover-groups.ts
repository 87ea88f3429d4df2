import type { HandoverOrder } from '#features/org/running.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Handover, HandoverNote } from '../contract.ts'
import { HOURS_AWAY } from '../rules.ts'

/** What is told about one citizen; null for the shared diary. */
export type Group = { readonly citizenId: Id | null; readonly notes: readonly HandoverNote[] }

export const isUnread = ({ read, withdrawn }: HandoverNote): boolean => !read && !withdrawn
const isUrgent = (note: HandoverNote): boolean => note.important && isUnread(note)

export const unreadIn = ({ notes }: Group): number => notes.filter(isUnread).length
export const importantUnread = (notes: readonly HandoverNote[]): HandoverNote[] => notes.filter(isUrgent)

const weight = (group: Group): number => (group.notes.some(isUrgent) ? 0 : unreadIn(group) > 0 ? 1 : 2)
const byTime = (a: HandoverNote, b: HandoverNote) => a.happenedAt.localeCompare(b.happenedAt)
const urgentFirst = (a: HandoverNote, b: HandoverNote) => Number(isUrgent(b)) - Number(isUrgent(a)) || byTime(a, b)

/**
 * Citizen by citizen. What needs action first, as it is unless a unit says otherwise: those with something important unread first, then those
 * with anything unread. By citizen: by name, as one goes round the house, and in order of time within.
 */
export function grouped(
  notes: readonly HandoverNote[],
  nameOf: (id: Id | null) => string,
  order: HandoverOrder | null = null,
): Group[] {
  const isByCitizen = order === 'citizen'
  const groups = Map.groupBy(notes, ({ citizenId }) => citizenId)
  const byName = (a: Group, b: Group) => nameOf(a.citizenId).localeCompare(nameOf(b.citizenId), 'da')
  return [...groups]
    .map(([citizenId, mine]) => ({ citizenId, notes: [...mine].sort(isByCitizen ? byTime : urgentFirst) }))
    .sort((a, b) => (isByCitizen ? 0 : weight(a) - weight(b)) || byName(a, b))
}

/** So many of a start page's places are kept for what was written last, however much important is unread. */
const JUST_CAME = 4

/**
 * For the start page: what is important and unread, then what was written last, so that what just came is seen at once.
 * @param most notes shown; the handover holds them all
 */
export function latest(notes: readonly HandoverNote[], most: number): Group[] {
  const newest = [...notes].sort((a, b) => b.writtenAt.localeCompare(a.writtenAt))
  const [urgent, others] = [newest.filter(isUrgent), newest.filter((note) => !isUrgent(note))]
  const shown = [...urgent.slice(0, most - Math.min(JUST_CAME, others.length)), ...others]
  return shown.slice(0, most).map((note) => ({ citizenId: note.citizenId, notes: [note] }))
}

export const wasLongAway = ({ since }: Pick<Handover, 'since'>, now: Date): boolean =>
  since !== null && now.getTime() - Date.parse(since) > HOURS_AWAY * 3_600_000

/** When the next shift begins, and the one after this is over. */
export function nextShift(
  shiftStarts: readonly string[],
  now: Date,
  at: (time: string, day: number) => Instant,
): Instant {
  const starts = [0, 1].flatMap((day) => shiftStarts.map((time) => at(time, day)))
  const coming = starts.filter((start) => Date.parse(start) > now.getTime()).sort()
  return coming[1] ?? coming[0] ?? new Date(now.getTime() + 24 * 3_600_000).toISOString()
}
