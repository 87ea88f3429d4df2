import { xlsxOf } from '#features/documents/server/index.ts'
import { type Content, nameOfNumber } from '#features/requirements/content.ts'
import { HEADS, levelMark, levelWords, PRICE_HEADS, requirementText, SHEETS } from '#features/tender/answer-sheet.ts'
import type { AnswerLevelName } from '#features/tender/rules.ts'

export type Answered = { level: AnswerLevelName; text: string; hours?: number | undefined; reservation?: string }
export type Rows = (string | number | null)[][]
type Filled = {
  mark: string
  contents: readonly Content[]
  answerTo: (content: Content, at: number) => Answered
  prices: readonly { key: string; name: string; times: number; kroner: number }[]
}

/** An answer file as a bidder sends it in, made in another program than ours: only the words are the same. */
export function filledSheet(
  { mark, contents, answerTo, prices }: Filled,
  change: (rows: Rows) => Rows = (rows) => rows,
) {
  const rows: Rows = contents.map((content, at) => {
    const { level, text, hours, reservation = '' } = answerTo(content, at)
    const word = level === 'unanswered' ? '' : levelWords[level]
    const asked = [nameOfNumber(content.number), requirementText(content), levelMark[content.level]]
    return [...asked, word, text, hours ?? null, null, reservation, '']
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
