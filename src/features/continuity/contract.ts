import { z } from 'zod'
import { contactKinds, warningKinds } from '#features/citizens/contract.ts'
import { NoteKind } from '#features/org/contract.ts'
import { contract, read, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** How far back the notes of a pack go. */
export const PACK_HOURS = 48
/** Openings told at a time; a tablet that was opened more often tells the latest. */
export const MAX_OPENINGS = 200

export const Tablet = z.object({
  id: Id,
  name: z.string(),
  pairedAt: Instant,
  pairedByName: z.string(),
  /** When its pack was last made new; null until the first has been stored. */
  refreshedAt: Instant.nullable(),
  version: z.int(),
})
export type Tablet = z.infer<typeof Tablet>

/** A citizen as the pack knows them. No address, no number; the phone only where nothing is hidden. */
export const PackCitizen = z.object({
  id: Id,
  calledName: z.string(),
  fullName: z.string(),
  bornOn: Day.nullable(),
  room: z.string().nullable(),
  about: z.string().nullable(),
  phone: z.string().nullable(),
  identityProtected: z.boolean(),
  warnings: z.array(z.object({ id: Id, kind: z.enum(warningKinds), text: z.string(), reviewOn: Day })),
  contacts: z.array(
    z.object({
      id: Id,
      kind: z.enum(contactKinds),
      name: z.string(),
      relation: z.string().nullable(),
      phone: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** What notes may belong to: the unit's goals with the citizen that are worked with now. A pack from before they came has none. */
  matters: z.array(z.object({ id: Id, title: z.string() })).optional(),
})
export type PackCitizen = z.infer<typeof PackCitizen>

export const PackNote = z.object({
  id: Id,
  /** Null for the unit's shared diary. */
  citizenId: Id.nullable(),
  kind: NoteKind,
  happenedAt: Instant,
  authorName: z.string(),
  text: z.string(),
  important: z.boolean(),
})
export type PackNote = z.infer<typeof PackNote>

export const Pack = z.object({
  /** The tablet's. */
  id: Id,
  unitId: Id,
  unitName: z.string(),
  /** Kinds of note the unit uses. */
  noteKinds: z.array(NoteKind),
  madeAt: Instant,
  /** The tablet was ended: then nothing else is here, and it must erase what it has. */
  endedAt: Instant.nullable(),
  citizens: z.array(PackCitizen),
  /** Of the unit's last 48 hours, latest first; never those withdrawn. */
  notes: z.array(PackNote),
  /** Who work with citizens in the unit. */
  people: z.array(z.object({ id: Id, name: z.string(), profession: z.string().nullable() })),
})
export type Pack = z.infer<typeof Pack>

export const continuity = contract('continuity', {
  /** The unit's paired tablets and the age of their packs; `permitted`: pair, end. */
  atUnit: read(
    z.object({ unitId: Id }),
    z.object({ id: Id, tablets: z.array(Tablet), permitted: z.array(z.string()) }),
  ),
  pair: write(z.object({ id: Id, unitId: Id, name: words(60) }), z.object({ id: Id, pairedAt: Instant })),
  /** Everything a tablet keeps for the day the server cannot be reached. */
  pack: read(z.object({ unitId: Id, tabletId: Id }), Pack),
  /** A fresh pack is stored; and when the pack was opened since it last told. */
  refreshed: write(
    z.object({ id: Id, openings: z.array(Instant).max(MAX_OPENINGS) }),
    z.object({ id: Id, refreshedAt: Instant }),
  ),
  end: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
})
