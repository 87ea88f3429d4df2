import { z } from 'zod'
import { FollowUpResult } from '#features/goals/contract.ts'
import { contract, download, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const reportStates = ['draft', 'submitted', 'approved', 'sent', 'dropped'] as const
export const ReportState = z.enum(reportStates)
export type ReportState = z.infer<typeof ReportState>
/** What a sentence may rest on. `worker`: the worker's own view, by name. */
export const sourceKinds = ['note', 'evaluation', 'goal', 'answer', 'worker'] as const
export const SourceKind = z.enum(sourceKinds)
export const readingHows = ['read', 'read-aloud', 'declined', 'not-possible'] as const
export const agreements = ['yes', 'partly', 'no'] as const
export const sendingHows = ['digital-post', 'message', 'by-hand', 'letter'] as const

export const MAX_SECTIONS = 40
export const MAX_SENTENCES = 120

export const Source = z.strictObject({ kind: SourceKind, id: Id, /** As it was when cited. */ version: z.int() })
export type Source = z.infer<typeof Source>

export const Sentence = z.strictObject({
  id: Id,
  text: text(4000),
  sources: z.array(Source).max(40),
  /** `against`: it points another way than the rest; shown apart. */
  stance: z.enum(['says', 'against']),
  /** Put together by the house, changed by a worker, or the worker's own. */
  origin: z.enum(['assembled', 'edited', 'own']),
})
export type Sentence = z.infer<typeof Sentence>

export const Section = z.strictObject({
  /** Null: about the whole. */
  goalId: Id.nullable(),
  title: text(300),
  sentences: z.array(Sentence).max(MAX_SENTENCES),
})
export type Section = z.infer<typeof Section>

export const Content = z.strictObject({
  sections: z.array(Section).max(MAX_SECTIONS),
  /** What the provider recommends at the follow-up; the authority decides. */
  recommends: FollowUpResult.nullable(),
})
export type Content = z.infer<typeof Content>

/** What a worker has changed and not saved in the report yet. */
export const Edited = z.strictObject({
  /** The version it began from, and its words: what others saved meanwhile is held against them. */
  version: z.int(),
  base: Content,
  content: Content,
  /** The sentence that is open, and the section it is of. */
  open: z.strictObject({ at: z.int().min(0).max(MAX_SECTIONS), sentence: Sentence }).nullable(),
})
export type Edited = z.infer<typeof Edited>

/** A source as it stands now, to be read beside the sentence. */
export const SourceFact = z.object({
  kind: SourceKind,
  id: Id,
  version: z.int(),
  on: z.string(),
  byName: z.string(),
  /** Empty where the reader may not see it. */
  text: z.string(),
  /** Withdrawn or struck out since. */
  isGone: z.boolean(),
})
export type SourceFact = z.infer<typeof SourceFact>

export const Reading = z.object({
  id: Id,
  reportVersion: z.int(),
  how: z.enum(readingHows),
  agrees: z.enum(agreements).nullable(),
  text: z.string().nullable(),
  readOn: Day,
  writtenByName: z.string(),
})
export type Reading = z.infer<typeof Reading>

export const ReportLine = z.object({
  id: Id,
  citizenId: Id,
  unitId: Id,
  fromOn: Day,
  toOn: Day,
  toName: z.string(),
  followUpOn: Day.nullable(),
  state: ReportState,
  writtenByName: z.string(),
  writtenAt: Instant,
  approvedByName: z.string().nullable(),
  approvedAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  version: z.int(),
})
export type ReportLine = z.infer<typeof ReportLine>

export const Report = ReportLine.extend({
  content: Content,
  /** The version with which the words last changed. */
  wordedVersion: z.int(),
  writers: z.array(Id),
  returnedBecause: z.string().nullable(),
  readings: z.array(Reading),
  sources: z.array(SourceFact),
  /** The reader's own, not saved yet. */
  editing: z.object({ id: Id, revision: z.int(), edited: Edited }).nullable(),
  /** A protected address or a hidden stay today: the unit's name is left out of the paper, unless the sender says why not. */
  isProtected: z.boolean(),
  /** write, approve */
  permitted: z.array(z.string()),
})
export type Report = z.infer<typeof Report>

/** What was sent, with each source's words as they stood. */
export const Told = z.object({
  citizenName: z.string(),
  /** Null: left out, because it would tell where somebody protected is to be found. */
  unitName: z.string().nullable(),
  fromOn: Day,
  toOn: Day,
  content: Content,
  sources: z.array(SourceFact),
  readings: z.array(Reading),
  writtenByName: z.string(),
  approvedByName: z.string(),
})
export type Told = z.infer<typeof Told>

export const Copy = z.object({
  id: Id,
  citizenId: Id,
  sentAt: Instant,
  sentByName: z.string(),
  sentTo: z.string(),
  how: z.enum(sendingHows),
  told: Told,
})
export type Copy = z.infer<typeof Copy>

const stood = z.object({ id: Id, version: z.int() })

export const reports = contract('reports', {
  /** Of the units I reach, latest first; at most 60. */
  ofCitizen: read(z.object({ citizenId: Id }), z.array(ReportLine)),
  one: read(z.object({ reportId: Id }), Report),
  /** On their way at a unit: those the leader is to approve first; at most 200. */
  ofUnit: read(z.object({ unitId: Id }), z.array(ReportLine.extend({ calledName: z.string() }))),
  /** Puts a draft together of the goals, evaluations and linked notes of the period. */
  begin: write(
    z.object({
      id: Id,
      citizenId: Id,
      unitId: Id,
      fromOn: Day,
      toOn: Day,
      toName: words(200),
      followUpOn: Day.nullable(),
    }),
    stood,
  ),
  /** The worker's edit, whole. Sources are of the citizen's own records, never invented. */
  save: write(
    z.object({
      id: Id,
      version: z.int(),
      toName: words(200),
      content: Content,
      /** What was kept of it while it was typed; ends with this. */
      editingId: Id.nullish(),
    }),
    stood,
  ),
  /** As it is typed. An older revision arriving late changes nothing. */
  keepEditing: write(
    z.object({ id: Id, reportId: Id, edited: Edited, revision: z.int().positive() }),
    z.object({ id: Id, revision: z.int(), savedAt: Instant }),
  ),
  dropEditing: write(z.object({ id: Id }), z.object({ id: Id })),
  /** That the citizen has read it, or why not, and what they say. */
  read: write(
    z.object({
      id: Id,
      reportId: Id,
      reportVersion: z.int(),
      how: z.enum(readingHows),
      agrees: z.enum(agreements).nullable(),
      text: text(4000).nullable(),
      readOn: Day,
    }),
    z.object({ id: Id }),
  ),
  submit: write(z.object({ id: Id, version: z.int() }), stood),
  /** Back to the worker, with a word. */
  giveBack: write(z.object({ id: Id, version: z.int(), because: words(1000) }), stood),
  /** The leader's; never of what one has written in. */
  approve: write(z.object({ id: Id, version: z.int() }), stood),
  drop: write(z.object({ id: Id, version: z.int() }), stood),
  /**
   * Keeps the copy that leaves the house, as PDF and Word, for good. `nameUnit`: why it names the unit of somebody whose address is
   * protected or stay hidden; it stands in the trail.
   */
  send: write(z.object({ id: Id, version: z.int(), how: z.enum(sendingHows), nameUnit: words(300).optional() }), stood),
  copy: read(z.object({ reportId: Id }), Copy),
  pdf: download(z.object({ reportId: Id })),
  docx: download(z.object({ reportId: Id })),
})
