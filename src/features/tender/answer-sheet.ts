import type { Content, ContentLine } from '#features/requirements/content.ts'
import { nameOfNumber } from '#features/requirements/content.ts'
import type { Code, Facts, Fault } from '#kernel/lang/problem.ts'
import type { Model } from './model.ts'
import { type AnswerLevelName, answerLevels } from './rules.ts'

/** The bidder's answer file, whichever spreadsheet program had it last. Pure: cells in, answers or faults out. */
export const SHEETS = { guide: 'Vejledning', answers: 'Svar', prices: 'Priser' } as const
export const HEADS = [
  'Nr.',
  'Krav',
  'Niveau',
  'Svar',
  'Beskrivelse',
  'Timer',
  'Pris i kr.',
  'Forbehold',
  'Hvor det kan ses',
] as const
export const PRICE_HEADS = ['Kode', 'Prislinje', 'Antal', 'Beløb i kr.', 'I alt i kr.'] as const
/** Words in the cell `Svar`, as bidders choose them. */
export const levelWords: Readonly<Record<Exclude<AnswerLevelName, 'unanswered'>, string>> = {
  standard: 'standard',
  'set-up': 'opsætning',
  adaptation: 'tilretning',
  'other-way': 'anden arbejdsgang',
  'not-offered': 'tilbydes ikke',
}
const levelOf = new Map(Object.entries(levelWords).map(([level, word]) => [word, level as AnswerLevelName]))

const linesOf = ({ lines }: Content): string[] => [
  ...lines.filter(({ kind }) => kind !== 'problem').map(({ no, text }) => `${no}. ${text}`),
  ...lines.filter(({ kind }) => kind === 'problem').map(({ no, text }) => `${no} (problem i dag): ${text}`),
]

const told = (content: Content, lines: readonly string[]): string =>
  [
    content.title,
    content.startsWhen && `Start: ${content.startsWhen}`,
    content.endsWhen && `Slut: ${content.endsWhen}`,
    content.difficult && `Svært når: ${content.difficult}`,
    ...lines,
    content.example && `Løsningseksempel (ikke et krav): ${content.example}`,
  ]
    .filter(Boolean)
    .join('\n')

/** A line of the sheet that is answered: a requirement as a whole, or one row of it. */
export type Asking = {
  readonly name: string
  readonly text: string
  readonly content: Content
  readonly line?: ContentLine
}

/** `K-001.2a`. */
export const nameOfRow = (number: number, no: string): string => `${nameOfNumber(number)}.${no}`

/** What bidders answer, in the order of the sheet: each requirement, and under it every one of its rows. */
export const askingsOf = (contents: readonly Content[]): Asking[] =>
  contents.flatMap((content) => [
    { name: nameOfNumber(content.number), text: told(content, []), content },
    ...content.lines.map((line) => ({
      name: nameOfRow(content.number, line.no),
      text: line.kind === 'problem' ? `Problem i dag: ${line.text}` : line.text,
      ...{ content, line },
    })),
  ])

/** As sheets were before rows had lines of their own: one line for each requirement, its rows in the same cell. */
const earlierAskings = (contents: readonly Content[]): Asking[] =>
  contents.map((content) => ({
    name: nameOfNumber(content.number),
    text: told(content, linesOf(content)),
    content,
  }))

export const levelMark = { minimum: 'MK', evaluated: 'K', option: 'O' } as const

/** A cell as a spreadsheet gives it. */
export type CellIn = string | number | boolean | Date | null | undefined
export type BookIn = ReadonlyMap<string, readonly (readonly CellIn[])[]>

type Said = {
  level: AnswerLevelName
  text: string
  hours: number | null
  priceOere: number | null
  reservation: string
  evidence: string
}
/** To one row. `isOwn`: the bidder answered the row itself; else the answer to the requirement holds for it. */
export type RowAnswerIn = Said & { lineId: string; isOwn: boolean }
export type AnswerIn = Said & { requirementId: string; rows: RowAnswerIn[] }
export type BidFile = { answers: AnswerIn[]; priceLines: Record<string, number>; priceOere: number }
export type Asked = {
  readonly contents: readonly Content[]
  readonly priceLines: Model['priceLines']
  /** As it stands in the guide of the file: which tender, and which version of its requirements. */
  readonly mark: string
  /** What stood there before rows had lines of their own. Sheets that are with bidders already are still read. */
  readonly earlierMark?: string
}

const MOST_FAULTS = 50
const words = (cell: CellIn): string =>
  (cell === null || cell === undefined ? '' : String(cell)).normalize('NFC').trim()
/** Programs turn line ends and runs of blanks about; the words are what counts. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** 1.250,50 · 1250.5 · 1250: Danish and English ways of writing a number; undefined for what is none. */
export function numberIn(cell: CellIn): number | null | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  const said = words(cell).replace(/\s|kr\.?$/gi, '')
  if (said === '') return null
  const danish = /^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/.test(said)
  const english = /^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/.test(said)
  if (!danish && !english) return undefined
  const number = Number(danish ? said.replaceAll('.', '').replace(',', '.') : said.replaceAll(',', ''))
  return Number.isFinite(number) ? number : undefined
}

const OERE = 100
const MOST = { text: 4000, reservation: 2000, evidence: 500 } as const
const NUMBER = /^K-\d{3,4}(\.([1-9]\d?[a-z]?|p[1-9]\d?))?$/

class Reading {
  readonly faults: Fault[] = []
  fault(row: number | string, code: Code, facts: Facts = {}): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ field: `content.${row}`, code, facts: { row, ...facts } })
  }
}

/** The row of heads, wherever it was moved to, and the rows below it with their numbers as the program shows them. */
function tableIn(rows: readonly (readonly CellIn[])[], heads: readonly string[]) {
  const at = rows.findIndex((row) => heads.every((head) => row.some((cell) => words(cell) === head)))
  if (at < 0) return undefined
  const columns = heads.map((head) => rows[at]!.findIndex((cell) => words(cell) === head))
  return rows.slice(at + 1).map((row, i) => ({ no: at + i + 2, cells: columns.map((column) => row[column]) }))
}

function amount(reading: Reading, row: number, cell: CellIn, name: string): number | null {
  const number = numberIn(cell)
  if (number === undefined || (number !== null && number < 0)) reading.fault(row, 'tender.row-not-a-number', { name })
  return number ?? null
}

function saidIn(reading: Reading, { name, text: asked }: Asking, no: number, cells: readonly CellIn[]): Said {
  const [, text, , said, how, hours, price, reservation, evidence] = cells
  if (plain(words(text)) !== plain(asked)) reading.fault(no, 'tender.row-text-changed', { name })
  const level = words(said) === '' ? 'unanswered' : levelOf.get(words(said).toLowerCase())
  if (!level) reading.fault(no, 'tender.row-level-unknown', { name })
  const kroner = amount(reading, no, price, name)
  const answer = {
    level: level ?? 'unanswered',
    text: words(how),
    hours: amount(reading, no, hours, name),
    priceOere: kroner === null ? null : Math.round(kroner * OERE),
    reservation: words(reservation),
    evidence: words(evidence),
  } as const
  for (const field of ['text', 'reservation', 'evidence'] as const)
    if (answer[field].length > MOST[field]) reading.fault(no, 'tender.row-too-long', { name, most: MOST[field] })
  return answer
}

const sumOf = (amounts: readonly (number | null)[]): number | null => {
  const said = amounts.filter((one) => one !== null)
  return said.length ? said.reduce((sum, one) => sum + one, 0) : null
}

/** The one furthest from standard; what nobody answered is furthest of all. */
const furthest = (levels: readonly AnswerLevelName[]): AnswerLevelName =>
  levels.reduce((far, level) => (answerLevels.indexOf(level) > answerLevels.indexOf(far) ? level : far), 'standard')

/**
 * A requirement with its rows, by the rules that stand in the guide: a row left empty follows its requirement; a requirement
 * left empty gets the answer of its rows that is furthest from standard, and what they take together.
 */
function wholeOf(requirementId: string, said: Said, rows: readonly { lineId: string; said: Said }[]): AnswerIn {
  const follows = (row: Said): Said => (row.level === 'unanswered' ? { ...row, level: said.level } : row)
  const levels = rows.map((row) => row.said.level)
  return {
    ...{ requirementId, ...said },
    level: said.level === 'unanswered' && rows.length ? furthest(levels) : said.level,
    hours: said.hours ?? sumOf(rows.map((row) => row.said.hours)),
    priceOere: said.priceOere ?? sumOf(rows.map((row) => row.said.priceOere)),
    rows: rows.map((row) => ({ lineId: row.lineId, isOwn: row.said.level !== 'unanswered', ...follows(row.said) })),
  }
}

const nothingSaid: Said = { level: 'unanswered', text: '', hours: null, priceOere: null, reservation: '', evidence: '' }

function answersIn(
  reading: Reading,
  book: BookIn,
  contents: readonly Content[],
  askings: readonly Asking[],
): AnswerIn[] {
  const table = tableIn(book.get(SHEETS.answers) ?? [], HEADS)
  if (!table) {
    reading.fault(SHEETS.answers, 'tender.sheet-missing', { name: SHEETS.answers })
    return []
  }
  const byName = new Map(askings.map((asking) => [asking.name, asking]))
  const found = new Map<string, Said>()
  for (const { no, cells } of table) {
    const name = words(cells[0])
    if (!NUMBER.test(name)) {
      if (cells.some((cell) => words(cell) !== '')) reading.fault(no, 'tender.row-without-number')
      continue
    }
    const asking = byName.get(name)
    if (!asking) reading.fault(no, 'tender.row-unknown', { name })
    else if (found.has(name)) reading.fault(no, 'tender.row-doubled', { name })
    else found.set(name, saidIn(reading, asking, no, cells))
  }
  for (const name of byName.keys()) if (!found.has(name)) reading.fault(name, 'tender.row-missing', { name })
  return contents.flatMap(({ id, number, lines }) => {
    const said = found.get(nameOfNumber(number))
    const rowOf = (no: string) => found.get(nameOfRow(number, no)) ?? nothingSaid
    return said
      ? wholeOf(
          id,
          said,
          lines.map((line) => ({ lineId: line.id, said: rowOf(line.no) })),
        )
      : []
  })
}

function pricesIn(reading: Reading, book: BookIn, { priceLines }: Asked) {
  const table = tableIn(book.get(SHEETS.prices) ?? [], PRICE_HEADS)
  if (!table) reading.fault(SHEETS.prices, 'tender.sheet-missing', { name: SHEETS.prices })
  const lines: Record<string, number> = {}
  let total = 0
  for (const { key, name, times } of priceLines) {
    const rows = (table ?? []).filter(({ cells }) => words(cells[0]) === key)
    const [row] = rows
    if (!row || rows.length > 1) {
      if (table) reading.fault(name, row ? 'tender.row-doubled' : 'tender.row-missing', { name })
      continue
    }
    const kroner = amount(reading, row.no, row.cells[3], name)
    if (kroner === null) reading.fault(row.no, 'tender.price-missing', { name })
    lines[key] = Math.round((kroner ?? 0) * OERE)
    total += lines[key] * times
  }
  return { lines, total }
}

/** What a bidder's file says, or every fault in it, row by row. Nothing is guessed. */
export function readAnswerFile(book: BookIn, asked: Asked): { file: BidFile } | { faults: readonly Fault[] } {
  const reading = new Reading()
  const guide = (book.get(SHEETS.guide) ?? []).flat().map(words)
  const isEarlier = asked.earlierMark !== undefined && guide.includes(asked.earlierMark)
  if (!isEarlier && !guide.includes(asked.mark)) reading.fault(SHEETS.guide, 'tender.other-version')
  const askings = isEarlier ? earlierAskings(asked.contents) : askingsOf(asked.contents)
  const answers = answersIn(reading, book, asked.contents, askings)
  const { lines, total } = pricesIn(reading, book, asked)
  if (reading.faults.length === 0 && total <= 0) reading.fault(SHEETS.prices, 'tender.price-missing', { name: 'alle' })
  return reading.faults.length ? { faults: reading.faults } : { file: { answers, priceLines: lines, priceOere: total } }
}

/** What a buyer must look at; nothing of it rejects a bid by itself. */
export const flagsOf = (contents: readonly Content[], answers: readonly AnswerIn[]) => {
  const minimum = new Set(contents.filter(({ level }) => level === 'minimum').map(({ id }) => id))
  return {
    unanswered: answers.filter(({ level }) => level === 'unanswered').length,
    minimumOpen: answers.filter((one) => minimum.has(one.requirementId) && [one, ...one.rows].some(isMinimumOpen))
      .length,
    rowsBeyond: answers.reduce(
      (sum, { level, rows }) => sum + rows.filter((row) => isBeyond(row.level, level)).length,
      0,
    ),
  }
}

/** A row that is further from standard than what was answered to the requirement as a whole. */
export const isBeyond = (row: AnswerLevelName, whole: AnswerLevelName): boolean =>
  row !== 'unanswered' && whole !== 'unanswered' && answerLevels.indexOf(row) > answerLevels.indexOf(whole)

/** Whether a minimum requirement is left open by what was answered. */
export const isMinimumOpen = ({ level, reservation }: Pick<Said, 'level' | 'reservation'>): boolean =>
  (level !== 'standard' && level !== 'set-up') || reservation !== ''
