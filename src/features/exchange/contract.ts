import { z } from 'zod'
import { contract, read, text, upload, words, write } from '#kernel/lang/contract.ts'
import { Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { ItemGiven, itemKinds } from './items.ts'

export const receivedKinds = ['order', 'report', 'status', 'single'] as const

/** What somebody should know of what was received: a code with its sentence in problems.ts. */
export const ReceivedNote = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const Received = z.object({
  id: Id,
  kind: z.enum(receivedKinds),
  fileName: z.string(),
  citizenId: Id.nullable(),
  orderId: Id.nullable(),
  notes: z.array(ReceivedNote),
  receivedAt: Instant,
})
export type Received = z.infer<typeof Received>

export const Outgoing = z.object({
  id: Id,
  kind: z.enum(['status', 'report', 'order']),
  citizenId: Id,
  state: z.enum(['waiting', 'sent', 'refused']),
  attempts: z.int(),
  nextAt: Instant.nullable(),
  lastError: z.string().nullable(),
  madeAt: Instant,
  sentAt: Instant.nullable(),
})
export type Outgoing = z.infer<typeof Outgoing>

/** Something of the case, as it stands in what is reported. */
export const CaseItem = z.object({
  id: Id,
  kind: z.enum(itemKinds),
  /** As `itemContents` has it for the kind. */
  content: z.record(z.string(), z.unknown()),
  withdrawn: z.boolean(),
  /** Not reported yet as it stands now. */
  isNews: z.boolean(),
  changedAt: Instant,
})
export type CaseItem = z.infer<typeof CaseItem>

export const exchange = contract('exchange', {
  /** A message, report or single resource in FHIR (JSON), checked against the national profiles. The same once more changes nothing. */
  receive: upload(
    z.object({
      id: Id,
      fileName: words(200),
      /** Id or name of the unit an order is for; without it the receiver's name in the message says it. */
      unit: text(200).nullable(),
    }),
    z.object({
      id: Id,
      kind: z.enum(receivedKinds),
      /** False: it had been received before, and nothing was changed. */
      fresh: z.boolean(),
      citizenId: Id.nullable(),
      orderId: Id.nullable(),
      notes: z.array(ReceivedNote),
    }),
  ),
  /** What came in, latest first; at most 200. */
  received: read(z.object({}), z.array(Received)),
  /** Something of a citizen's case as it is reported; the same id is a change, `withdrawn` an error taken back. */
  enter: write(
    z.object({ id: Id, citizenId: Id, item: ItemGiven, withdrawn: z.boolean() }),
    z.object({ id: Id, version: z.int() }),
  ),
  /** The citizen's case as it is reported, latest change first; at most 400. */
  caseOf: read(z.object({ citizenId: Id }), z.object({ id: Id, items: z.array(CaseItem) })),
  /** What one may do with the citizen's case: report. Of the case itself nothing is told, nor why not. */
  caseFor: read(z.object({ citizenId: Id }), z.object({ permitted: z.array(z.string()) })),
  /** Makes a delivery report of what is news and lays it in the outbox. */
  report: write(z.object({ id: Id, citizenId: Id }), z.object({ id: Id, content: z.string() })),
  /** The municipality's id among KOMBIT's organisations. */
  setOrganisation: write(z.object({ organisationId: Id }), z.object({ organisationId: Id })),
  /**
   * A bundle to hand on; nothing is sent. `reason` is needed for the status or order of somebody whose address is protected or stay hidden:
   * phone, unit and what came with the order stand in them.
   */
  export: write(
    z.object({ citizenId: Id, what: z.enum(['status', 'report', 'order']), reason: text(300).optional() }),
    z.object({ content: z.string() }),
  ),
  /** The outbox, latest first; at most 200. */
  outbox: read(z.object({}), z.array(Outgoing)),
})
