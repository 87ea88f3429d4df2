import type { NodeKind } from '#features/thread/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { IssueState, Slot } from '../rules.ts'
import { isTellable, nodesOf } from './news-rule.ts'

export type By = { readonly id: Id; readonly at: Instant }
export type StandingIssue = {
  id: Id
  placeId: Id
  monthOn: Day
  number: number
  title: string
  state: IssueState
  version: number
}

export const lockedIssue = (db: Db, { id }: { id: Id }) =>
  db.one<StandingIssue>(sql`select id, place_id as "placeId", month_on::text as "monthOn", number, title, state, version
    from newsletter.issue where tenant_id = kernel.here() and id = ${id} for update`)

/** Moves on, with whatever else the move says. */
export async function moveTo(db: Db, id: Id, state: IssueState, by: By, more: Sql = sql``) {
  const row = await db.one<{ id: Id; version: number; state: IssueState }>(sql`
    update newsletter.issue set state = ${state}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id} ${more}
    where tenant_id = kernel.here() and id = ${id} returning id, version, state`)
  return row!
}

type Ref = { kind: string; id: Id }
export type Written = { id?: Id; slot: Slot; heading: string; text: string; sources: readonly Ref[] }
type Node = Ref & { label: string | null; title: string | null; fingerprint: string; isTellable: boolean }

/** The records named, as they stand. @throws not-found when one is not there, refused when one may not be told of */
async function nodesNamed(db: Db, kinds: readonly NodeKind[], refs: readonly Ref[]): Promise<Map<string, Node>> {
  if (refs.length === 0) return new Map()
  const idsOf = (kind: string) => sql`${refs.filter((ref) => ref.kind === kind).map(({ id }) => id)}::uuid[]`
  const rows =
    await db.all<Node>(sql`select node.kind, node.id, node.label, node.title, node.fingerprint, ${isTellable} as "isTellable"
    from (${nodesOf(kinds, idsOf)}) node`)
  const found = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
  for (const { kind, id } of refs) {
    const node = found.get(`${kind} ${id}`)
    if (!node) throw new Problem('not-found', 'kernel.not-found')
    if (!node.isTellable) refuse(refusal('newsletter.source-sealed', {}, 'sections'))
  }
  return found
}

/** Sections of an issue: exactly those given, each with what it is said from as that stands now. */
export async function putSections(
  db: Db,
  kinds: readonly NodeKind[],
  issueId: Id,
  sections: readonly Written[],
): Promise<void> {
  const nodes = await nodesNamed(
    db,
    kinds,
    sections.flatMap(({ sources }) => sources),
  )
  await db.run(sql`delete from newsletter.section where tenant_id = kernel.here() and issue_id = ${issueId}`)
  for (const [at, section] of sections.entries()) {
    const id = section.id ?? newId()
    await db.run(sql`insert into newsletter.section (id, issue_id, position, slot, heading, text)
      values (${id}, ${issueId}, ${at + 1}, ${section.slot}, ${section.heading.trim()}, ${section.text.trim()})`)
    for (const ref of section.sources) {
      const node = nodes.get(`${ref.kind} ${ref.id}`)!
      await db.run(sql`insert into newsletter.source (section_id, kind, source_id, label, title, fingerprint)
        values (${id}, ${ref.kind}, ${ref.id}, ${node.label}, ${node.title ?? ''}, ${node.fingerprint}) on conflict do nothing`)
    }
  }
}

export type StandingSection = { id: Id; slot: Slot; heading: string; text: string; labels: string[] }

export const sectionsOf = (db: Db, issueId: Id) =>
  db.all<StandingSection>(sql`select section.id, section.slot, section.heading, section.text,
      array(select coalesce(source.label, source.title) from newsletter.source where source.tenant_id = kernel.here() and source.section_id = section.id
        order by source.label, source.title) as labels
    from newsletter.section where section.tenant_id = kernel.here() and section.issue_id = ${issueId} order by section.position`)
