import { z } from 'zod'
import { contract, download, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { requestKinds } from './deadlines.ts'
import { archiveAnswers, blockReasons, decidedClasses } from './deletion.ts'
import { findingKinds } from './mask.ts'
import { retentionClasses } from './retention.ts'

export const requesters = ['citizen', 'guardian', 'representative', 'authority'] as const
export const requestOutcomes = ['handed-over', 'partly', 'refused', 'taken-back'] as const
export const decisions = ['mask', 'keep'] as const

export const RequestLine = z.object({
  id: Id,
  citizenId: Id,
  citizenName: z.string(),
  kind: z.enum(requestKinds),
  requester: z.enum(requesters),
  fromOn: Day,
  toOn: Day,
  receivedOn: Day,
  /** Last day on which the answer is in time; null where no rule is known. */
  dueOn: Day.nullable(),
  state: z.enum(['looking', 'review', 'closed']),
  closedAt: Instant.nullable(),
  outcome: z.enum(requestOutcomes).nullable(),
  version: z.int(),
})
export type RequestLine = z.infer<typeof RequestLine>

/** Somebody or something that the records name besides the citizen. */
export const Finding = z.object({
  key: z.string(),
  kind: z.enum(findingKinds),
  label: z.string(),
  places: z.int(),
  decision: z.enum(decisions),
  /** Somebody has looked at it; until then it is as it is at first. */
  isDecided: z.boolean(),
  /** Places decided otherwise than the finding itself. */
  apart: z.int(),
})
export type Finding = z.infer<typeof Finding>

export const Package = z.object({
  id: Id,
  state: z.enum(['waiting', 'making', 'made', 'failed', 'forgotten']),
  language: z.enum(['da', 'en']),
  withNames: z.boolean(),
  /** Why it tells where somebody protected is to be found; null: it leaves that out while the protection lasts. */
  tellWhere: z.string().nullable(),
  askedAt: Instant,
  askedByName: z.string(),
  doneRows: z.int(),
  totalRows: z.int().nullable(),
  madeAt: Instant.nullable(),
  sizeBytes: z.int().nullable(),
  masked: z.int().nullable(),
  /** Hexadecimal; proves later what was handed over. */
  sha256: z.string().nullable(),
})
export type Package = z.infer<typeof Package>

export const Request = RequestLine.extend({
  requesterNote: z.string().nullable(),
  closeNote: z.string().nullable(),
  lookedAt: Instant.nullable(),
  /** A protected address or a hidden stay today: where the citizen is to be found is left out of a copy, unless its maker says why not. */
  isProtected: z.boolean(),
  findings: z.array(Finding),
  /** Latest first. */
  packages: z.array(Package),
})
export type Request = z.infer<typeof Request>

export const Place = z.object({
  section: z.string(),
  record: z.string(),
  field: z.string(),
  nth: z.int(),
  before: z.string(),
  found: z.string(),
  after: z.string(),
  /** Null: as the finding. */
  decision: z.enum(decisions).nullable(),
})
export type Place = z.infer<typeof Place>

/** What was decided about a class of retention; the latest that has begun is in force. */
export const RetentionDecision = z.object({
  id: Id,
  class: z.enum(decidedClasses),
  fromOn: Day,
  /** Null: without end. */
  days: z.int().nullable(),
  /** Null where no archive is asked: what is no part of a case. */
  archive: z.enum(archiveAnswers).nullable(),
  reference: z.string(),
  decidedByName: z.string(),
  decidedAt: Instant,
})
export type RetentionDecision = z.infer<typeof RetentionDecision>

/** What a run would take of one table, and has taken. */
export const DeletionLine = z.object({
  /** Schema and table. */
  name: z.string(),
  class: z.enum(retentionClasses),
  rows: z.int(),
  /** 0 where rows go by their own age. */
  citizens: z.int(),
  oldestOn: Day.nullable(),
  newestOn: Day.nullable(),
  deleted: z.int(),
})
export type DeletionLine = z.infer<typeof DeletionLine>

export const DeletionRun = z.object({
  id: Id,
  state: z.enum(['previewed', 'deleting', 'done', 'dropped']),
  asOfOn: Day,
  previewedByName: z.string(),
  /** I made the preview; somebody else confirms. */
  isMine: z.boolean(),
  previewedAt: Instant,
  confirmedByName: z.string().nullable(),
  doneAt: Instant.nullable(),
  droppedAt: Instant.nullable(),
  steps: z.int(),
  doneSteps: z.int(),
  /** Steps that were left standing after all. */
  keptSteps: z.int(),
  version: z.int(),
  lines: z.array(DeletionLine),
  blocks: z.array(z.object({ class: z.enum(retentionClasses), reason: z.enum(blockReasons), citizens: z.int() })),
})
export type DeletionRun = z.infer<typeof DeletionRun>

export const Preservation = z.object({
  id: Id,
  citizenId: Id,
  citizenName: z.string(),
  reason: z.string(),
  keptByName: z.string(),
  keptAt: Instant,
})
export type Preservation = z.infer<typeof Preservation>

const key = text(200)
const spot = { section: text(100), record: text(200), field: text(100), nth: z.int().min(0) }

export const privacy = contract('privacy', {
  /** Requests about citizens whose every unit I reach; the open ones first, by deadline. At most 200. */
  requests: read(z.object({}), z.array(RequestLine)),
  request: read(z.object({ id: Id }), Request),
  /** Whom a request can be made about: by name or by the whole number. At most 20. */
  citizens: read(
    z.object({ words: words(100) }),
    z.array(z.object({ id: Id, fullName: z.string(), bornOn: Day.nullable(), unitNames: z.array(z.string()) })),
  ),
  ask: write(
    z.object({
      id: Id,
      citizenId: Id,
      kind: z.enum(requestKinds),
      requester: z.enum(requesters),
      requesterNote: text(500).nullable(),
      fromOn: Day,
      toOn: Day,
      receivedOn: Day,
    }),
    z.object({ id: Id, dueOn: Day.nullable() }),
  ),
  /** Looks for others' names again: something was written since. What was decided stays decided. */
  lookAgain: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
  /** Where a finding stands, at most 300. */
  places: read(z.object({ id: Id, key }), z.object({ id: Id, places: z.array(Place) })),
  decide: write(z.object({ id: Id, key, decision: z.enum(decisions) }), z.object({ id: Id })),
  /** One place otherwise than the rest; null: as the rest again. */
  decidePlace: write(z.object({ id: Id, key, ...spot, decision: z.enum(decisions).nullable() }), z.object({ id: Id })),
  make: write(
    z.object({
      id: Id,
      requestId: Id,
      language: z.enum(['da', 'en']),
      withNames: z.boolean(),
      /** Why address, phone, room and units' names go along though they are protected: asked anew for each copy, and kept in the trail. */
      tellWhere: words(300).nullable(),
    }),
    z.object({ id: Id }),
  ),
  package: download(z.object({ id: Id })),
  close: write(
    z.object({ id: Id, version: z.int(), outcome: z.enum(requestOutcomes), note: text(2000).nullable() }),
    z.object({ id: Id }),
  ),
  /** What was decided about periods, latest first (at most 100), and the runs of deletion, latest first (at most 20). */
  deletion: read(z.object({}), z.object({ decisions: z.array(RetentionDecision), runs: z.array(DeletionRun) })),
  decideRetention: write(
    z.object({
      id: Id,
      class: z.enum(decidedClasses),
      fromOn: Day,
      days: z.int().min(30).max(36_500).nullable(),
      archive: z.enum(archiveAnswers).nullable(),
      reference: words(500),
    }),
    z.object({ id: Id }),
  ),
  /** Counts what would go, and deletes nothing. */
  previewDeletion: write(z.object({ id: Id }), z.object({ id: Id })),
  /** By another person than made the preview; a job then deletes what was shown. */
  confirmDeletion: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
  dropDeletion: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
  /** Citizens whose record stays whatever its age. At most 200, latest first. */
  preservations: read(z.object({}), z.array(Preservation)),
  preserve: write(z.object({ id: Id, citizenId: Id, reason: words(500) }), z.object({ id: Id })),
  endPreservation: write(z.object({ id: Id }), z.object({ id: Id })),
})
