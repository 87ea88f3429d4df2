import { z } from 'zod'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { whyNotNumber } from './rules.ts'

export const warningKinds = ['allergy', 'epilepsy', 'violence', 'infection', 'alone-time', 'fall', 'other'] as const
/** Warnings that every unit the citizen uses is to know: whoever is with them must act on it. `other` may be anything, and stays where it was written. */
export const sharedWarningKinds = ['allergy', 'epilepsy', 'violence', 'infection', 'alone-time', 'fall'] as const
/** What a unit can share about a citizen: that they use it, its warnings, single notes, or something told outside the system. */
export const consentWhats = ['stay', 'warnings', 'notes', 'other'] as const
/** The citizen said yes, or a law lets it be shared without. */
export const consentBases = ['consent', 'law'] as const
export type ConsentWhat = (typeof consentWhats)[number]
export const contactKinds = ['relative', 'guardian', 'doctor', 'caseworker', 'lay-assistant', 'other'] as const

/** What every list says about a citizen. Never the address, the number or the phone. */
export const CitizenLine = z.object({
  id: Id,
  /** What the citizen wants to be called, or the given name. */
  calledName: z.string(),
  fullName: z.string(),
  bornOn: Day.nullable(),
  room: z.string().nullable(),
  identityProtected: z.boolean(),
  hiddenStay: z.boolean(),
  diedOn: Day.nullable(),
  hasPhoto: z.boolean(),
  /** Warnings in force, most serious first. */
  warnings: z.array(z.object({ id: Id, kind: z.enum(warningKinds), text: z.string(), reviewOn: Day })),
  /** I am the citizen's contact person (kontaktperson). */
  mine: z.boolean(),
  unitIds: z.array(Id),
})
export type CitizenLine = z.infer<typeof CitizenLine>

export const Contact = z.object({
  id: Id,
  kind: z.enum(contactKinds),
  name: z.string(),
  relation: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
})
export type Contact = z.infer<typeof Contact>

export const Warning = z.object({
  id: Id,
  kind: z.enum(warningKinds),
  text: z.string(),
  unitId: Id,
  authorName: z.string(),
  writtenAt: Instant,
  reviewOn: Day,
  version: z.int(),
})
export type Warning = z.infer<typeof Warning>

/** The whole card. Address and phone are null while the identity is protected; see `reveal`. The number is never here. */
export const Card = CitizenLine.omit({ warnings: true }).extend({
  givenName: z.string(),
  familyName: z.string(),
  preferredName: z.string().nullable(),
  pronoun: z.string().nullable(),
  hasNumber: z.boolean(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  protectedUntil: Day.nullable(),
  about: z.string().nullable(),
  contacts: z.array(Contact),
  warnings: z.array(Warning),
  contactPersons: z.array(z.object({ employeeId: Id, name: z.string(), unitId: Id })),
  version: z.int(),
  /** Acts I may do: bar, change, contact, reveal, share, warn. */
  permitted: z.array(z.string()),
})
export type Card = z.infer<typeof Card>

/** An employee kept apart from a citizen. */
export const Bar = z.object({
  id: Id,
  citizenId: Id,
  calledName: z.string(),
  employeeId: Id,
  employeeName: z.string(),
  reason: z.string(),
  fromOn: Day,
  /** Last day; null until further notice. */
  toOn: Day.nullable(),
  setByName: z.string(),
  setAt: Instant,
  version: z.int(),
  permitted: z.array(z.string()),
})
export type Bar = z.infer<typeof Bar>

/** What is shared about a citizen, with whom, and why it may be. */
export const Consent = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  what: z.enum(consentWhats),
  toUnitId: Id.nullable(),
  toUnitName: z.string().nullable(),
  toWhom: z.string().nullable(),
  basis: z.enum(consentBases),
  lawReference: z.string().nullable(),
  fromOn: Day,
  /** Last day; null until further notice. */
  toOn: Day.nullable(),
  withdrawnAt: Instant.nullable(),
  recordedByName: z.string(),
  recordedAt: Instant,
  note: z.string().nullable(),
  version: z.int(),
  /** Acts I may do: withdraw. */
  permitted: z.array(z.string()),
})
export type Consent = z.infer<typeof Consent>

export const CitizenNumber = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, '').toUpperCase())
  .refine((value) => !whyNotNumber(value), { params: { code: 'citizens.number-shape' } })

const cardFields = {
  givenName: words(100),
  familyName: text(100),
  preferredName: text(60).nullable(),
  pronoun: text(40).nullable(),
  bornOn: Day.nullable(),
  address: text(300).nullable(),
  room: text(40).nullable(),
  phone: text(40).nullable(),
  identityProtected: z.boolean(),
  protectedUntil: Day.nullable(),
  hiddenStay: z.boolean(),
  about: text(1000).nullable(),
}
const saved = z.object({ id: Id, version: z.int() })

export const citizens = contract('citizens', {
  /** What I may do about citizens in the unit: bar, register. */
  atUnit: read(z.object({ unitId: Id }), z.object({ id: Id, permitted: z.array(z.string()) })),
  /** Citizens tied to the unit today, by name. */
  ofUnit: read(z.object({ unitId: Id }), z.array(CitizenLine)),
  /** Citizens I am contact person for, or who live or attend in the units where I work; at most 200. */
  mine: read(z.object({}), z.array(CitizenLine)),
  card: read(z.object({ citizenId: Id }), Card),
  /** Name, nickname, room, last four of the number; misspelt names too. At most 20, best first. */
  find: read(z.object({ words: words(100) }), z.array(CitizenLine)),
  /** Small portraits as data addresses, for at most 200 citizens. */
  portraits: read(z.object({ citizenIds: z.array(Id).max(200) }), z.array(z.object({ id: Id, photo: z.string() }))),
  register: write(
    z.object({
      id: Id,
      externalId: words(100).optional(),
      unitId: Id,
      number: CitizenNumber.nullable(),
      ...cardFields,
    }),
    saved,
  ),
  change: write(z.object({ id: Id, version: z.int(), ...cardFields }), saved),
  setNumber: write(z.object({ id: Id, version: z.int(), number: CitizenNumber.nullable() }), saved),
  /** JPEG, PNG or WebP, at most 60 kB after the browser has made it small; null removes it. */
  setPhoto: write(z.object({ id: Id, version: z.int(), photo: z.string().max(82_000).nullable() }), saved),
  /** Shows what is hidden by default. The reason is recorded. */
  reveal: write(
    z.object({ citizenId: Id, what: z.enum(['address', 'number']), reason: words(200) }),
    z.object({ address: z.string().nullable(), phone: z.string().nullable(), number: z.string().nullable() }),
  ),
  addContact: write(
    z.object({
      id: Id,
      citizenId: Id,
      kind: z.enum(contactKinds),
      name: words(120),
      relation: text(80).nullable(),
      phone: text(40).nullable(),
      note: text(500).nullable(),
    }),
    saved,
  ),
  endContact: write(z.object({ id: Id, version: z.int() }), saved),
  warn: write(
    z.object({ id: Id, citizenId: Id, unitId: Id, kind: z.enum(warningKinds), text: words(500), reviewOn: Day }),
    saved,
  ),
  /** Looked at again: keep it until a new day, or end it (`reviewOn` null). */
  reviewWarning: write(z.object({ id: Id, version: z.int(), reviewOn: Day.nullable() }), saved),
  /** Who is kept apart from whom, of those tied to the unit today; never told to whom it keeps apart. */
  bars: read(z.object({ unitId: Id }), z.array(Bar)),
  bar: write(
    z.object({ id: Id, citizenId: Id, employeeId: Id, reason: words(300), fromOn: Day, toOn: Day.nullable() }),
    saved,
  ),
  /** The last day it holds; yesterday ends it at once. */
  endBar: write(z.object({ id: Id, version: z.int(), lastDay: Day }), saved),
  /** What my units share about the citizen or have been given, newest first. */
  consentsOf: read(z.object({ citizenId: Id }), z.array(Consent)),
  /** Written down on behalf of the unit that shares: with a unit (`toUnitId`) or somebody outside (`toWhom`). */
  recordConsent: write(
    z.object({
      id: Id,
      citizenId: Id,
      unitId: Id,
      what: z.enum(consentWhats),
      toUnitId: Id.nullable(),
      toWhom: text(120).nullable(),
      basis: z.enum(consentBases),
      lawReference: text(120).nullable(),
      fromOn: Day,
      toOn: Day.nullable(),
      note: text(500).nullable(),
    }),
    saved,
  ),
  /** From now on nothing more is shown. */
  withdrawConsent: write(z.object({ id: Id, version: z.int() }), saved),
  assignContactPerson: write(
    z.object({ id: Id, citizenId: Id, unitId: Id, employeeId: Id, fromOn: Day }),
    z.object({ id: Id }),
  ),
})
