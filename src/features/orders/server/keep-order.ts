import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'
import type { Difference, OrderContent } from '../contract.ts'
import { differencesBetween } from '../rules.ts'
import { standWith } from './attachments.ts'

export type Receiving = { db: Db; by: By; at: Instant }

export type NewOrder = {
  id: Id
  citizenId: Id
  unitId: Id
  source: 'message' | 'letter'
  foreignId: string | null
  fileId: Id | null
}

/** The columns that an order says itself, in one row. */
const fieldsOf = (content: OrderContent) => ({
  status: content.status,
  purpose: content.purpose,
  objective: content.objective,
  ordered_on: content.orderedOn,
  starts_on: content.startsOn,
  ends_on: content.endsOn,
  authority_name: content.authorityName,
  authority_code: content.authorityCode,
  case_number: content.caseNumber,
  offer_type: content.offerType,
  support_need: content.supportNeed,
  follow_up_on: content.followUpOn,
  follow_up_every_months: content.followUpEveryMonths,
  code_version: content.codeVersion,
})

/** A first version of an order, in the transaction of the use case that asked whether it may be. */
export async function storeOrder({ db, by, at }: Receiving, order: NewOrder, content: OrderContent): Promise<Id> {
  const fields = Object.entries(fieldsOf(content))
  await db.run(sql`
    insert into orders.order (id, citizen_id, unit_id, source, foreign_id, file_id, received_at, received_by, received_by_name, changed_at,
      ${sql.join(fields.map(([name]) => sql.ref(name)))})
    select ${order.id}::uuid, ${order.citizenId}::uuid, ${order.unitId}::uuid, ${order.source}, ${order.foreignId}::text, ${order.fileId}::uuid,
      ${at}::timestamptz, employee.id, employee.name, ${at}::timestamptz, said.*
    from org.employee cross join (${selected(fields)}) said
    where employee.tenant_id = kernel.here() and employee.id = ${by.id}`)
  await putContent({ db, by, at }, order.id, content)
  return addRevision({ db, by, at }, { orderId: order.id, state: 'taken', content, differences: [] })
}

const types: Readonly<Record<string, string>> = {
  ordered_on: 'date',
  starts_on: 'date',
  ends_on: 'date',
  follow_up_on: 'date',
  follow_up_every_months: 'int',
}
const selected = (fields: [string, unknown][]) =>
  sql`select ${sql.join(fields.map(([name, value]) => sql`${value}::${sql.raw(types[name] ?? 'text')} as ${sql.ref(name)}`))}`

type Revising = { orderId: Id; state: 'taken' | 'waiting'; content: OrderContent; differences: readonly Difference[] }

async function addRevision({ db, by, at }: Receiving, revision: Revising): Promise<Id> {
  const id = newId()
  await db.run(sql`
    insert into orders.revision (id, order_id, number, state, content, differences, received_at, received_by)
    select ${id}::uuid, ${revision.orderId}::uuid,
      1 + coalesce((select max(number) from orders.revision last where last.tenant_id = kernel.here() and last.order_id = ${revision.orderId}), 0),
      ${revision.state}, ${JSON.stringify(revision.content)}::jsonb, ${JSON.stringify(revision.differences)}::jsonb, ${at}::timestamptz, ${by.id}`)
  return id
}

/** An order that stands, held while it is changed. */
export const orderByForeignId = (db: Db, foreignId: string) =>
  db.one<{ id: Id; citizenId: Id; unitId: Id }>(sql`
    select id, citizen_id as "citizenId", unit_id as "unitId" from orders.order
    where tenant_id = kernel.here() and foreign_id = ${foreignId} for update`)

/** What the last version said that was taken in, or waits. */
async function lastSaid(db: Db, orderId: Id): Promise<{ state: string; content: OrderContent }[]> {
  const found = await db.all<{ state: string; content: string }>(sql`
    select state, content::text from orders.revision where tenant_id = kernel.here() and order_id = ${orderId} and state in ('taken', 'waiting', 'declined')
    order by number desc`)
  return found.map(({ state, content }) => ({ state, content: JSON.parse(content) as OrderContent }))
}

/**
 * A later version of an order that stands: it waits for a person. The same as what stands, what waits or what was last declined changes nothing.
 * @returns the revision that waits, or undefined when there is nothing new
 */
export async function offerChange(
  receiving: Receiving,
  orderId: Id,
  content: OrderContent,
): Promise<{ id: Id; differences: Difference[] } | undefined> {
  const said = await lastSaid(receiving.db, orderId)
  const same = (other: OrderContent) => differencesBetween(other, content).length === 0
  if (said[0] && same(said[0].content)) return undefined
  await overtake(receiving, orderId)
  const stands = said.find(({ state }) => state === 'taken')!
  const differences = differencesBetween(stands.content, content)
  // Back to what stands: what waited is no longer what the authority says.
  if (differences.length === 0) return undefined
  const id = await addRevision(receiving, { orderId, state: 'waiting', content, differences })
  return { id, differences }
}

const overtake = ({ db, by, at }: Receiving, orderId: Id) =>
  db.run(sql`update orders.revision set state = 'overtaken', decided_at = ${at}, decided_by = ${by.id}
    where tenant_id = kernel.here() and order_id = ${orderId} and state = 'waiting'`)

/** A change is taken in: the order says what the revision says; what it no longer names is ended, never deleted. */
export async function takeChange(receiving: Receiving, orderId: Id, content: OrderContent): Promise<void> {
  const { db, at } = receiving
  const changes = Object.entries(fieldsOf(content)).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}::${sql.raw(types[name] ?? 'text')}`,
  )
  await db.run(sql`update orders.order set ${sql.join(changes)}, version = version + 1, changed_at = ${at}
    where tenant_id = kernel.here() and id = ${orderId}`)
  await putContent(receiving, orderId, content)
  if (content.attachments) await standWith(db, orderId, content.attachments)
}

/** Rows of a list that a version names: those known by their foreign id are changed, the others added, the rest ended. */
async function putContent({ db, at }: Receiving, orderId: Id, content: OrderContent): Promise<void> {
  for (const table of ['order_goal', 'intervention', 'part'])
    await db.run(sql`update ${sql.table(`orders.${table}`)} set ended_at = ${at}
      where tenant_id = kernel.here() and order_id = ${orderId} and ended_at is null`)
  const goals = await putGoals(db, orderId, content.goals)
  await putInterventions(db, orderId, content.interventions, goals)
  for (const [sort, part] of content.parts.entries())
    await db.run(sql`insert into orders.part (id, order_id, foreign_id, sort, kind, code, rank, level, role, name, phone, text, said_on)
      values (${newId()}, ${orderId}, ${part.foreignId}, ${sort}, ${part.kind}, ${part.code}, ${part.rank}, ${part.level}, ${part.role},
        ${part.name}, ${part.phone}, ${part.text}, ${part.saidOn})`)
}

/** @returns our ids by the authority's */
async function putGoals(db: Db, orderId: Id, goals: OrderContent['goals']): Promise<Map<string, Id>> {
  const known = new Map<string, Id>()
  for (const [sort, goal] of goals.entries()) {
    const fields = sql`${goal.text}, ${goal.themeCode}::text, ${goal.otherThemeCodes}::text[], ${goal.levelStart}::smallint, ${goal.levelWanted}::smallint,
      ${goal.direction}::text, ${goal.status}`
    const kept = await db.one<{ id: Id }>(sql`
      update orders.order_goal set (text, theme_code, other_theme_codes, level_start, level_wanted, direction, status) = row(${fields}),
        sort = ${sort}, ended_at = null
      where tenant_id = kernel.here() and order_id = ${orderId} and foreign_id = ${goal.foreignId} returning id`)
    const id = kept?.id ?? newId()
    if (!kept)
      await db.run(sql`insert into orders.order_goal (id, order_id, foreign_id, sort, text, theme_code, other_theme_codes, level_start, level_wanted, direction, status)
        values (${id}, ${orderId}, ${goal.foreignId}, ${sort}, ${fields})`)
    if (goal.foreignId) known.set(goal.foreignId, id)
  }
  return known
}

async function putInterventions(
  db: Db,
  orderId: Id,
  interventions: OrderContent['interventions'],
  goals: ReadonlyMap<string, Id>,
): Promise<void> {
  for (const [sort, given] of interventions.entries())
    await db.run(sql`insert into orders.intervention (id, order_id, goal_id, foreign_id, sort, code, text, instruction, status, starts_on, ends_on)
      values (${newId()}, ${orderId}, ${(given.goalForeignId && goals.get(given.goalForeignId)) ?? null}, ${given.foreignId}, ${sort}, ${given.code},
        ${given.text}, ${given.instruction}, ${given.status}, ${given.startsOn}, ${given.endsOn})`)
}
