import { nameOfCode } from '#features/terminology/rules.ts'
import { type Day, dayOf } from '#kernel/lang/day.ts'
import type { CaseItem } from '../contract.ts'
import { entryFields } from '../entry-fields.ts'
import { text } from './text.ts'

const wordsOf = (id: string) => (text.choices as Readonly<Record<string, string>>)[id] ?? id

/** What a thing of the case says, short: its code by name, its level, its day or its number. Links are left to those who open it. */
export function itemWords(
  { kind, content }: Pick<CaseItem, 'kind' | 'content'>,
  dayWords: (day: Day) => string,
): string {
  const said = entryFields[kind].flatMap(({ name, as }) => {
    const value = content[name]
    if (value === null || value === undefined || value === '' || as === 'link' || as === 'links' || as === 'flag')
      return []
    if (as === 'code') return [nameOfCode(String(value)) ?? String(value)]
    if (as === 'level') return [text.levelOf(Number(value))]
    if (as === 'day') return [dayWords(String(value))]
    if (as === 'moment') return [dayWords(dayOf(String(value)))]
    if (as === 'choice') return [wordsOf(String(value))]
    return [String(value)]
  })
  return said.join(' · ')
}
