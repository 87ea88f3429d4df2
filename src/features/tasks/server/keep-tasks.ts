import type { Role } from '#features/org/roles.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Right } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'

export type NewTask = {
  id: Id
  unitId: Id
  /** `feature.what`; the feature's web hangs its words on the slot `task.<kind>`. */
  kind: `${string}.${string}`
  /** Of one kind, the same key makes one task, however often a job runs. */
  onceKey?: string
  /** Ids and days, as text; never words about a person. */
  about?: Record<string, string>
  /** For whoever holds the role at the unit, and with `right` only while it has not been taken from the role there; or for one person. */
  to: { role: Role; right?: Pick<Right, 'name'> } | { employeeId: Id }
  /** Who may neither do nor see it. */
  exceptId?: Id | null
  /** What it may end in when it is closed from the list; left out, only the feature's own act closes it (`closeTask`). */
  outcomes?: readonly string[]
  dueOn: Day
}

const addressee = (to: NewTask['to']) =>
  'role' in to
    ? { role: to.role, right: to.right?.name ?? null, employeeId: null }
    : { role: null, right: null, employeeId: to.employeeId }

/** Called in the transaction of the task's reason. @returns whether it is new: not when its key or id was there already. */
export async function addTask(db: Db, task: NewTask, at: Instant): Promise<boolean> {
  const to = addressee(task.to)
  const made =
    await db.run(sql`insert into tasks.task (id, unit_id, kind, once_key, about, role, right_name, assignee_id, except_id, outcomes, due_on, created_at)
    values (${task.id}, ${task.unitId}, ${task.kind}, ${task.onceKey ?? null}, ${JSON.stringify(task.about ?? {})}::jsonb, ${to.role}, ${to.right}, ${to.employeeId},
      ${task.exceptId ?? null}, ${[...(task.outcomes ?? [])]}::text[], ${task.dueOn}, ${at})
    on conflict do nothing`)
  return made === 1
}

export type StandingTask = {
  id: Id
  unitId: Id
  kind: string
  about: Record<string, string>
  role: Role | null
  assigneeId: Id | null
  outcomes: string[]
  dueOn: Day
  doneAt: Instant | null
  version: number
}

/** The task as it stands, locked. */
export const taskById = (db: Db, id: Id): Promise<StandingTask | undefined> =>
  standing(db, id).then((row) => row && { ...row, about: JSON.parse(row.about) as Record<string, string> })

const standing = (db: Db, id: Id) =>
  db.one<
    Omit<StandingTask, 'about'> & { about: string }
  >(sql`select id, unit_id as "unitId", kind, about::text, role, assignee_id as "assigneeId",
      outcomes, due_on::text as "dueOn", done_at as "doneAt", version
    from tasks.task where tenant_id = kernel.here() and id = ${id} for update`)

type Closing = { by: Id | null; at: Instant; outcome: string; note: string | null }

/** Once, and for good. `by` is null when a job found that nothing is left to do. */
export async function closeTask(db: Db, id: Id, { by, at, outcome, note }: Closing): Promise<void> {
  const closed =
    await db.run(sql`update tasks.task set done_at = ${at}, done_by = ${by}, outcome = ${outcome}, note = ${note}, version = version + 1
    where tenant_id = kernel.here() and id = ${id} and done_at is null`)
  if (!closed) refuse(refusal('tasks.done-already'))
}

export type OpenTask = Pick<StandingTask, 'id' | 'unitId' | 'about' | 'role' | 'assigneeId' | 'dueOn'> & {
  reminders: number
}

type Reminding = { kind: NewTask['kind']; everyDays: number; today: Day; now: Instant }

/**
 * Counts one reminder on each open task of the kind that is past its day, at most once in `everyDays`.
 * @returns those reminded now, so that the feature can write to somebody, or hand the task on
 */
export async function remindOverdue(db: Db, { kind, everyDays, today, now }: Reminding): Promise<OpenTask[]> {
  const rows = await db.all<Omit<OpenTask, 'about'> & { about: string }>(sql`update tasks.task
    set reminders = reminders + 1, reminded_at = ${now}, version = version + 1
    where tenant_id = kernel.here() and kind = ${kind} and done_at is null and due_on < ${today}::date
      and (reminded_at is null or reminded_at <= ${now}::timestamptz - make_interval(days => ${everyDays}))
    returning id, unit_id as "unitId", about::text, role, assignee_id as "assigneeId", due_on::text as "dueOn", reminders`)
  return rows.map((row) => ({ ...row, about: JSON.parse(row.about) as Record<string, string> }))
}

/** Another has to do it now: the deputy, the leader above, the privacy officer. */
export async function handOn(db: Db, id: Id, to: NewTask['to'], dueOn: Day): Promise<void> {
  const next = addressee(to)
  await db.run(sql`update tasks.task set role = ${next.role}, right_name = ${next.right}, assignee_id = ${next.employeeId}, due_on = ${dueOn}, version = version + 1
    where tenant_id = kernel.here() and id = ${id} and done_at is null`)
}
