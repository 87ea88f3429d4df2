import type { Carried } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { mayRead, seesBids } from './permissions.ts'
import { type By, sha256 } from './standing.ts'

const PART_BYTES = 524_288

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json',
  zip: 'application/zip',
} as const
export type Ending = keyof typeof mediaTypes

type Given = {
  id: Id
  tenderId: Id
  what: string
  name: string
  ending: Ending
  content: Uint8Array
  isSealed: boolean
}

export async function keepFile(db: Db, given: Given, by: By): Promise<void> {
  await db.run(sql`insert into tender.file (id, tender_id, what, name, media_type, size_bytes, sha256, content, is_sealed, made_at, made_by)
    values (${given.id}, ${given.tenderId}, ${given.what}, ${given.name}, ${mediaTypes[given.ending]}, ${given.content.length},
      decode(${sha256(given.content)}, 'hex'), ${Buffer.from(given.content)}::bytea, ${given.isSealed}, ${by.at}, ${by.id})`)
}

/** Material is for the project; what holds bids or points only for those who may see them. */
export const fetchFile = query(tender.file, {
  may: {
    right: mayRead,
    rows: ({ input, visible }) => sql`select file.id from tender.file
      join tender.tender on tender.tenant_id = file.tenant_id and tender.id = file.tender_id
      where file.tenant_id = kernel.here() and file.id = ${input.id}::uuid and case when file.is_sealed then ${seesBids(sql`tender`)}
        else exists (select from org.branch where branch.tenant_id = kernel.here() and branch.above_id = tender.place_id and ${visible(sql`branch.unit_id`)}) end`,
  },
  audit: (input) => ({ purpose: 'export', about: { file: input.id } }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select file.id, file.name, file.media_type as "mediaType", file.size_bytes as "sizeBytes",
      ((file.size_bytes + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
    from tender.file where file.tenant_id = kernel.here() and file.id = ${input.id}::uuid`,
  part: (
    { id }: Carried,
    number,
  ) => sql`select substring(content from ${number * PART_BYTES + 1}::int for ${PART_BYTES}::int) as content
    from tender.file where tenant_id = kernel.here() and id = ${id}::uuid`,
})
