import type { ProfileEffect } from '#features/profiles/server/index.ts'
import { sql } from '#kernel/server/sql.ts'

/** What of the unit's plan is still to be done when a set-up comes: it is done in the new one. */
export const planEffects: readonly ProfileEffect[] = [
  {
    name: 'plan.tasks',
    kind: 'touched',
    keys: [],
    count: ({ unitId, fromOn }) => sql`(select count(*)::int from plan.task
      where task.tenant_id = kernel.here() and task.unit_id = ${unitId} and task.state in ('open', 'doing')
        and (task.due_on is null or task.due_on >= ${fromOn}))`,
    said: {
      da: 'Opgaver i enhedens plan, der gøres i den nye opsætning: {count}',
      en: 'Tasks of the unit’s plan that will be done in the new set-up: {count}',
    },
  },
]
