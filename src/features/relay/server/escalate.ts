import { addTask, type NewTask } from '#features/tasks/server/index.ts'
import { type Day, dayOf, type Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import {
  DAYS_A_MESSAGE_IS_OPEN,
  DAYS_NAMES_ARE_KEPT,
  DAYS_PHONES_MAY_ASK,
  type EscalationRole,
  isReached,
  rungsDue,
  type Severity,
  SMALLEST_GROUP,
  type Step,
} from '../rules.ts'
import { contactIn, countsOf, holdersOf, leadersIn } from './people.ts'
import { closeMessage } from './settle.ts'

type Stalled = {
  messageId: Id | null
  questionId: Id | null
  placeId: Id
  /** Null while it is with the coordinator. */
  unitId: Id | null
  step: Step
  severity: Severity
  dueAt: Instant
}

const columns = (
  step: Step,
  unit: Sql,
  due: Sql,
  message: Sql = sql`message.id`,
  question: Sql = sql`null::uuid`,
): Sql =>
  sql`${message} as "messageId", ${question} as "questionId", place_id as "placeId", ${unit} as "unitId", ${sql.lit(step)} as step, ${due} as "dueAt"`

const atCoordinator = (now: Instant) => sql`
  select ${columns('release', sql`null::uuid`, sql`release_due_at`)}, severity from relay.message
  where tenant_id = kernel.here() and state = 'with-coordinator' and release_due_at <= ${now}::timestamptz`

const ofReleased = sql`from relay.message join relay.leg on leg.tenant_id = message.tenant_id and leg.message_id = message.id
  where message.tenant_id = kernel.here() and message.state = 'released'`

const atContact = (now: Instant) => sql`
  select ${columns('pass-on', sql`leg.unit_id`, sql`leg.contact_due_at`)}, message.severity ${ofReleased}
    and leg.relayed_at is null and leg.contact_due_at <= ${now}::timestamptz`

const amongStaff = (now: Instant) => sql`
  select ${columns('reach', sql`leg.unit_id`, sql`leg.reach_due_at`)}, message.severity ${ofReleased}
    and leg.relayed_at is not null and leg.reached_at is null and leg.reach_due_at <= ${now}::timestamptz`

const unowned = (now: Instant) => sql`
  select ${columns('own', sql`case when stands_with = 'contact' then unit_id end`, sql`own_due_at`, sql`null::uuid`, sql`id`)}, 'action' as severity
  from relay.question where tenant_id = kernel.here() and owned_at is null and own_due_at <= ${now}::timestamptz`

/** Too few have it, in a group large enough to be told about. */
async function isShort(db: Db, { messageId, unitId, severity }: Stalled, on: Day): Promise<boolean> {
  const counts = await db.one<{ staff: number; reached: number }>(sql`
    select staff, reached from (${countsOf(sql`${messageId}::uuid`, sql`${on}`)}) counts where counts.unit_id = ${unitId}`)
  return counts !== undefined && counts.staff >= SMALLEST_GROUP && !isReached(severity, counts)
}

type To = { unitId: Id; to: NewTask['to'] }

/** The nearest unit above in which somebody leads. */
const leadersAbove = (db: Db, unitId: Id, on: Day) =>
  db.one<{ unitId: Id }>(sql`select branch.above_id as "unitId" from org.branch
    where branch.tenant_id = kernel.here() and branch.unit_id = ${unitId} and branch.above_id <> ${unitId}
      and exists (select from (${leadersIn(sql`branch.above_id`, sql`${on}`)}) leader)
    order by (select count(*) from org.branch higher where higher.tenant_id = kernel.here() and higher.unit_id = branch.above_id) desc limit 1`)

type Unit = { actingId: Id | null; deputyId: Id | null; leads: boolean }

const peopleIn = (db: Db, unitId: Id, on: Day) => {
  const contact = (column: 'acting_id' | 'deputy_id') => contactIn(sql`${unitId}::uuid`, column, sql`${on}`)
  return db.one<Unit>(sql`select ${contact('acting_id')} as "actingId", ${contact('deputy_id')} as "deputyId",
    exists (select from (${leadersIn(sql`${unitId}::uuid`, sql`${on}`)}) leader) as leads`)
}

/** Who holds each role of the unit. Where the deputy acts already, there is no other to tell. */
async function rolesOfUnit(db: Db, unitId: Id, on: Day): Promise<Map<EscalationRole, To>> {
  const { actingId, deputyId, leads } = (await peopleIn(db, unitId, on))!
  const above = await leadersAbove(db, unitId, on)
  const found: [EscalationRole, To | undefined][] = [
    ['contact', actingId ? { unitId, to: { employeeId: actingId } } : undefined],
    ['deputy', deputyId && deputyId !== actingId ? { unitId, to: { employeeId: deputyId } } : undefined],
    ['leader', leads ? { unitId, to: { role: 'unit-leader' } } : undefined],
    ['above', above && { unitId: above.unitId, to: { role: 'unit-leader' } }],
  ]
  return new Map(found.flatMap(([role, to]) => (to ? [[role, to] as const] : [])))
}

async function rolesOfPlace(db: Db, placeId: Id, on: Day): Promise<Map<EscalationRole, To>> {
  const held = new Map<EscalationRole, To>()
  for (const role of ['coordinator', 'steering'] as const)
    if (await db.one(sql`select id from (${holdersOf(role, sql`${placeId}::uuid`, sql`${on}`)}) who limit 1`))
      held.set(role, { unitId: placeId, to: { role } })
  return held
}

/** Tells one role, once: the task's key and the row's own are the same each time. */
async function tellRole(
  db: Db,
  stalled: Stalled,
  role: EscalationRole,
  { unitId, to }: To,
  at: { due: Instant; now: Instant },
) {
  const { messageId, questionId, step } = stalled
  const told =
    await db.one(sql`select id from relay.escalation where tenant_id = kernel.here() and message_id is not distinct from ${messageId}::uuid
    and question_id is not distinct from ${questionId}::uuid and unit_id is not distinct from ${stalled.unitId}::uuid and step = ${step} and to_role = ${role}`)
  if (told) return false
  const id = newId()
  const about = {
    step,
    ...(messageId && { message: messageId }),
    ...(questionId && { question: questionId }),
    ...(stalled.unitId && { unit: stalled.unitId }),
  }
  const onceKey = [messageId ?? questionId, stalled.unitId, step, role].join(' ')
  const isNew = await addTask(
    db,
    { id, unitId, kind: 'relay.stalled', onceKey, about, to, outcomes: ['taken'], dueOn: dayOf(at.due) },
    at.now,
  )
  if (!isNew) return false
  await db.run(sql`insert into relay.escalation (id, message_id, question_id, unit_id, step, to_role, due_at, task_id, made_at)
    values (${newId()}, ${messageId}, ${questionId}, ${stalled.unitId}, ${step}, ${role}, ${at.due}, ${id}, ${at.now})`)
  return true
}

async function escalateOne(db: Db, stalled: Stalled, clock: Clock): Promise<number> {
  if (stalled.step === 'reach' && !(await isShort(db, stalled, clock.today()))) return 0
  const there = new Map([
    ...(stalled.unitId ? await rolesOfUnit(db, stalled.unitId, clock.today()) : []),
    ...(await rolesOfPlace(db, stalled.placeId, clock.today())),
  ])
  let told = 0
  for (const { role, dueAt } of rungsDue(stalled, new Set(there.keys()), clock.now()))
    if (await tellRole(db, stalled, role, there.get(role)!, { due: dueAt, now: clock.now() })) told++
  return told
}

/**
 * Tells the next role of every step whose time is up. May run as often as it likes, and twice at once.
 * @returns how many roles were told now
 */
export async function escalate(db: Db, clock: Clock): Promise<number> {
  const now = clock.now()
  let told = 0
  for (const stalled of [atCoordinator(now), atContact(now), amongStaff(now), unowned(now)])
    for (const one of await db.all<Stalled>(stalled))
      told += await escalateOne(db, { ...one, dueAt: new Date(one.dueAt).toISOString() }, clock)
  return told
}

const daysBefore = (now: Instant, days: number): Instant => new Date(Date.parse(now) - days * 86_400_000).toISOString()

/** Closes what is over, and forgets names whose time is up. */
export async function tidyRelay(db: Db, clock: Clock): Promise<void> {
  const now = clock.now()
  const over = await db.all<{ id: Id; by: Id }>(sql`select id, changed_by as by from relay.message
    where tenant_id = kernel.here() and state = 'released'
      and (expires_on < ${clock.today()}::date or (expires_on is null and released_at < ${daysBefore(now, DAYS_A_MESSAGE_IS_OPEN)}::timestamptz))`)
  for (const { id, by } of over) await closeMessage(db, id, { id: by, at: now }, clock.today())
  await db.run(sql`update relay.receipt set employee_id = null
    where tenant_id = kernel.here() and employee_id is not null and received_at < ${daysBefore(now, DAYS_NAMES_ARE_KEPT)}::timestamptz`)
  await db.run(sql`delete from relay.guest where tenant_id = kernel.here() and not exists (select from relay.slot
    where slot.tenant_id = kernel.here() and slot.meeting_id = guest.meeting_id and slot.starts_at > ${daysBefore(now, DAYS_PHONES_MAY_ASK)}::timestamptz)`)
}
