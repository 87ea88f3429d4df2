import { z } from 'zod'
import { contract, read, text, upload, words } from '#kernel/lang/contract.ts'
import { Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

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
})
