import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { written } from '../evaluate.ts'
import { EvaluationInput } from '../model.ts'
import { parsed } from './standing.ts'

/** The award as it was written down. */
export type StandingAward = {
  winnerId: Id
  input: EvaluationInput
  inputHash: string
  result: ReturnType<typeof written>
  why: string
  minimumNote: string | null
  draftedAt: string
  draftedBy: Id
  draftedByName: string
  approvedAt: string | null
  approvedByName: string | null
}

export async function awardOf(db: Db, tenderId: Id): Promise<StandingAward | undefined> {
  const row =
    await db.one<StandingAward>(sql`select award.winner_id as "winnerId", award.input::text as input, award.input_hash as "inputHash",
      award.result::text as result, award.why, award.minimum_note as "minimumNote", award.drafted_at as "draftedAt", award.drafted_by as "draftedBy",
      drafter.name as "draftedByName", award.approved_at as "approvedAt", approver.name as "approvedByName"
    from tender.award join org.employee drafter on drafter.tenant_id = award.tenant_id and drafter.id = award.drafted_by
    left join org.employee approver on approver.tenant_id = award.tenant_id and approver.id = award.approved_by
    where award.tenant_id = kernel.here() and award.tender_id = ${tenderId}`)
  return row && { ...row, input: EvaluationInput.parse(parsed(row.input)), result: parsed(row.result) }
}
