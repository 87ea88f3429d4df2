import { remindOfGoals } from '#features/goals/server/index.ts'
import { forgetEndedDrafts } from '#features/journal/server/index.ts'
import { forgetEndedEditing } from '#features/reports/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import { dbOn, wholeOn } from '#kernel/server/sql.ts'
import type { Opened } from './open-house.ts'

/** What the care of citizens asks for at a rhythm: evaluations, status reports, drafts nobody came back to. */
export function careJobs({ tenants, clock }: Opened): Job[] {
  const remind = async () => {
    for (const tenant of tenants.all) await wholeOn(tenants.pool(tenant))((db) => remindOfGoals(db, clock))
  }
  const forget = async () => {
    for (const tenant of tenants.all) {
      const db = dbOn(tenants.pool(tenant))
      await forgetEndedDrafts(db, clock.now())
      await forgetEndedEditing(db, clock.now())
    }
  }
  return [
    { name: 'remind-of-goals', cron: '35 4 * * *', run: remind },
    { name: 'forget-ended-drafts', cron: '27 2 * * *', run: forget },
  ]
}
