import writeExcelFile from 'write-excel-file/node'
import type { Cell, Sheet } from '../document.ts'

/** What Excel holds in one cell; more would make the whole book unreadable to it. */
const MOST_IN_A_CELL = 32_767

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()

/** Told its kind, a text stays a text: `=1+1` is shown as it was written, and nothing is worked out. */
function cellOf(value: Cell) {
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value, type: Boolean }
  return { value: clean(value).slice(0, MOST_IN_A_CELL), type: String, wrap: true, alignVertical: 'top' as const }
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

/** A workbook of text and numbers, the heads standing still. No cell is a formula. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets)
  const made = sheets.map(({ columns, rows }, at) => ({
    sheet: names[at]!,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map(({ width = 20 }) => ({ width })),
    data: [
      columns.map(({ head }) => ({ value: clean(head), type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }))
  return writeExcelFile(made, { features: [onPaper(names)] }).toBuffer()
}
