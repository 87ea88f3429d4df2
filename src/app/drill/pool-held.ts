import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Drill, times, together, until, type Verdict, verdict, wait } from './drill.ts'
import { databaseUrl, type Installation, install } from './installation.ts'
import { type Answer, post } from './post.ts'
import { noteOf } from './writers.ts'

/** Then as many at once as a whole town hall. */
const CLIENTS = [400, 2_000]
const REFUSED_WITHIN_MS = 2_500
const BACK_WITHIN_MS = 2_000
const HELD_MS = 5_000

/** Nobody may write a note until the lock is let go: each that tries keeps its connection to the database. */
async function hold(url: string): Promise<{ release(): Promise<void> }> {
  const locker = new pg.Client({ connectionString: url })
  await locker.connect()
  await locker.query('begin; lock table journal.note in access exclusive mode')
  return { release: () => locker.end() }
}

const write = ({ product, municipality }: Installation, n: number): Promise<Answer> => {
  const worker = municipality.leaders[n % municipality.leaders.length]!
  return post(product.base, 'journal.write', {
    token: worker.token,
    body: noteOf(worker),
    key: randomUUID(),
    ms: 30_000,
  })
}

/** Health and the door, asked all the while; they have connections of their own. */
async function alongside({ product }: Installation, ms: number): Promise<{ failed: number; most: number }> {
  const found = { failed: 0, most: 0 }
  for (const end = Date.now() + ms; Date.now() < end; await wait(100)) {
    const began = Date.now()
    const health = await fetch(`${product.base}/health`)
    const door = await post(product.base, 'org.doorplate', { body: {} })
    found.most = Math.max(found.most, Date.now() - began)
    if (health.status !== 200 || door.status !== 200) found.failed++
  }
  return found
}

async function underLock(place: Installation, clients: number, short: boolean): Promise<Verdict> {
  // Everybody has been here before: whose session it is, is known.
  await Promise.all(times(50, (n) => write(place, n)))
  const lock = await hold(databaseUrl(place.dir))
  const asking = Promise.all(times(clients, (n) => write(place, n)))
  const beside = await alongside(place, HELD_MS)
  await lock.release()
  const released = Date.now()
  await until(async () => (await write(place, 0)).status === 200, 10_000)
  const back = Date.now() - released
  const answers = await asking
  const refused = answers.filter(({ status }) => status === 503)
  const quickly = short ? 2 * REFUSED_WITHIN_MS : REFUSED_WITHIN_MS
  return verdict(
    {
      'other answers': answers.filter(({ status }) => status !== 503 && status !== 200).length,
      'refusals without Retry-After': refused.filter(({ retryAfter }) => !retryAfter).length,
      'late refusals': refused.filter(({ ms }) => ms > quickly).length,
      'run without a refusal': refused.length > 0 ? 0 : 1,
      'failures of health or door': beside.failed,
      'slower return than 2 s': back > BACK_WITHIN_MS ? 1 : 0,
    },
    {
      clients,
      refused: refused.length,
      'last refusal after ms': Math.round(Math.max(...refused.map(({ ms }) => ms))),
      'health and door at most ms': beside.most,
      'back after ms': back,
    },
  )
}

/** A pool as the driver makes it, without a limit on waiting. */
async function withoutLimit(place: Installation): Promise<Verdict> {
  const url = databaseUrl(place.dir)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const lock = await hold(url)
  let answered = 0
  const asking = times(10, () =>
    pool.query('select count(*) from journal.note').then(
      () => answered++,
      () => answered++,
    ),
  )
  await wait(REFUSED_WITHIN_MS)
  const found = verdict({ 'other answers': asking.length - answered }, { clients: asking.length })
  await lock.release()
  await Promise.all(asking)
  await pool.end()
  return found
}

export const poolHeld: Drill = {
  name: 'pool-held',
  what: '400 clients, then 2,000, while a lock holds every connection of the tenant; health and door have their own',
  control: 'a pool without a limit on waiting: nobody is answered',
  async run({ short }) {
    const place = await install('pool-held', { database: 'beside' })
    try {
      const found: Verdict[] = []
      for (const clients of short ? CLIENTS.slice(0, 1) : CLIENTS) found.push(await underLock(place, clients, short))
      return { drill: together(...found), control: await withoutLimit(place) }
    } finally {
      await place.close()
    }
  },
}
