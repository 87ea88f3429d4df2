import { strToU8, unzipSync, zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { whyNotFile } from '#features/documents/media.ts'
import type { Content } from '#features/requirements/content.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import {
  type Asking,
  askingsOf,
  type BookIn,
  type CellIn,
  HEADS,
  levelMark,
  levelWords,
  PRICE_HEADS,
  SHEETS,
} from '../answer-sheet.ts'
import type { Model } from '../model.ts'

/**
 * The answer sheet as a spreadsheet: everything is locked but the cells to be filled in, the answers are chosen from a list,
 * and heads stand still. Written by hand, for the library that writes our other books knows neither locks nor lists.
 */
type Style = keyof typeof styles
type CellOut = { readonly text?: string; readonly number?: number; readonly formula?: string; readonly style: Style }
type SheetOut = {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly { readonly cells: readonly CellOut[]; readonly height?: number }[]
  /** Rows that stand still and are printed on every page. */
  readonly headRow?: number
  readonly lists?: readonly { readonly range: string; readonly words: readonly string[] }[]
  readonly numbers?: readonly string[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string) => clean(text).replace(/[&<>"]/g, (sign) => signs[sign]!)

/** Index into `cellXfs` below. */
const styles = {
  plain: 0,
  head: 1,
  locked: 2,
  open: 3,
  openNumber: 4,
  title: 5,
  number: 6,
  soft: 7,
  strong: 8,
  lockedHead: 9,
} as const
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const xf = (font: number, fill: number, border: number, { locked = true, format = 0, right = false } = {}) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"${right ? ' horizontal="right"' : ''}/><protection locked="${locked ? 1 : 0}"/></xf>`

const font = (size: number, color: string, bold = false) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${color}"/><name val="Calibri"/><family val="2"/></font>`
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/></patternFill></fill>`
const edge = (color: string) =>
  ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF${color}"/></${side}>`).join('')
/** 4 is #,##0.00 in every language. */
const MONEY = 4

const stylesXml = `${HEAD}<styleSheet xmlns="${MAIN}">
<fonts count="4">${font(11, '1F1F1C')}${font(11, '1F1F1C', true)}${font(16, '1F1F1C', true)}${font(10, '5B5A55')}</fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E9E6DC')}${fill('FFFBEB')}${fill('F4F2EA')}</fills>
<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge('D5D3CB')}<diagonal/></border><border>${edge('A68A3A')}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="10">${xf(0, 0, 0)}${xf(1, 2, 1)}${xf(0, 0, 1)}${xf(0, 3, 2, { locked: false })}${xf(0, 3, 2, { locked: false, format: MONEY, right: true })}${xf(2, 0, 0)}${xf(0, 0, 1, { format: MONEY, right: true })}${xf(3, 0, 0)}${xf(1, 0, 0)}${xf(0, 4, 1)}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

const columnName = (at: number) => String.fromCharCode(65 + at)

function cellXml({ text, number, formula, style }: CellOut, at: number, row: number): string {
  const ref = `r="${columnName(at)}${row}" s="${styles[style]}"`
  if (formula !== undefined) return `<c ${ref}><f>${xml(formula)}</f></c>`
  if (number !== undefined) return `<c ${ref}><v>${number}</v></c>`
  return text ? `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>` : `<c ${ref}/>`
}

const listXml = ({ range, words }: { range: string; words: readonly string[] }) =>
  `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Vælg et svar" error="Vælg et af svarene på listen." sqref="${range}"><formula1>"${xml(words.join(','))}"</formula1></dataValidation>`
const numberXml = (range: string) =>
  `<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" errorTitle="Skriv et tal" error="Skriv et tal, der ikke er mindre end 0." sqref="${range}"><formula1>0</formula1></dataValidation>`

function sheetXml({ widths, rows, headRow, lists = [], numbers = [] }: SheetOut): string {
  const pane = headRow
    ? `<pane xSplit="1" ySplit="${headRow}" topLeftCell="B${headRow + 1}" activePane="bottomRight" state="frozen"/>`
    : ''
  const checks = [...lists.map(listXml), ...numbers.map(numberXml)]
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>
<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>
<sheetData>${rows
    .map(
      ({ cells, height }, at) =>
        `<row r="${at + 1}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.map((cell, column) => cellXml(cell, column, at + 1)).join('')}</row>`,
    )
    .join('')}</sheetData>
<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>
${checks.length ? `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>` : ''}
<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>
<headerFooter><oddFooter>&amp;L&amp;A&amp;RSide &amp;P af &amp;N</oddFooter></headerFooter></worksheet>`
}

const files = (sheets: readonly SheetOut[], title: string) => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(({ name, headRow }, at) => (headRow ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xml(name)}'!$${headRow}:$${headRow}</definedName>` : '')).join('')}</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`,
  'xl/styles.xml': stylesXml,
  ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
})

export type BookAsked = {
  readonly title: string
  readonly label: string
  readonly mark: string
  readonly dueSaid: string
  readonly contents: readonly Content[]
  readonly priceLines: Model['priceLines']
}

const LINE_POINTS = 15
const CELL_LETTERS = 62
const GUIDE_LETTERS = 92
const TITLE_POINTS = 28
/** Programs do not make rows as high as merged or wrapped text from others needs; so it is reckoned. */
const heightOf = (text: string, letters = CELL_LETTERS) =>
  Math.min(
    409,
    LINE_POINTS * text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0) + 4,
  )

function guideSheet({ title, label, mark, dueSaid }: BookAsked): SheetOut {
  const row = (text: string, style: Style = 'plain') => ({
    cells: [{ text, style }],
    height: style === 'title' ? TITLE_POINTS : heightOf(text, GUIDE_LETTERS),
  })
  return {
    name: SHEETS.guide,
    widths: [100],
    rows: [
      row(`Besvarelsesark: ${title}`, 'title'),
      row(`Krav, udgave ${label}. Frist: ${dueSaid}.`, 'soft'),
      row(''),
      row('Sådan udfyldes arket', 'strong'),
      row(
        `1. Gå til fanen »${SHEETS.answers}«. Skriv kun i de gule felter. Kravene er låst, for alle skal svare på det samme.`,
      ),
      row(
        `2. Hvert krav har en linje, og hver af kravets rækker har sin egen linje under det. Vælg ét svar til hver: ${Object.values(levelWords).join(', ')}. Et tomt felt er ikke det samme som »tilbydes ikke«.`,
      ),
      row(
        'En række uden svar følger kravets svar. Et krav uden svar, hvis rækker er besvaret, får det af rækkernes svar, der ligger længst fra standard.',
      ),
      row(
        '3. Beskriv på kravets linje, hvordan opgaven løses fra start til slut, og på rækkens linje det, der kun gælder den. Skriv timer og pris, hvis svaret er »tilretning« og ikke er med i prisen: på kravet eller på rækkerne, ikke begge steder.',
      ),
      row('4. Skriv et forbehold i sin egen kolonne. Et forbehold i beskrivelsen bliver måske ikke set.'),
      row(`5. Udfyld fanen »${SHEETS.prices}«. Beløb er i kroner uden moms.`),
      row(
        '6. Gem som .xlsx. Filer med makroer kan ikke læses ind. Rækker må gerne flyttes eller sorteres, men ikke slettes, gentages eller ændres.',
      ),
      row(''),
      row('Hvad svarene betyder', 'strong'),
      row('standard: løses af produktet, som det er i dag, uden opsætning.'),
      row('opsætning: løses ved at stille på produktet; ingen udvikling.'),
      row('tilretning: kræver udvikling.'),
      row('anden arbejdsgang: opgaven kan løses, men anderledes end beskrevet. Beskriv hvordan.'),
      row('tilbydes ikke: opgaven løses ikke.'),
      row(''),
      row('Kontrolkode (må ikke ændres)', 'strong'),
      row(mark, 'soft'),
    ],
  }
}

/** A requirement stands out from the rows under it. */
function askingRow({ name, text, content, line }: Asking) {
  const locked: Style = line ? 'locked' : 'lockedHead'
  const open = (): CellOut => ({ style: 'open' })
  return {
    height: heightOf(text),
    cells: [
      { text: name, style: locked },
      { text, style: locked },
      { text: line ? '' : levelMark[content.level], style: locked },
      open(),
      open(),
      { style: 'openNumber' },
      { style: 'openNumber' },
      open(),
      open(),
    ] satisfies CellOut[],
  }
}

function answersSheet({ contents }: BookAsked): SheetOut {
  const rows = askingsOf(contents).map(askingRow)
  const last = rows.length + 1
  return {
    name: SHEETS.answers,
    widths: [11, 62, 9, 19, 52, 10, 14, 30, 24],
    headRow: 1,
    rows: [{ cells: HEADS.map((text): CellOut => ({ text, style: 'head' })) }, ...rows],
    lists: [{ range: `D2:D${last}`, words: Object.values(levelWords) }],
    numbers: [`F2:G${last}`],
  }
}

function pricesSheet({ priceLines }: BookAsked): SheetOut {
  const rows = priceLines.map(({ key, name, times }, at) => ({
    cells: [
      { text: key, style: 'locked' },
      { text: name, style: 'locked' },
      { number: times, style: 'locked' },
      { style: 'openNumber' },
      { formula: `C${at + 2}*D${at + 2}`, style: 'number' },
    ] satisfies CellOut[],
  }))
  const last = priceLines.length + 1
  const total: CellOut[] = [
    { text: '', style: 'plain' },
    { text: 'Samlet pris, som tilbuddet vurderes på', style: 'strong' },
    { style: 'plain' },
    { style: 'plain' },
    { formula: `SUM(E2:E${last})`, style: 'number' },
  ]
  return {
    name: SHEETS.prices,
    widths: [14, 52, 10, 20, 20],
    headRow: 1,
    rows: [{ cells: PRICE_HEADS.map((text): CellOut => ({ text, style: 'head' })) }, ...rows, { cells: total }],
    numbers: [`D2:D${last}`],
  }
}

/** The same asked gives the same octets. */
export function answerBook(asked: BookAsked): Buffer {
  const parts = files([guideSheet(asked), answersSheet(asked), pricesSheet(asked)], `Besvarelsesark: ${asked.title}`)
  const packed = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  return Buffer.from(zipSync(packed, { mtime: new Date(2026, 0, 1) }))
}

/** What an answer file may unpack to. */
const MOST_UNPACKED = 60 * 1024 * 1024

function whyTooLarge(content: Uint8Array): Refusal | undefined {
  let unpacked = 0
  unzipSync(content, {
    filter: ({ originalSize }) => {
      unpacked += originalSize
      return false
    },
  })
  return unpacked > MOST_UNPACKED ? refusal('tender.file-too-large', {}, 'content') : undefined
}

/** The cells of a bidder's file by sheet; or why it is not looked into: it is no spreadsheet, runs, or is too large. */
export async function bookIn(name: string, content: Uint8Array): Promise<{ book: BookIn } | { why: Refusal }> {
  const why = whyNotFile(name, content)
  if (why) return { why }
  if (!/\.xlsx$/i.test(name)) return { why: refusal('tender.not-a-spreadsheet', {}, 'content') }
  try {
    const large = whyTooLarge(content)
    if (large) return { why: large }
    const sheets = await readExcelFile(Buffer.from(content))
    return { book: new Map(sheets.map(({ sheet, data }) => [sheet, data as readonly (readonly CellIn[])[]])) }
  } catch {
    return { why: refusal('tender.not-a-spreadsheet', {}, 'content') }
  }
}
