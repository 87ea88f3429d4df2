import { link, touched } from '#features/thread/server/index.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { answerKind, gapKind } from './node-kinds.ts'
import type { By } from './whole.ts'

type OfAnswer = { unitId: Id; questionId: Id; answerId: Id; text: string | undefined }

/** Gaps are numbered one at a time across the municipality. */
export async function insertGap(
  db: Db,
  given: { id: Id; unitId: Id; questionId: Id | null; text: string },
  by: By,
): Promise<number> {
  await db.run(sql`select pg_advisory_xact_lock(hashtext('clarification.gap'), hashtext(kernel.here()::text))`)
  const row = await db.one<{ number: number }>(sql`
    insert into clarification.gap (id, unit_id, number, question_id, text, state, opened_at, changed_at, changed_by)
    select ${given.id}, ${given.unitId}, coalesce(max(number), 0) + 1, ${given.questionId}, ${given.text.trim()}, 'open', ${by.at}, ${by.at}, ${by.id}
    from clarification.gap where tenant_id = kernel.here() returning number`)
  return row!.number
}

const change = async (db: Db, id: Id, set: { text: string } | { state: 'closed' }, by: By): Promise<void> => {
  const to = 'text' in set ? sql`text = ${set.text}` : sql`state = 'closed', next_step = 'Svaret er trukket tilbage'`
  await db.run(sql`update clarification.gap set ${to}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id}`)
  await touched(db, { kind: gapKind, id }, { what: 'text', by: by.id, at: by.at })
}

/** A gap that an answer tells of follows the answer as long as nobody has settled it; once settled, new words are a new gap. */
export async function keepGapOf(db: Db, { unitId, questionId, answerId, text }: OfAnswer, by: By): Promise<void> {
  const standing = await db.one<{ id: Id; text: string; state: string }>(sql`
    select id, text, state from clarification.gap where tenant_id = kernel.here() and unit_id = ${unitId} and question_id = ${questionId}
    order by number desc limit 1 for update`)
  const isOpen = standing?.state === 'open' || standing?.state === 'with-vendor'
  if (text === undefined) {
    if (standing && isOpen) await change(db, standing.id, { state: 'closed' }, by)
    return
  }
  if (standing?.text === text && standing.state !== 'closed') return
  if (standing && isOpen) {
    await change(db, standing.id, { text }, by)
    return
  }
  const id = newId()
  await insertGap(db, { id, unitId, questionId, text }, by)
  const ends = { from: { kind: answerKind, id: answerId }, to: { kind: gapKind, id } }
  await link(db, { type: 'grounds', ...ends, by: by.id, at: by.at })
}
