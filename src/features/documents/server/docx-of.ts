import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Document as Made,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type Column, type Document, paragraphsOf, plainOf, type Run, type Words } from '../document.ts'

const SOFT = '5B5A55'
const THREAD = 'B3261E'
const levels = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const
const words = { da: { page: 'Side ', of: ' af ' }, en: { page: 'Page ', of: ' of ' } } as const

/** Signs that XML cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()

const runsOfLine = ({ text, strong = false }: Run, color?: string): ParagraphChild[] =>
  clean(text)
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ text: line, bold: strong, ...(at > 0 ? { break: 1 } : {}), ...(color ? { color } : {}) }),
    )

type Style = ConstructorParameters<typeof Paragraph>[0] & object
const paragraphs = (said: Words, style: Exclude<Style, string> = {}): Paragraph[] =>
  paragraphsOf(said).map((runs) => new Paragraph({ ...style, children: runs.flatMap((run) => runsOfLine(run)) }))

const soft = (text: string, style: Exclude<Style, string> = {}) =>
  new Paragraph({ ...style, children: runsOfLine({ text }, SOFT) })

const cell = (text: string, { isNumber = false, share = 1 }: Column, total: number, isHead = false) =>
  new TableCell({
    width: { size: Math.round((100 * share) / total), type: WidthType.PERCENTAGE },
    children: [
      new Paragraph({
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runsOfLine({ text, strong: isHead }),
      }),
    ],
  })

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D5D3CB' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[], hasHead: boolean): Table {
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column) => cell(column.head, column, total, true)),
  })
  const body = rows.map(
    (row) =>
      new TableRow({ cantSplit: true, children: columns.map((column, at) => cell(row[at] ?? '', column, total)) }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: hairline, insideHorizontal: hairline },
    rows: hasHead ? [head, ...body] : body,
  })
}

const pairs: readonly Column[] = [
  { head: '', share: 1 },
  { head: '', share: 2.4 },
]
const thread = { style: BorderStyle.SINGLE, size: 12, color: THREAD, space: 8 } as const

/** Word has no picture of an SVG without a second one beside it; what it says is written instead. */
function made(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level - 1]!, children: runsOfLine({ text: block.text }) })]
    case 'paragraph':
      return paragraphs(block.text)
    case 'note':
      return paragraphs(block.text, { shading: { fill: 'F4F2EC' }, indent: { left: 120, right: 120 } })
    case 'list':
      return block.items.flatMap((item) =>
        paragraphs(item, { numbering: { reference: block.ordered ? 'ordered' : 'plain', level: 0 } }),
      )
    case 'table':
      return [
        ...(block.caption ? [soft(block.caption, { keepNext: true })] : []),
        tableOf(block.columns, block.rows, true),
        new Paragraph(''),
      ]
    case 'keyValues':
      return [
        tableOf(
          pairs,
          block.rows.map(([name, value]) => [name, plainOf(value)]),
          false,
        ),
        ...(block.aside ? [soft(block.aside)] : []),
        new Paragraph(''),
      ]
    case 'entry': {
      const border = { left: thread }
      return [
        soft(block.isImportant ? `● ${block.lead}` : `○ ${block.lead}`, { keepNext: true, border }),
        ...paragraphs(block.text, { border }),
        ...(block.aside ? [soft(block.aside, { border })] : []),
      ]
    }
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })]
    case 'figure':
      return [soft(block.caption ?? ''), ...paragraphs(block.alt)]
  }
}

const footOf = ({ foot = '', language = 'da' }: Document) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          ...runsOfLine({ text: foot ? `${foot}  ·  ` : '' }, SOFT),
          new TextRun({
            color: SOFT,
            children: [words[language].page, PageNumber.CURRENT, words[language].of, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 360 } } },
})

/** The same document for Word, in Danish for its spelling. */
export async function docxOf(document: Document): Promise<Buffer> {
  const { title, subtitle, blocks, language = 'da', foot = '' } = document
  const tongue = { value: language === 'da' ? 'da-DK' : 'en-GB' }
  const section: ISectionOptions = {
    footers: { default: footOf(document) },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOfLine({ text: title }) }),
      ...(subtitle ? [soft(subtitle)] : []),
      ...blocks.flatMap(made),
    ],
  }
  const heading = (size: number) => ({
    run: { size, bold: true, color: '1F1F1C' },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  })
  return Packer.toBuffer(
    new Made({
      title: clean(title),
      description: clean(foot),
      creator: 'Rød Tråd',
      styles: {
        default: {
          document: {
            run: { font: 'IBM Plex Sans', size: 21, language: tongue },
            paragraph: { spacing: { after: 120, line: 290 } },
          },
          heading1: heading(44),
          heading2: heading(30),
          heading3: heading(24),
          heading4: heading(21),
        },
      },
      numbering: {
        config: [
          { reference: 'plain', levels: [level(LevelFormat.BULLET, '–')] },
          { reference: 'ordered', levels: [level(LevelFormat.DECIMAL, '%1.')] },
        ],
      },
      sections: [section],
    }),
  )
}
