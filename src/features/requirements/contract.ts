import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { Content, ContentLine, LineNo, levels, lineKinds, MOST, sectionLetters, verifications } from './content.ts'
import { states } from './rules.ts'

export const Section = z.enum(sectionLetters)
export const OfferGroupKey = z.enum(offerGroupKeys)
export const State = z.enum(states)
export const Label = z.string().regex(/^\d{1,2}\.\d{1,2}$/)
export const answers = ['agree', 'trouble', 'comment'] as const
export type HearingAnswerKind = (typeof answers)[number]
export const purposes = ['hearing', 'version'] as const

export const Spec = z.object({
  id: Id,
  placeId: Id,
  placeName: z.string(),
  title: z.string(),
  mostMinimum: z.int(),
  minimumReason: z.string().nullable(),
  version: z.int(),
})
export type Spec = z.infer<typeof Spec>

export const Area = z.object({ id: Id, section: Section, name: z.string(), position: z.int(), version: z.int() })
export type Area = z.infer<typeof Area>

export const Line = ContentLine.extend({ version: z.int() })
export type Line = z.infer<typeof Line>

/** As it is being worked on. */
export const Requirement = Content.omit({ section: true, area: true, lines: true }).extend({
  areaId: Id,
  position: z.int(),
  state: State,
  droppedBecause: z.string().nullable(),
  madeBy: Id,
  changedByName: z.string(),
  changedAt: Instant,
  version: z.int(),
  /** It says something else than the latest published version of it, or is not in that version. Null while nothing is published. */
  differs: z.boolean().nullable(),
  lines: z.array(Line),
  /** Ids of the needs behind it, and of the benefits it is meant to give. */
  needs: z.array(Id),
  benefits: z.array(Id),
  /** Links to or from it that must be looked at again. */
  suspects: z.int(),
})
export type Requirement = z.infer<typeof Requirement>

export const Benefit = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  owner: z.string(),
  dueOn: Day.nullable(),
  version: z.int(),
})
export type Benefit = z.infer<typeof Benefit>

export const Baseline = z.object({
  id: Id,
  label: Label,
  purpose: z.enum(purposes),
  note: z.string(),
  correctsId: Id.nullable(),
  sheetNo: z.int().nullable(),
  contentHash: z.string(),
  count: z.int(),
  madeAt: Instant,
  madeByName: z.string(),
  /** Null until the steering group has spoken. */
  approved: z.boolean().nullable(),
  verdictReason: z.string().nullable(),
  verdictAt: Instant.nullable(),
  verdictByName: z.string().nullable(),
  publishedAt: Instant.nullable(),
  contractedAt: Instant.nullable(),
})
export type Baseline = z.infer<typeof Baseline>

export const Hearing = z.object({
  id: Id,
  baselineId: Id,
  label: Label,
  note: z.string(),
  closesOn: Day,
  openedAt: Instant,
  closedAt: Instant.nullable(),
})
export type Hearing = z.infer<typeof Hearing>

/** A unit in a hearing: how many requirements it is asked about, and what it has said. */
export const UnitHeard = z.object({
  id: Id,
  unitName: z.string(),
  offerGroups: z.array(OfferGroupKey),
  asked: z.int(),
  answered: z.int(),
  troubles: z.int(),
  comments: z.int(),
  /** Troubles and comments that nobody has replied to. */
  unreplied: z.int(),
})
export type UnitHeard = z.infer<typeof UnitHeard>

export const HearingItem = z.object({
  id: Id,
  content: Content,
  answer: z.enum(answers).nullable(),
  text: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answeredByName: z.string().nullable(),
  reply: z.string().nullable(),
})
export type HearingItem = z.infer<typeof HearingItem>

export const Said = z.object({
  id: Id,
  requirementId: Id,
  number: z.int(),
  title: z.string(),
  unitName: z.string(),
  answer: z.enum(answers),
  text: z.string().nullable(),
  answeredAt: Instant,
  answeredByName: z.string(),
  outcome: z.enum(['changed', 'kept']).nullable(),
  reply: z.string().nullable(),
  /** The requirement says something else now than what was heard. */
  changedSince: z.boolean(),
})
export type Said = z.infer<typeof Said>

export const Change = z.object({
  id: z.string(),
  lineId: Id.nullable(),
  no: z.string().nullable(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
  changedAt: Instant,
  changedByName: z.string(),
})
export type Change = z.infer<typeof Change>

export const Draft = z.object({
  recordId: Id,
  requirementId: Id,
  content: z.record(z.string(), z.string()),
  revision: z.int(),
  basedOn: z.int(),
  savedAt: Instant,
})
export type Draft = z.infer<typeof Draft>

const short = text(MOST.short)
const fields = {
  areaId: Id,
  code: text(20),
  title: words(MOST.title),
  startsWhen: short,
  endsWhen: short,
  frequency: short,
  users: short,
  difficult: text(MOST.long),
  example: text(MOST.long),
  level: z.enum(levels),
  weight: z.int().min(1).max(3),
  offerGroups: z.array(OfferGroupKey).max(offerGroupKeys.length),
  verification: z.enum(verifications).nullable(),
}
/** A file of a spreadsheet as base64; as much as one request carries, 700 kB of file. */
export const MOST_SHEET_LETTERS = 960_000
export const SheetTold = z.object({
  id: Id,
  /** Requirements in the file, of which new, and of which the set has already. */
  count: z.int(),
  fresh: z.int(),
  same: z.int(),
  rows: z.int(),
  /** Headings nobody knows; their cells were not read. */
  unknown: z.array(z.string()),
  faults: z.array(
    z.object({
      line: z.int(),
      column: z.string().nullable(),
      da: z.string(),
      en: z.string(),
    }),
  ),
  /** Nothing is stored while there are faults, nor while one only looks. */
  stored: z.boolean(),
})
export type SheetTold = z.infer<typeof SheetTold>

/** Fields of a requirement that are changed one or a few at a time. */
export const RequirementFields = z.strictObject(fields).partial()
export type RequirementFields = z.infer<typeof RequirementFields>

const NewLine = z.strictObject({ id: Id, no: LineNo.nullable(), kind: z.enum(lineKinds), text: words(MOST.line) })
export type NewLine = z.infer<typeof NewLine>

const versioned = z.object({ id: Id, version: z.int() })
const onlyId = z.object({ id: Id })

export const requirements = contract('requirements', {
  /** Sets of requirements of the places one belongs to; `permitted`: edit, propose, approve, publish. */
  specs: read(
    z.object({}),
    z.array(Spec.extend({ count: z.int(), hearingId: Id.nullable(), permitted: z.array(z.string()) })),
  ),
  /** Places where one may begin a set. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  openSpec: write(z.object({ id: Id, placeId: Id, title: words(120) }), Spec),
  changeSpec: write(
    versioned.extend({ title: words(120), mostMinimum: z.int().min(0).max(100), minimumReason: text(1000).nullable() }),
    Spec,
  ),
  /** The whole working copy; `permitted` as in `specs`. */
  table: read(
    z.object({ specId: Id }),
    Spec.extend({
      areas: z.array(Area),
      requirements: z.array(Requirement),
      benefits: z.array(Benefit),
      baselines: z.array(Baseline),
      hearings: z.array(Hearing),
      permitted: z.array(z.string()),
    }),
  ),
  /** One requirement as it stands, for whoever follows a link to it. */
  one: read(
    onlyId,
    Content.extend({
      specId: Id,
      specTitle: z.string(),
      areaId: Id,
      state: State,
      droppedBecause: z.string().nullable(),
      changedAt: Instant,
      changedByName: z.string(),
      suspects: z.int(),
    }),
  ),
  addArea: write(z.object({ id: Id, specId: Id, section: Section, name: words(80) }), Area),
  changeArea: write(versioned.extend({ name: words(80), position: z.int().min(1).max(200) }), Area),

  /** With nothing but a title it is a draft to go on with. Number and code are given where they are left out. */
  add: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      specId: Id,
      number: z.int().min(1).max(9999).optional(),
      ...z.strictObject(fields).partial({
        code: true,
        startsWhen: true,
        endsWhen: true,
        frequency: true,
        users: true,
        difficult: true,
        example: true,
        level: true,
        weight: true,
        offerGroups: true,
        verification: true,
      }).shape,
      lines: z.array(NewLine).max(MOST.lines).optional(),
    }),
    versioned.extend({ number: z.int() }),
  ),
  /** Requirements that somebody keeps in a spreadsheet. Looks first; with `store` all of them come in, or none. */
  takeSheet: write(
    z.object({ id: Id, specId: Id, content: z.base64().max(MOST_SHEET_LETTERS), store: z.boolean() }),
    SheetTold,
  ),
  change: write(versioned.extend({ fields: RequirementFields, reason: text(300).optional() }), versioned),
  /** A super-user's proposal becomes a draft. */
  takeUp: write(versioned, versioned),
  /** Gone from what is sent out next. What bidders have seen needs a decision linked to it first. */
  drop: write(versioned.extend({ because: words(500) }), versioned),
  /** Requirements of one area in their order. */
  arrange: write(z.object({ id: Id, ids: z.array(Id).min(1).max(MOST.requirements) }), onlyId),

  /** One line typed, or many pasted, after a line or at the end. */
  addLines: write(
    z.object({ requirementId: Id, afterId: Id.nullable(), lines: z.array(NewLine).min(1).max(MOST.lines) }),
    z.object({ id: Id, lines: z.array(Line) }),
  ),
  changeLine: write(
    versioned.extend({ text: words(MOST.line).optional(), no: LineNo.optional(), kind: z.enum(lineKinds).optional() }),
    Line,
  ),
  removeLine: write(versioned, onlyId),
  /** All lines in their order; numbers follow it while no bidder has seen them. */
  arrangeLines: write(
    versioned.extend({ ids: z.array(Id).min(1).max(MOST.lines), renumber: z.boolean() }),
    z.object({ id: Id, lines: z.array(Line) }),
  ),
  changes: read(z.object({ requirementId: Id }), z.array(Change)),

  saveDraft: write(
    z.object({
      requirementId: Id,
      recordId: Id,
      content: z.record(z.string().max(20), text(MOST.long)),
      revision: z.int().min(1),
      basedOn: z.int().min(0),
    }),
    z.object({ id: Id, revision: z.int(), savedAt: Instant }),
  ),
  discardDraft: write(onlyId, onlyId),
  myDrafts: read(z.object({}), z.array(Draft)),

  addBenefit: write(
    z.object({ id: Id, specId: Id, title: words(200), owner: words(120), dueOn: Day.nullable() }),
    Benefit,
  ),
  changeBenefit: write(versioned.extend({ title: words(200), owner: words(120), dueOn: Day.nullable() }), Benefit),

  /** What stands becomes a version that never changes. `correctsId` names the published version it corrects. */
  makeBaseline: write(
    z.object({ id: Id, specId: Id, label: Label, note: words(500), correctsId: Id.nullable() }),
    z.object({ id: Id, label: Label, contentHash: z.string(), sheetNo: z.int().nullable() }),
  ),
  /** A version with everything in it. */
  baseline: read(
    onlyId,
    Baseline.extend({ specId: Id, specTitle: z.string(), permitted: z.array(z.string()), contents: z.array(Content) }),
  ),
  judge: write(z.object({ id: Id, approved: z.boolean(), reason: text(1000).nullable() }), onlyId),
  publish: write(onlyId, z.object({ id: Id, publishedAt: Instant })),
  /** The published version became part of the contract. */
  bindContract: write(onlyId, z.object({ id: Id, contractedAt: Instant })),

  /** Makes a version to be heard and asks the units about it. */
  openHearing: write(
    z.object({
      id: Id,
      baselineId: Id,
      specId: Id,
      label: Label,
      note: words(1000),
      closesOn: Day,
      units: z
        .array(z.strictObject({ unitId: Id, offerGroups: z.array(OfferGroupKey).min(1) }))
        .min(1)
        .max(200),
    }),
    onlyId,
  ),
  closeHearing: write(onlyId, onlyId),
  /** Units below the set's place, with the group each most likely is in. */
  unitsToHear: read(
    z.object({ specId: Id }),
    z.array(
      z.object({
        id: Id,
        name: z.string(),
        offerType: z.string().nullable(),
        legalGrounds: z.array(z.string()),
        /** From the last hearing it was in. */
        offerGroups: z.array(OfferGroupKey).nullable(),
      }),
    ),
  ),
  /** Open hearings of units where one may answer. */
  myHearings: read(
    z.object({}),
    z.array(
      z.object({
        id: Id,
        unitId: Id,
        unitName: z.string(),
        specTitle: z.string(),
        note: z.string(),
        closesOn: Day,
        asked: z.int(),
        answered: z.int(),
      }),
    ),
  ),
  /** What one unit is asked about, in order, with its latest answers. */
  hearingOf: read(
    z.object({ hearingId: Id, unitId: Id }),
    Hearing.extend({ unitName: z.string(), specTitle: z.string(), items: z.array(HearingItem) }),
  ),
  answerHearing: write(
    z.object({
      id: Id,
      hearingId: Id,
      unitId: Id,
      requirementId: Id,
      answer: z.enum(answers),
      text: text(1000).nullable(),
    }),
    z.object({ id: Id, answeredAt: Instant }),
  ),
  coverage: read(z.object({ hearingId: Id }), z.array(UnitHeard)),
  /** Troubles and comments, those without a reply first. */
  said: read(z.object({ hearingId: Id }), z.array(Said)),
  reply: write(
    z.object({ answerId: Id, outcome: z.enum(['changed', 'kept']), text: words(1000) }),
    z.object({ id: Id }),
  ),
})
