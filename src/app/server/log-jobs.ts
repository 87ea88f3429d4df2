import type pg from 'pg'
import { writeHeads } from '#app/audit/heads-file.ts'
import { drawLookups, remindLookups } from '#features/oversight/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import { type Db, dbOn } from '#kernel/server/sql.ts'
import type { Opened } from './open-house.ts'

/** All of it stands or none does. */
async function whole(pool: pg.Pool, work: (db: Db) => Promise<unknown>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(dbOn(client))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** Where the log's chains end, for somebody else to keep. */
const exportingHeads = (house: Opened, dir: string): Job => ({
  name: 'export-audit-heads',
  cron: '*/10 * * * *',
  run: () => writeHeads(house.url, house.tenants.all, dir, house.clock.now()),
})

/** Following up on the log: what has passed is gone through, and who does not answer is reminded. */
export function logJobs(house: Opened): Job[] {
  const everywhere = async (work: (db: Db) => Promise<unknown>) => {
    for (const tenant of house.tenants.all) await whole(house.tenants.pool(tenant), work)
  }
  const headsDir = house.config.RT_AUDIT_HEADS_DIR
  return [
    { name: 'draw-lookups', cron: '40 3 * * *', run: () => everywhere((db) => drawLookups(db, house.clock)) },
    { name: 'remind-lookups', cron: '15 5 * * *', run: () => everywhere((db) => remindLookups(db, house.clock)) },
    ...(headsDir ? [exportingHeads(house, headsDir)] : []),
  ]
}
