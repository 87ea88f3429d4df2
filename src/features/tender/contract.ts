import { z } from 'zod'
import { Content, LineNo, lineKinds } from '#features/requirements/content.ts'
import { contract, download, read, text, upload, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { annexKeys, formats } from './annexes.ts'
import { EvaluationInput, Model } from './model.ts'
import {
  adaptationSources,
  adaptationStates,
  answerLevels,
  gapStates,
  procedures,
  tenderStates,
  verdicts,
} from './rules.ts'

export const TenderState = z.enum(tenderStates)
export const Procedure = z.enum(procedures)
export const AnswerLevel = z.enum(answerLevels)
export const AdaptationState = z.enum(adaptationStates)
export const GapState = z.enum(gapStates)

const versioned = z.object({ id: Id, version: z.int() })
const onlyId = z.object({ id: Id })
const done = versioned

/** What the model made of made-up bids. */
export const Tested = z.object({
  winner: z.string(),
  ranking: z.array(z.string()),
  totals: z.record(z.string(), z.string()),
  flips: z.array(
    z.object({ along: z.enum(['price-weight', 'spread', 'charges']), at: z.int(), from: z.string(), to: z.string() }),
  ),
  /** Leaving one of the losing bids out turns who wins. */
  turnsOnLoser: z.boolean(),
})
export type Tested = z.infer<typeof Tested>

export const ModelRow = z.object({
  id: Id,
  revision: z.int(),
  content: Model,
  contentHash: z.string(),
  test: Tested.nullable(),
  testedAt: Instant.nullable(),
  lockedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  version: z.int(),
})
export type ModelRow = z.infer<typeof ModelRow>

export const TenderText = z.object({
  id: Id,
  annex: z.enum(annexKeys),
  title: z.string(),
  body: z.string(),
  requirements: z.array(Id),
  suspects: z.int(),
  version: z.int(),
})
export type TenderText = z.infer<typeof TenderText>

export const Question = z.object({
  id: Id,
  number: z.int(),
  text: z.string(),
  askedOn: Day,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  requirements: z.array(Id),
  version: z.int(),
})
export type Question = z.infer<typeof Question>

export const Change = z.object({ what: z.string(), before: z.string(), after: z.string() })
export const Correction = z.object({
  id: Id,
  number: z.int(),
  note: z.string(),
  changes: z.array(Change),
  madeAt: Instant,
})

/** A member of the panel. How far each is, is told; which points, never before all have handed in. */
export const Seat = z.object({
  number: z.int(),
  employeeId: Id,
  name: z.string(),
  /** Null until declared. */
  isConflicted: z.boolean().nullable(),
  excusedBecause: z.string().nullable(),
  submittedAt: Instant.nullable(),
  given: z.int(),
})
export type Seat = z.infer<typeof Seat>

export const MadeFile = z.object({
  id: Id,
  what: z.string(),
  name: z.string(),
  sizeBytes: z.int(),
  isSealed: z.boolean(),
  madeAt: Instant,
  madeByName: z.string(),
})

export const Tender = z.object({
  id: Id,
  placeId: Id,
  specId: Id,
  title: z.string(),
  procedure: Procedure,
  state: TenderState,
  baselineId: Id.nullable(),
  baselineLabel: z.string().nullable(),
  questionsCloseAt: Instant,
  bidsDueAt: Instant,
  noticePlannedOn: Day,
  dataProtectionNote: z.string(),
  publishedAt: Instant.nullable(),
  openedAt: Instant.nullable(),
  notifiedAt: Instant.nullable(),
  standstillEndsOn: Day.nullable(),
  standstillSaid: z.string().nullable(),
  concludedAt: Instant.nullable(),
  cancelledBecause: z.string().nullable(),
  version: z.int(),
  /** prepare, buy, approve, adapt, evaluate. */
  permitted: z.array(z.string()),
})
export type Tender = z.infer<typeof Tender>

export const TenderWhole = Tender.extend({
  texts: z.array(TenderText),
  models: z.array(ModelRow),
  questions: z.array(Question),
  corrections: z.array(Correction),
  panel: z.array(Seat),
  files: z.array(MadeFile),
  /** Whether the caller has declared own interests, and whether there are any; null until said. */
  declared: z.boolean().nullable(),
  /** The caller's seat on the panel. */
  seat: z.int().nullable(),
  /** While it is prepared: needs without a requirement or a word on why not. They hold the set back. */
  needsLeft: z.array(z.object({ id: Id, label: z.string(), title: z.string() })),
  /** Bids loaded; null until one may see them. */
  bids: z.int().nullable(),
  award: z
    .object({
      winnerLetter: z.string(),
      why: z.string(),
      inputHash: z.string(),
      minimumNote: z.string().nullable(),
      draftedByName: z.string(),
      draftedById: Id,
      draftedAt: Instant,
      /** Best first: what whoever turns the second key must see, also without seeing the bids. */
      totals: z.array(z.object({ letter: z.string(), vendor: z.string(), total: z.string() })),
      approvedByName: z.string().nullable(),
      approvedAt: Instant.nullable(),
    })
    .nullable(),
})
export type TenderWhole = z.infer<typeof TenderWhole>

/** A bid that was loaded by mistake. What it said is told to nobody. */
export const WithdrawnBid = z.object({
  letter: z.string(),
  vendor: z.string(),
  receipt: z.string(),
  because: z.string(),
  withdrawnAt: Instant,
  withdrawnByName: z.string(),
})
export type WithdrawnBid = z.infer<typeof WithdrawnBid>

const said = {
  id: Id,
  level: AnswerLevel,
  text: z.string(),
  hours: z.number().nullable(),
  priceOere: z.number().nullable(),
  reservation: z.string(),
  evidence: z.string(),
  suspects: z.int(),
}
/** To one row of a requirement. Not its own: the answer to the requirement holds for it. */
export const AnswerRow = z.object({ lineId: Id, isOwn: z.boolean(), ...said })
export type AnswerRow = z.infer<typeof AnswerRow>
export const Answer = z.object({ bidId: Id, requirementId: Id, ...said, rows: z.array(AnswerRow) })
export type Answer = z.infer<typeof Answer>

/** Without its price: evaluators give points for quality, and do not know what it costs. */
export const Bid = z.object({
  id: Id,
  letter: z.string(),
  vendor: z.string(),
  receipt: z.string(),
  receivedAt: Instant,
  sha256: z.string(),
  fileId: Id,
  trialSolved: z.int().nullable(),
  trialNote: z.string().nullable(),
  trialVersion: z.int().nullable(),
  hasLetter: z.boolean(),
})
export type Bid = z.infer<typeof Bid>

export const Score = z.object({
  bidId: Id,
  requirementId: Id,
  /** Seat of who gave them. */
  seat: z.int(),
  points: z.number(),
  reason: z.string(),
})
export type Score = z.infer<typeof Score>

/** What an evaluator found of one row (fit–gap). It gives no points. */
export const Finding = z.object({
  bidId: Id,
  requirementId: Id,
  lineId: Id,
  seat: z.int(),
  verdict: z.enum(verdicts),
  note: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const Consensus = z.object({
  id: Id,
  bidId: Id,
  requirementId: Id,
  points: z.number(),
  reason: z.string(),
  dissent: z.string(),
  version: z.int(),
})
export type Consensus = z.infer<typeof Consensus>

export const Scoring = z.object({
  id: Id,
  model: Model,
  contents: z.array(Content),
  bids: z.array(Bid),
  withdrawn: z.array(WithdrawnBid),
  answers: z.array(Answer),
  mySeat: z.int().nullable(),
  submitted: z.boolean(),
  allIn: z.boolean(),
  /** Own ones, and those of the others when all have handed in. */
  scores: z.array(Score),
  findings: z.array(Finding),
  consensus: z.array(Consensus),
  permitted: z.array(z.string()),
})
export type Scoring = z.infer<typeof Scoring>

export const Adaptation = z.object({
  id: Id,
  number: z.int(),
  requirementId: Id,
  requirementNumber: z.int(),
  /** The row it is about; null where it is about the whole requirement. */
  lineId: Id.nullable(),
  lineNo: LineNo.nullable(),
  bidLetter: z.string().nullable(),
  source: z.enum(adaptationSources),
  title: z.string(),
  hours: z.number().nullable(),
  priceOere: z.number().nullable(),
  costOfNot: z.string(),
  state: AdaptationState,
  decisionId: Id.nullable(),
  decisionNumber: z.int().nullable(),
  /** The unit whose leader is asked to work otherwise, who said yes, and why one said no. */
  askedUnitId: Id.nullable(),
  askedUnitName: z.string().nullable(),
  agreedBy: z.string().nullable(),
  refusedBecause: z.string(),
  outcome: z.string(),
  dueOn: Day.nullable(),
  suspects: z.int(),
  version: z.int(),
})
export type Adaptation = z.infer<typeof Adaptation>

export const Gap = z.object({
  id: Id,
  number: z.int(),
  unitId: Id,
  unitName: z.string(),
  text: z.string(),
  /** Numbers of the requirements it is about. */
  requirements: z.array(z.int()),
  /** The row it is about, of the requirement with that number. */
  row: z.object({ number: z.int(), no: LineNo }).nullable(),
  state: GapState,
  decisionId: Id.nullable(),
  decisionNumber: z.int().nullable(),
  nextStep: z.string(),
  nextOn: Day.nullable(),
  /** The leader who said yes to working otherwise, and why one said no. */
  agreedBy: z.string().nullable(),
  refusedBecause: z.string(),
  version: z.int(),
})
export type Gap = z.infer<typeof Gap>

/** Another way of working that the leader of a unit is asked to say yes to, instead of a gap mended or an adaptation ordered. */
export const AskedWay = z.object({
  id: Id,
  version: z.int(),
  tenderId: Id,
  /** `GAP-1`, `T-01` */
  label: z.string(),
  /** What is lacking, or what would have been changed. */
  text: z.string(),
  /** How the unit would work instead. */
  way: z.string(),
  decisionNumber: z.int().nullable(),
  askedAt: Instant,
  askedByName: z.string(),
})
export type AskedWay = z.infer<typeof AskedWay>

/** How many answers of each level each bid gave. After the award only the winner's are told to others than the panel. */
export const Fit = z.object({
  letter: z.string(),
  vendor: z.string(),
  hasWon: z.boolean(),
  level: AnswerLevel,
  count: z.int(),
  /** Rows of requirements on the same level. */
  rowCount: z.int(),
})
export type Fit = z.infer<typeof Fit>

/** One row of a requirement, what a bid answers to it, what the panel found, and what was decided about it. */
export const FitRow = z.object({
  bidId: Id,
  requirementId: Id,
  number: z.int(),
  title: z.string(),
  lineId: Id,
  no: LineNo,
  kind: z.enum(lineKinds),
  text: z.string(),
  level: AnswerLevel,
  isOwn: z.boolean(),
  answer: z.string(),
  /** How many of the panel found it so, when all have handed in. */
  fits: z.int(),
  partly: z.int(),
  gaps: z.int(),
  notes: z.array(z.string()),
  adaptations: z.array(z.object({ id: Id, number: z.int(), state: AdaptationState })),
  /** What units told that it lacks: of the row, or of the whole requirement. */
  unitGaps: z.array(z.object({ id: Id, number: z.int(), unitName: z.string(), state: GapState })),
})
export type FitRow = z.infer<typeof FitRow>

const plan = {
  title: words(160),
  procedure: Procedure,
  questionsCloseAt: Instant,
  bidsDueAt: Instant,
  noticePlannedOn: Day,
}
const long = text(8000)
const reason = words(2000)
const points = z.number().min(0).max(100)

export const tender = contract('tender', {
  /** Tenders of the places one belongs to. */
  list: read(z.object({}), z.array(Tender)),
  get: read(onlyId, TenderWhole),
  /** Texts of the annex templates come with it. */
  create: write(z.object({ id: Id, specId: Id, ...plan }), done),
  change: write(versioned.extend({ ...plan, dataProtectionNote: text(2000) }), done),
  saveText: write(versioned.extend({ title: words(160), body: long, requirements: z.array(Id).max(500) }), done),
  /** Begins a model, or changes the one that is not locked; what was tested must be tested again. */
  saveModel: write(z.object({ tenderId: Id, id: Id, version: z.int(), content: Model }), done),
  testModel: write(versioned, done.extend({ tests: Tested })),
  lockModel: write(versioned, done),
  /** Needs a published version of the requirements, a locked model and a word from the data protection adviser. */
  publish: write(versioned.extend({ baselineId: Id }), done),
  /** The only way to change anything after publishing, and only before the deadline. */
  correct: write(
    versioned.extend({
      correctionId: Id,
      note: words(1000),
      baselineId: Id.nullable(),
      modelId: Id.nullable(),
      bidsDueAt: Instant.nullable(),
      texts: z.array(z.strictObject({ id: Id, body: long })).max(20),
    }),
    done.extend({ number: z.int() }),
  ),
  /** `isAnonymous`: somebody has read it, and nobody can tell who asked. */
  ask: write(
    z.object({
      id: Id,
      tenderId: Id,
      externalId: words(60).optional(),
      text: words(2000),
      askedOn: Day,
      requirements: z.array(Id).max(50),
      isAnonymous: z.boolean(),
    }),
    done.extend({ number: z.int() }),
  ),
  /** Told to all bidders at once. */
  answerQuestion: write(versioned.extend({ answer: words(4000) }), done),

  seatPanel: write(z.object({ id: Id, employeeIds: z.array(Id).max(15) }), onlyId),
  excuse: write(z.object({ id: Id, number: z.int(), because: words(300) }), onlyId),
  declare: write(z.object({ id: Id, isConflicted: z.boolean(), said: text(1000) }), onlyId),

  open: write(versioned, done),
  /** A bidder's answer file with the e-tendering system's receipt. */
  loadBid: upload(
    z.object({
      id: Id,
      tenderId: Id,
      name: words(200),
      vendor: words(120),
      receipt: words(60),
      receivedAt: Instant,
    }),
    z.object({
      id: Id,
      letter: z.string(),
      unanswered: z.int(),
      minimumOpen: z.int(),
      /** Rows further from standard than what was answered to their requirement. */
      rowsBeyond: z.int(),
    }),
  ),
  /** A bid loaded by mistake, until somebody has handed in points: it stays, unread, with the reason. */
  withdrawBid: write(z.object({ id: Id, because: words(1000) }), onlyId),
  scoring: read(z.object({ tenderId: Id }), Scoring),
  recordTrial: write(z.object({ id: Id, version: z.int(), solved: z.int().min(0).max(100), note: text(2000) }), done),
  saveScores: write(
    z.object({
      tenderId: Id,
      scores: z
        .array(z.strictObject({ bidId: Id, requirementId: Id, points, reason: text(2000) }))
        .min(1)
        .max(500),
    }),
    z.object({ id: Id, saved: z.int() }),
  ),
  /** What is found of rows, one or many; may be changed until points are handed in. */
  saveFindings: write(
    z.object({
      tenderId: Id,
      findings: z
        .array(
          z.strictObject({ bidId: Id, requirementId: Id, lineId: Id, verdict: z.enum(verdicts), note: text(1000) }),
        )
        .min(1)
        .max(500),
    }),
    z.object({ id: Id, saved: z.int() }),
  ),
  submitScores: write(z.object({ id: Id }), onlyId),
  /** `points` only where the model says that the panel agrees on them; else they are worked out. */
  settle: write(
    z.object({
      tenderId: Id,
      rows: z
        .array(
          z.strictObject({
            id: Id,
            bidId: Id,
            requirementId: Id,
            version: z.int(),
            points: points.nullable(),
            reason,
            dissent: text(1000),
          }),
        )
        .min(1)
        .max(500),
    }),
    z.object({ id: Id, settled: z.int() }),
  ),
  /** Everything the award is worked out from; null while points are lacking. */
  result: read(
    z.object({ tenderId: Id }),
    z.object({ id: Id, lacking: z.int(), input: EvaluationInput.nullable(), permitted: z.array(z.string()) }),
  ),
  draftAward: write(z.object({ id: Id, why: reason, minimumNote: text(2000).nullable() }), onlyId),
  tearUpAward: write(onlyId, onlyId),
  /** The second key. */
  approveAward: write(onlyId, onlyId),
  /** Bidders are told; letters are made and the standstill begins. */
  notify: write(
    versioned.extend({ standstillDays: z.int().min(0).max(60) }),
    done.extend({ standstillEndsOn: Day.nullable() }),
  ),
  conclude: write(versioned, done),
  cancel: write(versioned.extend({ because: words(1000) }), done),

  fit: read(z.object({ tenderId: Id }), z.array(Fit)),
  /** Fit and gap of one bid, row by row. */
  fitRows: read(z.object({ tenderId: Id, letter: z.string().regex(/^[A-Z]$/) }), z.array(FitRow)),
  adaptations: read(z.object({ tenderId: Id }), z.array(Adaptation)),
  addAdaptation: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      tenderId: Id,
      requirementId: Id,
      lineId: Id.nullable().optional(),
      bidId: Id.nullable(),
      source: z.enum(adaptationSources),
      title: words(200),
      hours: z.number().min(0).max(100_000).nullable(),
      priceOere: z.int().min(0).nullable(),
      costOfNot: text(1000),
    }),
    done.extend({ number: z.int() }),
  ),
  moveAdaptation: write(
    versioned.extend({
      state: AdaptationState,
      decisionId: Id.nullable(),
      askedUnitId: Id.nullable(),
      outcome: text(1000),
      dueOn: Day.nullable(),
    }),
    done,
  ),
  gaps: read(z.object({ tenderId: Id }), z.array(Gap)),
  addGap: write(
    z.object({
      id: Id,
      externalId: words(60).optional(),
      tenderId: Id,
      unitId: Id,
      text: words(1000),
      requirements: z.array(Id).max(50),
      /** A row of one of the requirements. */
      lineId: Id.nullable().optional(),
      nextStep: text(500),
      nextOn: Day.nullable(),
    }),
    done.extend({ number: z.int() }),
  ),
  moveGap: write(
    versioned.extend({ state: GapState, decisionId: Id.nullable(), nextStep: text(500), nextOn: Day.nullable() }),
    done,
  ),

  /** What the leader of a unit is asked. */
  waysAsked: read(z.object({ unitId: Id }), z.array(AskedWay)),
  /** The leader's yes or no, to a gap or an adaptation. */
  answerWay: write(versioned.extend({ agrees: z.boolean(), because: text(1000) }), done),

  /** A part of the tender set, made from the version as it stands. */
  makeMaterial: write(
    z.object({ id: Id, tenderId: Id, annex: z.enum(annexKeys), format: z.enum(formats) }),
    z.object({ id: Id, name: z.string() }),
  ),
  /** The award memo, a letter, everything needed to work the award out again, or fit and gap of every bid, row by row. */
  makeRecord: write(
    z.object({
      id: Id,
      tenderId: Id,
      what: z.enum(['memo', 'letter', 'replay', 'fit']),
      bidId: Id.nullable(),
      format: z.enum(['docx', 'pdf', 'zip', 'xlsx']),
    }),
    z.object({ id: Id, name: z.string() }),
  ),
  file: download(z.object({ id: Id })),
})
