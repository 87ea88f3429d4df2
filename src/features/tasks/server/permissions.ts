import { right, rightOfAll } from '#features/org/server/index.ts'
import { actor, type Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** See every task of a unit, and what came of those that were closed. */
export const mayLeadTasks = right('tasks.lead', ['unit-leader'])

/** Do a task that is one's own, or for a role one holds at its unit. No role of its own: the task says who. */
const mayDo = rightOfAll('tasks.do')

/** Not the actor's own doings, and about nobody whom the actor is kept apart from: those are for others to see. */
export const mayKnowOf = (task: Sql): Sql => sql`(${task}.except_id is distinct from ${actor}::uuid
  and not exists (select from jsonb_each_text(${task}.about) said where said.value = any ((select subjects from apart)::text[])))`

/** The actor's own, or for a role they hold at its unit, from which its right has not been taken there. */
const isFor = (
  task: Sql,
): Sql => sql`(${task}.assignee_id = ${actor}::uuid or ((${task}.role, ${task}.unit_id) in (select role, place from held)
  and (${task}.right_name is null or not exists (
    select from held where held.role = ${task}.role and held.place = ${task}.unit_id and ${task}.right_name = any (held.lacking)))))`

/** Whether an open task is the actor's to do. */
export const isMine = (task: Sql): Sql => sql`${task}.done_at is null and ${mayKnowOf(task)}
  and ${isFor(task)}`

/** Whoever is signed in may ask what is theirs. */
export const whatIsMine: Gate<unknown> = { right: mayDo, rows: () => sql`select ${actor}::uuid as id` }

/** An open task that is the actor's to do; features whose own act closes a task gate it with this. */
export const ofTask = <I>(task: (input: Blanks<I>) => Blank | Sql): Gate<I> => ({
  right: mayDo,
  rows: ({ input }) => sql`
    select task.id from tasks.task
    where task.tenant_id = kernel.here() and task.id = ${task(input)}::uuid and ${mayKnowOf(sql`task`)}
      and ${isFor(sql`task`)}`,
})
