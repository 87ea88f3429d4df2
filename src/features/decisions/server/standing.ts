import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Proposal } from '../contract.ts'
import type { DecisionState, PartRole } from '../rules.ts'

export type By = { readonly id: Id; readonly at: Instant }

export type Standing = {
  id: Id
  placeId: Id
  number: number
  title: string
  why: string
  noOptionReason: string | null
  coordinatorException: string | null
  secret: boolean
  state: DecisionState
  reviewOn: string | null
  supersedesId: Id | null
  version: number
}

export const lockedDecision = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, place_id as "placeId", number, title, why, no_option_reason as "noOptionReason", coordinator_exception as "coordinatorException",
      secret, state, review_on::text as "reviewOn", supersedes_id as "supersedesId", version
    from decisions.decision where tenant_id = kernel.here() and id = ${id} for update`)

const blankAsNull = (words: string | null): string | null => words?.trim() || null

/** The words of a proposal, as they go into the row. */
export const wordsOf = (given: Proposal) => ({
  title: given.title.trim(),
  question: given.question.trim(),
  why: given.why.trim(),
  consequences: given.consequences.trim(),
  noOptionReason: blankAsNull(given.noOptionReason),
  coordinatorException: blankAsNull(given.coordinatorException),
})

async function insertUnits(db: Db, decisionId: Id, placeId: Id, unitIds: readonly Id[]): Promise<void> {
  const done = await db.run(sql`insert into decisions.affected (decision_id, unit_id)
    select ${decisionId}, branch.unit_id from org.branch
    where branch.tenant_id = kernel.here() and branch.above_id = ${placeId} and branch.unit_id = any (${[...new Set(unitIds)]}::uuid[])`)
  if (done !== new Set(unitIds).size) throw new Problem('not-found', 'kernel.not-found')
}

/** Options, parts and units of a proposal: exactly those given. */
export async function putAround(db: Db, decisionId: Id, placeId: Id, given: Proposal): Promise<void> {
  for (const table of [sql`option`, sql`part`, sql`affected`])
    await db.run(sql`delete from decisions.${table} where tenant_id = kernel.here() and decision_id = ${decisionId}`)
  for (const [at, option] of given.options.entries())
    await db.run(sql`insert into decisions.option (id, decision_id, text, chosen, why_not, position)
      values (${option.id}, ${decisionId}, ${option.text.trim()}, ${option.chosen}, ${blankAsNull(option.whyNot)}, ${at + 1})`)
  for (const [at, part] of given.parts.entries())
    await db.run(sql`insert into decisions.part (decision_id, position, role, who, employee_id)
      values (${decisionId}, ${at + 1}, ${part.role}, ${part.who.trim()}, ${part.employeeId})`)
  await insertUnits(db, decisionId, placeId, given.unitIds)
}

/** What deciding asks about, beside the row itself. */
export async function aroundOf(db: Db, standing: Standing, day: string, now: Instant) {
  const options = await db.all<{ chosen: boolean }>(
    sql`select chosen from decisions.option where tenant_id = kernel.here() and decision_id = ${standing.id}`,
  )
  const parts = await db.all<{ role: PartRole; coordinates: boolean }>(sql`
    select part.role, exists (select from org.held(part.employee_id, ${now}::timestamptz, ${day}::date) held
      where held.role = 'coordinator' and held.unit_id = ${standing.placeId}) as coordinates
    from decisions.part where part.tenant_id = kernel.here() and part.decision_id = ${standing.id}`)
  const links = await db.one<{ count: number }>(sql`select count(*)::int as count from thread.link
    where tenant_id = kernel.here() and to_id = ${standing.id} and type = 'decided-by' and ended_at is null`)
  const coordinatorTookPart = parts.some(({ role, coordinates }) => coordinates && role !== 'informed')
  return { options, parts, objects: links!.count, coordinatorTookPart }
}
