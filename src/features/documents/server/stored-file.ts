import { createHash } from 'node:crypto'
import type { Carried } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { By, Scan } from '#kernel/server/use-case.ts'
import type { FileLine } from '../contract.ts'
import { mediaTypeOf, whyNotFile } from '../media.ts'

export const PART_BYTES = 524_288

/** A file's line, of a table `file`. */
export const fileColumns: Sql = sql`file.id, file.unit_id as "unitId", file.name, file.media_type as "mediaType", file.size_bytes as "sizeBytes",
  file.uploaded_at as "uploadedAt", file.uploaded_by_name as "uploadedByName", file.version`

type Given = { id: Id; unitId: Id; name: string; content: Uint8Array }
type Storing = { db: Db; by: By; clock: Clock; scan: Scan }

/**
 * Takes a file in, within the transaction of the use case that asked whether it may be.
 * @param citizenId whom it is about; the caller has asked whether the citizen belongs to the unit
 * @throws Problem when it is not what it says, runs, is too large, or a virus was found; nothing is stored
 */
export async function storeFile(
  { db, by, clock, scan }: Storing,
  given: Given,
  citizenId: Id | null = null,
): Promise<FileLine> {
  const { id, unitId, name, content } = given
  refuse(whyNotFile(name, content))
  if (await scan(content))
    throw new Problem('refused', 'documents.virus', {}, { faults: [{ field: 'content', code: 'documents.virus' }] })
  const [line] = await db.all<FileLine>(sql`
    insert into documents.file as file (id, unit_id, citizen_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_by_name, uploaded_at)
    select ${id}::uuid, ${unitId}::uuid, ${citizenId}::uuid, ${name.trim()}, ${mediaTypeOf(name)}, ${content.length}::int,
      ${createHash('sha256').update(content).digest()}::bytea, employee.id, employee.name, ${clock.now()}::timestamptz
    from org.employee where employee.tenant_id = kernel.here() and employee.id = ${by.id}
    on conflict do nothing returning ${fileColumns}`)
  if (!line) throw new Problem('refused', 'kernel.id-taken')
  for (let at = 0; at * PART_BYTES < content.length; at++)
    await db.run(sql`insert into documents.part (file_id, number, content)
      values (${id}, ${at}, ${Buffer.from(content.subarray(at * PART_BYTES, (at + 1) * PART_BYTES))}::bytea)`)
  return line
}

/** What a download answers first. Read from a table `file`, which the gate has let through. */
export const carriedFile = (id: Blank | Sql): Sql => sql`
  select file.id, file.name, file.media_type as "mediaType", file.size_bytes as "sizeBytes",
    ((file.size_bytes + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
  from documents.file where file.tenant_id = kernel.here() and file.id = ${id}::uuid`

export const partOfFile = ({ id }: Carried, number: number): Sql =>
  sql`select content from documents.part where tenant_id = kernel.here() and file_id = ${id}::uuid and number = ${number}::int`

export type StandingFile = { id: Id; unitId: Id; citizenId: Id | null; isEnded: boolean; version: number }

export const fileForChange = (db: Db, id: Id) =>
  db.one<StandingFile>(sql`select id, unit_id as "unitId", citizen_id as "citizenId", ended_at is not null as "isEnded", version
    from documents.file where tenant_id = kernel.here() and id = ${id} for update`)

/** Takes a file away from every list; it stays in the record. */
export async function takeAway(
  { db, by, clock }: Omit<Storing, 'scan'>,
  file: StandingFile,
  reason: string,
): Promise<{ id: Id }> {
  if (file.isEnded) refuse(refusal('documents.already-ended'))
  await db.run(sql`update documents.file set ended_at = ${clock.now()}, ended_by = ${by.id}, end_reason = ${reason.trim()}, version = version + 1
    where tenant_id = kernel.here() and id = ${file.id}`)
  return { id: file.id }
}
