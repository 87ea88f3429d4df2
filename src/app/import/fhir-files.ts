import fs from 'node:fs'
import path from 'node:path'
import { type Acting, asked } from '#app/cli/acting.ts'
import { sentences } from '#app/use-cases.ts'
import { exchange } from '#features/exchange/contract.ts'
import { FaultyMessage, MOST_BYTES, sentenceOf } from '#features/exchange/server/index.ts'
import { newId } from '#kernel/lang/id.ts'
import { type Code, type Facts, fill, Problem } from '#kernel/lang/problem.ts'
import type { Language } from '#kernel/lang/text.ts'

/** Reasons told of one file; nobody reads more. */
const MOST_REASONS = 10

export type FileResult = {
  file: string
  result: 'accepted' | 'refused'
  reasons: string[]
  /** What somebody should know of a file that was accepted. */
  notes?: string[]
}

const inWords = (code: string, facts: Facts, language: Language): string => {
  const sentence = sentences[code as Code]
  return sentence ? fill(sentence[language], facts) : code
}

/** Why a file was refused, in sentences; undefined when it was no refusal but a fault of ours. */
export function reasonsOf(error: unknown, language: Language): string[] | undefined {
  if (!(error instanceof Problem) || error.kind === 'broken') return undefined
  if (!(error instanceof FaultyMessage)) return [inWords(error.code, error.facts, language)]
  const told = [...new Set(error.found.map((fault) => sentenceOf(fault)[language]))]
  const more = told.length - MOST_REASONS
  const rest = more > 0 ? [language === 'da' ? `… og ${more} fejl til.` : `… and ${more} more faults.`] : []
  return [...told.slice(0, MOST_REASONS), ...rest]
}

/** Files as they were named; of a folder, the JSON files that lie in it. */
export function filesIn(named: readonly string[], from: string): string[] {
  return named.flatMap((name) => {
    const at = path.resolve(from, name)
    if (!fs.statSync(at, { throwIfNoEntry: false })?.isDirectory()) return [name]
    const within = fs.readdirSync(at).filter((file) => file.toLowerCase().endsWith('.json'))
    return within.sort().map((file) => path.join(name, file))
  })
}

/** Its size is asked before a sign of it is read. */
function octetsOf(file: string): Buffer {
  const found = fs.statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new Problem('bad-input', 'exchange.no-file')
  if (found.size > MOST_BYTES) throw new Problem('bad-input', 'exchange.too-large', { mb: MOST_BYTES / 1024 / 1024 })
  return fs.readFileSync(file)
}

type Told = { unit: string | null; language: Language; from: string }

/** One file in one transaction: all of it, or nothing and the reasons. */
export async function importFile(acting: Acting, file: string, { unit, language, from }: Told): Promise<FileResult> {
  try {
    const content = octetsOf(path.resolve(from, file))
    const fileName = path.basename(file).slice(0, 200)
    const { notes } = await asked(acting, exchange.receive, { id: newId(), fileName, unit, content })
    const told = notes.map(({ code, facts }) => inWords(code, facts, language))
    return { file, result: 'accepted', reasons: [], ...(told.length ? { notes: told } : {}) }
  } catch (error) {
    const reasons = reasonsOf(error, language)
    if (!reasons) throw error
    return { file, result: 'refused', reasons }
  }
}
