import { z } from 'zod'
import { contract, download, read, text, upload, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { pageKinds, pageStates } from './rules.ts'

export const PageKindName = z.enum(pageKinds)

export const Page = z.object({
  id: Id,
  kind: PageKindName,
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  /** Its short name: D-013, KU-05. */
  label: z.string().nullable(),
  title: z.string(),
  value: z.string(),
  why: z.string(),
  sinceOn: Day.nullable(),
  /** Its kind on the red thread, where it stands there. */
  threadKind: z.string().nullable(),
  state: z.enum(pageStates),
  /** What somebody stands by. */
  sentence: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  /** confirm. */
  permitted: z.array(z.string()),
})
export type Page = z.infer<typeof Page>

export const Counted = z.object({ kind: PageKindName, all: z.int(), unread: z.int(), changed: z.int() })

export const Handover = z.object({
  id: Id,
  placeId: Id,
  fromName: z.string(),
  toName: z.string(),
  begunAt: Instant,
  doneAt: Instant.nullable(),
  version: z.int(),
  /** hand-over. */
  permitted: z.array(z.string()),
})
export type Handover = z.infer<typeof Handover>

export const Item = z.object({
  id: z.string(),
  rule: z.string(),
  kind: z.string(),
  recordId: Id,
  label: z.string().nullable(),
  title: z.string().nullable(),
  /** Who owns it from now on; null: nobody yet. */
  owner: z.string().nullable(),
})
export type Item = z.infer<typeof Item>

export const PackageLine = z.object({
  id: Id,
  direction: z.enum(['out', 'in']),
  madeAt: Instant,
  madeByName: z.string(),
  sizeBytes: z.int(),
})
export type PackageLine = z.infer<typeof PackageLine>

export const Lesson = z.object({
  id: Id,
  packageId: Id,
  sort: z.enum(['decision', 'setting', 'benefit']),
  title: z.string(),
  text: z.string(),
})

const versioned = z.object({ id: Id, version: z.int() })

export const knowledge = contract('knowledge', {
  /** The book: those asked for by words, best first; without words those that nobody stands by first. At most 1000. */
  pages: read(z.object({ words: text(100), unitId: Id.nullable() }), z.array(Page)),
  /** How far the book has been read. */
  book: read(z.object({}), z.object({ id: Id, kinds: z.array(Counted) })),
  /** I stand by the page, in a sentence of my own. */
  confirm: write(z.object({ id: Id, kind: PageKindName, sourceId: Id, text: words(500) }), z.object({ id: Id })),
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  handovers: read(z.object({ placeId: Id }), z.array(Handover)),
  beginHandover: write(z.object({ id: Id, placeId: Id, toId: Id }), versioned),
  /** Everything that is without an owner when the coordinator goes, and who has it now. */
  items: read(z.object({ handoverId: Id }), z.array(Item)),
  takeOver: write(
    z.object({ handoverId: Id, rule: words(80), recordId: Id, owner: words(120) }),
    z.object({ handoverId: Id, left: z.int() }),
  ),
  /** Only with nothing left. */
  finishHandover: write(versioned, versioned),
  packages: read(z.object({ placeId: Id }), z.array(PackageLine)),
  /** What was learnt here, without names. */
  makePackage: write(
    z.object({ id: Id, placeId: Id, specId: Id.nullable() }),
    z.object({ id: Id, requirements: z.int(), decisions: z.int(), settings: z.int() }),
  ),
  package: download(z.object({ id: Id })),
  /** Another municipality's: its requirements become a draft set here, the rest lessons to read. */
  takePackage: upload(
    z.object({ id: Id, placeId: Id, specId: Id, title: words(120) }),
    z.object({ id: Id, requirements: z.int(), courses: z.int(), lessons: z.int() }),
  ),
  lessons: read(z.object({ placeId: Id }), z.array(Lesson)),
})
