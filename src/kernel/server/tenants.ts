import { createHmac } from 'node:crypto'
import pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { dbOn, sql } from './sql.ts'

export type Tenant = { id: Id; slug: string; name: string; hosts: string[]; demo: boolean }

/** Instants come out of PostgreSQL as text: the wire's own form, without a trip through a JavaScript date. */
const asText = new Set([
  pg.types.builtins.TIMESTAMPTZ,
  pg.types.builtins.DATE,
  pg.types.builtins.JSON,
  pg.types.builtins.JSONB,
])
const types = {
  getTypeParser: ((oid: number, format: never) =>
    asText.has(oid) ? (text: string) => text : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export const roleOf = (tenant: Id) => `rt_t_${tenant.replaceAll('-', '')}`

/** Passwords of database roles and keys of drafts are worked out from the one secret, so none is stored (decision 0003). */
export const derive = (secret: string, purpose: string): Buffer => createHmac('sha256', secret).update(purpose).digest()

/** The login role of a tenant, made or given its password anew. Run as the owner of the database. */
export async function makeTenantRole(owner: pg.Client, secret: string, tenant: Id): Promise<void> {
  const role = owner.escapeIdentifier(roleOf(tenant))
  const password = owner.escapeLiteral(derive(secret, `role:${tenant}`).toString('base64url'))
  const exists = await dbOn(owner).one(sql`select from pg_roles where rolname = ${roleOf(tenant)}`)
  const attributes = exists ? '' : 'login nosuperuser nobypassrls nocreaterole nocreatedb connection limit 100'
  await owner.query(`${exists ? 'alter' : 'create'} role ${role} ${attributes} password ${password}`)
  if (!exists) await owner.query(`grant rt_app to ${role}`)
}

/** For a connection, of one tenant: about a second's work. */
const MOST_WAITING = 500

/** One small pool for each tenant's role, opened at first use and emptied when idle. */
export class Tenants {
  readonly #pools = new Map<string, pg.Pool>()
  readonly #owner: pg.Pool
  #known: Tenant[] = []
  #closing = false
  readonly #url: URL
  readonly #config: Config & { RT_SECRET: string }
  readonly #log: Log

  constructor(url: string, config: Config & { RT_SECRET: string }, log: Log) {
    this.#url = new URL(url)
    this.#config = config
    this.#log = log
    this.#owner = this.#pool(url, 2, 'rt front')
  }

  #pool(connectionString: string, max: number, name: string): pg.Pool {
    const pool = new pg.Pool({
      connectionString,
      max,
      application_name: name,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 2_000,
      statement_timeout: 15_000,
      keepAlive: true,
      types,
      options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan -c jit=off',
    })
    // Without a listener, a restart of the database would end this process.
    pool.on('error', (error) => this.#closing || this.#log.warn({ err: error }, 'database connection lost'))
    // Nor does the pool listen for a connection that somebody has in hand: a transaction under way.
    pool.on('connect', (client) => client.on('error', () => undefined))
    return pool
  }

  /** A pool of its own, kept small, for what must answer when every other connection is taken. */
  get front(): pg.Pool {
    return this.#owner
  }

  /** @throws busy when the queue is longer than what is let in could be answered in time: told at once, it can be asked again. */
  pool(tenant: Tenant): pg.Pool {
    const pool = this.#poolOf(tenant, 'rt', this.#config.RT_POOL_SIZE)
    if (pool.waitingCount >= MOST_WAITING) throw new Problem('busy', 'kernel.busy')
    return pool
  }

  /** For signing in: a pool of its own, so that the door opens when everything behind it is busy. */
  door(tenant: Tenant): pg.Pool {
    return this.#poolOf(tenant, 'rt door', 2)
  }

  #poolOf(tenant: Tenant, name: string, max: number): pg.Pool {
    const key = `${name} ${tenant.id}`
    const open = this.#pools.get(key)
    if (open) return open
    const url = new URL(this.#url)
    url.username = roleOf(tenant.id)
    url.password = derive(this.#config.RT_SECRET, `role:${tenant.id}`).toString('base64url')
    const pool = this.#pool(url.href, max, name)
    this.#pools.set(key, pool)
    return pool
  }

  get all(): readonly Tenant[] {
    return this.#known
  }

  async load(): Promise<void> {
    this.#known = await dbOn(this.#owner).all<Tenant>(
      sql`select id, slug, name, hosts, demo from kernel.tenant order by slug`,
    )
  }

  /** The tenant reached under a host name; the only tenant answers to every name. */
  byHost(host: string): Tenant | undefined {
    const name = host.split(':')[0]!.toLowerCase()
    return (
      this.#known.find((tenant) => tenant.hosts.includes(name)) ??
      (this.#known.length === 1 ? this.#known[0] : undefined)
    )
  }

  bySlug(slug: string): Tenant | undefined {
    return this.#known.find((tenant) => tenant.slug === slug)
  }

  async close(): Promise<void> {
    this.#closing = true
    await Promise.all([...this.#pools.values(), this.#owner].map((pool) => pool.end()))
  }
}
