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
/** A query of the sessions (ids, of those asked about) that may hear of a place. */
export type Audience = (ask: { sessions: Id[]; place: Id; now: string; today: string }) => Sql

const CHANNEL = 'rt_live'
const GATHER_MS = 40
/** A reverse proxy closes a stream on which nothing came for a minute. */
const BEAT_MS = 25_000
/** Bytes a browser may be behind; one that reads no more is let go, and reads again when it comes back. */
const MOST_WAITING = 65_536
const send = (out: ServerResponse, line: string) =>
  out.writableLength > MOST_WAITING ? out.destroy() : out.write(line)

/** Whoever waits for an answer comes in between. */
const AT_A_TIME = 250
async function sendAll(outs: ServerResponse[], line: string): Promise<void> {
  for (let at = 0; at < outs.length; at += AT_A_TIME) {
    for (const out of outs.slice(at, at + AT_A_TIME)) send(out, line)
    await setImmediate()
  }
}

/**
 * Tells browsers that something changed somewhere: topic and place, never content. Who hears it is asked anew at each push.
 * Other server processes hear it through PostgreSQL. It is a hint: after a lost connection the browser reads again.
 */
export class Live {
  readonly #origin = randomUUID()
  readonly #listeners = new Map<Id, Set<Listener>>()
  #waiting = new Map<string, { tenant: Id; tell: Tell }>()
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
    out.write('retry: 2000\n: tilsluttet\n\n')
  }

  get count(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0)
  }

  tell(tenant: Id, tells: Tell[]): void {
    for (const tell of tells) this.#waiting.set(`${tenant} ${tell.topic} ${tell.place}`, { tenant, tell })
    if (tells.length && !this.#timer) this.#timer = setTimeout(() => this.#flush(), GATHER_MS)
  }

  #flush(): void {
    const gathered = [...this.#waiting.values()]
    this.#waiting = new Map()
    this.#timer = undefined
    for (const { tenant, tell } of gathered) void this.#push(tenant, tell)
    // NOTIFY payloads end at 8,000 bytes.
    for (let at = 0; at < gathered.length; at += 40) {
      const payload = JSON.stringify({ origin: this.#origin, tells: gathered.slice(at, at + 40) })
      dbOn(this.#tenants.front)
        .run(sql`select pg_notify(${CHANNEL}, ${payload})`)
        .catch((error) => this.#log.warn({ err: error }, 'live: others not told'))
    }
  }

  #heard(payload: string): void {
    const { origin, tells } = JSON.parse(payload) as { origin: string; tells: { tenant: Id; tell: Tell }[] }
    if (origin !== this.#origin) for (const { tenant, tell } of tells) void this.#push(tenant, tell)
  }

  async #push(tenantId: Id, tell: Tell): Promise<void> {
    const here = [...(this.#listeners.get(tenantId) ?? [])]
    const tenant = this.#tenants.all.find(({ id }) => id === tenantId)
    if (!here.length || !tenant) return
    try {
      const ask = {
        sessions: here.map(({ by }) => by.session),
        place: tell.place,
        now: this.#clock.now(),
        today: this.#clock.today(),
      }
      const may = await dbOn(this.#tenants.pool(tenant)).all<{ id: Id }>(this.#audience(ask))
      const allowed = new Set(may.map(({ id }) => id))
      await sendAll(
        here.filter(({ by }) => allowed.has(by.session)).map(({ out }) => out),
        `event: change\ndata: ${JSON.stringify(tell)}\n\n`,
      )
    } catch (error) {
      this.#log.warn({ err: error }, 'live: push lost')
    }
  }

  #pulse(): void {
    for (const set of this.#listeners.values())
      void sendAll(
        [...set].map(({ out }) => out),
        ':\n\n',
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
