/**
 * What a feature says when it wants something on paper. It is said once, and made into PDF, Word or a spreadsheet by the
 * renderers of this room. Everything in it is data: no sign in a text is ever read as mark-up by any of them.
 */
export type Run = { readonly text: string; readonly strong?: boolean }
/** Line breaks stay; an empty line begins a new paragraph. */
export type Words = string | readonly Run[]

/** `share` is the column's part of the width, 1 when not said. Head and cells of numbers stand to the right. */
export type Column = { readonly head: string; readonly share?: number; readonly isNumber?: boolean }

export type Block =
  /** Below the title: 1 is a chapter, 3 the least. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[]; readonly ordered?: boolean }
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
    }
  /** `aside` in small print below. */
  | {
      readonly kind: 'keyValues'
      readonly rows: readonly (readonly [name: string, value: Words])[]
      readonly aside?: string
    }
  /** Set apart from the text: a caveat, a source, a doubt. */
  | { readonly kind: 'note'; readonly text: Words }
  /** One thing that happened, on the thread: `lead` says when and who, `aside` what else; `isImportant` fills the knot. */
  | {
      readonly kind: 'entry'
      readonly lead: string
      readonly text: Words
      readonly aside?: string
      readonly isImportant?: boolean
    }
  | { readonly kind: 'pageBreak' }
  /** `alt` says what the picture says, to those who do not see it. Text within the SVG must be escaped by its maker. */
  | { readonly kind: 'figure'; readonly svg: string; readonly alt: string; readonly caption?: string }

export type Document = {
  readonly title: string
  readonly subtitle?: string
  /** Danish unless said. */
  readonly language?: 'da' | 'en'
  /** In the foot of every page, beside the page number: who made it and when. */
  readonly foot?: string
  /** Set as the time it was made; without it the file carries none, and the same document gives the same bytes. */
  readonly madeAt?: string
  readonly blocks: readonly Block[]
}

/** Nothing in a spreadsheet is a formula, whatever it begins with. */
export type Cell = string | number | boolean | null
export type Sheet = {
  readonly name: string
  readonly columns: readonly { readonly head: string; readonly width?: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

export const runsOf = (words: Words): readonly Run[] => (typeof words === 'string' ? [{ text: words }] : words)
export const plainOf = (words: Words): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('')

/** The paragraphs of a text: what stands between empty lines, each with its runs and their line breaks. */
export function paragraphsOf(words: Words): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const run of runsOf(words)) {
    const [first, ...rest] = run.text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n\s*/)
    if (first) paragraphs.at(-1)!.push({ ...run, text: first })
    for (const text of rest) paragraphs.push(text ? [{ ...run, text }] : [])
  }
  const told = paragraphs.filter((runs) => runs.some(({ text }) => text.trim() !== ''))
  return told.length > 0 ? told : [[{ text: '' }]]
}
