import { hasNumber } from '#features/capture/rules.ts'
import type { NodeKind } from '#features/thread/server/index.ts'
import { monthInDanish } from '#kernel/lang/danish-days.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { draftOf, type NewsEvent } from '../assemble.ts'
import { newsletter } from '../contract.ts'
import { whyNotApprove, whyNotDraft, whyNotEdit, whyNotSections } from '../rules.ts'
import { type NewsRule, newsOf } from './news-rule.ts'
import { mayApprove, mayKeep, ofIssue } from './permissions.ts'
import { lockedIssue, moveTo, putSections, type StandingIssue, sectionsOf } from './standing.ts'

const trailOf = (issue: StandingIssue | undefined, id: string) => ({ place: issue?.placeId, records: [id] })
const tellOf = (_: unknown, issue: StandingIssue) => [{ topic: 'newsletter', place: issue.placeId }]

/** Issues of a place are begun one at a time: its row is the lock. */
async function freeNumber(db: Db, placeId: string, monthOn: string): Promise<number> {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const row = await db.one<{ most: number; isTaken: boolean }>(sql`
    select coalesce(max(number), 0) as most, coalesce(bool_or(month_on = ${monthOn}::date), false) as "isTaken"
    from newsletter.issue where tenant_id = kernel.here() and place_id = ${placeId}`)
  if (row!.isTaken) refuse(refusal('newsletter.month-taken', {}, 'monthOn'))
  return row!.most + 1
}

export const begin = command(newsletter.begin, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    if (!input.monthOn.endsWith('-01')) refuse(refusal('newsletter.not-a-month', {}, 'monthOn'))
    const number = await freeNumber(db, input.placeId, input.monthOn)
    await db.run(sql`insert into newsletter.issue (id, external_id, place_id, month_on, number, title, state, changed_at, changed_by)
      values (${input.id}, ${input.externalId ?? null}, ${input.placeId}, ${input.monthOn}::date, ${number}, ${input.title.trim()}, 'collecting', ${clock.now()}, ${by.id})`)
    return { id: input.id, number, version: 1, state: 'collecting' as const }
  },
  tell: (input) => [{ topic: 'newsletter', place: input.placeId }],
})

const eventsOf = (
  db: Db,
  kinds: readonly NodeKind[],
  rules: readonly NewsRule[],
  { issueId, now }: { issueId: Id; now: Instant },
) =>
  db.all<NewsEvent>(sql`select told.slot, told.kind, told.id, told.label, coalesce(told.title, '') as title, told.text, told.fingerprint
    from (${newsOf(kinds, rules, { issue: sql`${issueId}::uuid`, now: sql`${now}::timestamptz` })}) told order by told.at, told.id`)

export const draft = (kinds: readonly NodeKind[], rules: readonly NewsRule[]) =>
  command(newsletter.draft, {
    may: ofIssue(mayKeep),
    about: lockedIssue,
    audit: (input, issue) => trailOf(issue, input.id),
    async run({ db, input, about, by, clock }) {
      refuse(whyNotDraft(about.state))
      const month = monthInDanish(about.monthOn)
      const events = await eventsOf(db, kinds, rules, { issueId: input.id, now: clock.now() })
      await putSections(db, kinds, input.id, draftOf(events, month))
      const title = about.title || `Det skete i ${month}`
      return moveTo(db, input.id, 'draft', { id: by.id, at: clock.now() }, sql`, title = ${title}`)
    },
    tell: tellOf,
  })

export const edit = (kinds: readonly NodeKind[]) =>
  command(newsletter.edit, {
    may: ofIssue(mayKeep),
    about: lockedIssue,
    audit: (input, issue) => trailOf(issue, input.id),
    async run({ db, input, about, by, clock }) {
      refuse(whyNotEdit(about.state))
      refuse(whyNotSections(input.sections))
      if (hasNumber([input.title, ...input.sections.map(({ text }) => text)].join('\n')))
        refuse(refusal('newsletter.number-in-text', {}, 'sections'))
      await putSections(db, kinds, input.id, input.sections)
      const put = sql`, title = ${input.title.trim()}, approved_at = null, approved_by = null`
      return moveTo(db, input.id, 'edited', { id: by.id, at: clock.now() }, put)
    },
    tell: tellOf,
  })

export const approve = command(newsletter.approve, {
  may: ofIssue(mayApprove),
  about: lockedIssue,
  audit: (input, issue) => trailOf(issue, input.id),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotApprove({ ...about, sections: await sectionsOf(db, input.id) }))
    const now = clock.now()
    return moveTo(db, input.id, 'approved', { id: by.id, at: now }, sql`, approved_at = ${now}, approved_by = ${by.id}`)
  },
  tell: tellOf,
})
