import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { type Facts, Problem } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { MAX_PHOTO_BYTES } from '../contract.ts'

/** How picture files begin; four bytes of length stand between the two words of WebP. */
const beginnings = [
  ['image/jpeg', (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/png', (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  [
    'image/webp',
    (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
] as const

const wrong = (code: 'capture.photo-kind' | 'capture.photo-too-big'): never => {
  const facts: Facts = code === 'capture.photo-too-big' ? { maxKb: MAX_PHOTO_BYTES / 1000 } : {}
  throw new Problem('refused', code, facts, { faults: [{ field: 'photo', code, facts }] })
}

/** Stores a photographed slip. What it says it is does not count: its first bytes do. */
export async function keepPhoto(db: Db, address: string | null, at: string): Promise<Id | null> {
  if (address === null) return null
  const base64 = /^data:image\/[a-z]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(address)?.[1]
  const bytes = Buffer.from(base64 ?? '', 'base64')
  if (bytes.length > MAX_PHOTO_BYTES) wrong('capture.photo-too-big')
  const type = beginnings.find(([, begins]) => begins(bytes))?.[0]
  if (!type) return wrong('capture.photo-kind')
  const id = newId()
  await db.run(
    sql`insert into capture.photo (id, picture, picture_type, taken_at) values (${id}, ${bytes}, ${type}, ${at})`,
  )
  return id
}
