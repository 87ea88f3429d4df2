import fs from 'node:fs'
import path from 'node:path'

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; isDynamicEntry?: boolean }
/** A page's script in bytes, gzipped. */
export type Weight = { page: string; bytes: number }

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

/** What a first visit fetches, whichever page comes first: heaviest first. Read off what was built. */
export function firstLoads(): Weight[] {
  const all = chunks()
  const entries = Object.keys(all).filter((key) => all[key]!.isEntry)
  const pages = Object.keys(all).filter((key) => /(Page|Door)\.tsx$/.test(key) && all[key]!.isDynamicEntry)
  return pages
    .map((page) => {
      const files = new Set([...entries, page].flatMap((key) => [...needs(all, key)]))
      return { page: path.basename(page, '.tsx'), bytes: [...files].reduce((sum, key) => sum + gzipped(all[key]!), 0) }
    })
    .toSorted((a, b) => b.bytes - a.bytes)
}
