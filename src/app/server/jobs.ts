import { endSessionsOfFormer, forgetSteps } from '#features/signin/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import { careJobs } from './care-jobs.ts'
import { exchangeJobs } from './exchange-jobs.ts'
import { logJobs } from './log-jobs.ts'
import { newsletterJobs } from './newsletter-jobs.ts'
import type { Opened } from './open-house.ts'
import { privacyJobs } from './privacy-jobs.ts'
import { relayJobs } from './relay-jobs.ts'
import { rightsJobs } from './rights-jobs.ts'

const DAYS_ANSWERS_ARE_KEPT = 30

/** What the house does by itself. Each runs for every tenant, under the tenant's own role. */
export function houseJobs(house: Opened): Job[] {
  const before = (days: number) => new Date(Date.parse(house.clock.now()) - days * 86_400_000).toISOString()
  const everywhere = async (work: (db: ReturnType<typeof dbOn>) => Promise<unknown>) => {
    for (const tenant of house.tenants.all) await work(dbOn(house.tenants.pool(tenant)))
  }
  return [
    ...rightsJobs(house),
    ...privacyJobs(house),
    ...logJobs(house),
    ...exchangeJobs(house),
    ...careJobs(house),
    ...relayJobs(house),
    ...newsletterJobs(house),
    {
      name: 'forget-answers',
      cron: '17 2 * * *',
      run: () =>
        everywhere((db) =>
          db.run(
            sql`delete from kernel.answer where tenant_id = kernel.here() and answered_at < ${before(DAYS_ANSWERS_ARE_KEPT)}`,
          ),
        ),
    },
    { name: 'forget-steps', cron: '37 2 * * *', run: () => everywhere((db) => forgetSteps(db, house.clock.now())) },
    {
      name: 'end-sessions-of-former',
      cron: '*/10 * * * *',
      run: () => everywhere((db) => endSessionsOfFormer(db, house.clock.now(), house.clock.today())),
    },
    {
      name: 'end-forgotten-sessions',
      cron: '*/10 * * * *',
      run: () =>
        everywhere((db) =>
          db.run(sql`update kernel.session set ended_at = expires_at
          where tenant_id = kernel.here() and ended_at is null and expires_at < ${house.clock.now()}`),
        ),
    },
  ]
}
