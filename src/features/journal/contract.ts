import { z } from 'zod'
import { consentBases } from '#features/citizens/contract.ts'
import { NoteKind } from '#features/org/contract.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

/** Longest note; longer text belongs in a document. A paste beyond it is refused plainly and kept on the screen. */
export const MAX_TEXT = 100_000
export const MAX_CITIZENS_OF_EVENT = 30
/** Matters that one note may belong to. */
export const MAX_MATTERS = 6
/** Imported notes at a time. */
export const MAX_IMPORT = 500

export const NoteRow = z.object({
  id: Id,
  /** Null for the unit's shared diary. */
  citizenId: Id.nullable(),
  unitId: Id,
  kind: NoteKind,
  happenedAt: Instant,
  writtenAt: Instant,
  authorId: Id,
  authorName: z.string(),
  /** Empty when withdrawn and the reader may not see withdrawn text. */
  text: z.string(),
  important: z.boolean(),
  theme: z.string().nullable(),
  /** Matters it belongs to: the goals it tells something about. */
  belongsTo: z.array(Id),
  /** 1 as written; each correction counts up. */
  version: z.int(),
  correctedAt: Instant.nullable(),
  withdrawn: z.object({ reason: z.string(), byName: z.string(), at: Instant }).nullable(),
  /** Acts I may do: correct, share, withdraw. */
  permitted: z.array(z.string()),
})
export type NoteRow = z.infer<typeof NoteRow>

export const NoteVersion = z.object({
  id: Id,
  version: z.int(),
  happenedAt: Instant,
  text: z.string(),
  important: z.boolean(),
  theme: z.string().nullable(),
  authorName: z.string(),
  writtenAt: Instant,
  reason: z.string().nullable(),
})
export type NoteVersion = z.infer<typeof NoteVersion>

export const Reminder = z.object({
  id: Id,
  unitId: Id,
  citizenId: Id.nullable(),
  text: z.string(),
  authorName: z.string(),
  writtenAt: Instant,
  expiresAt: Instant,
  version: z.int(),
})
export type Reminder = z.infer<typeof Reminder>

/** What the composer holds. Everything optional: a draft may be anything on its way. */
export const DraftContent = z.strictObject({
  kind: NoteKind.optional(),
  happenedAt: Instant.optional(),
  text: text(MAX_TEXT).optional(),
  important: z.boolean().optional(),
  theme: text(40).nullable().optional(),
  belongsTo: z.array(Id).max(MAX_MATTERS).optional(),
  /** For an event with several citizens: a paragraph each. */
  parts: z
    .array(z.strictObject({ citizenId: Id, text: text(MAX_TEXT), belongsTo: z.array(Id).max(MAX_MATTERS).optional() }))
    .max(MAX_CITIZENS_OF_EVENT)
    .optional(),
  /** When correcting: the note, the version it was made from, and why. */
  correcting: z.strictObject({ noteId: Id, version: z.int(), reason: text(300) }).optional(),
})
export type DraftContent = z.infer<typeof DraftContent>
export const Draft = z.object({
  id: Id,
  unitId: Id.nullable(),
  citizenId: Id.nullable(),
  content: DraftContent,
  revision: z.int(),
  startedAt: Instant,
  savedAt: Instant,
})
export type Draft = z.infer<typeof Draft>

/** Where a handover was read to; given back when taking over. Opaque to the browser. */
export const Cursor = z.strictObject({
  era: z.int().min(1).max(32_767),
  seen: z
    .string()
    .regex(/^\d{1,20}:\d{1,20}:[\d,]*$/)
    .max(20_000),
})
export type Cursor = z.infer<typeof Cursor>

export const HandoverNote = NoteRow.extend({ isNew: z.boolean(), read: z.boolean() })
export type HandoverNote = z.infer<typeof HandoverNote>

export const Handover = z.object({
  id: Id,
  cursor: Cursor,
  /** When I last took over here; null the first time (then the last 24 hours are new). */
  since: Instant.nullable(),
  /** Important first, then by time; new ones, and unread important ones however old within 14 days. At most 400. */
  notes: z.array(HandoverNote),
  /** New notes beyond those shown. */
  more: z.int(),
  reminders: z.array(Reminder),
  /** Stays that began or ended, and warnings written or ended, since then. */
  changes: z.array(
    z.object({
      kind: z.enum(['moved-in', 'moved-out', 'died', 'warned', 'warning-ended']),
      citizenId: Id,
      on: Day,
      text: z.string().nullable(),
    }),
  ),
  /** Everybody named above, also those who have left the unit. */
  people: z.array(z.object({ id: Id, calledName: z.string(), fullName: z.string() })),
})
export type Handover = z.infer<typeof Handover>

/** Something about a citizen that notes may belong to; the feature named first in its kind has the whole of it. */
export const Matter = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  isOpen: z.boolean(),
})
export type Matter = z.infer<typeof Matter>

/** To whom a note is shown beside the unit it belongs to. */
export const Share = z.object({
  id: Id,
  toUnitId: Id,
  toUnitName: z.string(),
  consentId: Id,
  basis: z.enum(consentBases),
  lawReference: z.string().nullable(),
  sharedByName: z.string(),
  sharedAt: Instant,
  /** The consent or the legal basis holds today; otherwise nothing is shown. */
  holds: z.boolean(),
  version: z.int(),
})
export type Share = z.infer<typeof Share>

/** A share as it stands on the citizen's card. */
export const SharedNote = Share.extend({
  noteId: Id,
  happenedAt: Instant,
  unitId: Id,
  unitName: z.string(),
  /** Acts I may do: end. */
  permitted: z.array(z.string()),
})
export type SharedNote = z.infer<typeof SharedNote>

const note = {
  unitId: Id,
  kind: NoteKind,
  /** Not in the future. */
  happenedAt: Instant,
  text: words(MAX_TEXT),
  important: z.boolean(),
  theme: text(40).nullable(),
}
/** Matters of the citizen, within my reach; another's is answered like a citizen out of reach. */
const belongsTo = z.array(Id).max(MAX_MATTERS).default([])
const written = z.object({ id: Id, version: z.int(), writtenAt: Instant })

export const journal = contract('journal', {
  /** One note. `citizenId` null only with kind `unit`. Saving a draft's note ends the draft. */
  write: write(
    z.object({ id: Id, draftId: Id.nullable(), citizenId: Id.nullable(), ...note, belongsTo }),
    written.extend({ unitId: Id, citizenId: Id.nullable() }),
  ),
  /** One event, one note per citizen: the common text, which names nobody, and a paragraph each. */
  writeEvent: write(
    z.object({
      id: Id,
      draftId: Id.nullable(),
      ...note,
      parts: z
        .array(z.strictObject({ noteId: Id, citizenId: Id, text: text(MAX_TEXT), belongsTo }))
        .min(2)
        .max(MAX_CITIZENS_OF_EVENT),
    }),
    z.object({ id: Id, notes: z.array(written) }),
  ),
  correct: write(
    z.object({
      id: Id,
      version: z.int(),
      draftId: Id.nullable(),
      happenedAt: Instant,
      text: words(MAX_TEXT),
      important: z.boolean(),
      theme: text(40).nullable(),
      reason: words(300),
    }),
    written,
  ),
  withdraw: write(z.object({ id: Id, version: z.int(), reason: words(300) }), z.object({ id: Id })),
  /** Latest first; 50 at a time, from before `before`. */
  ofCitizen: read(
    z.object({
      citizenId: Id,
      before: Instant.nullable(),
      only: z.enum(['all', 'important', 'night', 'health']).default('all'),
    }),
    z.array(NoteRow),
  ),
  /** The unit's notes of a day (local), all citizens and the shared diary, in order; at most 500. */
  ofUnit: read(z.object({ unitId: Id, day: Day }), z.array(NoteRow)),
  /** What notes about the citizen may belong to: open ones first, and of these the ones last written about; at most 100. */
  mattersOf: read(z.object({ citizenId: Id }), z.array(Matter)),
  /** Ties a note to a matter after it was written. Twice is once. */
  tie: write(z.object({ noteId: Id, matterId: Id }), z.object({ id: Id })),
  untie: write(z.object({ noteId: Id, matterId: Id }), z.object({ id: Id })),
  versions: read(z.object({ noteId: Id }), z.array(NoteVersion)),
  /** Units with which a note of mine is shared. */
  sharesOf: read(z.object({ noteId: Id }), z.array(Share)),
  /** Every note about the citizen that units of mine share now, the latest first; at most 200. */
  sharesAbout: read(z.object({ citizenId: Id }), z.array(SharedNote)),
  /** Shows a note to another unit the citizen uses, on a consent or legal basis that stands in the register. */
  shareNote: write(
    z.object({ id: Id, noteId: Id, toUnitId: Id, consentId: Id }),
    z.object({ id: Id, version: z.int() }),
  ),
  endShare: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
  handover: read(
    z.object({ unitId: Id, from: z.enum(['last', 'day']).default('last'), mineOnly: z.boolean().default(false) }),
    Handover,
  ),
  takeOver: write(z.object({ id: Id, unitId: Id, cursor: Cursor }), z.object({ id: Id, takenAt: Instant })),
  markRead: write(z.object({ noteIds: z.array(Id).min(1).max(200) }), z.object({ id: Id, count: z.int() })),
  remind: write(
    z.object({ id: Id, unitId: Id, citizenId: Id.nullable(), text: words(300), expiresAt: Instant }),
    Reminder,
  ),
  /** The reminder is done with before its time. */
  endReminder: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
  /** An older revision than the one stored changes nothing. */
  saveDraft: write(
    z.object({
      id: Id,
      unitId: Id.nullable(),
      citizenId: Id.nullable(),
      content: DraftContent,
      revision: z.int().min(1),
    }),
    z.object({ id: Id, revision: z.int(), savedAt: Instant }),
  ),
  discardDraft: write(z.object({ id: Id }), z.object({ id: Id })),
  myDrafts: read(z.object({}), z.array(Draft)),
  /** Newest first; at most 50. `words` as people type them: "to ord" together, -not. */
  search: read(
    z.object({ words: words(200), citizenId: Id.nullable().default(null) }),
    z.array(
      NoteRow.extend({
        /** The words around the hit, hits between « and ». */ passage: z.string(),
        calledName: z.string().nullable(),
        /** Name, address or stay is protected. */
        isProtected: z.boolean(),
      }),
    ),
  ),
  /**
   * Notes from another system, under their own authors and times; an administrator's.
   * One whose external id is here already is left as it is and not counted in `added`.
   */
  importNotes: write(
    z.object({
      id: Id,
      notes: z
        .array(
          z.strictObject({
            id: Id,
            externalId: words(100),
            citizenId: Id.nullable(),
            ...note,
            writtenAt: Instant,
            authorId: Id,
            /** As it was then. */
            authorName: words(120),
          }),
        )
        .min(1)
        .max(MAX_IMPORT),
    }),
    z.object({ id: Id, added: z.int() }),
  ),
})
