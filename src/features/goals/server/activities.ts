import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { goals } from '../contract.ts'
import { mayWrite, ofActivity, ofGoal } from './permissions.ts'

const aboutGoal = (goalId: unknown) =>
  sql`select citizen_id from goals.goal where tenant_id = kernel.here() and id = ${goalId}::uuid and exists (select from may)`

export const addActivity = writing(goals.addActivity, {
  may: ofGoal(mayWrite, (input) => input.goalId),
  audit: (input) => ({ person: aboutGoal(input.goalId) }),
  write: ({ input, actor, now }) => sql`
    insert into goals.activity (id, goal_id, citizen_id, text, rhythm, who, written_by, written_at)
    select ${input.id}::uuid, goal.id, goal.citizen_id, ${input.text}::text, ${input.rhythm}::text, ${input.who}::text, ${actor}::uuid, ${now}::timestamptz
    from may join goals.goal on goal.tenant_id = kernel.here() and goal.id = may.id
    returning id`,
})

export const endActivity = writing(goals.endActivity, {
  may: ofActivity(mayWrite, (input) => input.id),
  audit: (input) => ({
    person: sql`select citizen_id from goals.activity where tenant_id = kernel.here() and id = ${input.id}::uuid and exists (select from may)`,
  }),
  write: ({ actor, now }) => sql`
    update goals.activity set ended_at = coalesce(activity.ended_at, ${now}::timestamptz), ended_by = coalesce(activity.ended_by, ${actor}::uuid)
    from may where activity.tenant_id = kernel.here() and activity.id = may.id
    returning activity.id`,
})
