import { careRoles } from '#features/org/roles.ts'
import type { NodeKind } from '#features/thread/server/index.ts'
import { anywhere, type Gate } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { newsletter } from '../contract.ts'
import { SMALLEST_GROUP } from '../rules.ts'
import { type NewsRule, newsOf } from './news-rule.ts'
import {
  mayApprove,
  mayApproveLocal,
  mayBeRead,
  mayKeep,
  mayRead,
  mayWriteLocal,
  near,
  ofIssue,
  reaches,
  readable,
} from './permissions.ts'

/** Everybody may ask; who keeps none hears of no place. */
const whereIKeep: Gate<unknown> = { right: mayKeep, rows: ({ actor }) => sql`select ${actor}::uuid as id` }

export const places = query(newsletter.places, {
  may: whereIKeep,
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 50`,
})

const counted = (state: 'waiting' | 'refused' | 'sent') => sql`(select count(*)::int from newsletter.outgoing mail
  where mail.tenant_id = kernel.here() and mail.issue_id = issue.id and mail.state = ${sql.lit(state)})`
const acts = sql`array_remove(array[case when ${reaches(mayKeep, sql`issue.place_id`)} then 'keep' end,
  case when ${reaches(mayApprove, sql`issue.place_id`)} then 'approve' end], null)`

const lineColumns = sql`issue.id, issue.place_id as "placeId", place.name as "placeName", issue.month_on::text as "monthOn", issue.number, issue.title, issue.state,
  issue.sent_at as "sentAt", ${counted('waiting')} as waiting, ${counted('refused')} as refused, ${counted('sent')} as sent, issue.version, ${acts} as permitted`
const place = sql`join org.unit place on place.tenant_id = issue.tenant_id and place.id = issue.place_id`

export const issues = query(newsletter.issues, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: () => sql`select ${lineColumns} from newsletter.issue ${place}
    where issue.tenant_id = kernel.here() and ${near(mayRead, sql`issue.place_id`)} and ${mayBeRead(sql`issue`)}
    order by issue.month_on desc, issue.number desc limit 100`,
})

const sources = sql`(select coalesce(json_agg(json_build_object('kind', source.kind, 'id', source.source_id, 'label', source.label, 'title', source.title)
    order by source.label, source.title), '[]') from newsletter.source where source.tenant_id = kernel.here() and source.section_id = section.id)`
const sections = sql`(select coalesce(json_agg(json_build_object('id', section.id, 'slot', section.slot, 'heading', section.heading, 'text', section.text,
    'sources', ${sources}) order by section.position), '[]') from newsletter.section where section.tenant_id = kernel.here() and section.issue_id = issue.id)`

/** An approved paragraph is for all; one that waits for those who write it, approve it or send it. */
const editions = sql`(select coalesce(json_agg(json_build_object('unitId', edition.unit_id, 'unitName', unit.name, 'text', edition.text,
    'approvedAt', edition.approved_at, 'version', edition.version,
    'permitted', case when ${reaches(mayApproveLocal, sql`edition.unit_id`)} and edition.approved_at is null then array['approve'] else '{}'::text[] end)
    order by unit.name collate "da-x-icu"), '[]')
  from newsletter.edition join org.unit on unit.tenant_id = edition.tenant_id and unit.id = edition.unit_id
  where edition.tenant_id = kernel.here() and edition.issue_id = issue.id
    and (${near(mayRead, sql`edition.unit_id`)} or ${reaches(mayKeep, sql`issue.place_id`)})
    and (edition.approved_at is not null or ${reaches(mayWriteLocal, sql`edition.unit_id`)} or ${reaches(mayKeep, sql`issue.place_id`)}))`

const mine = sql`(select coalesce(json_agg(json_build_object('id', unit.id, 'name', unit.name) order by unit.name collate "da-x-icu"), '[]')
  from org.branch join org.unit on unit.tenant_id = branch.tenant_id and unit.id = branch.unit_id and unit.kind = 'offer' and unit.closed_on is null
  where branch.tenant_id = kernel.here() and branch.above_id = issue.place_id and ${reaches(mayWriteLocal, sql`unit.id`)})`

const staffOf = (unit: Sql, today: Sql) => sql`(select count(distinct g.employee_id) from org.role_grant g
  where g.tenant_id = kernel.here() and g.unit_id = ${unit} and g.role = any (${[...careRoles]}::text[]) and g.starts_on <= ${today}::date
    and (g.ends_on is null or g.ends_on >= ${today}::date))`

/** What somebody counted stands; otherwise openings of those who work there now. */
const coverage = (
  today: Sql,
) => sql`(select coalesce(json_agg(json_build_object('unitId', unit.id, 'unitName', unit.name, 'share',
    case when size.staff >= ${sql.lit(SMALLEST_GROUP)} then round(least(1, size.reached::numeric / size.staff), 3) end) order by unit.name collate "da-x-icu"), '[]')
  from org.branch join org.unit on unit.tenant_id = branch.tenant_id and unit.id = branch.unit_id and unit.kind = 'offer'
  left join newsletter.coverage told on told.tenant_id = unit.tenant_id and told.issue_id = issue.id and told.unit_id = unit.id
  cross join lateral (select coalesce(told.staff, ${staffOf(sql`unit.id`, today)}) as staff, coalesce(told.reached, (select count(*) from newsletter.opening
    where opening.tenant_id = kernel.here() and opening.issue_id = issue.id and opening.unit_id = unit.id)) as reached) size
  where branch.tenant_id = kernel.here() and branch.above_id = issue.place_id and issue.sent_at is not null and ${reaches(mayApprove, sql`issue.place_id`)}
    and (unit.closed_on is null or told.unit_id is not null))`

export const issue = query(newsletter.issue, {
  may: readable(),
  audit: () => ({}),
  records: sql`select id from rows`,
  read: ({
    today,
  }) => sql`select ${lineColumns}, ${sections} as sections, ${editions} as editions, ${mine} as mine, ${coverage(sql`${today}`)} as coverage
    from newsletter.issue ${place} where issue.tenant_id = kernel.here() and issue.id = (select id from may)`,
})

const isUsed = sql`exists (select from newsletter.source
  join newsletter.section on section.tenant_id = source.tenant_id and section.id = source.section_id
  where source.tenant_id = kernel.here() and section.issue_id = (select id from may) and source.kind = told.kind and source.source_id = told.id)`

export const news = (kinds: readonly NodeKind[], rules: readonly NewsRule[]) =>
  query(newsletter.news, {
    may: ofIssue(mayKeep),
    audit: () => ({}),
    read: ({
      now,
    }) => sql`select told.id, told.kind, told.slot, told.label, coalesce(told.title, '') as title, told.text, told.at, ${isUsed} as "isUsed"
      from (${newsOf(kinds, rules, { issue: sql`(select id from may)`, now: sql`${now}::timestamptz` })}) told
      order by array_position(array['correction', 'live', 'decided', 'told', 'went-wrong', 'solved', 'measured', 'answered', 'coming'], told.slot), told.at, told.id limit 300`,
  })

export const recipients = query(newsletter.recipients, {
  may: anywhere(mayKeep),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select recipient.id, recipient.place_id as "placeId", recipient.unit_id as "unitId", unit.name as "unitName", recipient.address
    from newsletter.recipient left join org.unit on unit.tenant_id = recipient.tenant_id and unit.id = recipient.unit_id
    where recipient.tenant_id = kernel.here() and recipient.ended_at is null and ${visible(sql`recipient.place_id`)}
    order by unit.name collate "da-x-icu" nulls first, recipient.address limit 1000`,
})

export const outbox = query(newsletter.outbox, {
  may: ofIssue(mayKeep),
  audit: () => ({}),
  read: () => sql`
    select mail.id, mail.address, unit.name as "unitName", mail.state, mail.attempts, mail.next_at as "nextAt", mail.last_error as "lastError", mail.sent_at as "sentAt"
    from newsletter.outgoing mail left join org.unit on unit.tenant_id = mail.tenant_id and unit.id = mail.unit_id
    where mail.tenant_id = kernel.here() and mail.issue_id = (select id from may)
    order by array_position(array['refused', 'waiting', 'sent'], mail.state), mail.address limit 1000`,
})
