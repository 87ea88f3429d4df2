import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** A month of hours is the most that is written as one. */
export const MOST_MINUTES = 45_000
/** 100,000 hours. */
export const MOST_BUDGET = 6_000_000

export const Purpose = z.object({
  id: Id,
  placeId: Id,
  name: z.string(),
  budgetMinutes: z.int(),
  usedMinutes: z.int(),
  /** Of these, in the last 28 days. */
  latelyMinutes: z.int(),
  position: z.int(),
  version: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Purpose = z.infer<typeof Purpose>

export const Work = z.object({
  id: Id,
  purposeId: Id,
  workedOn: Day,
  minutes: z.int(),
  note: z.string(),
  version: z.int(),
})
export type Work = z.infer<typeof Work>

const worked = { workedOn: Day, minutes: z.int().min(0).max(MOST_MINUTES), note: text(200) }
const versioned = z.object({ id: Id, version: z.int() })

export const coordination = contract('coordination', {
  /** Places whose hours one may write. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  /** What hours are set aside for, and what has gone to it. */
  hours: read(z.object({}), z.array(Purpose)),
  /** One's own, latest first; at most 50. */
  myWork: read(z.object({}), z.array(Work)),
  addPurpose: write(
    z.object({ id: Id, placeId: Id, name: words(60), budgetMinutes: z.int().min(0).max(MOST_BUDGET) }),
    versioned,
  ),
  changePurpose: write(
    versioned.extend({ name: words(60), budgetMinutes: z.int().min(0).max(MOST_BUDGET) }),
    versioned,
  ),
  logWork: write(z.object({ id: Id, purposeId: Id, ...worked }), versioned),
  /** Only one's own; 0 minutes takes it out. */
  changeWork: write(versioned.extend(worked), versioned),
})
