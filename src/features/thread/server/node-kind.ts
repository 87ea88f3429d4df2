import type { Id } from '#kernel/lang/id.ts'
import type { Right } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/** A kind of record that may stand on the thread. Its feature declares it; the thread asks, and never looks inside. */
export type NodeKind = {
  /** `capture.need` */
  readonly kind: string
  /**
   * The records among `ids` (a `uuid[]`) as rows with id, label, title, at (timestamptz), who, state, fingerprint and
   * sealed_until (timestamptz, null when it is not sealed), and what `readable` needs beside. No blanks: commands run it too.
   */
  readonly rows: (ids: Sql) => Sql
  /** Whether the actor may read a row of `rows`. One that may not is not there, nor what lies behind it, unless it is sealed: then that it exists is told. */
  readonly readable: (row: Sql) => Sql
  /** Whether a row may be told to anybody, without signing in: who once wrote a slip hears what came of it. Without it, never. */
  readonly openly?: (row: Sql) => Sql
  /** Ids (column `id`) by a label or words; without it the kind cannot be looked up to link to. */
  readonly found?: (words: Sql) => Sql
}
export const nodeKind = (given: NodeKind): NodeKind => given

/** One record of a kind. */
export type Ref = { readonly kind: NodeKind; readonly id: Id }

/** Records that lack what they should have. `rows`: id, since (timestamptz or null). */
export type LooseRule = { readonly rule: string; readonly kind: NodeKind; readonly rows: Sql }

/** Records that have a day on which something is due. `rows`: id, due_on (date); may ask `clock.today`. */
export type DatedRule = { readonly rule: string; readonly kind: NodeKind; readonly rows: Sql }

/** The right reaches the row's `place`. */
export const atPlace =
  (right: Right) =>
  (row: Sql): Sql =>
    sql`array_position(array(${right.places}), ${row}.place) is not null`

/** The right is held anywhere in the house. */
export const heldAnywhere =
  (right: Right) =>
  (_: Sql): Sql =>
    sql`exists (${right.places})`

/** What a record says, as 32 characters: when they change, its links must be looked at again. */
export const fingerprint = (...parts: Sql[]): Sql =>
  sql`left(encode(sha256(convert_to(concat_ws(chr(31), ${sql.join(parts.map((part) => sql`coalesce((${part})::text, chr(30))`))}), 'utf8')), 'hex'), 32)`

const nothing = sql`select null::text as kind, null::uuid as id, null::text as label, null::text as title, null::timestamptz as at, null::text as who,
  null::text as state, null::timestamptz as sealed_until, false as readable, null::text as fingerprint where false`

type May = (kind: NodeKind) => (row: Sql) => Sql
const asReader: May = ({ readable }) => readable

/** Rows of every kind among ids; `idsOf` says which belong to a kind, `may` who is looking. */
export function rowsOf(kinds: readonly NodeKind[], idsOf: (kind: string) => Sql, may: May = asReader): Sql {
  const branches = kinds.map(
    ({ kind, rows, ...rest }) => sql`
      select ${sql.lit(kind)}::text as kind, node.id, node.label::text, node.title::text, node.at::timestamptz, node.who::text, node.state::text,
        node.sealed_until::timestamptz, coalesce(${may({ kind, rows, ...rest })(sql`node`)}, false) as readable, node.fingerprint::text
      from (${rows(idsOf(kind))}) node`,
  )
  return sql.join([nothing, ...branches], sql` union all `)
}
