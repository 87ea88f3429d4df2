import type { Dexie, Table } from 'dexie'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Envelope, LockedKey } from './seal.ts'

/** There is one of it on a device. */
export const HERE = 'here'

export type PairingRow = {
  place: typeof HERE
  tabletId: Id
  unitId: Id
  unitName: string
  name: string
  publicKey: CryptoKey
  locked: LockedKey
  /** Wrong codes in a row, and when the last was typed. */
  wrong: number
  wrongAt: number
  /** When the pack was opened, not yet told to the server. */
  openings: Instant[]
  ended: boolean
}
export type PackRow = { place: typeof HERE; madeAt: Instant; sealed: Envelope }
/** Words stand sealed. Who wrote stands open, so that the door can say whose notes wait. */
export type NoteRow = {
  /** Order of writing; given by the database. */
  place?: number
  /** The note's id, and its idempotency key for ever. */
  id: Id
  authorId: Id
  authorName: string
  at: Instant
  state: 'waiting' | 'refused'
  sealed: Envelope
}

type Kept = Dexie & { pairing: Table<PairingRow, string>; packs: Table<PackRow, string>; notes: Table<NoteRow, number> }

let opening: Promise<Kept> | undefined

/** The tablet's drawer; fetched when first needed. */
export function store(): Promise<Kept> {
  opening ??= open().catch((error) => {
    opening = undefined
    throw error
  })
  return opening
}

async function open(): Promise<Kept> {
  const { Dexie } = await import('dexie')
  const kept = new Dexie('noedpakke') as Kept
  kept.version(1).stores({ pairing: 'place', packs: 'place', notes: '++place, &id, authorId' })
  await kept.open()
  return kept
}
