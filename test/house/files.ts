import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
export const at = (file: string) => path.join(root, file)
export const textOf = (file: string) => fs.readFileSync(at(file), 'utf8')

/** Files of the project below a folder, relative to its root. */
export function filesBelow(folder: string, ends: RegExp): string[] {
  if (!fs.existsSync(at(folder))) return []
  return fs
    .readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => ends.test(file))
}
