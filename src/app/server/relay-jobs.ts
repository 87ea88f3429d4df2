import { escalate, tidyRelay } from '#features/relay/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import { type Db, wholeOn } from '#kernel/server/sql.ts'
import type { Opened } from './open-house.ts'

/** Messages that stall are told to the next role; what is over is closed. */
export function relayJobs({ tenants, clock }: Pick<Opened, 'tenants' | 'clock'>): Job[] {
  const everywhere = async (work: (db: Db) => Promise<unknown>) => {
    for (const tenant of tenants.all) await wholeOn(tenants.pool(tenant))(work)
  }
  return [
    { name: 'relay-escalate', cron: '*/5 * * * *', run: () => everywhere((db) => escalate(db, clock)) },
    { name: 'relay-tidy', cron: '50 2 * * *', run: () => everywhere((db) => tidyRelay(db, clock)) },
  ]
}
