import writeExcelFile from 'write-excel-file/node'
import type { Cell, Sheet } from '../document.ts'

/** What Excel holds in one cell; more would make the whole book unreadable to it. */
const MOST_IN_A_CELL = 32_767

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()

/** Told its kind, a text stays a text: `=1+1` is shown as it was written, and nothing is worked out. */
function cellOf(value: Cell) {
  if (value === null) return null
  const alignVertical = 'top' as const
  if (typeof value === 'number') return { value, type: Number, alignVertical }
  if (typeof value === 'boolean') return { value, type: Boolean, alignVertical }
  return { value: clean(value).slice(0, MOST_IN_A_CELL), type: String, wrap: true, alignVertical }
}

/** At most 31 signs, none of which has a meaning to Excel, and no two alike. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const plain = clean(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31)
    const own = plain && !taken.has(plain.toLowerCase()) ? plain : `${plain.slice(0, 26)} ${at + 1}`.trim()
    taken.add(own.toLowerCase())
    return own
  })
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!)

/** On paper: as many pages long as it must be, one wide, the heads on each of them. */
const onPaper = (names: readonly string[]) => {
  const titles = names.map((name, at) => {
    const sheet = `'${name.replaceAll("'", "''")}'`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xml(sheet)}!$1:$1</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (book: string) =>
            book.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (sheet: string) =>
            sheet
              .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
      },
    },
  }
}

const LINE_POINTS = 15
const MOST_POINTS = 409
/** As high as its longest cell needs: some programs leave rows of wrapped text as low as others. */
function heightOf(row: readonly Cell[], widths: readonly number[]): number {
  const linesOf = (value: Cell, at: number) =>
    typeof value === 'string'
      ? value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (widths[at]! * 0.95))), 0)
      : 1
  return Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...row.map(linesOf)))
}

/** The height of a row is told with its first cell. */
function rowOf(row: readonly Cell[], widths: readonly number[]) {
  const [first, ...others] = row.map(cellOf)
  const height = heightOf(row, widths)
  return height > LINE_POINTS
    ? [{ ...(first ?? { value: '', type: String }), height }, ...others]
    : [first ?? null, ...others]
}

const widthsOf = (columns: Sheet['columns']) => columns.map(({ width = 20 }) => width)

/** A workbook of text and numbers, the heads standing still. No cell is a formula. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets)
  const made = sheets.map(({ columns, rows }, at) => ({
    sheet: names[at]!,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: widthsOf(columns).map((width) => ({ width })),
    data: [
      columns.map(({ head }) => ({ value: clean(head), type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => rowOf(row, widthsOf(columns))),
    ],
  }))
  return writeExcelFile(made, { features: [onPaper(names)] }).toBuffer()
}
