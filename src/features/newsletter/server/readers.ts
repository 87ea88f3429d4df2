import { markOf } from '#features/relay/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { newsletter } from '../contract.ts'
import { mayKeep, ofIssue, ofRecipient, readable } from './permissions.ts'
import { lockedIssue } from './standing.ts'

/** @throws not-found when the unit is not below the place */
async function mustBeBelow(db: Db, placeId: Id, unitId: Id | null): Promise<void> {
  if (unitId === null) return
  const below = await db.one(
    sql`select unit_id from org.branch where tenant_id = kernel.here() and above_id = ${placeId} and unit_id = ${unitId}`,
  )
  if (!below) throw new Problem('not-found', 'kernel.not-found')
}

export const addRecipient = command(newsletter.addRecipient, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await mustBeBelow(db, input.placeId, input.unitId)
    const put = await db.run(sql`insert into newsletter.recipient (id, place_id, unit_id, address, added_at, added_by)
      values (${input.id}, ${input.placeId}, ${input.unitId}, ${input.address.trim()}, ${clock.now()}, ${by.id}) on conflict do nothing`)
    if (!put) refuse(refusal('newsletter.address-taken', {}, 'address'))
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'newsletter', place: input.placeId }],
})

export const endRecipient = command(newsletter.endRecipient, {
  may: ofRecipient(),
  about: (db, input) =>
    db.one<{ placeId: Id }>(sql`select place_id as "placeId" from newsletter.recipient
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, about) => ({ place: about?.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`update newsletter.recipient set ended_at = ${clock.now()}, ended_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id} and ended_at is null`)
    return { id: input.id }
  },
  tell: (_, about) => [{ topic: 'newsletter', place: about.placeId }],
})

/** The trail says that somebody read a newsletter; which, nobody need know. */
export const open = command(newsletter.open, {
  may: readable(),
  audit: () => ({}),
  async run({ db, input, by, clock }) {
    await db.run(sql`insert into newsletter.opening (issue_id, mark, unit_id)
      select issue.id, ${markOf(sql`issue.salt`, sql`${by.id}`)}, held.unit_id from newsletter.issue
      join org.branch on branch.tenant_id = issue.tenant_id and branch.above_id = issue.place_id
      join org.unit on unit.tenant_id = branch.tenant_id and unit.id = branch.unit_id and unit.kind = 'offer'
      join org.held(${by.id}::uuid, ${clock.now()}::timestamptz, ${clock.today()}::date) held on held.unit_id = branch.unit_id
      where issue.tenant_id = kernel.here() and issue.id = ${input.id} and issue.sent_at is not null order by held.unit_id limit 1
      on conflict do nothing`)
    return { ok: true as const }
  },
})

export const countReaders = command(newsletter.countReaders, {
  may: ofIssue(mayKeep),
  about: lockedIssue,
  audit: (input, issue) => ({ place: issue?.placeId, records: [input.id] }),
  async run({ db, input, about }) {
    await mustBeBelow(db, about.placeId, input.unitId)
    if (input.reached > input.staff) refuse(refusal('newsletter.more-than-all', {}, 'reached'))
    await db.run(sql`insert into newsletter.coverage (issue_id, unit_id, staff, reached) values (${input.id}, ${input.unitId}, ${input.staff}, ${input.reached})
      on conflict (tenant_id, issue_id, unit_id) do update set staff = excluded.staff, reached = excluded.reached`)
    return { ok: true as const }
  },
  tell: (_, issue) => [{ topic: 'newsletter', place: issue.placeId }],
})
