import type { Day, Instant } from '#kernel/lang/day.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { forgetGuesses } from './guesses.ts'

/** Somebody whose last day is over has no session left, whatever it was opened with. */
export const endSessionsOfFormer = (db: Db, now: Instant, today: Day): Promise<number> =>
  db.run(sql`update kernel.session set ended_at = ${now} from org.employee
    where session.tenant_id = kernel.here() and session.ended_at is null and employee.tenant_id = session.tenant_id
      and employee.id = session.actor_id and employee.employed_to < ${today}::date`)

/** What is half-way for longer than a day is on its way nowhere; what was quiet for a month is forgotten. */
export async function forgetSteps(db: Db, now: Instant): Promise<void> {
  const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
  await db.run(sql`delete from signin.step where tenant_id = kernel.here() and expires_at < ${before(1)}`)
  await db.run(sql`delete from signin.trip where tenant_id = kernel.here() and expires_at < ${before(1)}`)
  await forgetGuesses(db, before(30))
}
