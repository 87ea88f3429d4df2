import { touched } from '#features/thread/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { contentOf, fingerprintOf } from './contents.ts'
import { requirementKind } from './node-kinds.ts'

export type By = { readonly id: Id; readonly at: Instant }

/** After every change of what a requirement says: its fingerprint follows, and what hangs on it must be looked at again. */
export async function settle(db: Db, requirementId: Id, by: By, what: 'text' | 'value' = 'text'): Promise<void> {
  const fingerprint = fingerprintOf(await contentOf(db, requirementId))
  await db.run(sql`update requirements.requirement set fingerprint = ${fingerprint}
    where tenant_id = kernel.here() and id = ${requirementId}`)
  await touched(db, { kind: requirementKind, id: requirementId }, { what, by: by.id, at: by.at })
}

type Logged = {
  requirementId: Id
  lineId?: Id
  field: string
  before: string | null
  after: string | null
  reason?: string | undefined
}

/** What stood and what stands, kept for good. */
export async function logChange(
  db: Db,
  { requirementId, lineId, field, before, after, reason }: Logged,
  by: By,
): Promise<void> {
  await db.run(sql`insert into requirements.change (requirement_id, line_id, field, before, after, reason, changed_at, changed_by)
    values (${requirementId}, ${lineId ?? null}, ${field}, ${before}, ${after}, ${reason ?? null}, ${by.at}, ${by.id})`)
}
