import { xlsxOf } from '#features/documents/server/index.ts'
import type { Content, ContentLine } from '#features/requirements/content.ts'
import { askingsOf, HEADS, levelMark, levelWords, PRICE_HEADS, SHEETS } from '#features/tender/answer-sheet.ts'
import type { AnswerLevelName } from '#features/tender/rules.ts'

export type Answered = { level: AnswerLevelName; text: string; hours?: number | undefined; reservation?: string }
export type Rows = (string | number | null)[][]
type Filled = {
  mark: string
  contents: readonly Content[]
  answerTo: (content: Content, at: number) => Answered
  /** What is answered to a row itself; where nothing is, the row follows its requirement. */
  rowTo?: ((content: Content, line: ContentLine) => Answered | undefined) | undefined
  prices: readonly { key: string; name: string; times: number; kroner: number }[]
}

const nothing: Answered = { level: 'unanswered', text: '' }

/** An answer file as a bidder sends it in, made in another program than ours: only the words are the same. */
export function filledSheet(
  { mark, contents, answerTo, rowTo, prices }: Filled,
  change: (rows: Rows) => Rows = (rows) => rows,
) {
  const rows: Rows = askingsOf(contents).map(({ name, text: asked, content, line }) => {
    const said = line ? (rowTo?.(content, line) ?? nothing) : answerTo(content, contents.indexOf(content))
    const { level, text, hours, reservation = '' } = said
    const word = level === 'unanswered' ? '' : levelWords[level]
    return [name, asked, line ? '' : levelMark[content.level], word, text, hours ?? null, null, reservation, '']
  })
  return xlsxOf([
    { name: SHEETS.guide, columns: [{ head: 'Vejledning' }], rows: [[mark]] },
    { name: SHEETS.answers, columns: HEADS.map((head) => ({ head })), rows: change(rows) },
    {
      name: SHEETS.prices,
      columns: PRICE_HEADS.map((head) => ({ head })),
      rows: prices.map(({ key, name, times, kroner }) => [key, name, times, kroner, null]),
    },
  ])
}
