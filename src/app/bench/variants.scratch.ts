import { openHouse } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import { newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { numbered, thinStatements } from './thin-statements.ts'
import fs from 'node:fs'
const dir = process.argv[2]!
const d = await startEmbedded(dir + '/pg', { shared_buffers: '1GB' })
const house = await openHouse(readConfig({ DATABASE_URL: d.url, RT_SECRET: fs.readFileSync(dir + '/secret', 'utf8'), DATA_DIR: dir, RT_LOG_LEVEL: 'warn' }))
const tenant = house.tenants.all[0]!
const pool = house.tenants.pool(tenant)
const p = (await dbOn(pool).one<any>(sql`select g.employee_id e, g.unit_id u, t.citizen_id c from org.role_grant g join citizens.tie t on t.unit_id = g.unit_id where g.role='support-worker' limit 1`))!
const { by, token } = await openSession(dbOn(pool), house.clock, p.e, 'cli')
const inputs: Record<string, any> = {
  'journal.ofCitizen': { citizenId: p.c, before: null, only: 'all' },
  'journal.handover': { unitId: p.u, from: 'day', mineOnly: false },
  'journal.search': { words: 'tandlæge', citizenId: null },
  'journal.search ': { words: 'badestol', citizenId: null },
}
const time = async (label: string, text: string, values: unknown[]) => {
  const c = await pool.connect(); await c.query('begin'); const t: number[] = []
  const name = 's' + Math.random().toString(36).slice(2)
  for (let i = 0; i < 300; i++) { const a = performance.now(); await c.query({ name, text, values }); t.push(performance.now() - a) }
  t.sort((a, b) => a - b); console.log(label.padEnd(40), 'min', t[0]!.toFixed(3), 'p25', t[75]!.toFixed(3), 'p50', t[150]!.toFixed(3)); await c.query('rollback'); c.release()
}
for (const [name, input] of Object.entries(inputs)) {
  const { text, bind } = useCases.find(({ contract }) => contract.name === name.trim())!.sql
  const values = bind({ input, actor: by.id, session: by.session, now: house.clock.now(), today: house.clock.today(), key: newId(), bodyHash: Buffer.from('x') })
  await time('product ' + name, text, values)
  const thin = numbered(({ 'journal.ofCitizen': thinStatements.latest, 'journal.handover': thinStatements.handover, 'journal.search': thinStatements.search } as any)[name.trim()])
  await time('thin ' + name, thin.text, thin.names.map((n: string) => ({ token, citizenId: p.c, unitId: p.u, words: input.words } as any)[n]))
  if (process.argv[3] && name === 'journal.ofCitizen') {
    console.log(text)
    const v = (label: string, from: string | RegExp, to: string) => { const t = text.replaceAll(from as any, to); if (t === text) console.log('no change', label); return time(label, t, values).catch((e) => console.log(label, e.message)) }
    await v('no json', /coalesce\(json_agg\(rows\), '\[\]'\)::text from rows/g, "count(*)::text from rows")
    await v('no amend-right', /note\.unit_id = any \(array\(select place from org\.reach\([^)]*\) place\)\)/g, 'false')
  }
}
await house.close(); await d.stop()
