import { carriedFile, partOfFile } from '#features/documents/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { type ContentAttachment, orders } from '../contract.ts'
import { mayReadOrder, ofOrder } from './permissions.ts'

/** Lines of attachments, of a table `attachment` that a condition chooses among. */
const lines = (which: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object('id', file.id, 'name', attachment.name, 'fileName', file.name, 'text', attachment.text, 'sizeBytes', file.size_bytes,
    'receivedAt', file.uploaded_at) order by attachment.sort, file.id), '[]')
  from orders.attachment join documents.file on file.tenant_id = attachment.tenant_id and file.id = attachment.file_id
  where attachment.tenant_id = kernel.here() and ${which})`

/** Those of the version that stands, of a table `"order"`. */
export const attachmentsOfOrder: Sql = lines(sql`attachment.order_id = "order".id and attachment.stands`)
/** Those that came first with a version, of a table `revision`. */
export const attachmentsOfRevision: Sql = lines(sql`attachment.revision_id = revision.id`)

/** Octets that have come with the order before are the file they were then. */
export async function knownAttachments(db: Db, orderId: Id): Promise<Map<string, Id>> {
  const known = await db.all<{ id: Id; sha256: string }>(sql`
    select file.id, encode(file.sha256, 'hex') as sha256 from orders.attachment join documents.file on file.tenant_id = kernel.here() and file.id = attachment.file_id
    where attachment.tenant_id = kernel.here() and attachment.order_id = ${orderId}`)
  return new Map(known.map(({ id, sha256 }) => [sha256, id]))
}

type Bringing = { orderId: Id; revisionId: Id; stands: boolean }

/** Files that came with a version; the caller has stored them. Those that had come before stay of the version they came with first. */
export async function bringAttachments(
  db: Db,
  { orderId, revisionId, stands }: Bringing,
  attachments: readonly ContentAttachment[],
): Promise<void> {
  for (const [sort, one] of attachments.entries())
    await db.run(sql`insert into orders.attachment (file_id, order_id, revision_id, foreign_id, sort, name, text, stands)
      values (${one.fileId}, ${orderId}, ${revisionId}, ${one.foreignId}, ${sort}, ${one.name}, ${one.text}, ${stands}) on conflict do nothing`)
}

/** A change was taken in: its attachments stand, and no others. */
export async function standWith(db: Db, orderId: Id, attachments: readonly ContentAttachment[]): Promise<void> {
  await db.run(
    sql`update orders.attachment set stands = false where tenant_id = kernel.here() and order_id = ${orderId} and stands`,
  )
  for (const [sort, { fileId, name, text }] of attachments.entries())
    await db.run(sql`update orders.attachment set stands = true, sort = ${sort}, name = ${name}, text = ${text}
      where tenant_id = kernel.here() and order_id = ${orderId} and file_id = ${fileId}`)
}

/** Whoever may read the order opens what came with it, also what came with a change that was not taken in. */
export const fetchAttachment = query(orders.attachment, {
  may: ofOrder(mayReadOrder, (input) => input.orderId),
  audit: (input) => ({
    person: sql`(select "order".citizen_id from orders.order where "order".tenant_id = kernel.here() and "order".id = (select id from may limit 1))`,
    about: { order: input.orderId },
  }),
  read: ({ input }) =>
    carriedFile(sql`(select attachment.file_id from orders.attachment
      where attachment.tenant_id = kernel.here() and attachment.order_id = (select id from may limit 1) and attachment.file_id = ${input.fileId}::uuid)`),
  records: sql`select id from rows`,
  part: partOfFile,
})
