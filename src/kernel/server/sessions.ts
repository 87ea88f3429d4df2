import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import type { Clock } from './clock.ts'
import { type Db, type Sql, sql } from './sql.ts'
import type { By } from './use-case.ts'

/** A session lives while it is used, and no longer than this, unless it was opened with limits of its own. */
export const SESSION_HOURS = 12
export const IDLE_MINUTES = 60

/** How a person was known; `+` joins two factors. */
export type How =
  | 'password'
  | 'password+totp'
  | 'password+passkey'
  | 'password+recovery'
  | 'passkey'
  | 'oidc'
  | 'saml'
  | 'pin'
  | 'temp'
  | 'demo'
  | 'cli'

/** What a session is opened with, where it differs from an ordinary one. */
export type Opening = {
  /** The shared device it stands on. */
  device?: { id: Id; name: string } | undefined
  assurance?: 'low' | 'substantial' | 'high' | undefined
  /** Browser and system in words. */
  browser?: string | undefined
  idleMinutes?: number | undefined
  /** Ends then, however much it is used. */
  limitAt?: Instant | undefined
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const plus = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** Opens a session for a person; the token goes into a cookie and is stored nowhere. */
export async function openSession(
  db: Db,
  clock: Clock,
  actorId: Id,
  how: How,
  { device, assurance, browser, idleMinutes = IDLE_MINUTES, limitAt }: Opening = {},
): Promise<{ token: string; by: By }> {
  const token = randomBytes(32).toString('base64url')
  const id = newId()
  const now = clock.now()
  await db.run(sql`insert into kernel.session
      (id, actor_id, token_hash, started_at, expires_at, how, device_id, device_name, assurance, browser, idle_minutes, limit_at)
    values (${id}, ${actorId}, ${hashOf(token)}, ${now}, least(${plus(now, idleMinutes)}::timestamptz, ${limitAt ?? null}::timestamptz), ${how},
      ${device?.id ?? null}, ${device?.name ?? null}, ${assurance ?? null}, ${browser ?? null}, ${idleMinutes}, ${limitAt ?? null})`)
  return { token, by: { id: actorId, session: id } }
}

export async function endSession(db: Db, clock: Clock, by: By): Promise<void> {
  await db.run(sql`update kernel.session set ended_at = ${clock.now()}
    where tenant_id = kernel.here() and id = ${by.session} and ended_at is null`)
}

/** All of a person's sessions, or all others than the one named: a password change, an ended employment. */
export async function endSessionsOf(db: Db, clock: Clock, actorId: Id, except: Id | null = null): Promise<number> {
  return db.run(sql`update kernel.session set ended_at = ${clock.now()}
    where tenant_id = kernel.here() and actor_id = ${actorId} and ended_at is null and id is distinct from ${except}::uuid`)
}

/** None of a person's sessions outlives a moment: the last day of an employment. */
export async function limitSessionsOf(db: Db, actorId: Id, at: Instant): Promise<void> {
  await db.run(sql`update kernel.session
    set limit_at = least(${at}::timestamptz, coalesce(limit_at, started_at + make_interval(hours => ${SESSION_HOURS}))), expires_at = least(${at}::timestamptz, expires_at)
    where tenant_id = kernel.here() and actor_id = ${actorId} and ended_at is null`)
}

/** Use moves the end forward, once a minute at most, never beyond the working day or the limit it was opened with. */
const keepingAlive = (now: string, which: Sql) => sql`
  update kernel.session
  set expires_at = least(${now}::timestamptz + make_interval(mins => idle_minutes), coalesce(limit_at, started_at + make_interval(hours => ${SESSION_HOURS})))
  where tenant_id = kernel.here() and ${which} and ended_at is null and expires_at > ${now}`

export async function keepAlive(db: Db, clock: Clock, by: By): Promise<void> {
  await db.run(keepingAlive(clock.now(), sql`id = ${by.session}`))
}

type Seen = { by: By; keptAt: number }

/**
 * Who a token belongs to. That never changes, so it is remembered; whether the session still lives is asked
 * by every statement itself.
 */
export class Sessions {
  readonly #seen = new Map<string, Seen>()
  readonly #most = 20_000

  async of(db: Db, clock: Clock, tenant: Id, token: string): Promise<By | undefined> {
    const key = `${tenant} ${token}`
    const seen = this.#seen.get(key) ?? (await this.#look(db, clock, key, token))
    if (seen && Date.now() - seen.keptAt > 60_000) {
      seen.keptAt = Date.now()
      await keepAlive(db, clock, seen.by)
    }
    return seen?.by
  }

  /** Finding a session and keeping it alive are one statement: after a restart everybody is looked for at once. */
  async #look(db: Db, clock: Clock, key: string, token: string): Promise<Seen | undefined> {
    const row = await db.one<{ id: Id; actor_id: Id }>(
      sql`${keepingAlive(clock.now(), sql`token_hash = ${hashOf(token)}`)} returning id, actor_id`,
    )
    if (!row) return undefined
    const seen = { by: { id: row.actor_id, session: row.id }, keptAt: Date.now() }
    if (this.#seen.size >= this.#most) this.#seen.clear()
    this.#seen.set(key, seen)
    return seen
  }

  forget(tenant: Id, token: string): void {
    this.#seen.delete(`${tenant} ${token}`)
  }
}
