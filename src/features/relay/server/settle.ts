import { closeTask } from '#features/tasks/server/index.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { isReached, type Severity, SMALLEST_GROUP, type Step } from '../rules.ts'
import { countsOf } from './people.ts'
import { type By, moveTo } from './standing.ts'

type Stalled = { messageId?: Id; questionId?: Id; unitId?: Id | null; step?: Step }

/** What had stalled is done: the roles that were told have nothing to do any more. */
export async function settle(db: Db, { messageId, questionId, unitId, step }: Stalled, by: By): Promise<void> {
  const settled = await db.all<{ taskId: Id | null }>(sql`update relay.escalation set settled_at = ${by.at}
    where tenant_id = kernel.here() and settled_at is null and message_id is not distinct from ${messageId ?? null}::uuid
      and question_id is not distinct from ${questionId ?? null}::uuid and step = coalesce(${step ?? null}, step)
      and (${unitId === undefined} or unit_id is not distinct from ${unitId ?? null}::uuid)
    returning task_id as "taskId"`)
  for (const { taskId } of settled) if (taskId) await closeIfOpen(db, taskId, by)
}

async function closeIfOpen(db: Db, taskId: Id, by: By): Promise<void> {
  const open = await db.one(
    sql`select id from tasks.task where tenant_id = kernel.here() and id = ${taskId} and done_at is null for update`,
  )
  if (open) await closeTask(db, taskId, { by: by.id, at: by.at, outcome: 'settled', note: null })
}

type Counts = { unitId: Id; staff: number; reached: number }

export const countsIn = (db: Db, messageId: Id, on: Day): Promise<Counts[]> =>
  db.all<Counts>(
    sql`select counts.unit_id as "unitId", counts.staff, counts.reached from (${countsOf(sql`${messageId}::uuid`, sql`${on}`)}) counts`,
  )

type Leg = { messageId: Id; unitId: Id; severity: Severity }

/** Notes that enough of a unit have it, and touches no other unit's leg. Of a group too small to be told about nothing is noted. */
export async function noteReached(db: Db, { messageId, unitId, severity }: Leg, by: By, on: Day): Promise<void> {
  const counts = (await countsIn(db, messageId, on)).find((one) => one.unitId === unitId)
  if (!counts || counts.staff < SMALLEST_GROUP || !isReached(severity, counts)) return
  const noted = await db.run(sql`update relay.leg set reached_at = ${by.at}
    where tenant_id = kernel.here() and message_id = ${messageId} and unit_id = ${unitId} and relayed_at is not null and reached_at is null`)
  if (noted) await settle(db, { messageId, unitId, step: 'reach' }, by)
}

/** Counts take the place of marks, and the salt is gone: from now on nobody can tell whose mark was whose. */
export async function closeMessage(db: Db, id: Id, by: By, on: Day): Promise<void> {
  for (const { unitId, staff, reached } of await countsIn(db, id, on))
    if (staff > 0)
      await db.run(sql`update relay.leg set counted_staff = ${staff}, counted_reached = ${Math.min(staff, reached)}
        where tenant_id = kernel.here() and message_id = ${id} and unit_id = ${unitId}`)
  await settle(db, { messageId: id }, by)
  await moveTo(db, id, 'closed', by, sql`, recalled_because = null, salt = null, closed_at = ${by.at}`)
}
