import type { Code, Facts, Sentences } from '#kernel/lang/problem.ts'
import { fill } from '#kernel/lang/problem.ts'
import type { Language } from '#kernel/lang/text.ts'
import { importSentences } from './sentences.ts'

/** One fault, where a person can find it in a spreadsheet. `line` counts from 1, the heading included. */
export type Fault = {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly code: Code
  readonly facts: Facts
}

/** What a cell's reader answers when the cell cannot be read. */
export class Wrong {
  readonly code: Code
  readonly facts: Facts
  constructor(code: Code, facts: Facts = {}) {
    this.code = code
    this.facts = facts
  }
}

const MOST_SHOWN = 40

/** A value as a fault may repeat it: short, and never anything that could be a CPR number. */
export function shown(value: string): string {
  const plain = value.replace(/\d{6}[-\s]?[\dA-Z]{4}/gi, '••••••••••').replace(/\s+/g, ' ')
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)} …` : plain
}

export function sentenceOf(code: Code, facts: Facts, language: Language, more: Sentences = {}): string {
  const sentence = (importSentences as Sentences)[code] ?? more[code]
  return sentence ? fill(sentence[language], facts) : code
}

export function faultLine({ file, line, column, code, facts }: Fault, language: Language, more: Sentences): string {
  const place = language === 'da' ? { line: 'linje', column: 'kolonnen' } : { line: 'line', column: 'column' }
  const where = [file, line === null ? '' : `${place.line} ${line}`, column === null ? '' : `${place.column} ${column}`]
  return `${where.filter(Boolean).join(', ')}: ${sentenceOf(code, facts, language, more)}`
}

export const byPlace = (a: Fault, b: Fault): number => (a.line ?? 0) - (b.line ?? 0)
