import fs from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'

const FILES = path.dirname(import.meta.resolve('@fontsource/ibm-plex-sans/package.json').replace('file://', ''))
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese']

/**
 * A WOFF file as the OpenType file it was made of (W3C WOFF 1.0, § 3–5): its tables are packed one by one, and are laid
 * out again behind a table directory. The checksums are those of the unpacked tables already.
 */
export function openTypeOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  const power = Math.floor(Math.log2(count))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  for (const [at, value] of [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].entries())
    head.writeUInt16BE(value, 4 + 2 * at)
  const parts: Buffer[] = [head]
  let end = head.length
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i
    const [at, packed, size, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(entry + field)) as number[]
    const stored = woff.subarray(at, at! + packed!)
    const table = packed! < size! ? inflateSync(stored) : stored
    woff.copy(head, 12 + 16 * i, entry, entry + 4)
    for (const [field, value] of [checksum!, end, size!].entries()) head.writeUInt32BE(value, 16 + 16 * i + 4 * field)
    const padding = Buffer.alloc((4 - (size! % 4)) % 4)
    parts.push(table, padding)
    end += size! + padding.length
  }
  return Buffer.concat(parts)
}

/** IBM Plex Sans (OFL 1.1), regular and semi-bold, upright and italic: the same files that the screens use. */
export const plexFonts = (): Buffer[] =>
  SUBSETS.flatMap((subset) =>
    ['400-normal', '600-normal', '400-italic', '600-italic']
      .map((face) => path.join(FILES, 'files', `ibm-plex-sans-${subset}-${face}.woff`))
      .filter((file) => fs.existsSync(file))
      .map((file) => openTypeOf(fs.readFileSync(file))),
  )
