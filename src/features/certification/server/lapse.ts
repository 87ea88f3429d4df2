import type { Role } from '#features/org/roles.ts'
import { isLastAdministrator } from '#features/org/server/index.ts'
import { closeTask, handOn, remindOverdue } from '#features/tasks/server/index.ts'
import { addDays, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { DAYS_BETWEEN, lapses, stageOf } from '../rules.ts'
import { unanswered } from './answer.ts'
import { mayAnswer } from './permissions.ts'
import { isFloor } from './rounds.ts'

const kinds = ['certification.floor', 'certification.above'] as const

/** Who is asked when nobody answered: the administrator for the leader, the data protection officer for the administrator. */
const deputyOf = (role: Role | null): Role => (role === 'unit-leader' ? 'administrator' : 'privacy-officer')

/** Once a day: reminders, and the deputy after the second. Can run twice. */
export async function remindCertifiers(db: Db, clock: Clock): Promise<void> {
  for (const kind of kinds) {
    const late = await remindOverdue(db, { kind, everyDays: DAYS_BETWEEN, today: clock.today(), now: clock.now() })
    for (const { id, role, reminders } of late)
      if (stageOf(reminders) === 'deputy')
        await handOn(db, id, { role: deputyOf(role), right: mayAnswer }, addDays(clock.today(), DAYS_BETWEEN))
  }
}

type Late = { id: Id; kind: string; reminders: number; roundId: Id; unitId: Id }
type Item = { id: Id; grantId: Id; employeeId: Id; role: Role; isExtra: boolean; lastSeenAt: Instant | null }

const lateTasks = (db: Db) =>
  db.all<Late>(sql`select id, kind, reminders, about ->> 'roundId' as "roundId", unit_id as "unitId" from tasks.task
    where tenant_id = kernel.here() and kind = any (${[...kinds]}::text[]) and done_at is null and reminders > 3`)

const openItems = (db: Db, clock: Clock, roundId: Id) =>
  db.all<Item>(sql`select item.id, item.role_grant_id as "grantId", item.employee_id as "employeeId", item.role, item.is_extra as "isExtra",
      (select to_json(max(coalesce(session.ended_at, session.expires_at))) #>> '{}' from kernel.session
        where session.tenant_id = kernel.here() and session.actor_id = item.employee_id) as "lastSeenAt"
    from certification.item join org.role_grant g on g.tenant_id = item.tenant_id and g.id = item.role_grant_id
    where item.tenant_id = kernel.here() and item.round_id = ${roundId} and coalesce(g.ends_on >= ${clock.today()}, true)
      and not exists (select from certification.answer where answer.tenant_id = kernel.here() and answer.item_id = item.id)`)

/** At once: nobody is at work with it. */
async function lapse(db: Db, clock: Clock, item: Item, unitId: Id): Promise<void> {
  await db.run(sql`update org.role_grant set ends_on = greatest(${addDays(clock.today(), -1)}::date, starts_on - 1), ended_at = ${clock.now()}
    where tenant_id = kernel.here() and id = ${item.grantId}`)
  await db.run(
    sql`insert into certification.answer (item_id, answer, answered_at) values (${item.id}, 'lapsed', ${clock.now()})`,
  )
  await db.run(sql`insert into kernel.audit (at, action, outcome, scope_id, records, about)
    values (${clock.now()}, 'certification.lapse', 'done', ${unitId}, ${[item.grantId, item.employeeId]}::uuid[], ${JSON.stringify({ role: item.role })}::jsonb)`)
}

/**
 * Every hour: extra rights that neither leader nor deputy answered for end, when their holder is not at work. What is left is
 * access to one's own unit; it stays, and the round is over. Can run twice.
 * @returns how many lapsed
 */
export async function lapseUnanswered(db: Db, clock: Clock): Promise<number> {
  let count = 0
  for (const task of await lateTasks(db)) {
    // Whoever is answering right now answers first.
    await db.one(
      sql`select from certification.round where tenant_id = kernel.here() and id = ${task.roundId} for update`,
    )
    const mine = (await openItems(db, clock, task.roundId)).filter(
      ({ role }) => isFloor(role) === (task.kind === 'certification.floor'),
    )
    for (const item of mine) {
      const last = item.role === 'administrator' && (await isLastAdministrator(db, item.grantId))
      const about = { ...item, isAnswered: false, stage: stageOf(task.reminders), isLastAdministrator: last }
      if (!lapses(about, clock.now())) continue
      await lapse(db, clock, item, task.unitId)
      count += 1
    }
    await endWithout(db, clock, task)
  }
  return count
}

/** Only own-unit access, or the last administrator, is left to ask about. */
async function endWithout(db: Db, clock: Clock, { id, kind, roundId }: Late): Promise<void> {
  const left = await unanswered(db, clock, roundId)
  const mine = left.filter(({ role }) => isFloor(role) === (kind === 'certification.floor'))
  if (mine.some(({ isExtra, role }) => isExtra && role !== 'administrator')) return
  await closeTask(db, id, { by: null, at: clock.now(), outcome: 'lapsed', note: null })
  const others =
    await db.one(sql`select from tasks.task where tenant_id = kernel.here() and kind = any (${[...kinds]}::text[])
    and once_key = ${roundId}::text and done_at is null`)
  if (!others)
    await db.run(
      sql`update certification.round set closed_at = ${clock.now()} where tenant_id = kernel.here() and id = ${roundId}`,
    )
}
