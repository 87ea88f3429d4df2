import { hasNumber } from '#features/capture/rules.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { newsletter } from '../contract.ts'
import { type IssueState, whyNotLocal } from '../rules.ts'
import { mayApproveLocal, mayWriteLocal, ofEdition } from './permissions.ts'

type Named = { id: Id; unitId: Id }
type Standing = { placeId: Id; state: IssueState; version: number; isWritten: boolean }

/** The unit's paragraph, or none yet; the issue is the lock. */
const edition = (db: Db, { id, unitId }: Named) =>
  db.one<Standing>(sql`select issue.place_id as "placeId", issue.state, coalesce(edition.version, 0) as version, edition.unit_id is not null as "isWritten"
    from newsletter.issue left join newsletter.edition on edition.tenant_id = issue.tenant_id and edition.issue_id = issue.id and edition.unit_id = ${unitId}
    where issue.tenant_id = kernel.here() and issue.id = ${id} for update of issue`)

export const writeLocal = command(newsletter.writeLocal, {
  may: ofEdition(mayWriteLocal),
  about: edition,
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotLocal(about.state))
    if (hasNumber(input.text)) refuse(refusal('newsletter.number-in-text', {}, 'text'))
    await db.run(sql`insert into newsletter.edition (issue_id, unit_id, text, written_at, written_by)
      values (${input.id}, ${input.unitId}, ${input.text.trim()}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, issue_id, unit_id) do update set text = excluded.text, written_at = excluded.written_at, written_by = excluded.written_by,
        approved_at = null, approved_by = null, version = edition.version + 1`)
    return { ok: true as const }
  },
  tell: (input, about) => [input.unitId, about.placeId].map((place) => ({ topic: 'newsletter', place })),
})

export const approveLocal = command(newsletter.approveLocal, {
  may: ofEdition(mayApproveLocal),
  about: edition,
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotLocal(about.state))
    if (!about.isWritten) refuse(refusal('newsletter.nothing-written'))
    await db.run(sql`update newsletter.edition set approved_at = ${clock.now()}, approved_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and issue_id = ${input.id} and unit_id = ${input.unitId}`)
    return { ok: true as const }
  },
  tell: (input, about) => [input.unitId, about.placeId].map((place) => ({ topic: 'newsletter', place })),
})
