import path from 'node:path'
import { between, type Drill, median, type Scale, until, type Verdict, verdict, wait } from './drill.ts'
import { databaseProcesses, type Installation, install, killAll } from './installation.ts'
import { balance, Ledger } from './ledger.ts'
import { type Crew, Writers } from './writers.ts'

type Blow = (place: Installation, n: number) => void | Promise<void>

/** How long a service may be away after a blow before it does not count as back by itself. */
const LONGEST_OUTAGE_MS = 30_000
const MOST_BLOWS_OF_A_CONTROL = 8

const crewOf = (place: Installation, again: Crew['again'] = 'same key'): Crew => ({
  base: place.product.base,
  workers: place.municipality.leaders,
  ledger: new Ledger(path.join(place.dir, `ledger-${Date.now()}`)),
  again,
})

/** Blows at random moments while eight write; `enough` may end it early. */
async function under(writers: Writers, place: Installation, blows: number, blow: Blow): Promise<number[]> {
  const outages: number[] = []
  for (let n = 0; n < blows; n++) {
    await wait(between(200, 900))
    const at = Date.now()
    await blow(place, n)
    const fallen = Date.now()
    if (!(await until(() => writers.met.lastYesAskedAt > fallen, LONGEST_OUTAGE_MS)))
      throw new Error(`Not back ${LONGEST_OUTAGE_MS / 1000} s after blow ${n + 1}.`)
    outages.push(writers.met.lastYesAt - at)
  }
  return outages
}

/** `oneServer`: the server may not fall, and every answer meanwhile is a refusal that says when to come back. */
async function underBlows(place: Installation, loops: number, blow: Blow, oneServer: boolean): Promise<Verdict> {
  const crew = crewOf(place)
  const writers = new Writers(crew)
  const outages = await under(writers, place, loops, blow).finally(() => writers.stop())
  const faults = await place.asOwner((owner) => balance(crew.ledger, owner))
  crew.ledger.close()
  const { statuses, withoutRetryAfter } = writers.met
  const of = (status: number) => statuses.get(status) ?? 0
  const others = [...statuses].filter(([status]) => ![0, 200, 503].includes(status)).reduce((sum, [, n]) => sum + n, 0)
  return verdict(
    {
      ...faults,
      unanswered: crew.ledger.asked.size - crew.ledger.acknowledged.size,
      'other answers': others,
      ...(oneServer
        ? {
            'falls of the server': place.product.starts - 1,
            'cut off': of(0),
            '503 without Retry-After': withoutRetryAfter,
            'outages without a 503': of(503) > 0 ? 0 : 1,
          }
        : {}),
    },
    {
      kills: loops,
      acknowledged: crew.ledger.acknowledged.size,
      ...(oneServer ? { 'told 503': of(503) } : { 'cut off and asked again': of(0) }),
      'back after ms (median)': median(outages),
      'at most': Math.max(...outages),
    },
  )
}

/** One blow after another until something is lost or doubled, as it must be. */
async function mustFail(place: Installation, blow: Blow, again: Crew['again']): Promise<Verdict> {
  for (let blows = 1; ; blows++) {
    const crew = crewOf(place, again)
    await place.asOwner((owner) =>
      owner.query('truncate journal.correction, journal.note, kernel.audit, kernel.answer cascade'),
    )
    const writers = new Writers(crew)
    await under(writers, place, 1, blow).finally(() => writers.stop())
    const { lost, doubled } = await place.asOwner((owner) => balance(crew.ledger, owner))
    crew.ledger.close()
    const said = verdict({ lost, doubled }, { kills: blows, acknowledged: crew.ledger.acknowledged.size })
    if (!said.held || blows === MOST_BLOWS_OF_A_CONTROL) return said
  }
}

const killServer: Blow = ({ product }) => product.kill()

/** The processes are looked up before: a database that is going down answers no questions. */
const killDatabase: Blow = async ({ dir }) => killAll(await databaseProcesses(dir))

const killBoth: Blow = async ({ dir, product }, n) => {
  const database = n % 2 ? [] : await databaseProcesses(dir)
  product.kill()
  killAll(database)
}

/** Commits are said yes to before they are on the disk: what many do for speed. */
const relax = (place: Installation) =>
  place.asOwner(async (owner) => {
    await owner.query('alter system set synchronous_commit = off')
    await owner.query(`alter system set wal_writer_delay = '1s'`)
    await owner.query('select pg_reload_conf()')
  })

async function onOwnDatabase(name: string, { loops }: Scale, blow: Blow, oneServer: boolean) {
  const place = await install(name, { database: 'own' })
  try {
    const drill = await underBlows(place, loops, blow, oneServer)
    await relax(place)
    return { drill, control: await mustFail(place, (at) => blow(at, 0), 'same key') }
  } finally {
    await place.close()
  }
}

export const serverKill: Drill = {
  name: 'server-kill',
  what: 'kill -9 of the server under eight writers; the database stays up',
  control: 'writers who ask again with a new key: notes are doubled',
  async run({ loops }) {
    const place = await install('server-kill', { database: 'beside' })
    try {
      const drill = await underBlows(place, loops, killServer, false)
      return { drill, control: await mustFail(place, killServer, 'new key') }
    } finally {
      await place.close()
    }
  },
}

export const bothKill: Drill = {
  name: 'both-kill',
  what: 'kill -9 of the server, every other time of its own database with it',
  control: 'synchronous_commit = off: acknowledged notes are lost',
  run: (scale) => onOwnDatabase('both-kill', scale, killBoth, false),
}

export const databaseKill: Drill = {
  name: 'database-kill',
  what: 'kill -9 of every process of PostgreSQL; the server stays up, says 503, and brings it back',
  control: 'synchronous_commit = off: acknowledged notes are lost',
  run: (scale) => onOwnDatabase('database-kill', scale, killDatabase, true),
}
