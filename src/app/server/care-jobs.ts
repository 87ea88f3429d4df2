import { remindOfGoals } from '#features/goals/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import { wholeOn } from '#kernel/server/sql.ts'
import type { Opened } from './open-house.ts'

/** What the care of citizens asks for at a rhythm: evaluations, status reports. */
export function careJobs({ tenants, clock }: Opened): Job[] {
  const remind = async () => {
    for (const tenant of tenants.all) await wholeOn(tenants.pool(tenant))((db) => remindOfGoals(db, clock))
  }
  return [{ name: 'remind-of-goals', cron: '35 4 * * *', run: remind }]
}
