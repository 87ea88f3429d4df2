import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What a first visit may fetch, gzipped: a phone on a slow line has it within two seconds. */
const MOST_BYTES = 250_000

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; isDynamicEntry?: boolean }
const dist = path.resolve(import.meta.dirname, '../../../dist/web')

function chunks(): Record<string, Chunk> {
  const file = path.join(dist, 'chunks.json')
  if (!fs.existsSync(file)) throw new Error('The web app is not built: run bin/web first.')
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Chunk>
}

/** A chunk and all that must be there before it can run. */
function needs(all: Record<string, Chunk>, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const each of all[key]!.imports ?? []) needs(all, each, seen)
  return seen
}

const gzipped = ({ file }: Chunk) => fs.statSync(path.join(dist, `${file}.gz`)).size

test('whichever page comes first, door and front page among them, it fetches at most 250 kB of script', () => {
  const all = chunks()
  const entries = Object.keys(all).filter((key) => all[key]!.isEntry)
  const pages = Object.keys(all).filter((key) => /(Page|Door)\.tsx$/.test(key) && all[key]!.isDynamicEntry)
  const weights = pages.map((page) => {
    const files = new Set([...entries, page].flatMap((key) => [...needs(all, key)]))
    return { page: path.basename(page, '.tsx'), bytes: [...files].reduce((sum, key) => sum + gzipped(all[key]!), 0) }
  })
  if (process.env.RT_SHOW_SCRIPT) console.table(weights.sort((a, b) => b.bytes - a.bytes))
  expect(weights.map(({ page }) => page)).toEqual(expect.arrayContaining(['Door', 'MyShiftPage', 'HandoverPage']))
  expect(weights.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([])
})
