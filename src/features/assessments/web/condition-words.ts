import type { Condition, SketchField } from '../contract.ts'
import { text } from './text.ts'

const valueWords = ({ value }: Condition, asked: SketchField | undefined): string =>
  typeof value === 'boolean'
    ? (value ? text.yes : text.no).toLowerCase()
    : (asked?.choices?.find(({ key }) => key === value)?.label ?? String(value))

/** When a field comes, in words. */
export function conditionWords(condition: Condition, fields: readonly SketchField[]): string {
  const asked = fields.find(({ key }) => key === condition.field)
  const [label, value] = [asked?.label || text.unnamed, valueWords(condition, asked)]
  if (condition.op === 'at-least') return text.shownFrom(label, value)
  return condition.op === 'is' ? text.shownIf(label, value) : text.shownIfNot(label, value)
}
