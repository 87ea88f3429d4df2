import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { contract, download, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { mapBlocks } from './map-blocks.ts'
import { AnswerValue, QuestionSetContent, SettingValue } from './question-set.ts'
import { appliedStates, gapStates, meetingMarks, roundStates } from './rules.ts'

export { legalHelp } from './legal-help.ts'
export type { AnswerValue, Effect, Question, QuestionSetContent, SettingValue, Template } from './question-set.ts'

const versioned = z.object({ id: Id, version: z.int() })

const Leave = z.object({ id: Id, employeeId: Id, name: z.string(), fromOn: Day, toOn: Day, version: z.int() })

/** A unit and its person in the rollout, or none. */
export const UnitContact = z.object({
  unitId: Id,
  unitName: z.string(),
  id: Id.nullable(),
  employeeId: Id.nullable(),
  employeeName: z.string().nullable(),
  deputyId: Id.nullable(),
  deputyName: z.string().nullable(),
  fromOn: Day.nullable(),
  toOn: Day.nullable(),
  /** Who acts today: the contact, the deputy while the contact is away, or nobody. */
  actingId: Id.nullable(),
  actingName: z.string().nullable(),
  version: z.int().nullable(),
  /** Now and later. */
  leaves: z.array(Leave),
  /** name (a contact or deputy), leave. */
  permitted: z.array(z.string()),
})
export type UnitContact = z.infer<typeof UnitContact>

export const RoundState = z.enum(roundStates)
export const GapState = z.enum(gapStates)
export const MeetingMark = z.enum(meetingMarks)
export const MapBlock = z.enum(mapBlocks)

export const Round = z.object({
  id: Id,
  unitId: Id,
  number: z.int(),
  state: RoundState,
  template: z.enum(offerGroupKeys),
  begunNumber: z.int(),
  because: z.string().nullable(),
  sentBack: z.string().nullable(),
  submittedAt: Instant.nullable(),
  submittedByName: z.string().nullable(),
  metOn: Day.nullable(),
  metNote: z.string(),
  approvedAt: Instant.nullable(),
  approvedByName: z.string().nullable(),
  /** Whether the leader who stands by access and force still leads the unit. */
  vouchingLeads: z.boolean(),
  /** The sentences that were approved. */
  sentences: z.array(z.string()),
  proposalId: Id.nullable(),
  /** How far the proposal has come in the unit's profile. */
  applied: z.enum(appliedStates),
  version: z.int(),
})
export type Round = z.infer<typeof Round>

export const Answer = z.object({
  id: Id,
  key: z.string(),
  value: AnswerValue.nullable(),
  unsure: z.boolean(),
  outside: z.string().nullable(),
  /** In words, as the options were called when it was given. */
  told: z.string(),
  comment: z.string(),
  reason: z.string(),
  source: z.enum(['template', 'unit']),
  mark: MeetingMark.nullable(),
  saidBy: z.string().nullable(),
  answeredAt: Instant,
  answeredByName: z.string(),
  version: z.int(),
})
export type Answer = z.infer<typeof Answer>

export const Gap = z.object({
  id: Id,
  number: z.int(),
  unitId: Id,
  unitName: z.string(),
  questionKey: z.string().nullable(),
  text: z.string(),
  state: GapState,
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  nextStep: z.string(),
  nextOn: Day.nullable(),
  decisionId: Id.nullable(),
  decisionNumber: z.int().nullable(),
  sets: z.array(z.object({ key: z.string(), value: SettingValue })),
  agreedByName: z.string().nullable(),
  mergedIntoId: Id.nullable(),
  openedAt: Instant,
  version: z.int(),
  /** move. */
  permitted: z.array(z.string()),
})
export type Gap = z.infer<typeof Gap>

/** A version of the questions as it holds for a unit. */
const Asked = z.object({
  setId: Id,
  number: z.int(),
  content: QuestionSetContent,
  /** Each question's record, and the version it came with. */
  records: z.array(z.object({ id: Id, key: z.string(), sinceNumber: z.int() })),
})

const UnitFacts = z.object({ legalGrounds: z.array(z.string()), roundTheClock: z.boolean() })

export const UnitClarification = z.object({
  unitId: Id,
  unitName: z.string(),
  facts: UnitFacts,
  /** What the kind of offer is taken to be, before a round is begun. */
  offerType: z.string().nullable(),
  asked: Asked.nullable(),
  round: Round.nullable(),
  answers: z.array(Answer),
  gaps: z.array(Gap),
  /** Employees who may be named in answers, by name. */
  people: z.array(z.object({ id: Id, name: z.string() })),
  /** answer, lead (the leader's questions, approve), coordinate. */
  permitted: z.array(z.string()),
})
export type UnitClarification = z.infer<typeof UnitClarification>

export const MapPart = z.object({
  key: MapBlock,
  content: z.string(),
  filledAt: Instant.nullable(),
  filledByName: z.string().nullable(),
  fits: z.boolean().nullable(),
  remark: z.string(),
  judgedByName: z.string().nullable(),
  judgedAt: Instant.nullable(),
  version: z.int(),
})
export type MapPart = z.infer<typeof MapPart>

export const UnitMap = z.object({
  unitId: Id,
  unitName: z.string(),
  blocks: z.array(MapPart),
  /** What the house knows already, for the coordinator to begin from. */
  known: z.object({
    legalGrounds: z.array(z.string()),
    offerType: z.string().nullable(),
    roundTheClock: z.boolean(),
    shiftStarts: z.array(z.string()),
    staff: z.int(),
    temps: z.int(),
  }),
  /** fill, judge. */
  permitted: z.array(z.string()),
})
export type UnitMap = z.infer<typeof UnitMap>

/** One row of the matrix. */
export const MatrixUnit = z.object({
  unitId: Id,
  unitName: z.string(),
  template: z.enum(offerGroupKeys).nullable(),
  begunNumber: z.int().nullable(),
  number: z.int().nullable(),
  state: RoundState.nullable(),
  applied: z.enum(appliedStates),
  isMapConfirmed: z.boolean(),
  contactName: z.string().nullable(),
  openGaps: z.int(),
  answers: z.array(Answer.pick({ key: true, value: true, unsure: true, outside: true, source: true })),
})
export type MatrixUnit = z.infer<typeof MatrixUnit>

export const Matrix = z.object({ sets: z.array(Asked.extend({ unitIds: z.array(Id) })), units: z.array(MatrixUnit) })
export type WholeMatrix = z.infer<typeof Matrix>

const SetVersion = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  note: z.string(),
  publishedAt: Instant,
  questions: z.int(),
})
export const WholeSets = z.array(z.object({ id: Id, name: z.string(), versions: z.array(SetVersion) }))
export type WholeSets = z.infer<typeof WholeSets>

const fileKind = z.enum(['portrait', 'meeting-sheet', 'summary', 'config'])
const done = versioned.extend({ state: RoundState })
const round = z.object({ id: Id, version: z.int() })

export const clarification = contract('clarification', {
  /** Every open unit within reach, with its contact or without, by name. */
  contacts: read(z.object({}), z.array(UnitContact)),
  /** Who may be named: those who hold a role in the unit that may answer for it. */
  candidates: read(
    z.object({ unitId: Id }),
    z.array(z.object({ id: Id, name: z.string(), roles: z.array(z.string()) })),
  ),
  /** From a day on; whoever was before ends the day before. */
  nameContact: write(z.object({ id: Id, unitId: Id, employeeId: Id, deputyId: Id.nullable(), fromOn: Day }), versioned),
  changeDeputy: write(versioned.extend({ deputyId: Id.nullable() }), versioned),
  /** Last day; the day before it began takes it back. */
  endContact: write(versioned.extend({ toOn: Day }), versioned),
  addLeave: write(z.object({ id: Id, unitId: Id, employeeId: Id, fromOn: Day, toOn: Day }), versioned),
  /** A new last day; the day before the first takes it back. */
  endLeave: write(versioned.extend({ toOn: Day }), versioned),

  /** Places whose questions one may publish, with the versions that are there. */
  sets: read(z.object({}), WholeSets),
  /** A new version for a place. Questions keep their records by key; those it leaves out are asked no more, and their answers are kept. */
  publish: write(
    z.object({ id: Id, placeId: Id, title: words(120), note: text(500), content: QuestionSetContent }),
    z.object({ id: Id, number: z.int() }),
  ),
  /** The product's own small set, as a place's first version. */
  publishStandard: write(z.object({ id: Id, placeId: Id }), z.object({ id: Id, number: z.int() })),

  ofUnit: read(z.object({ unitId: Id }), UnitClarification),
  matrix: read(z.object({}), Matrix),
  /** How an answer was given, each time. */
  answerHistory: read(
    z.object({ unitId: Id, key: words(60) }),
    z.array(
      z.object({
        version: z.int(),
        value: AnswerValue.nullable(),
        unsure: z.boolean(),
        outside: z.string().nullable(),
        comment: z.string(),
        answeredAt: Instant,
        answeredByName: z.string(),
      }),
    ),
  ),
  begin: write(z.object({ id: Id, unitId: Id, template: z.enum(offerGroupKeys) }), done),
  /** One answer; `version` is that of the answer it was made from, 0 where there was none. After approval it needs a reason, and opens the round again. */
  answer: write(
    z.object({
      unitId: Id,
      key: words(60),
      version: z.int().min(0),
      value: AnswerValue.nullable(),
      unsure: z.boolean(),
      outside: text(500).nullable(),
      comment: text(1000),
      /** Why it stands although something speaks against it. */
      reason: text(500),
      /** Who said it, when somebody writes for another. */
      saidBy: text(120).nullable(),
      /** Why what was approved is changed. */
      because: text(500).nullable(),
    }),
    z.object({ id: Id, version: z.int(), roundId: Id, roundVersion: z.int(), state: RoundState }),
  ),
  /** Takes what the kind of offer suggests for every question of the unit's own that is open. */
  takeSuggestions: write(round, done.extend({ taken: z.int() })),
  submit: write(round, done),
  meet: write(
    round.extend({
      metOn: Day,
      note: text(2000),
      marks: z.array(z.strictObject({ key: words(60), mark: MeetingMark })).max(200),
    }),
    done,
  ),
  sendBack: write(round.extend({ ask: words(500) }), done),
  approve: write(round, done),
  /** A new leader stands by access and force. */
  vouch: write(round, done),
  /** Hands what was approved to the unit's profile as a proposal. */
  propose: write(round, done.extend({ proposalId: Id })),

  gaps: read(z.object({}), z.array(Gap)),
  addGap: write(
    z.object({ id: Id, unitId: Id, key: text(60).nullable(), text: words(500) }),
    versioned.extend({ number: z.int() }),
  ),
  moveGap: write(
    versioned.extend({
      state: GapState,
      ownerId: Id.nullable(),
      nextStep: text(500),
      nextOn: Day.nullable(),
      decisionId: Id.nullable(),
      sets: z.array(z.strictObject({ key: words(60), value: SettingValue })).max(20),
      /** The unit's leader who said yes to another way of working. */
      agreedById: Id.nullable(),
    }),
    versioned,
  ),
  /** The same thing in two units: each keeps its unit and its owner. */
  mergeGap: write(versioned.extend({ intoId: Id }), versioned),
  splitGap: write(versioned, versioned),

  map: read(z.object({ unitId: Id }), UnitMap),
  fillBlock: write(
    z.object({ unitId: Id, key: MapBlock, version: z.int().min(0), content: text(1500) }),
    z.object({ id: Id, version: z.int() }),
  ),
  judgeBlock: write(
    z.object({ unitId: Id, key: MapBlock, version: z.int().min(1), fits: z.boolean(), remark: text(500) }),
    z.object({ id: Id, version: z.int() }),
  ),

  /** A paper about the unit, made as things stand. */
  makeFile: write(z.object({ id: Id, unitId: Id, kind: fileKind }), z.object({ id: Id, name: z.string() })),
  file: download(z.object({ id: Id })),

  /** »Sådan bliver det hos os«: what was approved, for everybody in the unit. */
  plainSummary: read(
    z.object({ unitId: Id }),
    z.object({
      unitName: z.string(),
      sentences: z.array(z.string()),
      approvedAt: Instant.nullable(),
      approvedByName: z.string().nullable(),
    }),
  ),
})
