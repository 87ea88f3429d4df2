import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet as readExcelSheet } from 'read-excel-file/node'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Cells } from '../sheet.ts'

/** A spreadsheet is a packed file; unpacked it may be no larger than this, in bytes. */
const MOST_UNPACKED = 40_000_000
const MOST_CELLS_IN_LINE = 60

const isPacked = (content: Buffer): boolean => content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))

/** How large it says it becomes, and whether macros are in it; nothing is unpacked to find out. */
function look(content: Buffer): { size: number; macros: boolean } {
  const seen = { size: 0, macros: false }
  unzipSync(content, {
    filter: ({ name, originalSize }) => {
      seen.size += originalSize
      seen.macros ||= /vbaProject\.bin$/i.test(name)
      return false
    },
  })
  return seen
}

async function fromExcel(content: Buffer): Promise<Cells> {
  const { size, macros } = look(content)
  if (macros) refuse(refusal('requirements.sheet-macros', {}, 'content'))
  if (size > MOST_UNPACKED) refuse(refusal('requirements.sheet-too-big', {}, 'content'))
  const rows = await readExcelSheet(content)
  return rows.map((row) =>
    row.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))),
  )
}

/** UTF-8, or what Danish Excel wrote before it. */
function decoded(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

function fromCsv(content: Buffer): Cells {
  const words = decoded(content)
  const heading = (words.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const [delimiter] = [';', '\t', ','].toSorted((a, b) => heading.split(b).length - heading.split(a).length)
  return parse(words, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][]
}

/** The first sheet's cells as text. @throws refused, in words for whoever chose the file */
export async function cellsOf(content: Buffer): Promise<Cells> {
  try {
    const cells = await (isPacked(content) ? fromExcel(content) : Promise.resolve(fromCsv(content)))
    return cells.map((line) => line.slice(0, MOST_CELLS_IN_LINE))
  } catch (error) {
    if ((error as { kind?: string }).kind === 'refused') throw error
    refuse(refusal('requirements.sheet-unreadable', {}, 'content'))
    throw error
  }
}
