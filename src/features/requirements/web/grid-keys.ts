/** Where one stands in a grid: the row, and the place within it. */
export type At = { readonly row: number; readonly column: number }

/** How one leaves a cell: nowhere, to the next row, or on to the next or former cell. */
export type Onward = 'stay' | 'down' | 'next' | 'former'

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** Where a key leads. `widths` says how many cells each row has; undefined is a key that moves nobody. */
export function moved(at: At, key: string, widths: readonly number[]): At | undefined {
  const width = widths[at.row] ?? 1
  if (key === 'ArrowLeft') return { ...at, column: within(at.column - 1, width) }
  if (key === 'ArrowRight') return { ...at, column: within(at.column + 1, width) }
  if (key === 'Home') return { ...at, column: 0 }
  if (key === 'End') return { ...at, column: width - 1 }
  const row = key === 'ArrowUp' ? at.row - 1 : key === 'ArrowDown' ? at.row + 1 : undefined
  if (row === undefined) return undefined
  return onRow(at, within(row, widths.length), widths)
}

/** Down a column of figures into a row that has none, one lands on its only cell. */
const onRow = (at: At, row: number, widths: readonly number[]): At => {
  const [from, to] = [widths[at.row] ?? 1, widths[row] ?? 1]
  const isLast = at.column === from - 1
  return { row, column: isLast ? to - 1 : within(at.column, to) }
}

/** The cell after the one that was saved; at the end one stays. */
export function onwards(at: At, how: Onward, widths: readonly number[]): At {
  if (how === 'stay') return at
  if (how === 'down') return onRow(at, within(at.row + 1, widths.length), widths)
  const width = widths[at.row] ?? 1
  if (how === 'next') {
    if (at.column + 1 < width) return { ...at, column: at.column + 1 }
    return at.row + 1 < widths.length ? { row: at.row + 1, column: 0 } : at
  }
  if (at.column > 0) return { ...at, column: at.column - 1 }
  return at.row > 0 ? { row: at.row - 1, column: (widths[at.row - 1] ?? 1) - 1 } : at
}
