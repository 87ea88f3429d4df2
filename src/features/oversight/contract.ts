import { z } from 'zod'
import { contract, read } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** One entry of the log that names the citizen. */
export const Look = z.object({
  id: z.string(),
  at: Instant,
  /** Null to those who may not know who it was; they see roles and unit. */
  name: z.string().nullable(),
  roles: z.array(z.string()),
  unitName: z.string().nullable(),
  /** The use case; `actions.ts` has the words. */
  action: z.string(),
  outcome: z.enum(['done', 'denied', 'refused']),
  /** print, export; null: just to look or to write. */
  purpose: z.string().nullable(),
  relation: z.string().nullable(),
})
export type Look = z.infer<typeof Look>

/** Longest period asked for at once. */
export const MOST_DAYS = 366

export const oversight = contract('oversight', {
  /** Who has seen the citizen, latest first, at most 1,000; for those who answer for the citizen. Days are inclusive. */
  whoLooked: read(z.object({ citizenId: Id, from: Day, to: Day }), z.array(Look)),
})
