import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { drawer } from './drawer.ts'

export type KeptPerson = {
  readonly id: Id
  readonly name: string
  readonly profession: string | null
  readonly tenantName: string
  readonly demo: boolean
  readonly sessionEndsAt: Instant
}

type SealedBytes = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }
export type KeyRow = { ownerId: Id; key: CryptoKey; person: KeptPerson }
export type DraftRow = {
  id: Id
  ownerId: Id
  content: SealedBytes
  revision: number
  savedOnDeviceAt: Instant
  savedOnServerAt: Instant | null
}
export type OutboxRow = {
  /** Order of writing; given by the database. */
  place?: number
  /** The idempotency key. */
  id: Id
  ownerId: Id
  endpoint: string
  at: Instant
  state: 'waiting' | 'parked'
  /** Input, label and, when parked, the sentence of the refusal. */
  sealed: SealedBytes
}

/** The device's database. What people wrote stands in it only sealed. */
export const kept = drawer<{ keys: KeyRow; drafts: DraftRow; outbox: OutboxRow }>('kept', {
  keys: { key: 'ownerId' },
  drafts: { key: 'id' },
  outbox: { key: 'place', counted: true, unique: 'id' },
})
