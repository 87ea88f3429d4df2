import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Where a package goes, file by file. */
export type Outlet = {
  file(name: string, octets: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  end(): Promise<void>
}

/** Already packed: packing again costs time and gains nothing. */
const isPacked = (name: string) => /\.(pdf|docx|xlsx|odt|png|jpe?g|webp|heic)$/i.test(name)
const PIECE = 65_536

/**
 * A ZIP file, written as it is made: no file of it is ever held whole.
 * @param write takes a piece and resolves when it wants the next
 */
export function zipOutlet(write: (piece: Uint8Array) => Promise<void>): Outlet {
  let waiting: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    waiting.push(piece)
  })
  const flush = async () => {
    const pieces = waiting
    waiting = []
    for (const piece of pieces) await write(piece)
  }
  return {
    async file(name, octets) {
      const entry = isPacked(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      zip.add(entry)
      for await (const piece of octets) {
        for (let at = 0; at < piece.length; at += PIECE) entry.push(piece.subarray(at, at + PIECE))
        await flush()
      }
      entry.push(new Uint8Array(), true)
      await flush()
    },
    async end() {
      zip.end()
      await flush()
    },
  }
}
