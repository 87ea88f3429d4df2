import { z } from 'zod'
import { contract, read, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { linkTypes } from './link-vocabulary.ts'

export const LinkTypeName = z.enum(linkTypes)
/** A feature's kind of record, `capture.need`. */
export const Kind = z.string().regex(/^[a-z]+\.[a-z-]+$/)

/** What kind of change moved a record: its words, a value, who has it, or when. */
export const changeKinds = ['text', 'value', 'owner', 'date'] as const
export const ChangeKind = z.enum(changeKinds)
export type ChangeKind = z.infer<typeof ChangeKind>

/** why: back to what it came from; affects: forward to what comes of it; impact: forward from what changed, no further than what was reviewed. */
export const directions = ['why', 'affects', 'impact'] as const
export const Direction = z.enum(directions)
export type Direction = z.infer<typeof Direction>

/** A record on the thread. Nothing but its kind is said of one that is sealed. */
export const Knot = z.object({
  id: Id,
  kind: Kind,
  /** The short name people use for it: N-01, K-001. */
  label: z.string().nullable(),
  title: z.string().nullable(),
  at: Instant.nullable(),
  /** A role, a unit or a colleague; never a citizen. */
  who: z.string().nullable(),
  state: z.string().nullable(),
  sealedUntil: Instant.nullable(),
  /** Links from the record asked about; 0 is the record itself. */
  depth: z.int(),
})
export type Knot = z.infer<typeof Knot>

export const KnotFound = Knot.omit({ depth: true, sealedUntil: true })
export type KnotFound = z.infer<typeof KnotFound>

export const ThreadLink = z.object({
  id: Id,
  type: LinkTypeName,
  fromId: Id,
  toId: Id,
  createdAt: Instant,
  createdByName: z.string(),
  /** Since when it must be looked at again. */
  suspectAt: Instant.nullable(),
  changes: z.array(
    z.object({
      id: Id,
      end: z.enum(['from', 'to']),
      what: ChangeKind,
      said: z.string().nullable(),
      at: Instant,
      byName: z.string().nullable(),
    }),
  ),
  reviewedAt: Instant.nullable(),
  reviewedByName: z.string().nullable(),
})
export type ThreadLink = z.infer<typeof ThreadLink>

export const LooseThread = KnotFound.extend({
  /** Which rule it breaks: `capture.need-without-requirement`. */
  rule: Kind,
  since: Instant.nullable(),
})
export type LooseThread = z.infer<typeof LooseThread>

export const DatedRecord = KnotFound.extend({
  /** What happens on the day: `requirements.hearing-closes`. */
  rule: Kind,
  dueOn: Day,
})
export type DatedRecord = z.infer<typeof DatedRecord>

/** Days that `ahead` looks forward: eight weeks. */
export const AHEAD_DAYS = 56

/** Loose threads told of each rule. */
export const MOST_LOOSE = 200

export const thread = contract('thread', {
  /** A record's thread in one direction, breadth first. `permitted`: review, connect. */
  of: read(
    z.object({ kind: Kind, id: Id, direction: Direction }),
    z.object({
      id: Id,
      kind: Kind,
      knots: z.array(Knot),
      links: z.array(ThreadLink),
      /** Something was left out: a record with very many links, or a very long thread. */
      more: z.boolean(),
      permitted: z.array(z.string()),
    }),
  ),
  /** Of the records named: how many of their links must be looked at again. Those with none are left out. */
  marks: read(z.object({ ids: z.array(Id).max(500) }), z.array(z.object({ id: Id, suspects: z.int() }))),
  /** Everything that lacks a link it should have, or waits too long: løse tråde. */
  loose: read(z.object({}), z.array(LooseThread)),
  /** What has a day within the next eight weeks, soonest first. */
  ahead: read(z.object({}), z.array(DatedRecord)),
  /** Records by label or words, to link to. */
  find: read(z.object({ words: words(100) }), z.array(KnotFound)),
  /** It still holds: both ends are taken as they stand. Names the changes one has seen, so that a newer one is not waved through. */
  review: write(z.object({ id: Id, changeIds: z.array(Id).max(2) }), z.object({ id: Id, reviewedAt: Instant })),
  connect: write(
    z.object({ id: Id, type: LinkTypeName, fromKind: Kind, fromId: Id, toKind: Kind, toId: Id }),
    z.object({ id: Id }),
  ),
  disconnect: write(z.object({ id: Id, because: words(200) }), z.object({ id: Id })),
})
