import type { ContentLine } from '#features/requirements/content.ts'

type Row = Pick<ContentLine, 'no' | 'text'>

/** Letters of a word, so that `æ`, `ø` and `å` end none. */
const alone = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'iu')

const everyRow = alone(
  '(?:alle|samtlige|ingen|begge|hvert|hver|all|every|no|both)(?: \\p{L}+){0,2} (?:del)?(?:trin|rækker|række|varianter|problemer|steps?|rows?|variants?|problems?)',
)
const wholeTask = alone('opgaven|opgavens|kravet|kravets|the task|the requirement')
/** How far the bid itself says that it comes, which is what its answer is. */
const answer = alone(
  'standard|opsætning\\p{L}*|tilretning\\p{L}*|tilrettes|arbejdsgang\\p{L}*|besvarelse\\p{L}*|svaret|tilbydes|forbehold\\p{L}*|set-?up|adaptation|adapted|the answer|offered|reservation',
)

/** `trin 2`, `række 2a`, `problem p1`; a number with a letter says by itself that it is a row. */
const named = (reason: string, no: string): boolean =>
  alone(
    `${/\p{L}/u.test(no) ? '(?:' : '(?:(?:del)?trin|rækken?|variant(?:en)?|problem(?:et)?|punkt|linje|step|row)\\.? (?:nr\\.? )?(?:\\d+\\p{L}?(?:, | og | and |-|–))*(?:'}${no})`,
  ).test(reason)

const LONG = 5
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\d]+/gu)
      ?.filter((word) => word.length >= LONG) ?? [],
  )

/** Two of a row's own words, or all where it has fewer: then the reason speaks of what the row speaks of. */
function speaksOf(reason: ReadonlySet<string>, row: Row): boolean {
  const own = [...wordsOf(row.text)]
  return own.length > 0 && own.filter((word) => reason.has(word)).length >= Math.min(2, own.length)
}

/**
 * Whether a reason for points says what it rests on: a row of the requirement by number or by its words, the task as a
 * whole, or how the bid answered. It is a floor, not a judgement: that the reason is a good one, people must see to.
 *
 * @param rows  of the requirement; with none, there is nothing to name
 */
export function restsOnRow(reason: string, rows: readonly Row[]): boolean {
  if (rows.length === 0 || everyRow.test(reason) || wholeTask.test(reason) || answer.test(reason)) return true
  const said = wordsOf(reason)
  return rows.some((row) => named(reason, row.no) || speaksOf(said, row))
}
