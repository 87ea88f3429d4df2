import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { dbOn, type Sql, sql } from './sql.ts'
import type { Tenant, Tenants } from './tenants.ts'
import type { By, Tell } from './use-case.ts'

type Listener = { by: By; out: ServerResponse }
/** Something that changed; `subjects`: the citizens it is about, null when it is about nobody. */
type News = { topic: string; place: Id; subjects: Id[] | null }
/** A query of the sessions (ids, of those asked about) that may hear of it. */
export type Audience = (ask: News & { sessions: Id[]; now: string; today: string }) => Sql

const CHANNEL = 'rt_live'
/** More subjects than this at once are as good as none: nobody is kept apart from all of them. */
const MOST_SUBJECTS = 8
const GATHER_MS = 40
/** A reverse proxy closes a stream on which nothing came for a minute. */
const BEAT_MS = 25_000
/** Bytes a browser may be behind; one that reads no more is let go, and reads again when it comes back. */
const MOST_WAITING = 65_536
const send = (out: ServerResponse, line: string) =>
  out.writableLength > MOST_WAITING ? out.destroy() : out.write(line)

const COME_BACK_MS = 2_000
/** When the server is gone, the browsers come back one by one: five hundred a second, for twenty seconds at most. */
const comeBack = (streams: number) =>
  `retry: ${COME_BACK_MS + Math.round(Math.random() * Math.min(20_000, 2 * streams))}\n`

/** Whoever waits for an answer comes in between. */
const AT_A_TIME = 250
async function sendAll(outs: ServerResponse[], line: () => string): Promise<void> {
  for (let at = 0; at < outs.length; at += AT_A_TIME) {
    for (const out of outs.slice(at, at + AT_A_TIME)) send(out, line())
    await setImmediate()
  }
}

/** @param earlier what has been gathered; undefined when nothing has */
function together(earlier: Id[] | null | undefined, subject: Id | null): Id[] | null {
  if (earlier === null || subject === null) return null
  const all = [...new Set([...(earlier ?? []), subject])]
  return all.length > MOST_SUBJECTS ? null : all
}

/**
 * Tells browsers that something changed somewhere: topic and place, never content nor whom it is about. Who hears it is asked anew at each push.
 * Other server processes hear it through PostgreSQL. It is a hint: after a lost connection the browser reads again.
 */
export class Live {
  readonly #origin = randomUUID()
  readonly #listeners = new Map<Id, Set<Listener>>()
  #waiting = new Map<string, { tenant: Id; news: News }>()
  #timer: NodeJS.Timeout | undefined
  #ear: pg.Client | undefined
  #beat: NodeJS.Timeout | undefined
  #closed = false
  readonly #tenants: Tenants
  readonly #clock: Clock
  readonly #audience: Audience
  readonly #log: Log

  constructor(tenants: Tenants, clock: Clock, audience: Audience, log: Log) {
    this.#tenants = tenants
    this.#clock = clock
    this.#audience = audience
    this.#log = log
  }

  /** Listens to the other processes; comes back by itself when the database was away. */
  async open(url: string): Promise<void> {
    if (this.#closed) return
    const ear = new pg.Client({ connectionString: url, application_name: 'rt live', keepAlive: true })
    const again = () => {
      if (this.#closed || this.#ear !== ear) return
      this.#ear = undefined
      setTimeout(() => this.open(url).catch(() => undefined), 1_000).unref()
    }
    this.#ear = ear
    ear.on('error', again)
    ear.on('end', again)
    ear.on('notification', ({ payload }) => this.#heard(payload ?? ''))
    await ear
      .connect()
      .then(() => ear.query(`listen ${CHANNEL}`))
      .catch(again)
  }

  listen(tenant: Tenant, by: By, out: ServerResponse): void {
    const listener = { by, out }
    const here = this.#listeners.get(tenant.id) ?? new Set()
    this.#listeners.set(tenant.id, here.add(listener))
    out.on('close', () => here.delete(listener))
    this.#beat ??= setInterval(() => this.#pulse(), BEAT_MS).unref()
    out.write(`${comeBack(this.count)}: tilsluttet\n\n`)
  }

  get count(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0)
  }

  tell(tenant: Id, tells: Tell[]): void {
    for (const { topic, place, subject } of tells) {
      const key = `${tenant} ${topic} ${place}`
      const earlier = this.#waiting.get(key)?.news.subjects
      this.#waiting.set(key, { tenant, news: { topic, place, subjects: together(earlier, subject ?? null) } })
    }
    if (tells.length && !this.#timer) this.#timer = setTimeout(() => this.#flush(), GATHER_MS)
  }

  #flush(): void {
    const gathered = [...this.#waiting.values()]
    this.#waiting = new Map()
    this.#timer = undefined
    for (const { tenant, news } of gathered) void this.#push(tenant, news)
    // NOTIFY payloads end at 8,000 bytes; one of these is at most 500.
    for (let at = 0; at < gathered.length; at += 14) {
      const payload = JSON.stringify({ origin: this.#origin, tells: gathered.slice(at, at + 14) })
      dbOn(this.#tenants.front)
        .run(sql`select pg_notify(${CHANNEL}, ${payload})`)
        .catch((error) => this.#log.warn({ err: error }, 'live: others not told'))
    }
  }

  #heard(payload: string): void {
    const { origin, tells } = JSON.parse(payload) as { origin: string; tells: { tenant: Id; news: News }[] }
    if (origin !== this.#origin) for (const { tenant, news } of tells) void this.#push(tenant, news)
  }

  async #push(tenantId: Id, news: News): Promise<void> {
    const here = [...(this.#listeners.get(tenantId) ?? [])]
    const tenant = this.#tenants.all.find(({ id }) => id === tenantId)
    if (!here.length || !tenant) return
    try {
      const ask = {
        sessions: here.map(({ by }) => by.session),
        ...news,
        now: this.#clock.now(),
        today: this.#clock.today(),
      }
      const may = await dbOn(this.#tenants.pool(tenant)).all<{ id: Id }>(this.#audience(ask))
      const allowed = new Set(may.map(({ id }) => id))
      const line = `event: change\ndata: ${JSON.stringify({ topic: news.topic, place: news.place })}\n\n`
      await sendAll(
        here.filter(({ by }) => allowed.has(by.session)).map(({ out }) => out),
        () => line,
      )
    } catch (error) {
      this.#log.warn({ err: error }, 'live: push lost')
    }
  }

  /** Each beat says anew when to come back: how many there are is known better now. */
  #pulse(): void {
    const { count } = this
    for (const set of this.#listeners.values())
      void sendAll(
        [...set].map(({ out }) => out),
        () => `${comeBack(count)}\n`,
      )
  }

  async close(): Promise<void> {
    clearInterval(this.#beat)
    this.#closed = true
    clearTimeout(this.#timer)
    for (const set of this.#listeners.values()) for (const { out } of set) out.end()
    await this.#ear?.end().catch(() => undefined)
  }
}
