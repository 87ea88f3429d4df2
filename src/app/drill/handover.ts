import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { useCases } from '#app/use-cases.ts'
import { systemClock } from '#kernel/server/clock.ts'
import { together } from '#kernel/server/run.ts'
import { derive, roleOf } from '#kernel/server/tenants.ts'
import { between, type Drill, times, type Verdict, verdict, wait } from './drill.ts'
import { databaseUrl, type Installation, install } from './installation.ts'
import type { Worker } from './municipality.ts'
import { post } from './post.ts'
import { noteOf } from './writers.ts'

const WRITERS = 8
const NOTES_OF_AN_IMPORT = 40

type Heard = {
  bySnapshot: Map<string, number>
  byTime: Map<string, number>
  takeovers: number
  beyondTheScreen: number
}

const hear = (heard: Map<string, number>, ids: string[]) => {
  for (const id of ids) heard.set(id, (heard.get(id) ?? 0) + 1)
}

/** The product's own write, in a transaction that is held open for a while before it commits. */
class SlowWriters {
  readonly written: string[] = []
  readonly #place: Installation
  readonly #pool: pg.Pool
  readonly #write = useCases.find(({ contract }) => contract.name === 'journal.write')!
  #sessions = new Map<string, string>()
  #stopping = false

  constructor(place: Installation, secret: string) {
    this.#place = place
    const { tenant } = place.municipality
    const url = new URL(databaseUrl(place.dir))
    url.username = roleOf(tenant.id)
    url.password = derive(secret, `role:${tenant.id}`).toString('base64url')
    this.#pool = new pg.Pool({ connectionString: url.href, max: WRITERS + 1 })
  }

  async run(): Promise<void> {
    const { rows } = await this.#place.asOwner((owner) => owner.query('select id, actor_id from kernel.session'))
    this.#sessions = new Map(rows.map(({ id, actor_id }) => [actor_id, id]))
    const { leaders } = this.#place.municipality
    const short = times(WRITERS, (n) => this.#again(leaders[n]!, 1, () => between(0, 300)))
    await Promise.all([...short, this.#again(leaders[WRITERS]!, NOTES_OF_AN_IMPORT, () => between(500, 1500))])
    await this.#pool.end()
  }

  stop(): void {
    this.#stopping = true
  }

  /** Notes written first and committed last, as an import or a stalled machine does it. */
  async #again(worker: Worker, notes: number, holdMs: () => number): Promise<void> {
    const by = { id: worker.id, session: this.#sessions.get(worker.id)! }
    const ground = { pool: this.#pool, clock: systemClock, named: true, tell: () => undefined }
    while (!this.#stopping) {
      const batch = times(notes, () => noteOf(worker))
      await together(ground, async (act) => {
        for (const input of batch) await act({ useCase: this.#write, input, by, key: randomUUID() })
        await wait(holdMs())
      })
      this.written.push(...batch.map(({ id }) => id))
    }
  }
}

type Shown = { cursor: unknown; more: number; notes: { id: string; isNew: boolean }[] }

/** One shift after the other: reads what is new, takes over from exactly there. Beside it, the cursor that trusts the clock. */
class Shifts {
  readonly heard: Heard = { bySnapshot: new Map(), byTime: new Map(), takeovers: 0, beyondTheScreen: 0 }
  readonly #place: Installation
  #since = new Date().toISOString()

  constructor(place: Installation) {
    this.#place = place
  }

  async takeOver(): Promise<void> {
    const { token, unitId } = this.#place.municipality.leaders[49]!
    const { base } = this.#place.product
    const read = await post(base, 'journal.handover', { token, body: { unitId, from: 'last', mineOnly: false } })
    if (read.status !== 200) throw new Error(`The handover answered ${read.status}.`)
    const { cursor, notes, more } = read.body as unknown as Shown
    this.heard.beyondTheScreen += more
    hear(
      this.heard.bySnapshot,
      notes.filter(({ isNew }) => isNew).map(({ id }) => id),
    )
    const taken = await post(base, 'journal.takeOver', {
      token,
      key: randomUUID(),
      body: { id: randomUUID(), unitId, cursor },
    })
    if (taken.status !== 200) throw new Error(`Taking over answered ${taken.status}.`)
    this.heard.takeovers++
  }

  async takeOverByTime(owner: pg.Client): Promise<void> {
    const until = new Date().toISOString()
    const { rows } = await owner.query<{ id: string }>(
      'select id from journal.note where written_at > $1 and written_at <= $2',
      [this.#since, until],
    )
    this.#since = until
    hear(
      this.heard.byTime,
      rows.map(({ id }) => id),
    )
  }
}

function judge(written: string[], heard: Map<string, number>, takeovers: number, beyond: number): Verdict {
  return verdict(
    {
      missed: written.filter((id) => !heard.has(id)).length,
      'seen twice': [...heard.values()].filter((count) => count > 1).length,
      'beyond the screen': beyond,
    },
    { notes: written.length, takeovers },
  )
}

export const handover: Drill = {
  name: 'handover',
  what: 'takeovers one after another while eight writers and an import commit out of order',
  control: 'a cursor by time over the same run: notes are missed',
  async run({ loops }) {
    const secret = 'en-hemmelighed-der-kun-bruges-i-øvelser-0123456789'
    const place = await install('handover', { database: 'beside', env: { RT_SECRET: secret } })
    try {
      const shifts = new Shifts(place)
      await shifts.takeOver()
      const writers = new SlowWriters(place, secret)
      const running = writers.run()
      await place.asOwner(async (owner) => {
        for (let n = 0; n < loops * 50 - 1; n++) {
          await shifts.takeOver()
          await shifts.takeOverByTime(owner)
          await wait(between(0, 20))
        }
        writers.stop()
        await running
        await shifts.takeOver()
        await shifts.takeOverByTime(owner)
      })
      const { bySnapshot, byTime, takeovers, beyondTheScreen } = shifts.heard
      return {
        drill: judge(writers.written, bySnapshot, takeovers, beyondTheScreen),
        control: judge(writers.written, byTime, takeovers, 0),
      }
    } finally {
      await place.close()
    }
  },
}
