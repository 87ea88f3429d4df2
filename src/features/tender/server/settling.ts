import { linkEach, touched } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { answerKind, scoreKind } from './node-kinds.ts'
import type { By } from './standing.ts'

/** `points`: worked out already, as a decimal. */
type Settled = {
  id: Id
  bidId: Id
  requirementId: Id
  version: number
  points: string
  reason: string
  dissent: string
}
type Kept = { id: Id; answerId: Id | null; isNew: boolean }

/** All rows or none: one of another version than was seen holds all of them back. */
async function keep(db: Db, rows: readonly Settled[], by: By): Promise<Kept[]> {
  const kept = await db.all<Kept>(sql`
    with kept as (
      insert into tender.consensus (id, bid_id, requirement_id, points, reason, dissent, settled_at, settled_by)
      select (given ->> 'id')::uuid, (given ->> 'bidId')::uuid, (given ->> 'requirementId')::uuid, (given ->> 'points')::numeric,
        btrim(given ->> 'reason'), btrim(given ->> 'dissent'), ${by.at}, ${by.id}
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) given
      on conflict (tenant_id, bid_id, requirement_id) do update set points = excluded.points, reason = excluded.reason, dissent = excluded.dissent,
        version = consensus.version + 1, settled_at = excluded.settled_at, settled_by = excluded.settled_by
      where consensus.version = (select (given ->> 'version')::int from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) given
        where given ->> 'bidId' = consensus.bid_id::text and given ->> 'requirementId' = consensus.requirement_id::text)
      returning id, bid_id, requirement_id, version)
    select kept.id, answer.id as "answerId", kept.version = 1 as "isNew" from kept
    left join tender.answer on answer.tenant_id = kernel.here() and answer.bid_id = kept.bid_id and answer.requirement_id = kept.requirement_id`)
  if (kept.length !== rows.length) throw new Problem('stale', 'kernel.stale')
  return kept
}

/** Keeps the panel's points, and ties each to the answer it was given for; what hangs on one that changed must be looked at again. */
export async function settleRows(db: Db, rows: readonly Settled[], by: By): Promise<void> {
  const kept = await keep(db, rows, by)
  const pairs = kept.flatMap(({ id, answerId }) => (answerId ? [{ from: answerId, to: id }] : []))
  await linkEach(db, { type: 'scored-in', from: answerKind, to: scoreKind, pairs, by: by.id, at: by.at })
  for (const { id } of kept.filter(({ isNew }) => !isNew))
    await touched(db, { kind: scoreKind, id }, { what: 'value', by: by.id, at: by.at })
}
