import fs from 'node:fs'
import path from 'node:path'

const FILE = path.join(import.meta.dirname, 'guessed-first.txt')
let known: ReadonlySet<string> | undefined

function list(): ReadonlySet<string> {
  known ??= new Set(
    fs
      .readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#')),
  )
  return known
}

/** Whether a word, in lower case, stands on the list. */
export const isCommon = (word: string): boolean => list().has(word)
export const howManyCommon = (): number => list().size
