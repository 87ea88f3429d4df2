import type { AnyEndpoint, GivenTo, OutputOf } from '#kernel/lang/contract.ts'
import type { Code } from '#kernel/lang/problem.ts'
import type { Sql } from '#kernel/server/sql.ts'
import type { Desk } from './desk.ts'
import type { Fault, Wrong } from './fault.ts'
import type { Columns, Layout, Report, Row, Table } from './table.ts'
import { rowsOf } from './table.ts'

/** Does one use case for a line of a file, in the transaction of the whole file. */
export type Perform = <E extends AnyEndpoint>(line: number, contract: E, input: GivenTo<E>) => Promise<OutputOf<E>>
export type Tick = (done: number) => void

/** A record that is here already and says something else in these columns; it is left as it is. */
export type Other = { readonly line: number; readonly columns: readonly string[] }

/** A file that was read and held against everything else. */
export type Checked = {
  readonly file: string
  readonly lines: number
  readonly fresh: number
  readonly same: number
  readonly other: readonly Other[]
  readonly unknownColumns: readonly string[]
  readonly externalIds: readonly string[]
  /** Table whose `external_id` the file's ids stand in afterwards. */
  readonly storedIn: Sql
  /** Makes the new ones, and says how many there were. */
  apply(perform: Perform, tick: Tick): Promise<number>
}

/** One of the five files. Undefined when the file's heading could not be read. */
export type Part = {
  readonly layout: Layout
  /** What is said in later files of a line that points at nothing here. Left unsaid when this file could not be read. */
  readonly pointedAt?: Code
  readonly check: (desk: Desk, path: string, report: Report, tick: Tick) => Promise<Checked | undefined>
}

export const faultAt = (file: string, line: number, column: string | null, { code, facts }: Wrong): Fault => ({
  file,
  line,
  column,
  code,
  facts,
})

/** All rows of a table small enough to hold. */
export async function gather<C extends Columns>(table: Table<C>, report: Report, tick: Tick): Promise<Row<C>[]> {
  const rows: Row<C>[] = []
  for await (const row of rowsOf(table, report)) tick(rows.push(row))
  return rows
}

/** Titles of the columns in the file whose value is another than the stored one. */
export function differences<C extends Columns>(
  table: Table<C>,
  pairs: { readonly [K in keyof C]?: readonly [unknown, unknown] },
): string[] {
  const differing = Object.entries(pairs).filter(
    ([key, pair]) => table.places.has(key) && JSON.stringify(pair![0]) !== JSON.stringify(pair![1]),
  )
  return differing.map(([key]) => table.layout.columns[key]!.title)
}

/** Remembers ids as lines come, and says where one stood before. */
export class Seen {
  readonly #lines = new Map<string, number>()

  /** The line where the id stood already. */
  before(id: string | null, line: number): number | undefined {
    if (id === null) return undefined
    const first = this.#lines.get(id)
    if (first === undefined) this.#lines.set(id, line)
    return first
  }

  get ids(): string[] {
    return [...this.#lines.keys()]
  }
}

/** Sorts rows into new, unchanged and other as they are held against what is stored. */
export class Sorted<R extends { readonly line: number }> {
  readonly fresh: R[] = []
  readonly other: Other[] = []
  same = 0

  put(row: R, stored: boolean, columns: readonly string[]): void {
    if (!stored) this.fresh.push(row)
    else if (columns.length) this.other.push({ line: row.line, columns })
    else this.same++
  }
}
