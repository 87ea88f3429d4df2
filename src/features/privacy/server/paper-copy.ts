import { type Block, type Document, pdfOf } from '#features/documents/server/index.ts'
import type { Language } from '#kernel/lang/text.ts'
import type { Telling, ToldField } from '#kernel/server/telling.ts'
import type { Section } from './machine-copy.ts'
import { paperText } from './paper-text.ts'
import type { Row } from './snapshot.ts'
import { monthWords, valueWords } from './worded.ts'

/** What one volume holds: some two hundred pages, which are set in a few seconds and a few hundred megabytes. */
const MOST_IN_A_VOLUME = { rows: 1_200, letters: 400_000 }

const onPaper = ({ fields }: Telling) => fields.filter(({ kind }) => kind !== 'id')

/** Names and values of what a row says; what it says nothing about, or no to, is left out. */
const saidOf = (fields: readonly ToldField[], row: Row, language: Language) =>
  fields
    .filter(({ key }) => row[key] !== false)
    .map((field) => [field.title[language], valueWords(field, row[field.key], language)] as const)
    .filter(([, value]) => value !== '')

const inSmall = (said: readonly (readonly [string, string])[]) =>
  said.map(([name, value]) => `${name}: ${value}`).join(' · ')

/** A thing that happened: what stands before its words leads it in, what stands after is said aside. */
function entryOf(telling: Telling, row: Row, language: Language): Block {
  const fields = onPaper(telling).filter(({ key }) => key !== 'important')
  const first = fields.findIndex(({ kind }) => kind === 'words')
  const words = saidOf(
    fields.filter(({ kind }) => kind === 'words'),
    row,
    language,
  )
  const lead = fields.slice(0, first).flatMap((field) => {
    const [said] = saidOf([field], row, language)
    return said ? [field.kind === 'number' ? said.join(' ') : said[1]] : []
  })
  const isImportant = row.important === true
  return {
    kind: 'entry',
    lead: [...lead, ...(isImportant ? [paperText[language].important] : [])].join(' · '),
    text: words.map(([name, value], at) => (at === 0 ? value : `${name}: ${value}`)).join('\n\n'),
    aside: inSmall(
      saidOf(
        fields.slice(first).filter(({ kind }) => kind !== 'words'),
        row,
        language,
      ),
    ),
    isImportant,
  }
}

const beginning = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

/** A record by itself, headed by what names it. */
function pairsOf(telling: Telling, row: Row, language: Language): Block[] {
  const fields = onPaper(telling)
  const head = fields.find(({ key }) => key === telling.headedBy)
  const title = head && beginning(valueWords(head, row[head.key], language))
  const aside = inSmall(
    saidOf(
      fields.filter(({ isAside }) => isAside),
      row,
      language,
    ),
  )
  return [
    ...(title ? [{ kind: 'heading', level: 2, text: title } as const] : []),
    {
      kind: 'keyValues',
      rows: saidOf(
        fields.filter((field) => field !== head && !field.isAside),
        row,
        language,
      ),
      ...(aside ? { aside } : {}),
    },
  ]
}

const NARROWEST = 9
const WIDEST = 28
const PADDING = 3

/** Columns as wide as what stands in them asks for; one in which nothing stands is left out. */
function tableOf(telling: Telling, rows: readonly Row[], language: Language): Block {
  const columns = onPaper(telling).map((field) => ({
    field,
    cells: rows.map((row) => valueWords(field, row[field.key], language, 'short')),
  }))
  const shown = columns.filter(({ cells }) => cells.some((cell) => cell !== ''))
  /** Figures are broad. */
  const breadth = (kind: ToldField['kind']) => (kind === 'instant' || kind === 'day' ? 1.2 : 1)
  const shareOf = ({ kind }: ToldField, texts: readonly string[]) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(({ length }) => length * breadth(kind) + PADDING)))
  return {
    kind: 'table',
    columns: shown.map(({ field, cells }) => ({
      head: field.title[language],
      isNumber: field.kind === 'number',
      share: shareOf(field, [field.title[language], ...cells]),
    })),
    rows: rows.map((_, at) => shown.map(({ cells }) => cells[at]!)),
  }
}

/** A volume in the making. */
class Volume {
  readonly blocks: Block[] = []
  rows = 0
  letters = 0
  readonly number: number

  constructor(number: number) {
    this.number = number
  }

  get isFull(): boolean {
    return this.rows >= MOST_IN_A_VOLUME.rows || this.letters >= MOST_IN_A_VOLUME.letters
  }

  count(row: Row): void {
    this.rows++
    for (const value of Object.values(row)) if (typeof value === 'string') this.letters += value.length
  }
}

/** A section as far as it has come in this volume; the rows of a table are set together. */
type Open = { readonly telling: Telling; month: string; readonly table: Row[] }

export type Cover = {
  readonly title: string
  readonly subtitle: string
  readonly foot: string
  readonly madeAt: string
  readonly language: Language
  readonly blocks: readonly Block[]
}

/** The volumes, one at a time: the next is begun when the one before has been set. */
export class PaperCopy {
  readonly #cover: Cover
  #volume = new Volume(1)

  constructor(cover: Cover) {
    this.#cover = cover
    this.#volume.blocks.push(...cover.blocks)
  }

  async *volumes(sections: readonly Section[]): AsyncGenerator<{ name: string; pdf: Buffer }> {
    for (const section of sections) yield* this.#told(section)
    yield await this.#set(this.#volume.number === 1)
  }

  async #set(isOnly: boolean): Promise<{ name: string; pdf: Buffer }> {
    const { language, title, ...rest } = this.#cover
    const { number, blocks } = this.#volume
    const part = isOnly ? '' : `, ${paperText[language].part(number)}`
    const document: Document = { ...rest, language, title: `${title}${part}`, blocks }
    const pdf = await pdfOf(document)
    this.#volume = new Volume(number + 1)
    return { name: `${paperText[language].file}${isOnly ? '' : ` ${number}`}.pdf`, pdf }
  }

  async *#told({ telling, rows }: Section) {
    let open: Open | undefined
    for await (const row of rows()) {
      if (this.#volume.isFull) {
        this.#close(open)
        open = undefined
        yield await this.#set(false)
      }
      open ??= this.#begin(telling)
      this.#tell(open, row)
    }
    this.#close(open)
  }

  #begin(telling: Telling): Open {
    const { language } = this.#cover
    this.#volume.blocks.push({ kind: 'heading', level: 1, text: telling.title[language] })
    if (telling.lead) this.#volume.blocks.push({ kind: 'paragraph', text: telling.lead[language] })
    return { telling, month: '', table: [] }
  }

  #tell(open: Open, row: Row): void {
    const { language } = this.#cover
    const { telling } = open
    this.#volume.count(row)
    if (telling.layout === 'table') open.table.push(row)
    else if (telling.layout === 'pairs') this.#volume.blocks.push(...pairsOf(telling, row, language))
    else {
      const month = this.#monthOf(telling, row)
      if (month !== open.month) this.#volume.blocks.push({ kind: 'heading', level: 2, text: month })
      open.month = month
      this.#volume.blocks.push(entryOf(telling, row, language))
    }
  }

  #monthOf(telling: Telling, row: Row): string {
    const at = telling.fields.find(({ kind }) => kind === 'instant')
    return at && typeof row[at.key] === 'string' ? monthWords(row[at.key] as string, this.#cover.language) : ''
  }

  #close(open: Open | undefined): void {
    if (open && open.table.length > 0) this.#volume.blocks.push(tableOf(open.telling, open.table, this.#cover.language))
  }
}
