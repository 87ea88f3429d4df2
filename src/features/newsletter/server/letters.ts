import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { monthAndYear } from '../assemble.ts'
import type { Letter } from '../letter.ts'
import { sectionsOf } from './standing.ts'

type Head = { title: string; monthOn: Day; place: string }

/** An issue as a unit gets it: its own paragraph stands first, when the leader has approved it. */
export async function letterOf(db: Db, issueId: Id, unitId: Id | null): Promise<Letter> {
  const head =
    (await db.one<Head>(sql`select issue.title, issue.month_on::text as "monthOn", place.name as place from newsletter.issue
    join org.unit place on place.tenant_id = issue.tenant_id and place.id = issue.place_id
    where issue.tenant_id = kernel.here() and issue.id = ${issueId}`))!
  const local = await db.one<{
    unitName: string
    text: string
  }>(sql`select unit.name as "unitName", edition.text from newsletter.edition
    join org.unit on unit.tenant_id = edition.tenant_id and unit.id = edition.unit_id
    where edition.tenant_id = kernel.here() and edition.issue_id = ${issueId} and edition.unit_id = ${unitId}::uuid and edition.approved_at is not null`)
  const sections = (await sectionsOf(db, issueId)).map(({ heading, text, labels }) => ({
    heading,
    text,
    sources: labels,
  }))
  return { title: head.title, month: monthAndYear(head.monthOn), place: head.place, sections, local: local ?? null }
}
