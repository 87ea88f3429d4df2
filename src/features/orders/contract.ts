import { z } from 'zod'
import { contract, download, read, text, upload, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const orderStatuses = ['draft', 'active', 'on-hold', 'completed', 'revoked', 'entered-in-error'] as const
export const goalStatuses = ['proposed', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error'] as const
export const directions = ['develop', 'keep', 'limit-loss'] as const
export const partKinds = [
  'target-group',
  'theme',
  'diagnosis',
  'evaluation',
  'information',
  'organisation',
  'relative',
  'guardian',
  'consent',
  'account',
  'attachment',
] as const
export type PartKind = (typeof partKinds)[number]

/** Functioning from 0 (not limited) to 4 (fully limited); null: not assessed. */
const Level = z.int().min(0).max(4).nullable()

export const ContentGoal = z.object({
  foreignId: text(100).nullable(),
  text: words(4000),
  themeCode: text(100).nullable(),
  otherThemeCodes: z.array(text(100)).max(40),
  levelStart: Level,
  levelWanted: Level,
  direction: z.enum(directions).nullable(),
  status: z.enum(goalStatuses),
})

export const ContentIntervention = z.object({
  foreignId: text(100).nullable(),
  /** Of the goal it serves, when the order says so. */
  goalForeignId: text(100).nullable(),
  code: text(100).nullable(),
  text: words(1000),
  instruction: text(4000).nullable(),
  status: text(40),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
})

export const ContentPart = z.object({
  foreignId: text(100).nullable(),
  kind: z.enum(partKinds),
  code: text(100).nullable(),
  rank: z.int().nullable(),
  level: Level,
  role: text(200).nullable(),
  name: text(300).nullable(),
  phone: text(100).nullable(),
  text: text(40_000).nullable(),
  saidOn: Day.nullable(),
})

/** A file that came with it. */
export const ContentAttachment = z.object({
  /** Of the paper it is of, at the authority. */
  foreignId: text(100).nullable(),
  fileId: Id,
  name: text(300),
  text: text(4000).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int(),
})
export type ContentAttachment = z.infer<typeof ContentAttachment>

/** All that an order says, in our words. Whoever reads a message or a letter makes this of it. */
export const OrderContent = z.object({
  status: z.enum(orderStatuses),
  purpose: words(4000),
  objective: text(20_000).nullable(),
  orderedOn: Day,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  authorityName: words(200),
  authorityCode: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  caseNumber: text(100).nullable(),
  offerType: text(100).nullable(),
  supportNeed: text(100).nullable(),
  followUpOn: Day.nullable(),
  followUpEveryMonths: z.int().min(1).max(120).nullable(),
  codeVersion: words(60),
  goals: z.array(ContentGoal).max(100),
  interventions: z.array(ContentIntervention).max(100),
  parts: z.array(ContentPart).max(400),
  /** Missing in what was taken in before they were told apart. */
  attachments: z.array(ContentAttachment).max(50).optional(),
})
export type OrderContent = z.infer<typeof OrderContent>

/** What differs between two versions; `what` is a key of `text.fields`, `of` tells one of several apart. */
export const Difference = z.object({
  what: z.string(),
  of: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Difference = z.infer<typeof Difference>

export const OrderGoal = z.object({
  id: Id,
  text: z.string(),
  themeCode: z.string().nullable(),
  otherThemeCodes: z.array(z.string()),
  levelStart: z.int().nullable(),
  levelWanted: z.int().nullable(),
  direction: z.enum(directions).nullable(),
  status: z.enum(goalStatuses),
  /** Left out by a later version; sub-goals may still hang on it. */
  ended: z.boolean(),
  interventions: z.array(z.object({ id: Id, code: z.string().nullable(), text: z.string() })),
})
export type OrderGoal = z.infer<typeof OrderGoal>

export const OrderLine = z.object({
  id: Id,
  citizenId: Id,
  unitId: Id,
  unitName: z.string(),
  source: z.enum(['message', 'letter']),
  status: z.enum(orderStatuses),
  purpose: z.string(),
  objective: z.string().nullable(),
  orderedOn: Day,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  authorityName: z.string(),
  caseNumber: z.string().nullable(),
  offerType: z.string().nullable(),
  supportNeed: z.string().nullable(),
  followUpOn: Day.nullable(),
  followUpEveryMonths: z.int().nullable(),
  codeVersion: z.string(),
  fileId: Id.nullable(),
  fileName: z.string().nullable(),
  receivedAt: Instant,
  receivedByName: z.string(),
  version: z.int(),
  /** A newer version waits for a person. */
  waiting: z.boolean(),
  goals: z.array(OrderGoal),
})
export type OrderLine = z.infer<typeof OrderLine>

const Intervention = z.object({
  id: Id,
  goalId: Id.nullable(),
  code: z.string().nullable(),
  text: z.string(),
  instruction: z.string().nullable(),
  status: z.string(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
})
const Part = ContentPart.omit({ foreignId: true }).extend({ id: Id })

export const Attachment = z.object({
  /** Of the file. */
  id: Id,
  name: z.string(),
  fileName: z.string(),
  text: z.string().nullable(),
  sizeBytes: z.int(),
  receivedAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>

export const OrderWhole = OrderLine.extend({
  interventions: z.array(Intervention),
  parts: z.array(Part),
  /** Those of the version that stands. */
  attachments: z.array(Attachment),
  revisions: z.array(
    z.object({
      id: Id,
      number: z.int(),
      state: z.enum(['taken', 'waiting', 'declined', 'overtaken']),
      differences: z.array(Difference),
      /** That came first with this version. */
      attachments: z.array(Attachment),
      receivedAt: Instant,
      decidedAt: Instant.nullable(),
      decidedByName: z.string().nullable(),
      decidedBecause: z.string().nullable(),
    }),
  ),
  /** Acts I may do: decide, place. */
  permitted: z.array(z.string()),
})
export type OrderWhole = z.infer<typeof OrderWhole>

export const WaitingChange = z.object({
  id: Id,
  orderId: Id,
  citizenId: Id,
  calledName: z.string(),
  unitId: Id,
  unitName: z.string(),
  purpose: z.string(),
  differences: z.array(Difference),
  attachments: z.array(Attachment),
  receivedAt: Instant,
  version: z.int(),
})
export type WaitingChange = z.infer<typeof WaitingChange>

/** An order that lies above the units: its receiver was none here. No more of it than is needed to place it. */
export const Unplaced = z.object({
  id: Id,
  citizenId: Id,
  calledName: z.string(),
  unitName: z.string(),
  authorityName: z.string(),
  orderedOn: Day,
  receivedAt: Instant,
  version: z.int(),
})
export type Unplaced = z.infer<typeof Unplaced>

/** What a person types from a letter: the rest an order can say stands in the file. */
const typed = {
  id: Id,
  citizenId: Id,
  unitId: Id,
  fileName: words(200),
  fileId: Id,
  purpose: words(4000),
  objective: text(20_000).nullable(),
  orderedOn: Day,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  authorityName: words(200),
  caseNumber: text(100).nullable(),
  targetGroup: text(100).nullable(),
  offerType: text(100).nullable(),
  followUpOn: Day.nullable(),
  goals: z
    .array(
      z
        .object({
          text: words(4000),
          themeCode: text(100).nullable(),
          levelStart: Level,
          levelWanted: Level,
          direction: z.enum(directions).nullable(),
          interventionCode: text(100).nullable(),
        })
        .strict(),
    )
    .max(20),
}

export const orders = contract('orders', {
  /** The citizen's orders that I may see, latest first, with their goals. None is normal in some units. */
  ofCitizen: read(z.object({ citizenId: Id }), z.array(OrderLine)),
  /** One order with all it says and every version of it. */
  order: read(z.object({ orderId: Id }), OrderWhole),
  /** What I may do about orders for the citizen: type. */
  forCitizen: read(
    z.object({ citizenId: Id }),
    z.object({ id: Id, unitIds: z.array(Id), permitted: z.array(z.string()) }),
  ),
  /** Typed from the letter, which is the file. */
  type: upload(z.object(typed), z.object({ id: Id })),
  letter: download(z.object({ orderId: Id })),
  /** A file that came with the order, or with a change of it. */
  attachment: download(z.object({ orderId: Id, fileId: Id })),
  /** Changes of orders that wait for a person, oldest first; at most 200. */
  waiting: read(z.object({}), z.array(WaitingChange)),
  /** The change is taken in, or declined with a reason. */
  decide: write(
    z.object({ id: Id, orderId: Id, version: z.int(), take: z.boolean(), because: text(500).nullable() }),
    z.object({ id: Id, version: z.int() }),
  ),
  /** Orders that lie at the municipality or an area until somebody places them, oldest first; at most 200. */
  unplaced: read(z.object({}), z.array(Unplaced)),
  /** Moves an order to the unit that is to do it. */
  place: write(z.object({ id: Id, unitId: Id, version: z.int() }), z.object({ id: Id, version: z.int() })),
})
