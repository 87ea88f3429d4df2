import type { Day } from '#kernel/lang/day.ts'
import type { Field, Given } from './contract.ts'

/** The few words that answers are said with; a screen gives its own, paper the Danish ones. */
export type Saying = {
  yes: string
  no: string
  nothing: string
  photo: string
  day: (day: Day) => string
  number: (value: number) => string
}

type Value = Given[string] | undefined

const labelOf = ({ choices = [] }: Field, key: unknown) =>
  choices.find((choice) => choice.key === key)?.label ?? String(key)

/** A field's answer, said as one line; the rows of a table are told by `rowsOf`. */
export function answerWords(field: Field, value: Value, say: Saying): string {
  if (value === undefined || value === null || value === '') return say.nothing
  switch (field.kind) {
    case 'yes-no':
      return value === true ? say.yes : say.no
    case 'choice':
      return labelOf(field, value)
    case 'multi-choice':
      return (value as unknown[]).map((key) => labelOf(field, key)).join(', ') || say.nothing
    case 'date':
      return say.day(String(value))
    case 'photo':
      return say.photo
    default:
      return typeof value === 'number' ? `${say.number(value)}${field.unit ? ` ${field.unit}` : ''}` : String(value)
  }
}

export type Row = Readonly<Record<string, string>>
/** The rows of a table, those with words in them. */
export const rowsOf = (value: Value): Row[] =>
  Array.isArray(value)
    ? (value as unknown[]).filter(
        (row): row is Row =>
          typeof row === 'object' && row !== null && Object.values(row).some((cell) => String(cell).trim() !== ''),
      )
    : []
