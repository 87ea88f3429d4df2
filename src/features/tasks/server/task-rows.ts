import { sql } from '#kernel/server/sql.ts'

/** The wire's form of a task; `task` joined to `unit`, and to `assignee` where there is one. */
export const taskColumns = sql`task.id, task.unit_id as "unitId", unit.name as "unitName", task.kind, task.about, task.due_on as "dueOn",
  task.created_at as "createdAt", task.reminders, task.outcomes, assignee.name as "assigneeName", task.version`

export const fromTasks = sql`tasks.task
  join org.unit on unit.tenant_id = task.tenant_id and unit.id = task.unit_id
  left join org.employee assignee on assignee.tenant_id = task.tenant_id and assignee.id = task.assignee_id`
