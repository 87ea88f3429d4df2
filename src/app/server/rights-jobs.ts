import { endLooseTemps, remindReviewers } from '#features/access/server/index.ts'
import { beginDueRounds, lapseUnanswered, remindCertifiers } from '#features/certification/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import { type Db, wholeOn } from '#kernel/server/sql.ts'
import type { Opened } from './open-house.ts'

/** What keeps rights true by itself: temps go, emergencies are looked at, leaders vouch for those they have. */
export function rightsJobs(house: Opened): Job[] {
  /** Each tenant's work in one transaction. */
  const wholly = async (work: (db: Db) => Promise<unknown>) => {
    for (const tenant of house.tenants.all) await wholeOn(house.tenants.pool(tenant))(work)
  }
  const { clock } = house
  const certify = async (db: Db) => {
    await beginDueRounds(db, clock)
    await remindCertifiers(db, clock)
  }
  return [
    { name: 'certify-rights', cron: '15 4 * * *', run: () => wholly(certify) },
    { name: 'lapse-rights', cron: '25 * * * *', run: () => wholly((db) => lapseUnanswered(db, clock)) },
    { name: 'end-loose-temps', cron: '*/5 * * * *', run: () => wholly((db) => endLooseTemps(db, clock)) },
    { name: 'remind-reviewers', cron: '5 5 * * *', run: () => wholly((db) => remindReviewers(db, clock)) },
  ]
}
