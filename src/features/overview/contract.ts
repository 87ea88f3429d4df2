import { z } from 'zod'
import { contract, read } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** A share of readers is shown only when at least this many people were to read. */
export const SMALLEST_GROUP = 5

export const LeaderUnit = z.object({
  id: Id,
  name: z.string(),
  /** Notes a day for the last 14 days, oldest first. */
  perDay: z.array(z.object({ day: Day, notes: z.int(), important: z.int() })),
  /** Citizens without a note for 7 days. */
  silentCitizens: z.int(),
  /** Drafts older than 24 hours; how many, never whose. */
  oldDrafts: z.int(),
  /** Warnings past their review day. */
  overdueWarnings: z.int(),
  /** Important notes of the last 3 days that too few have read, per shift; never who. */
  unread: z.array(
    z.object({
      noteId: Id,
      citizenId: Id.nullable(),
      writtenAt: Instant,
      shift: z.string(),
      readers: z.int().nullable(),
      of: z.int().nullable(),
      nobody: z.boolean(),
    }),
  ),
})
export type LeaderUnit = z.infer<typeof LeaderUnit>

export const overview = contract('overview', {
  /** Units I lead; empty for everyone else. */
  forLeader: read(z.object({}), z.array(LeaderUnit)),
})
