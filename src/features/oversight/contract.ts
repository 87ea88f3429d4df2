import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
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

export const reasons = ['random', 'denied', 'left', 'surname', 'many', 'night', 'own-name'] as const
export type Reason = (typeof reasons)[number]
export const judgements = ['work-need', 'explained', 'misuse'] as const
export type Judgement = (typeof judgements)[number]

/** A look-up somebody is asked about. */
export const Lookup = z.object({
  id: Id,
  reason: z.enum(reasons),
  at: Instant,
  /** How many entries of the log it stands for. */
  entries: z.int(),
  actorName: z.string(),
  roles: z.array(z.string()),
  unitName: z.string(),
  action: z.string(),
  outcome: z.enum(['done', 'denied', 'refused']),
  purpose: z.string().nullable(),
  relation: z.string().nullable(),
  /** The shared device, or browser and system. */
  device: z.string().nullable(),
  /** Whether it was about one citizen; the name only to whoever may know it. */
  isAboutOne: z.boolean(),
  citizenName: z.string().nullable(),
  /** Entries of the same person about the same citizen that day, and whether one of them was something written. */
  sameDay: z.int(),
  wroteSameDay: z.boolean(),
  /** Of a search: the words, where they may be shown to the reviewer. */
  words: z.string().nullable(),
  judgement: z.enum(judgements).nullable(),
  note: z.string().nullable(),
  judgedByName: z.string().nullable(),
  version: z.int(),
})
export type Lookup = z.infer<typeof Lookup>

/** A look-up as the data protection officer's list has it. */
export const Sampled = Lookup.pick({
  id: true,
  reason: true,
  at: true,
  actorName: true,
  unitName: true,
  action: true,
  citizenName: true,
  judgement: true,
  note: true,
  judgedByName: true,
}).extend({ dueOn: Day, isWithOfficer: z.boolean() })
export type Sampled = z.infer<typeof Sampled>

export const Chain = z.object({ unitName: z.string().nullable(), links: z.int(), sealedAt: Instant })
const Counted = z.object({ what: z.string(), count: z.int() })

/** What a data protection officer looks at: a period, how much, and what came of it. */
export const Account = z.object({
  id: Id,
  entries: z.int(),
  denied: z.int(),
  printed: z.int(),
  exported: z.int(),
  /** Refusals a day, oldest first; days without are left out. */
  deniedPerDay: z.array(z.object({ day: Day, count: z.int() })),
  deniedByAction: z.array(Counted),
  drawings: z.array(
    z.object({ kind: z.enum(['random', 'outliers']), from: Day, to: Day, drawnAt: Instant, found: z.array(Counted) }),
  ),
  emergencies: z.array(
    z.object({
      openedAt: Instant,
      employeeName: z.string(),
      citizenName: z.string(),
      reason: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
  searches: z.array(z.object({ at: Instant, name: z.string(), words: z.string(), hits: z.int() })),
  /** Seconds since everything was sealed; null before the first time. */
  unsealedSeconds: z.int().nullable(),
  chains: z.array(Chain),
})
export type Account = z.infer<typeof Account>

/** Longest period asked for at once. */
export const MOST_DAYS = 366

const period = { from: Day, to: Day }

export const oversight = contract('oversight', {
  /** Who has seen the citizen, latest first, at most 1,000; for those who answer for the citizen. Days are inclusive. */
  whoLooked: read(z.object({ citizenId: Id, ...period }), z.array(Look)),
  /** The look-ups of a task, those not judged first. */
  lookups: read(z.object({ taskId: Id }), z.array(Lookup)),
  /** What it was; `note` is needed for anything but `work-need`. Nobody judges their own. */
  judge: write(
    z.object({ id: Id, version: z.int(), judgement: z.enum(judgements), note: text(500).nullable() }),
    z.object({ id: Id, left: z.int() }),
  ),
  /** For the data protection officer; at most a year. */
  account: read(z.object(period), Account),
  /** All look-ups drawn in a period, latest first; at most 500. */
  sampled: read(z.object(period), z.array(Sampled)),
  /** Who has looked at somebody, found by the whole name or number, with a reason that is recorded. At most 1,000. */
  inquire: write(
    z.object({ id: Id, words: words(200), reason: words(300), citizenId: Id.nullable(), ...period }),
    z.object({
      id: Id,
      found: z.array(z.object({ id: Id, fullName: z.string(), bornOn: Day.nullable(), isProtected: z.boolean() })),
      looks: z.array(Look),
    }),
  ),
})
