import type { Carried } from '#kernel/lang/contract.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import type { Sql } from './sql.ts'

/** Whose records, and when what they tell happened. `until` is exclusive. */
export type Subject = {
  readonly id: Id
  readonly fromOn: Day
  readonly toOn: Day
  readonly from: Instant
  readonly until: Instant
}

type FieldKind = 'words' | 'plain' | 'id' | 'day' | 'instant' | 'yes-no' | 'number' | 'choice'

/** One thing that is told of each row. `words` may name other people and are searched for them; an `id` stands in the
 * machine-readable copy only; a choice has its words by its key. */
export type ToldField = {
  readonly key: string
  readonly kind: FieldKind
  readonly title: Sentence
  readonly choices?: Readonly<Record<string, Sentence>>
  /** Said in small print below the rest. */
  readonly isAside?: true
  /** Tells where the person is to be found: address, phone, a unit's name. */
  readonly tellsWhere?: true
}

const field =
  (kind: FieldKind) =>
  (key: string, da: string, en: string): ToldField => ({ key, kind, title: { da, en } })

export const told = {
  place: (key: string, da: string, en: string): ToldField => ({ ...field('plain')(key, da, en), tellsWhere: true }),
  aside: (of: ToldField): ToldField => ({ ...of, isAside: true }),
  words: field('words'),
  plain: field('plain'),
  id: field('id'),
  day: field('day'),
  instant: field('instant'),
  yesNo: field('yes-no'),
  number: field('number'),
  choice: (key: string, da: string, en: string, choices: Readonly<Record<string, Sentence>>): ToldField => ({
    key,
    kind: 'choice',
    title: { da, en },
    choices,
  }),
}

/** The choices of a field, out of the two languages' own lists. */
export const choicesOf = (da: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(da).map(([key, word]) => [key, { da: word, en: en[key] ?? word }]))

/**
 * What a feature holds about a person, told so that it can be printed for them, read by a machine, and searched for what it
 * says about others. Every table that holds something about a person is told of by somebody, or says why not.
 */
export type Telling = {
  /** `journal.notes`: names its file and its place in the machine-readable copy. */
  readonly name: `${string}.${string}`
  readonly title: Sentence
  /** Said above it on paper, where the rows do not explain themselves. */
  readonly lead?: Sentence
  /** Tables of which it tells every column, but those in `untold`. */
  readonly tables: readonly string[]
  /** `table.column` and why it is told nothing about. */
  readonly untold?: Readonly<Record<string, string>>
  /** pairs: each row as names and values. table: few and short values. thread: things that happened, in order; `lead` fields first, `words` below. */
  readonly layout: 'pairs' | 'table' | 'thread'
  /** Of pairs, the field whose value heads each row. */
  readonly headedBy?: string
  readonly fields: readonly ToldField[]
  /** Columns `id` (text) and the fields' keys, in the order to be told. With `about_others`, true where the words may be another's altogether. */
  readonly rows: (subject: Subject) => Sql
  /** Files that belong to it: `rows` gives id, name, mediaType, sizeBytes and parts, as a download does. */
  readonly files?: { readonly rows: (subject: Subject) => Sql; readonly part: (file: Carried, number: number) => Sql }
}
