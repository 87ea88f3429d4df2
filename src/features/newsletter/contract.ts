import { z } from 'zod'
import { contract, download, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { issueStates, MOST_SECTIONS, slots } from './rules.ts'

const IssueState = z.enum(issueStates)
export const SlotName = z.enum(slots)

export const Source = z.object({ kind: z.string(), id: Id, label: z.string().nullable(), title: z.string() })
export type Source = z.infer<typeof Source>

export const Section = z.object({
  id: Id,
  slot: SlotName,
  heading: z.string(),
  text: z.string(),
  sources: z.array(Source),
})
export type Section = z.infer<typeof Section>

export const Edition = z.object({
  unitId: Id,
  unitName: z.string(),
  text: z.string(),
  approvedAt: Instant.nullable(),
  version: z.int(),
  /** approve. */
  permitted: z.array(z.string()),
})
export type Edition = z.infer<typeof Edition>

export const IssueLine = z.object({
  id: Id,
  placeId: Id,
  placeName: z.string(),
  monthOn: Day,
  number: z.int(),
  title: z.string(),
  state: IssueState,
  sentAt: Instant.nullable(),
  /** Of those it was sent to. */
  waiting: z.int(),
  refused: z.int(),
  sent: z.int(),
  version: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type IssueLine = z.infer<typeof IssueLine>

export const Issue = IssueLine.extend({
  sections: z.array(Section),
  editions: z.array(Edition),
  /** Units for which one may write a paragraph of their own. */
  mine: z.array(z.object({ id: Id, name: z.string() })),
  /** Of 1; null where a unit is too small to be told about. */
  coverage: z.array(z.object({ unitId: Id, unitName: z.string(), share: z.number().nullable() })),
})
export type Issue = z.infer<typeof Issue>

/** What happened, and may be told. */
export const News = z.object({
  id: Id,
  kind: z.string(),
  slot: SlotName,
  label: z.string().nullable(),
  title: z.string(),
  text: z.string().nullable(),
  at: Instant,
  isUsed: z.boolean(),
})
export type News = z.infer<typeof News>

export const Recipient = z.object({
  id: Id,
  placeId: Id,
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  address: z.string(),
})
export type Recipient = z.infer<typeof Recipient>

export const Outgoing = z.object({
  id: Id,
  address: z.string(),
  unitName: z.string().nullable(),
  state: z.enum(['waiting', 'sent', 'refused']),
  attempts: z.int(),
  nextAt: Instant.nullable(),
  lastError: z.string().nullable(),
  sentAt: Instant.nullable(),
})
export type Outgoing = z.infer<typeof Outgoing>

const versioned = z.object({ id: Id, version: z.int() })
const done = versioned.extend({ state: IssueState })
const ok = z.object({ ok: z.literal(true) })
const address = z
  .string()
  .max(200)
  .regex(/^[^@\s<>"]+@[^@\s<>"]+$/)
const section = z.strictObject({
  id: Id,
  slot: SlotName,
  heading: words(80),
  text: words(2000),
  sources: z.array(z.strictObject({ kind: z.string().max(60), id: Id })).max(60),
})

export const newsletter = contract('newsletter', {
  /** Places whose newsletter one keeps. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  /** Latest first: what was sent, and for those who keep it or write in it what is being written. */
  issues: read(z.object({}), z.array(IssueLine)),
  issue: read(z.object({ id: Id }), Issue),
  /** What happened in the issue's month, used or not. Nothing that is sealed. */
  news: read(z.object({ id: Id }), z.array(News)),
  begin: write(
    z.object({ id: Id, externalId: words(60).optional(), placeId: Id, monthOn: Day, title: text(100) }),
    done.extend({ number: z.int() }),
  ),
  /** Made anew from the month's events; what was drafted before is put aside. */
  draft: write(versioned, done),
  edit: write(versioned.extend({ title: text(100), sections: z.array(section).max(MOST_SECTIONS) }), done),
  approve: write(versioned, done),
  /** To the outbox; the mail server gets it when it can. */
  send: write(versioned, done.extend({ recipients: z.int() })),
  /** A unit's own paragraph, by its contact; a change takes the leader's approval away. */
  writeLocal: write(z.object({ id: Id, unitId: Id, version: z.int(), text: words(800) }), ok),
  approveLocal: write(z.object({ id: Id, unitId: Id, version: z.int() }), ok),
  recipients: read(z.object({}), z.array(Recipient)),
  addRecipient: write(z.object({ id: Id, placeId: Id, unitId: Id.nullable(), address }), z.object({ id: Id })),
  endRecipient: write(z.object({ id: Id }), z.object({ id: Id })),
  outbox: read(z.object({ id: Id }), z.array(Outgoing)),
  /** I have read it; who, nobody can tell. */
  open: write(z.object({ id: Id }), ok),
  countReaders: write(
    z.object({ id: Id, unitId: Id, staff: z.int().min(1).max(5000), reached: z.int().min(0).max(5000) }),
    ok,
  ),
  makePaper: write(z.object({ id: Id, paperId: Id, unitId: Id.nullable() }), z.object({ id: Id, name: z.string() })),
  paper: download(z.object({ id: Id })),
})
