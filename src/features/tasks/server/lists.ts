import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { tasks } from '../contract.ts'
import { isMine, mayKnowOf, mayLeadTasks, whatIsMine } from './permissions.ts'
import { fromTasks, taskColumns } from './task-rows.ts'

const MOST = 200
const task = sql`task`

export const myTasks = query(tasks.mine, {
  may: whatIsMine,
  audit: () => ({}),
  read: () => sql`
    select ${taskColumns} from ${fromTasks}
    where task.tenant_id = kernel.here() and ${isMine(task)}
    order by task.due_on, task.created_at, task.id limit ${sql.lit(MOST)}`,
})

export const tasksOfUnit = query(tasks.ofUnit, {
  may: at(mayLeadTasks, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input }) => sql`
    select ${taskColumns} from ${fromTasks}
    where task.tenant_id = kernel.here() and task.unit_id = ${input.unitId}::uuid and task.done_at is null and ${mayKnowOf(task)}
    order by task.due_on, task.created_at, task.id limit ${sql.lit(MOST)}`,
})

export const tasksDoneAt = query(tasks.doneAt, {
  may: at(mayLeadTasks, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input }) => sql`
    select ${taskColumns}, task.done_at as "doneAt", doer.name as "doneByName", task.outcome, task.note
    from ${fromTasks}
    left join org.employee doer on doer.tenant_id = task.tenant_id and doer.id = task.done_by
    where task.tenant_id = kernel.here() and task.unit_id = ${input.unitId}::uuid and task.done_at is not null and ${mayKnowOf(task)}
    order by task.done_at desc, task.id limit ${sql.lit(MOST)}`,
})
