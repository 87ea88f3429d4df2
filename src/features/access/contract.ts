import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** Enough to be sure it is the right person, and no more. */
export const Sought = z.object({
  id: Id,
  calledName: z.string(),
  fullName: z.string(),
  bornOn: Day.nullable(),
  identityProtected: z.boolean(),
  /** Within reach already: there is nothing to open. */
  isMine: z.boolean(),
})
export type Sought = z.infer<typeof Sought>

export const outcomes = ['needed', 'understandable', 'not-needed'] as const

/** My own reach in an emergency, while it lasts. */
export const OpenNow = z.object({
  id: Id,
  citizenId: Id,
  calledName: z.string(),
  fullName: z.string(),
  reason: z.string(),
  untilAt: Instant,
})
export type OpenNow = z.infer<typeof OpenNow>

export const Emergency = z.object({
  id: Id,
  citizenId: Id,
  citizenName: z.string(),
  employeeName: z.string(),
  profession: z.string().nullable(),
  /** Units of the citizen's that the reader looks after. */
  unitNames: z.array(z.string()),
  reason: z.string(),
  openedAt: Instant,
  untilAt: Instant,
  /** Ended by hand before its time. */
  endedAt: Instant.nullable(),
  isOpen: z.boolean(),
  /** How many times they looked at or wrote something about the citizen while it lasted. */
  looks: z.int(),
  outcome: z.enum(outcomes).nullable(),
  note: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  /** Acts I may do: review. */
  permitted: z.array(z.string()),
})
export type Emergency = z.infer<typeof Emergency>

/** What the temp showed. That it was seen is recorded, its number never. */
export const idKinds = ['passport', 'driving-licence', 'health-card', 'agency-card', 'known'] as const
export const Code = z.string().regex(/^\d{6}$/)

/** A temp's time at a unit: let in by whom, until when. */
export const Duty = z.object({
  id: Id,
  employeeId: Id,
  name: z.string(),
  agency: z.string().nullable(),
  fromAt: Instant,
  untilAt: Instant,
  endedAt: Instant.nullable(),
  openedByName: z.string(),
  idShown: z.enum(idKinds),
  isNow: z.boolean(),
  /** Medicine is delegated to them here today, by this person. */
  medicineBy: z.string().nullable(),
  version: z.int(),
  /** Acts I may do: end, code, delegate. */
  permitted: z.array(z.string()),
})
export type Duty = z.infer<typeof Duty>

/** Somebody of that name who has been here before. */
export const KnownTemp = z.object({
  id: Id,
  name: z.string(),
  agency: z.string().nullable(),
  lastOn: Day.nullable(),
  isNow: z.boolean(),
})
export type KnownTemp = z.infer<typeof KnownTemp>

const marks = {
  agencyNumber: text(40).nullable(),
  bornOn: Day.nullable(),
  phoneEnd: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
}

export const access = contract('access', {
  /** Whether I may open one at all, my own that are open, and how many wait for my review. */
  now: read(
    z.object({}),
    z.object({
      mayOpen: z.boolean(),
      mayOversee: z.boolean(),
      minutes: z.int(),
      mine: z.array(OpenNow),
      toReview: z.int(),
      /** Units where I let temps in, and where I delegate. */
      letInAt: z.array(Id),
      delegateAt: z.array(Id),
    }),
  ),
  /** By the whole name or the whole number; nothing less finds anybody. Recorded, found or not. */
  seek: write(z.object({ id: Id, words: words(200) }), z.object({ id: Id, found: z.array(Sought) })),
  /** Of somebody found within the last quarter of an hour. Their leaders are told at once. */
  open: write(
    z.object({ id: Id, seekingId: Id, citizenId: Id, reason: text(500) }),
    z.object({ id: Id, untilAt: Instant }),
  ),
  /** My own, before its time. */
  end: write(z.object({ id: Id }), z.object({ id: Id, endedAt: Instant })),
  /** Open and past ones about citizens of units I look after, latest first; at most 200. */
  emergencies: read(z.object({}), z.array(Emergency)),
  /** What it was; `note` is needed for anything but `needed`. */
  review: write(
    z.object({ id: Id, emergencyId: Id, outcome: z.enum(outcomes), note: text(500).nullable() }),
    z.object({ id: Id }),
  ),
  /** Those on duty now, and those of the last 30 days. */
  duties: read(z.object({ unitId: Id }), z.array(Duty)),
  /** Temps of exactly that name, whom a mark that was given does not rule out; at most 5. */
  findTemps: read(z.object({ unitId: Id, name: words(120), ...marks }), z.array(KnownTemp)),
  /**
   * Lets a temp in until the shift ends. The same name and mark are the same person: `employeeId` answers who it was.
   * The code is made by the colleague's browser and told to the temp; it is stored nowhere.
   */
  letIn: write(
    z.object({
      id: Id,
      unitId: Id,
      employeeId: Id,
      name: words(120),
      agency: words(80).nullable(),
      ...marks,
      idShown: z.enum(idKinds),
      code: Code,
    }),
    z.object({ id: Id, employeeId: Id, name: z.string(), untilAt: Instant, wasKnown: z.boolean() }),
  ),
  endDuty: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id, endedAt: Instant })),
  /** On a unit's own tablet, before anybody is signed in: the temps on duty there. Anywhere else nobody. */
  tempsHere: read(
    z.object({}),
    z.object({
      unitName: z.string().nullable(),
      temps: z.array(z.object({ id: Id, name: z.string(), untilAt: Instant })),
    }),
  ),
  /** With the code, on the unit's own tablet: signed in until the shift ends. Whoever was signed in there is signed out. */
  enter: write(z.object({ id: Id, code: z.string().max(12) }), z.object({ ok: z.literal(true) })),
  /** Another code, when the first was forgotten or tried too often. */
  newCode: write(z.object({ id: Id, code: Code }), z.object({ id: Id })),
  delegate: write(
    z.object({ id: Id, employeeId: Id, unitId: Id, what: z.enum(['medicine']), note: text(500).nullable(), toOn: Day }),
    z.object({ id: Id }),
  ),
  endDelegation: write(z.object({ id: Id }), z.object({ id: Id })),
  delegations: read(
    z.object({ unitId: Id }),
    z.array(
      z.object({
        id: Id,
        employeeId: Id,
        name: z.string(),
        what: z.enum(['medicine']),
        note: z.string().nullable(),
        fromOn: Day,
        toOn: Day,
        byName: z.string(),
        permitted: z.array(z.string()),
      }),
    ),
  ),
  policy: read(
    z.object({}),
    z.object({ id: Id, minutes: z.int(), coming: z.array(z.object({ fromOn: Day, minutes: z.int() })) }),
  ),
  decidePolicy: write(
    z.object({ id: Id, fromOn: Day, emergencyMinutes: z.int().min(5).max(720) }),
    z.object({ id: Id }),
  ),
})
