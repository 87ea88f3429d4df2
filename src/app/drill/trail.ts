import pg from 'pg'
import { makeEntries } from '#app/audit/entries.ts'
import { tamper } from '#app/audit/tamper.ts'
import { newTenant } from '#app/server/new-tenant.ts'
import { openHouse } from '#app/server/open-house.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { sealRound } from '#kernel/server/sealer.ts'
import { type Head, headsOf, type Verified, verifyTenant } from '#kernel/server/verify.ts'
import { type Drill, type Verdict, verdict } from './drill.ts'
import { newFolder } from './installation.ts'

const SHORT = 20_000
const LONG = 1_000_000
/** What it must prove in a second, in the long form. */
const PACE = 100_000

type Sealed = { owner: pg.Client; tenant: Id; heads: Head[]; sealing: number }

async function timed<T>(work: Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now()
  const result = await work
  return { result, seconds: (performance.now() - began) / 1000 }
}

/** The most this process holds while something runs, beyond what it held before; MB. */
async function growing<T>(work: () => Promise<T>): Promise<{ result: T; grown: number }> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  const result = await work().finally(() => clearInterval(watch))
  return { result, grown: Math.round((most - before) / 1e6) }
}

/** As the owner of the database, a superuser; everything is then as it was. */
async function afterTampering(
  { owner, tenant }: Sealed,
  kind: 'edit' | 'edit-and-make-anew',
  heads: Head[],
): Promise<{ seq: string | null; found: Verified['broken'] }> {
  await owner.query('begin')
  try {
    const { seq } = await tamper(owner, tenant, { kind, pick: 0.6, other: 0.3 })
    return { seq, found: (await verifyTenant(owner, tenant, { heads })).broken }
  } finally {
    await owner.query('rollback')
  }
}

async function proved(place: Sealed, entries: number, isLong: boolean): Promise<Verdict> {
  const { owner, tenant, heads } = place
  const { result, grown } = await growing(() => timed(verifyTenant(owner, tenant, { heads })))
  const changed = await afterTampering(place, 'edit', heads)
  const anew = await afterTampering(place, 'edit-and-make-anew', heads)
  const pace = Math.round(result.result.rows / result.seconds)
  return verdict(
    {
      'rows without a link': entries - result.result.rows + result.result.unsealed,
      'broken before anything was touched': result.result.broken ? 1 : 0,
      'a changed row not found, or another named': changed.found?.seq === changed.seq ? 0 : 1,
      'a chain made anew not found': anew.found ? 0 : 1,
      'slower than 100,000 rows/s': isLong && pace < PACE ? 1 : 0,
    },
    { rows: result.result.rows, 'sealed rows/s': place.sealing, 'proved rows/s': pace, 'grown MB': grown },
  )
}

async function withSealed<T>(entries: number, work: (place: Sealed) => Promise<T>): Promise<T> {
  const house = await openHouse(readConfig({ DATA_DIR: newFolder('trail'), RT_LOG_LEVEL: 'silent' }))
  const owner = new pg.Client({ connectionString: house.url })
  try {
    const { tenant } = await newTenant(house, { slug: 'loglund', name: 'Loglund Kommune', administrator: 'Lis Log' })
    await owner.connect()
    await owner.query('truncate kernel.audit')
    await makeEntries(owner, tenant.id, entries, [newId(), newId(), newId(), newId()])
    const { seconds } = await timed(sealRound(owner))
    const heads = await headsOf(owner, tenant.id)
    return await work({ owner, tenant: tenant.id, heads, sealing: Math.round(entries / seconds) })
  } finally {
    await owner.end()
    await house.close()
  }
}

export const trail: Drill = {
  name: 'trail',
  what: 'the log is sealed and proved; a superuser changes a row, or makes the chain anew from there; the first broken row is named',
  control: 'a chain made anew, without heads kept elsewhere: nothing is seen',
  run: ({ short }) => {
    const entries = short ? SHORT : LONG
    return withSealed(entries, async (place) => {
      const drill = await proved(place, entries, !short)
      const unseen = await afterTampering(place, 'edit-and-make-anew', [])
      return { drill, control: verdict({ 'a chain made anew not found': unseen.found ? 0 : 1 }) }
    })
  },
}
