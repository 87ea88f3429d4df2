import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { newsletter } from '../contract.ts'
import { whyNotSend } from '../rules.ts'
import { mayKeep, ofIssue } from './permissions.ts'
import { lockedIssue, moveTo, type StandingIssue } from './standing.ts'

/** One row for each address, once; the unit's own edition where the address belongs to one. */
const fillOutbox = (db: Db, issue: StandingIssue, at: string): Promise<number> =>
  db.run(sql`insert into newsletter.outgoing (id, issue_id, unit_id, address, next_at, made_at)
    select gen_random_uuid(), ${issue.id}, own.unit_id, own.address, ${at}, ${at} from (
      select distinct on (lower(recipient.address)) lower(recipient.address) as address, recipient.unit_id from newsletter.recipient
      where recipient.tenant_id = kernel.here() and recipient.place_id = ${issue.placeId} and recipient.ended_at is null
      order by lower(recipient.address), recipient.added_at) own
    on conflict on constraint outgoing_once do nothing`)

/** Corrections told of here need not be told of again. */
const noteCorrections = (db: Db, issueId: string): Promise<number> =>
  db.run(sql`update newsletter.source former set noted_in_id = ${issueId}
    from newsletter.section old join newsletter.issue older on older.tenant_id = old.tenant_id and older.id = old.issue_id and older.sent_at is not null
    where former.tenant_id = kernel.here() and old.tenant_id = kernel.here() and old.id = former.section_id and old.issue_id <> ${issueId} and former.noted_in_id is null
      and (former.kind, former.source_id) in (select source.kind, source.source_id from newsletter.source
        join newsletter.section on section.tenant_id = source.tenant_id and section.id = source.section_id
        where source.tenant_id = kernel.here() and section.issue_id = ${issueId} and section.slot = 'correction')`)

export const send = command(newsletter.send, {
  may: ofIssue(mayKeep),
  about: lockedIssue,
  audit: (input, issue) => ({ place: issue?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock, later }) {
    refuse(whyNotSend(about.state))
    const sender = { id: by.id, at: clock.now() }
    const recipients = await fillOutbox(db, about, sender.at)
    await noteCorrections(db, input.id)
    await db.run(sql`update newsletter.issue set state = 'archived', version = version + 1, changed_at = ${sender.at}, changed_by = ${by.id}
      where tenant_id = kernel.here() and place_id = ${about.placeId} and state = 'sent'`)
    const done = await moveTo(db, input.id, 'sent', sender, sql`, sent_at = ${sender.at}, sent_by = ${by.id}`)
    later('newsletter-send', {})
    return { ...done, recipients }
  },
  tell: (_, issue) => [{ topic: 'newsletter', place: issue.placeId }],
})
