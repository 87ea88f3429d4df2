import { createHash } from 'node:crypto'
import { canonical } from '#features/requirements/content.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { Model } from '../model.ts'
import type { ProcedureKind, TenderStateName } from '../rules.ts'

export type By = { readonly id: Id; readonly at: Instant }

export type Standing = {
  id: Id
  placeId: Id
  specId: Id
  baselineId: Id | null
  title: string
  procedure: ProcedureKind
  state: TenderStateName
  questionsCloseAt: Instant
  bidsDueAt: Instant
  dataProtectionNote: string
  standstillEndsOn: Day | null
  version: number
}

const columns = sql`tender.id, tender.place_id as "placeId", tender.spec_id as "specId", tender.baseline_id as "baselineId", tender.title,
  tender.procedure, tender.state, tender.questions_close_at as "questionsCloseAt", tender.bids_due_at as "bidsDueAt",
  tender.data_protection_note as "dataProtectionNote", tender.standstill_ends_on::text as "standstillEndsOn", tender.version`

/** Locked: what happens to a tender happens one thing at a time. */
export async function lockedTender(db: Db, id: Sql | Id): Promise<Standing | undefined> {
  const row = await db.one<Standing>(sql`select ${columns} from tender.tender
    where tender.tenant_id = kernel.here() and tender.id = ${typeof id === 'string' ? sql`${id}::uuid` : id} for update`)
  // The driver hands moments over as Dates.
  return (
    row && {
      ...row,
      questionsCloseAt: new Date(row.questionsCloseAt).toISOString(),
      bidsDueAt: new Date(row.bidsDueAt).toISOString(),
    }
  )
}

/** A record of a tender, with the tender locked before it. */
export async function lockedOf<T extends object>(
  db: Db,
  table: 'text' | 'model' | 'question' | 'adaptation' | 'gap',
  id: Id,
  own: Sql,
): Promise<(T & { version: number; tender: Standing }) | undefined> {
  const tender = await lockedTender(
    db,
    sql`(select tender_id from tender.${sql.ref(table)} where tenant_id = kernel.here() and id = ${id})`,
  )
  const row = await db.one<T & { version: number }>(sql`select ${own}, own.version from tender.${sql.ref(table)} own
    where own.tenant_id = kernel.here() and own.id = ${id} for update`)
  return tender && row && { ...row, tender }
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
export const hashOf = (value: unknown): string => sha256(canonical(value))

export type StandingModel = {
  id: Id
  revision: number
  content: Model
  contentHash: string
  testedAt: string | null
  lockedAt: string | null
  publishedAt: string | null
}
export const modelColumns = sql`own.id, own.revision, own.content::text as content, own.content_hash as "contentHash",
  own.tested_at as "testedAt", own.locked_at as "lockedAt", own.published_at as "publishedAt"`

export const parsedModel = <T extends { content: unknown }>(row: T): T & { content: Model } => ({
  ...row,
  content: Model.parse(JSON.parse(row.content as string)),
})

/** The model that counts: published with the material, or by the latest correction sheet. Nothing else may be used. */
export async function publishedModel(db: Db, tenderId: Id): Promise<StandingModel> {
  const row = await db.one<StandingModel>(sql`select ${modelColumns} from tender.model own
    where own.tenant_id = kernel.here() and own.tender_id = ${tenderId} and own.published_at is not null order by own.revision desc limit 1`)
  if (!row) throw new Problem('refused', 'tender.not-published')
  const model = parsedModel(row)
  if (hashOf(model.content) !== model.contentHash) throw new Error('The published model is not what was published')
  return model
}

/** The driver hands JSON over as text. */
export const parsed = <T>(json: unknown): T => (typeof json === 'string' ? JSON.parse(json) : json) as T

/** Puts a tender on, with whatever else the step says. */
export async function step(db: Db, id: Id, by: By, more: Sql): Promise<{ id: Id; version: number }> {
  const row = await db.one<{ id: Id; version: number }>(sql`update tender.tender set ${more}, version = version + 1,
    changed_at = ${by.at}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${id} returning id, version`)
  return row!
}
