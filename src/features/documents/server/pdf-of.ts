import { Worker } from 'node:worker_threads'
import { type Block, type Document, paragraphsOf, plainOf, type Words } from '../document.ts'
import type { Delivery, Order } from './typst-worker.ts'

const words = { da: { page: 'Side', of: 'af' }, en: { page: 'Page', of: 'of' } } as const
/** A run of signs longer than this without a place to break would leave the page. */
const LONGEST_UNBROKEN = 28
/** What is shorter than this stands whole on one page. */
const WHOLE_LETTERS = 1_500
const unbroken = new RegExp(`[^\\s\\u200b-]{${LONGEST_UNBROKEN}}(?=[^\\s\\u200b-])`, 'gu')

/** Control signs have no shape; the others of a long word may be parted where no sign shows it. */
const setText = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu, '').replace(unbroken, '$&\u200b')

const paragraphs = (text: Words) =>
  paragraphsOf(text).map((runs) => runs.map(({ text: said, strong = false }) => ({ text: setText(said), strong })))

/** Every field that the template asks for, said. */
function prepared(block: Block): object {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: setText(block.text) }
    case 'paragraph':
    case 'note':
      return { ...block, text: paragraphs(block.text) }
    case 'list':
      return { ...block, ordered: block.ordered ?? false, items: block.items.map(paragraphs) }
    case 'keyValues':
      return {
        ...block,
        aside: setText(block.aside ?? ''),
        rows: block.rows.map(([name, value]) => [setText(name), paragraphs(value)]),
      }
    case 'entry':
      return {
        ...block,
        lead: setText(block.lead),
        text: paragraphs(block.text),
        aside: setText(block.aside ?? ''),
        isImportant: block.isImportant ?? false,
        isShort: plainOf(block.text).length < WHOLE_LETTERS,
      }
    case 'table':
      return {
        ...block,
        caption: block.caption ?? null,
        columns: block.columns.map(({ head, share = 1, isNumber = false }) => ({
          head: setText(head),
          share,
          isNumber,
        })),
        rows: block.rows.map((row) => row.map(setText)),
      }
    case 'figure':
      return { ...block, caption: block.caption ?? null }
    case 'pageBreak':
      return block
  }
}

/** A reader of the structure must find no level skipped: a chapter's first heading is at most one below the last. */
function withoutGaps(blocks: readonly Block[]): Block[] {
  let last = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    last = Math.min(block.level, last + 1)
    return { ...block, level: last as 1 | 2 | 3 }
  })
}

const asJson = ({ title, subtitle, foot, madeAt, language = 'da', blocks }: Document): string =>
  JSON.stringify({
    title: setText(title),
    subtitle: subtitle === undefined ? null : setText(subtitle),
    foot: setText(foot ?? ''),
    dated: madeAt !== undefined,
    language,
    ...words[language],
    blocks: withoutGaps(blocks).map(prepared),
  })

type Waiting = { done: (delivery: Delivery) => void; fail: (error: Error) => void }
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let last = 0

/** One thread for the house, begun at the first document. It keeps no process alive that has nothing else to do. */
function setter(): Worker {
  if (worker) return worker
  const begun = new Worker(new URL('./typst-worker.ts', import.meta.url))
  worker = begun
  begun.on('message', (delivery: Delivery) => take(delivery.id)?.done(delivery))
  begun.on('error', (error) => giveUp(begun, error))
  begun.on('exit', () => giveUp(begun, new Error('The typesetter stopped')))
  return begun
}

function take(id: number): Waiting | undefined {
  const found = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) worker?.unref()
  return found
}

function giveUp(dead: Worker, error: Error): void {
  if (worker !== dead) return
  worker = undefined
  for (const id of [...waiting.keys()]) take(id)?.fail(error)
}

function send(document: string, madeAtSeconds: number | undefined): Promise<Delivery> {
  const id = ++last
  return new Promise((done, fail) => {
    waiting.set(id, { done, fail })
    const to = setter()
    to.ref()
    to.postMessage({ id, document, madeAtSeconds } satisfies Order)
  })
}

const named = (sign: string) => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

/** What no font can show is named by its number in Unicode, so that nothing is silently left out. */
const withNamed = (document: string, signs: readonly string[]): string =>
  signs.reduce((text, sign) => text.replaceAll(sign, named(sign)), document)

/** Signs of other scripts than those the house carries fonts for. */
const beyondOurFonts =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/gu

/**
 * A4 pages in PDF/UA-1: tagged headings, lists and tables, language and title, every font within it.
 * @throws Error when the document cannot be set at all, which is a fault of ours
 */
export async function pdfOf(document: Document): Promise<Buffer> {
  const seconds = document.madeAt === undefined ? undefined : Math.floor(Date.parse(document.madeAt) / 1000)
  let text = asJson(document)
  for (const again of [true, true, false]) {
    const { pdf, lacking, fault } = await send(text, seconds)
    if (pdf) return Buffer.from(pdf)
    if (!lacking || !again) throw new Error(fault ?? 'Signs are left that no font can show')
    const named = withNamed(text, lacking)
    text = named === text ? withNamed(text, [...new Set(text.match(beyondOurFonts) ?? [])]) : named
  }
  throw new Error('unreachable')
}
