import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { Kind } from '#features/thread/contract.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { DOTS, eventStates, formats, MAX_LETTERS, needStates, slipKinds } from './rules.ts'

export const OfferGroupName = z.enum(offerGroupKeys)
const EventState = z.enum(eventStates)
const Format = z.enum(formats)
export const SlipKind = z.enum(slipKinds)
export const NeedState = z.enum(needStates)
export const JoinCode = z.string().regex(/^[A-Z0-9]{4,8}$/)
export const ReceiptCode = z.string().regex(/^[A-Z0-9]{8}$/)
const Token = z.string().regex(/^[\w-]{43}$/)
const Voting = z.enum(['none', 'open', 'closed'])
/** A picture as a data address; 600 kB of it at most. */
const Picture = z.string().max(820_000)
export const MAX_PHOTO_BYTES = 600_000

/** Slips of one day, people of one day, needs of one house: bounds of what is shown at once. */
export const MOST_SLIPS = 2000

export const EventLine = z.object({
  id: Id,
  placeId: Id,
  label: z.string(),
  format: Format,
  title: z.string(),
  venue: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  state: EventState,
  slips: z.int(),
  /** Neither gathered in a need nor put aside with a reason. */
  unplaced: z.int(),
  /** Working hours given, in minutes. */
  minutes: z.int(),
  permitted: z.array(z.string()),
})
export type EventLine = z.infer<typeof EventLine>

export const InvitedUnit = z.object({ unitId: Id, name: z.string(), offerGroup: OfferGroupName })
export const Theme = z.object({ id: Id, name: z.string(), sort: z.int() })
export type Theme = z.infer<typeof Theme>

export const EventDetail = EventLine.extend({
  task: z.string().nullable(),
  prompts: z.array(z.string()),
  notice: z.string(),
  joinCode: JoinCode,
  voting: Voting,
  guests: z.int(),
  units: z.array(InvitedUnit),
  themes: z.array(Theme),
  attendance: z.array(
    z.object({
      id: Id,
      unitId: Id.nullable(),
      unitName: z.string().nullable(),
      role: z.string().nullable(),
      people: z.int(),
      minutes: z.int(),
    }),
  ),
  version: z.int(),
})
export type EventDetail = z.infer<typeof EventDetail>

export const Slip = z.object({
  id: Id,
  eventId: Id,
  label: z.string(),
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  offerGroup: OfferGroupName.nullable(),
  authorRole: z.string().nullable(),
  /** Only for those who work at the table. */
  authorName: z.string().nullable(),
  kind: SlipKind,
  /** Null while a photograph waits to be typed, and when it is hidden or withdrawn. */
  text: z.string().nullable(),
  photoId: Id.nullable(),
  source: z.enum(['phone', 'tablet', 'paper', 'spoken']),
  state: z.enum(['new', 'read', 'parked', 'out-of-scope', 'rejected']),
  reason: z.string().nullable(),
  hiddenBecause: z.string().nullable(),
  withdrawn: z.boolean(),
  duplicateOfId: Id.nullable(),
  themeId: Id.nullable(),
  needId: Id.nullable(),
  needLabel: z.string().nullable(),
  /** Null until voting has closed. */
  dots: z.int().nullable(),
  writtenAt: Instant,
  version: z.int(),
})
export type Slip = z.infer<typeof Slip>

export const WallSlip = z.object({
  id: Id,
  kind: SlipKind,
  text: z.string(),
  themeId: Id.nullable(),
  dots: z.int().nullable(),
})
export type WallSlip = z.infer<typeof WallSlip>

export const VoiceOf = z.object({ group: OfferGroupName, dots: z.int() })

export const NeedLine = z.object({
  id: Id,
  label: z.string(),
  title: z.string(),
  text: z.string(),
  state: NeedState,
  /** A requirement rests on it. */
  covered: z.boolean(),
  slips: z.int(),
  /** Dots by kind of offer, most first; only of voting that has closed. */
  voices: z.array(VoiceOf),
  /** Needs merged into it. */
  merged: z.int(),
  /** Protests without an answer. */
  protests: z.int(),
  suspects: z.int(),
  version: z.int(),
  permitted: z.array(z.string()),
})
export type NeedLine = z.infer<typeof NeedLine>

export const NeedSlip = z.object({
  id: Id,
  label: z.string(),
  eventTitle: z.string(),
  unitName: z.string().nullable(),
  authorRole: z.string().nullable(),
  kind: SlipKind,
  text: z.string().nullable(),
  quoted: z.boolean(),
  /** The need it came in with, when that was merged into this one. */
  originId: Id,
  writtenAt: Instant,
  version: z.int(),
})

export const NeedDetail = NeedLine.extend({
  placeId: Id,
  reason: z.string().nullable(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  mergedIntoId: Id.nullable(),
  mergedIntoLabel: z.string().nullable(),
  protestUntilAt: Instant.nullable(),
  gathered: z.array(NeedSlip),
  merges: z.array(
    z.object({
      id: Id,
      fromId: Id,
      fromLabel: z.string(),
      fromTitle: z.string(),
      intoLabel: z.string(),
      why: z.string(),
      mergedAt: Instant,
      mergedByName: z.string(),
      undoneAt: Instant.nullable(),
      undoneByName: z.string().nullable(),
      undoneBecause: z.string().nullable(),
    }),
  ),
  raised: z.array(
    z.object({
      id: Id,
      unitName: z.string(),
      words: z.string(),
      raisedAt: Instant,
      raisedByName: z.string(),
      answer: z.string().nullable(),
      answeredAt: Instant.nullable(),
      answeredByName: z.string().nullable(),
    }),
  ),
  /** Own units that have a slip in it: on whose behalf one may protest. */
  mine: z.array(z.object({ id: Id, name: z.string() })),
})
export type NeedDetail = z.infer<typeof NeedDetail>

/** What a guest's telephone may know: the day, and while voting is open the notes to vote on. */
export const Board = z.object({
  eventId: Id,
  format: Format,
  title: z.string(),
  venue: z.string(),
  closesAt: Instant,
  task: z.string().nullable(),
  prompts: z.array(z.string()),
  notice: z.string(),
  units: z.array(z.object({ unitId: Id, name: z.string() })),
  voting: Voting,
  themes: z.array(
    z.object({
      id: Id,
      name: z.string(),
      slips: z.array(z.object({ id: Id, text: z.string(), mine: z.int() })),
    }),
  ),
})
export type Board = z.infer<typeof Board>

/** What became of a slip, for whoever holds its receipt. */
export const Fate = z.object({
  label: z.string(),
  eventTitle: z.string(),
  writtenAt: Instant,
  text: z.string().nullable(),
  withdrawn: z.boolean(),
  mayWithdraw: z.boolean(),
  hidden: z.boolean(),
  state: z.enum(['new', 'read', 'gathered', 'parked', 'out-of-scope', 'rejected']),
  reason: z.string().nullable(),
  /** From the slip onwards, as far as may be told to anybody. */
  steps: z.array(
    z.object({
      kind: Kind,
      label: z.string().nullable(),
      title: z.string().nullable(),
      at: Instant.nullable(),
      state: z.string().nullable(),
    }),
  ),
})
export type Fate = z.infer<typeof Fate>

const eventFields = {
  format: Format,
  title: words(120),
  venue: words(120),
  opensAt: Instant,
  closesAt: Instant,
  task: words(200).nullable(),
  prompts: z.array(words(120)).min(1).max(5),
  notice: words(600),
  joinCode: JoinCode,
  units: z
    .array(z.object({ unitId: Id, offerGroup: OfferGroupName }).strict())
    .min(1)
    .max(200),
}
const label = z
  .string()
  .regex(/^[A-Z]-\d{1,4}$/)
  .optional()
const slipText = text(MAX_LETTERS).refine((value) => value.trim() !== '', { params: { code: 'kernel.text-empty' } })
const done = z.object({ id: Id })
const changed = z.object({ id: Id, version: z.int() })
const versioned = { id: Id, version: z.int() }
const manyIds = z.array(Id).min(1).max(200)

export const capture = contract('capture', {
  /** Days, latest first; and where one may plan another. */
  events: read(
    z.object({}),
    z.object({ days: z.array(EventLine), places: z.array(z.object({ id: Id, name: z.string() })) }),
  ),
  event: read(z.object({ id: Id }), EventDetail),
  createEvent: write(z.object({ id: Id, placeId: Id, label, ...eventFields }), z.object({ id: Id, label: z.string() })),
  changeEvent: write(z.object({ ...versioned, ...eventFields }), changed),
  setState: write(z.object({ ...versioned, state: EventState }), changed),
  setVoting: write(z.object({ ...versioned, voting: z.enum(['open', 'closed']) }), changed),
  /** Who came, as counted; takes the place of an earlier count. */
  countAttendance: write(
    z.object({
      ...versioned,
      rows: z
        .array(
          z
            .object({
              id: Id,
              unitId: Id.nullable(),
              role: text(60).nullable(),
              people: z.int().min(1).max(2000),
              minutes: z.int().min(1).max(1440),
            })
            .strict(),
        )
        .max(200),
    }),
    changed,
  ),
  /** For the wall: words without names, and no count while people vote. */
  wall: read(
    z.object({ id: Id }),
    z.object({
      id: Id,
      placeId: Id,
      title: z.string(),
      format: Format,
      task: z.string().nullable(),
      joinCode: JoinCode,
      state: EventState,
      voting: Voting,
      guests: z.int(),
      themes: z.array(Theme),
      slips: z.array(WallSlip),
    }),
  ),
  /** All slips of a day, for those who work at the table. */
  slips: read(z.object({ eventId: Id }), z.array(Slip)),
  photo: read(z.object({ id: Id }), z.object({ id: Id, photo: z.string() })),
  /** A paper slip typed or photographed, or something said aloud. */
  typeSlip: write(
    z.object({
      id: Id,
      eventId: Id,
      label,
      receiptCode: ReceiptCode,
      unitId: Id.nullable(),
      authorRole: text(60).nullable(),
      authorName: text(80).nullable(),
      kind: SlipKind,
      text: slipText.nullable(),
      photo: Picture.nullable(),
      source: z.enum(['tablet', 'paper', 'spoken']),
      namesSeen: z.boolean(),
    }),
    z.object({ id: Id, label: z.string() }),
  ),
  /** What a photograph says, and where the author works; nobody rewrites what somebody else wrote. */
  correctSlip: write(
    z.object({
      ...versioned,
      unitId: Id.nullable(),
      authorRole: text(60).nullable(),
      kind: SlipKind,
      text: slipText.nullable(),
      namesSeen: z.boolean(),
    }),
    changed,
  ),
  saveTheme: write(z.object({ id: Id, eventId: Id, name: words(60), sort: z.int().min(0).max(1000) }), done),
  removeTheme: write(z.object({ id: Id }), done),
  /** Lays slips in a theme, or back among the unsorted. */
  sort: write(z.object({ eventId: Id, slipIds: manyIds, themeId: Id.nullable() }), z.object({ moved: z.int() })),
  setAside: write(
    z.object({
      ...versioned,
      state: z.enum(['read', 'parked', 'out-of-scope', 'rejected']),
      reason: words(400).nullable(),
    }),
    changed,
  ),
  hide: write(z.object({ ...versioned, because: words(200).nullable() }), changed),
  /** The same slip came twice: counted where the other is. */
  sameAs: write(z.object({ ...versioned, ofId: Id.nullable() }), changed),

  /** Needs that stand by themselves, those with most unanswered slips first. */
  needs: read(z.object({}), z.array(NeedLine)),
  need: read(z.object({ id: Id }), NeedDetail),
  createNeed: write(
    z.object({ id: Id, placeId: Id, label, title: words(80), text: words(600), slipIds: z.array(Id).max(200) }),
    z.object({ id: Id, label: z.string() }),
  ),
  changeNeed: write(z.object({ ...versioned, title: words(80), text: words(600), ownerId: Id.nullable() }), changed),
  setNeedState: write(z.object({ ...versioned, state: NeedState, reason: words(400).nullable() }), changed),
  gather: write(z.object({ ...versioned, slipIds: manyIds, quoted: z.boolean() }), changed),
  release: write(z.object({ ...versioned, slipIds: manyIds }), changed),
  /** One or more needs become part of another. Both sides' versions guard against two people doing it at once. */
  merge: write(
    z.object({
      ...versioned,
      from: z
        .array(z.object({ mergeId: Id, id: Id, version: z.int() }).strict())
        .min(1)
        .max(20),
      why: words(400),
    }),
    changed,
  ),
  unmerge: write(z.object({ mergeId: Id, because: words(400) }), changed),
  protest: write(z.object({ id: Id, needId: Id, unitId: Id, words: words(600) }), done),
  answerProtest: write(z.object({ id: Id, answer: words(600) }), done),
  /** Paper dots as they hang on the wall. */
  countDots: write(z.object({ id: Id, group: OfferGroupName, dots: z.int().min(0).max(10_000) }), done),

  /** With the day's code. What comes back opens this day and nothing else. */
  join: write(z.object({ code: text(20) }), z.object({ token: Token, board: Board })),
  board: read(z.object({ token: Token }), Board),
  send: write(
    z.object({
      token: Token,
      id: Id,
      receiptCode: ReceiptCode,
      unitId: Id.nullable(),
      role: text(60).nullable(),
      authorName: text(80).nullable(),
      kind: SlipKind,
      text: slipText.nullable(),
      photo: Picture.nullable(),
      writtenAt: Instant,
      namesSeen: z.boolean(),
    }),
    z.object({ id: Id, receiptCode: ReceiptCode }),
  ),
  dots: write(
    z.object({ token: Token, slipId: Id, dots: z.int().min(0).max(DOTS) }),
    z.object({ slipId: Id, dots: z.int(), left: z.int() }),
  ),
  fate: read(z.object({ code: text(20) }), Fate),
  withdraw: write(z.object({ code: text(20) }), z.object({ label: z.string() })),
})
