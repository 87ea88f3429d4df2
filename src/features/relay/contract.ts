import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { breakdownKinds } from './breakdowns.ts'
import {
  channels,
  escalationRoles,
  grades,
  messageStates,
  origins,
  ownerKinds,
  questionPlaces,
  severities,
  steps,
} from './rules.ts'

export const Severity = z.enum(severities)
const Origin = z.enum(origins)
const MessageState = z.enum(messageStates)
const Channel = z.enum(channels)
const Grade = z.enum(grades)
const QuestionPlace = z.enum(questionPlaces)
const OwnerKind = z.enum(ownerKinds)

/** A unit in the chain, and who passes messages on there. */
export const ChainUnit = z.object({
  unitId: Id,
  name: z.string(),
  contactName: z.string().nullable(),
  deputyName: z.string().nullable(),
  /** The contact is away today, and the deputy has it. */
  deputyActs: z.boolean(),
  leaders: z.int(),
})
export type ChainUnit = z.infer<typeof ChainUnit>

export const Chain = z.object({
  /** The place whose chain it is. */
  id: Id,
  placeName: z.string(),
  vendor: z.string(),
  dutyPhone: z.string(),
  medOn: Day.nullable(),
  lockedAt: Instant.nullable(),
  /** 0: not written yet. */
  version: z.int(),
  coordinators: z.array(z.string()),
  units: z.array(ChainUnit),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Chain = z.infer<typeof Chain>

export const Escalation = z.object({
  step: z.enum(steps),
  toRole: z.enum(escalationRoles),
  dueAt: Instant,
  madeAt: Instant,
  settledAt: Instant.nullable(),
})

/** A message in one unit. A share is null where the group is too small to be told about. */
export const Leg = z.object({
  unitId: Id,
  unitName: z.string(),
  contactDueAt: Instant.nullable(),
  contactReadAt: Instant.nullable(),
  relayedAt: Instant.nullable(),
  words: z.string().nullable(),
  channels: z.array(Channel),
  reachDueAt: Instant.nullable(),
  reachedAt: Instant.nullable(),
  /** Of 1. */
  share: z.number().nullable(),
  escalations: z.array(Escalation),
})
export type Leg = z.infer<typeof Leg>

export const Message = z.object({
  id: Id,
  placeId: Id,
  number: z.int(),
  origin: Origin,
  severity: Severity,
  title: z.string(),
  body: z.string(),
  ownTitle: z.string().nullable(),
  ownBody: z.string().nullable(),
  state: MessageState,
  namedReceipts: z.boolean(),
  purpose: z.string().nullable(),
  byPass: z.boolean(),
  expiresOn: Day.nullable(),
  correctsId: Id.nullable(),
  recalledBecause: z.string().nullable(),
  receivedAt: Instant,
  releaseDueAt: Instant.nullable(),
  releasedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  legs: z.array(Leg),
  /** Of the message before it went to units. */
  escalations: z.array(Escalation),
  version: z.int(),
  /** release, recall, close. */
  permitted: z.array(z.string()),
})
export type Message = z.infer<typeof Message>

/** A message as a unit's contact or leader has it. */
export const Carried = Leg.pick({
  unitId: true,
  unitName: true,
  contactDueAt: true,
  contactReadAt: true,
  relayedAt: true,
  words: true,
  reachDueAt: true,
  reachedAt: true,
  share: true,
}).extend({
  id: Id,
  number: z.int(),
  origin: Origin,
  severity: Severity,
  title: z.string(),
  body: z.string(),
  vendorTitle: z.string().nullable(),
  vendorBody: z.string().nullable(),
  state: MessageState,
  recalledBecause: z.string().nullable(),
  namedReceipts: z.boolean(),
  /** Whether it falls to me today: the contact's, or the deputy's while the contact is away. */
  isMine: z.boolean(),
  /** Who has it today. */
  withName: z.string().nullable(),
  /** see-names. */
  permitted: z.array(z.string()),
})
export type Carried = z.infer<typeof Carried>

/** A message as those it is for meet it. */
export const Received = z.object({
  id: Id,
  number: z.int(),
  unitId: Id,
  unitName: z.string(),
  origin: Origin,
  severity: Severity,
  title: z.string(),
  body: z.string(),
  /** The contact's own words, above the coordinator's. */
  words: z.string().nullable(),
  relayedAt: Instant,
  wantsReceipt: z.boolean(),
  hasReceipt: z.boolean(),
  namedReceipts: z.boolean(),
  purpose: z.string().nullable(),
  recalledBecause: z.string().nullable(),
  /** The message that sets it right. */
  correctedById: Id.nullable(),
})
export type Received = z.infer<typeof Received>

export const Question = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  messageId: Id.nullable(),
  messageTitle: z.string().nullable(),
  text: z.string(),
  askedAt: Instant,
  standsWith: QuestionPlace,
  ownerKind: OwnerKind.nullable(),
  ownerName: z.string().nullable(),
  ownDueAt: Instant,
  answerOn: Day.nullable(),
  answer: z.string().nullable(),
  unitAnswer: z.string().nullable(),
  homeAt: Instant.nullable(),
  version: z.int(),
  /** carry, coordinate. */
  permitted: z.array(z.string()),
})
export type Question = z.infer<typeof Question>

export const Stakeholder = z.object({
  id: Id,
  placeId: Id,
  name: z.string(),
  role: z.string(),
  affected: Grade,
  influence: Grade,
  hardToReach: z.boolean(),
  how: z.string(),
  version: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Stakeholder = z.infer<typeof Stakeholder>

export const MeetingQuestion = z.object({
  id: Id,
  text: z.string(),
  votes: z.int(),
  isMine: z.boolean(),
  askedAt: Instant,
  answerDueOn: Day,
  parkedWith: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  version: z.int(),
})
export type MeetingQuestion = z.infer<typeof MeetingQuestion>

export const Meeting = z.object({
  id: Id,
  placeId: Id,
  title: z.string(),
  venue: z.string(),
  audience: z.string(),
  slots: z.array(z.object({ id: Id, startsAt: Instant })),
  attended: z.int().nullable(),
  attendance: z.array(z.object({ unitId: Id.nullable(), unitName: z.string().nullable(), people: z.int() })),
  questions: z.array(MeetingQuestion),
  /** With it a telephone asks, without account. */
  joinCode: z.string(),
  version: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Meeting = z.infer<typeof Meeting>

/** What a telephone in the room sees: the questions with their answers, and nobody's name but who answers. */
export const MeetingBoard = z.object({
  meetingId: Id,
  title: z.string(),
  venue: z.string(),
  slots: z.array(z.object({ startsAt: Instant })),
  questions: z.array(
    z.object({
      id: Id,
      text: z.string(),
      answer: z.string().nullable(),
      parkedWith: z.string().nullable(),
      answerDueOn: Day,
    }),
  ),
})
export type MeetingBoard = z.infer<typeof MeetingBoard>

const Token = z.string().regex(/^[\w-]{43}$/)
const versioned = z.object({ id: Id, version: z.int() })
const done = versioned.extend({ state: MessageState })
const ok = z.object({ ok: z.literal(true) })
const moved = versioned.extend({ standsWith: QuestionPlace })
const leg = { messageId: Id, unitId: Id }
const unitIds = z.array(Id).min(1).max(200)

export const relay = contract('relay', {
  /** Places whose chain one keeps. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  chain: read(z.object({ placeId: Id }), Chain),
  /** Written until it is locked; afterwards only the day of MED and the telephone change. */
  keepChain: write(
    z.object({ placeId: Id, version: z.int(), vendor: text(80), dutyPhone: text(30), medOn: Day.nullable() }),
    versioned,
  ),
  lockChain: write(z.object({ placeId: Id, version: z.int() }), versioned),

  /** Of the last 90 days and whatever is still on its way: what stalled longest stands first. */
  messages: read(z.object({}), z.array(Message)),
  /** One message, for those who coordinate or follow. */
  message: read(z.object({ id: Id }), Message),
  /** Written down as the vendor said it, or begun by the coordinator. It goes nowhere yet. */
  receive: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      placeId: Id,
      origin: Origin,
      severity: Severity,
      title: words(120),
      body: words(2000),
      expiresOn: Day.nullable(),
    }),
    done.extend({ number: z.int() }),
  ),
  /** In the coordinator's own words, to the units' contacts. What is said of receipts can never change afterwards. */
  release: write(
    versioned.extend({
      title: words(120),
      body: words(2000),
      unitIds,
      namedReceipts: z.boolean(),
      purpose: words(300).nullable(),
    }),
    done,
  ),
  /** Takes it back everywhere it went, and sends what is right to the same units. */
  recall: write(
    versioned.extend({ because: words(300), correctionId: Id, title: words(120), body: words(2000) }),
    done,
  ),
  /** Nothing more is expected of anybody; marks of receipts become counts. */
  close: write(versioned, done),
  /** A breakdown at night, in fixed words, straight to the units: the only way round the coordinator. */
  byPass: write(z.object({ id: Id, unitId: Id, kind: z.enum(breakdownKinds) }), done),

  /** What stands with the contact or leader of one's units. */
  carried: read(z.object({}), z.array(Carried)),
  openLeg: write(z.object(leg), ok),
  passOn: write(z.object({ ...leg, words: words(1000).nullable(), channels: z.array(Channel).min(1).max(4) }), ok),
  /** As the contact counted, at a meeting for instance. */
  countReached: write(z.object({ ...leg, staff: z.int().min(1).max(5000), reached: z.int().min(0).max(5000) }), ok),
  /** Those who have said that they read it, where readers were told that names are kept. Never who has not. */
  namedReceipts: read(z.object(leg), z.array(z.object({ id: Id, name: z.string(), receivedAt: Instant }))),

  /** What one may do in a unit: by-pass. */
  here: read(z.object({ unitId: Id }), z.object({ id: Id, permitted: z.array(z.string()) })),
  /** What concerns me: not yet acknowledged first, then newest. */
  mine: read(z.object({}), z.array(Received)),
  receipt: write(z.object({ messageId: Id }), ok),

  ask: write(z.object({ id: Id, unitId: Id, messageId: Id.nullable(), text: words(500) }), versioned),
  /** What I have asked, newest first. */
  myQuestions: read(z.object({}), z.array(Question)),
  /** Those that stand with the contacts of my units, or with me as coordinator. */
  questions: read(z.object({}), z.array(Question)),
  /** The contact cannot answer: to the coordinator. */
  sendOn: write(versioned, moved),
  giveOwner: write(
    versioned.extend({
      ownerKind: z.enum(['vendor', 'organisation']),
      ownerName: words(80),
      answerOn: Day,
    }),
    moved,
  ),
  /** With an answer, to the unit's contact. */
  answer: write(versioned.extend({ answer: words(2000) }), moved),
  /** To the one who asked, as the contact says it. */
  bringHome: write(versioned.extend({ answer: words(2000) }), moved),

  stakeholders: read(z.object({}), z.array(Stakeholder)),
  keepStakeholder: write(
    z.object({
      id: Id,
      /** 0: a new one. */
      version: z.int(),
      placeId: Id,
      name: words(80),
      role: words(80),
      affected: Grade,
      influence: Grade,
      hardToReach: z.boolean(),
      how: words(300),
    }),
    versioned,
  ),

  /** Latest first; at most 50. */
  meetings: read(z.object({}), z.array(Meeting)),
  keepMeeting: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      version: z.int(),
      placeId: Id,
      title: words(120),
      venue: words(120),
      audience: text(120),
      slots: z
        .array(z.strictObject({ id: Id, startsAt: Instant }))
        .min(1)
        .max(10),
    }),
    versioned,
  ),
  /** Heads counted at all slots together; takes the place of an earlier count. */
  countAttendance: write(
    z.object({
      id: Id,
      rows: z.array(z.strictObject({ id: Id, unitId: Id.nullable(), people: z.int().min(1).max(2000) })).max(200),
    }),
    ok,
  ),
  askAtMeeting: write(z.object({ id: Id, meetingId: Id, text: words(300) }), versioned),
  vote: write(z.object({ questionId: Id, isFor: z.boolean() }), ok),
  /** Somebody answers it in writing afterwards. */
  park: write(versioned.extend({ parkedWith: words(80) }), versioned),
  answerAtMeeting: write(versioned.extend({ answer: words(2000) }), versioned),
  /** It names somebody, or is no question: nobody is shown it any more. */
  takeDown: write(versioned.extend({ because: words(200) }), versioned),
  /** From a telephone, with the code on the screen: no account, no name. */
  joinMeeting: write(z.object({ code: text(20) }), z.object({ token: Token, board: MeetingBoard })),
  meetingBoard: read(z.object({ token: Token }), MeetingBoard),
  /** The same id twice is one question. */
  askFromPhone: write(
    z.object({ token: Token, id: Id, text: words(300), namesSeen: z.boolean() }),
    z.object({ id: Id }),
  ),
})
