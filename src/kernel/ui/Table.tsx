import type { Key, ReactNode } from 'react'
import { classes } from './classes.ts'
import hidden from './Hidden.module.css'
import styles from './Table.module.css'

export type Column<R> = {
  readonly head: string
  readonly cell: (row: R) => ReactNode
  /** Figures stand under each other, to the right. */
  readonly isNumber?: boolean
}

type TableProps<R> = {
  /** What the table holds, for those who cannot see where it stands. */
  caption: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey?: (row: R) => Key
  isCaptionShown?: boolean
}

const idOf = (row: unknown, at: number): Key => (row as { id?: Key }).id ?? at

/** Rows between hairlines. The first column heads its row; on narrow screens each row stands as a small list. */
export function Table<R>({ caption, rows, columns, rowKey, isCaptionShown = false }: TableProps<R>) {
  return (
    <table className={styles.table}>
      <caption className={isCaptionShown ? styles.caption : hidden.hidden}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, isNumber }) => (
            <th key={head} scope="col" className={classes(isNumber && styles.number)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={rowKey?.(row) ?? idOf(row, at)}>
            {columns.map((column, place) => (
              <Cell key={column.head} column={column} row={row} isFirst={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<R>({ column, row, isFirst }: { column: Column<R>; row: R; isFirst: boolean }) {
  const className = classes(column.isNumber && styles.number)
  return isFirst ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td data-head={column.head} className={className}>
      {column.cell(row)}
    </td>
  )
}
