import type { Dexie, Table } from 'dexie'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'

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

type Kept = Dexie & { keys: Table<KeyRow, Id>; drafts: Table<DraftRow, Id>; outbox: Table<OutboxRow, number> }

let opening: Promise<Kept> | undefined

/** The device's database; fetched when first needed. What people wrote stands in it only sealed. */
export function store(): Promise<Kept> {
  opening ??= open().catch((error) => {
    opening = undefined
    throw error
  })
  return opening
}

async function open(): Promise<Kept> {
  const { Dexie } = await import('dexie')
  const kept = new Dexie('kept') as Kept
  kept.version(1).stores({ keys: 'ownerId', drafts: 'id, ownerId', outbox: '++place, &id, ownerId' })
  await kept.open()
  return kept
}
