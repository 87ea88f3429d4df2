import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { drawer } from '#kernel/web/index.ts'
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

/** The tablet's drawer. */
export const tablet = drawer<{ pairing: PairingRow; packs: PackRow; notes: NoteRow }>('noedpakke', {
  pairing: { key: 'place' },
  packs: { key: 'place' },
  notes: { key: 'place', counted: true, unique: 'id' },
})
