import fs from 'node:fs'
import { openHouse } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import { newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'

const dir = process.argv[2]!
const d = await startEmbedded(dir + '/pg', { shared_buffers: '1GB' })
const house = await openHouse(
  readConfig({
    DATABASE_URL: d.url,
    RT_SECRET: fs.readFileSync(dir + '/secret', 'utf8'),
    DATA_DIR: dir,
    RT_LOG_LEVEL: 'warn',
  }),
)
const tenant = house.tenants.all[0]!
const pool = house.tenants.pool(tenant)
const p = (await dbOn(pool).one<any>(
  sql`select g.employee_id e, g.unit_id u, t.citizen_id c from org.role_grant g join citizens.tie t on t.unit_id = g.unit_id where g.role='support-worker' limit 1`,
))!
const { by } = await openSession(dbOn(pool), house.clock, p.e, 'cli')
const inputs: Record<string, any> = {
  'journal.ofCitizen': { citizenId: p.c, before: null, only: 'all' },
  'journal.handover': { unitId: p.u, from: 'day', mineOnly: false },
  'journal.search': { words: process.argv[4] ?? 'tandlæge', citizenId: null },
  'journal.write': {
    id: newId(),
    draftId: null,
    unitId: p.u,
    citizenId: p.c,
    kind: 'diary',
    happenedAt: house.clock.now(),
    text: 'x'.repeat(300),
    important: false,
    theme: null,
  },
}
const names = process.argv[3] === 'all' ? Object.keys(inputs) : process.argv[3]!.split(',')
for (const name of names) {
  const { text, bind } = useCases.find(({ contract }) => contract.name === name)!.sql
  const c = await pool.connect()
  const trip = {
    input: inputs[name],
    actor: by.id,
    session: by.session,
    now: house.clock.now(),
    today: house.clock.today(),
    key: newId(),
    bodyHash: Buffer.from('x'),
  }
  if (process.env.TEXT) console.log(text)
  await c.query('begin')
  const t: number[] = []
  if (name !== 'journal.write')
    for (let i = 0; i < 200; i++) {
      const a = performance.now()
      await c.query({ name, text, values: bind(trip) })
      t.push(performance.now() - a)
    }
  t.sort((a, b) => a - b)
  console.log('====', name, 'p50 ms', t[100]?.toFixed(2))
  if (!process.env.QUIET) {
    const { rows } = await c.query('explain (analyze, buffers, timing on) ' + text, bind(trip))
    for (const r of rows) console.log(r['QUERY PLAN'].slice(0, 260))
  }
  await c.query('rollback')
  c.release()
}
await house.close()
await d.stop()
