import { plain, type Reader } from './cells.ts'
import { type Delimiter, delimiterOf, firstLine, type Line, linesOf, Unreadable } from './csv-lines.ts'
import { type Encoding, encodingOf, hasLostLetter, isTwiceEncoded } from './decode.ts'
import { type Fault, shown, Wrong } from './fault.ts'

/** A column: what its heading is called, what else people call it, and how a cell is read. */
export type Column<T = unknown, Must extends boolean = boolean> = {
  readonly title: string
  readonly also: readonly string[]
  /** Every line must say something here, and so the column must be there. */
  readonly must: Must
  readonly read: Reader<T>
}
export type Columns = Readonly<Record<string, Column>>
export type Values<C extends Columns> = {
  [K in keyof C]: C[K] extends Column<infer T, infer M> ? (M extends true ? T : T | null) : never
}

export const must = <T>(title: string, read: Reader<T>, ...also: string[]): Column<T, true> => ({
  title,
  also,
  must: true,
  read,
})
export const may = <T>(title: string, read: Reader<T>, ...also: string[]): Column<T, false> => ({
  title,
  also,
  must: false,
  read,
})

export type Layout<C extends Columns = Columns> = {
  readonly file: string
  readonly columns: C
  /** Of each group one column at least must be there. */
  readonly oneOf?: readonly (readonly (keyof C & string)[])[]
}

/** A line as it was read. Only a sound one has all its values; of another, what could be read. */
export type Row<C extends Columns> = { readonly line: number; readonly values: Values<C>; readonly sound: boolean }

export type Table<C extends Columns> = {
  readonly layout: Layout<C>
  readonly path: string
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Which columns stand where; a column of the layout that is not here is not in the file. */
  readonly places: ReadonlyMap<keyof C & string, number>
  readonly width: number
  /** Headings nobody knows: their cells are not read. */
  readonly unknown: readonly string[]
}

export type Report = (fault: Fault) => void

const fault = (file: string, line: number | null, column: string | null, { code, facts }: Wrong): Fault => ({
  file,
  line,
  column,
  code,
  facts,
})

/** Looks at the heading. Undefined when the file cannot be read at all; why, has been reported. */
export async function openTable<C extends Columns>(
  layout: Layout<C>,
  path: string,
  report: Report,
): Promise<Table<C> | undefined> {
  const say = (line: number | null, wrong: Wrong) => report(fault(layout.file, line, null, wrong))
  const encoding = await encodingOf(path)
  const first = await firstLine(path, encoding)
  if (first === undefined) return void say(null, new Wrong('import.empty-file'))
  const delimiter = delimiterOf(first)
  const heading = await headingOf(path, encoding, delimiter).catch((error) => {
    if (!(error instanceof Unreadable)) throw error
    say(error.line, error.why)
  })
  if (!heading) return undefined
  if (heading.cells.some(isTwiceEncoded)) return void say(heading.line, new Wrong('import.twice-encoded'))
  const { places, unknown, twice } = place(layout, heading)
  for (const title of twice) say(heading.line, new Wrong('import.column-twice', { title }))
  const missing = missingOf(layout, places)
  if (places.size === 0) say(heading.line, new Wrong('import.no-heading', { found: shown(heading.cells.join(' · ')) }))
  else
    for (const title of missing)
      say(heading.line, new Wrong('import.column-missing', { title, found: heading.cells.map(shown).join(', ') }))
  if (twice.length || missing.length) return undefined
  return { layout, path, encoding, delimiter, places, width: heading.cells.length, unknown }
}

async function headingOf(path: string, encoding: Encoding, delimiter: Delimiter): Promise<Line | undefined> {
  for await (const line of linesOf(path, encoding, delimiter)) return line
  return undefined
}

function place<C extends Columns>({ columns }: Layout<C>, { cells }: Line) {
  const keys = new Map(
    Object.entries(columns).flatMap(([key, { title, also }]) =>
      [key, title, ...also].map((name) => [plain(name), key] as const),
    ),
  )
  const [places, unknown, twice] = [new Map<string, number>(), [] as string[], [] as string[]]
  for (const [index, cell] of cells.entries()) {
    const key = keys.get(plain(cell))
    if (key === undefined) cell.trim() === '' || unknown.push(cell.trim())
    else if (places.has(key)) twice.push(columns[key]!.title)
    else places.set(key, index)
  }
  return { places, unknown, twice }
}

function missingOf<C extends Columns>(
  { columns, oneOf = [] }: Layout<C>,
  places: ReadonlyMap<string, number>,
): string[] {
  const needed = Object.entries(columns).filter(([key, column]) => column.must && !places.has(key))
  const groups = oneOf.filter((group) => !group.some((key) => places.has(key)))
  const named = groups.map((group) => group.map((key) => columns[key]!.title).join(' / '))
  return [...needed.map(([, { title }]) => title), ...named]
}

/** Every line of the table, read cell by cell; what cannot be read is reported where it stands. */
export async function* rowsOf<C extends Columns>(table: Table<C>, report: Report): AsyncGenerator<Row<C>> {
  const { layout, path, encoding, delimiter } = table
  let heading = true
  try {
    for await (const line of linesOf(path, encoding, delimiter)) {
      if (!heading) yield readRow(table, line, report)
      heading = false
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    report(fault(layout.file, error.line, null, error.why))
  }
}

function readRow<C extends Columns>(table: Table<C>, { line, cells }: Line, report: Report): Row<C> {
  const { columns, file } = table.layout
  let sound = true
  const values = Object.entries(columns).map(([key, column]) => {
    const index = table.places.get(key)
    const read = index === undefined ? null : readCell(column, (cells[index] ?? '').trim())
    if (!(read instanceof Wrong)) return [key, read]
    sound = false
    report(fault(file, line, column.title, read))
    return [key, null]
  })
  const wrong = whyNotWidth(table, cells)
  if (wrong) report(fault(file, line, null, wrong))
  return { line, values: Object.fromEntries(values) as Values<C>, sound: sound && !wrong }
}

function readCell(column: Column, cell: string): unknown {
  if (isTwiceEncoded(cell)) return new Wrong('import.twice-encoded')
  if (hasLostLetter(cell)) return new Wrong('import.letter-lost')
  if (cell !== '') return column.read(cell)
  return column.must ? new Wrong('kernel.missing') : null
}

/** Fewer cells than the heading, or more that are not empty: a delimiter or a line break stands inside a text without quotation marks. */
function whyNotWidth({ width }: { width: number }, cells: readonly string[]): Wrong | undefined {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (cells.length >= width && filled <= width) return undefined
  return new Wrong('import.width', { cells: cells.length, width })
}
