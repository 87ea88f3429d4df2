import fs from 'node:fs'
import path from 'node:path'
import type { Outlet } from '#features/privacy/server/index.ts'

/** Files in a folder, readable by their owner only. A name never leads out of it. */
export function folderOutlet(folder: string, heard: (piece: Uint8Array) => void): Outlet {
  return {
    async file(name, octets) {
      const target = path.join(folder, path.normalize(path.join('/', name)))
      fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
      const file = fs.openSync(target, 'wx', 0o600)
      try {
        for await (const piece of octets) {
          heard(piece)
          fs.writeSync(file, piece)
        }
      } finally {
        fs.closeSync(file)
      }
    },
    end: async () => undefined,
  }
}
