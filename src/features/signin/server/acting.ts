import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Device } from '#kernel/server/device.ts'
import { type Db, type Sql, sql, type Whole } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'

/** Somebody at a door. */
export type Acting = { db: Db; whole: Whole; clock: Clock; device: Device; by?: By | undefined }

export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
export const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** Employed on the day; over `org.employee` under that name. */
export const employedOn = (day: string): Sql =>
  sql`employee.employed_from <= ${day}::date and (employee.employed_to is null or employee.employed_to >= ${day}::date)`

type Entry = {
  action: string
  actor: Id | null
  session?: Id | undefined
  outcome?: 'done' | 'refused' | 'denied'
  code?: string | undefined
  place?: Id | undefined
  about?: Record<string, string | number | boolean | null> | undefined
}

/** A door writes its own entry in the trail. */
export const enter = (
  db: Db,
  clock: Clock,
  { action, actor, session, outcome = 'done', code, place, about }: Entry,
): Promise<number> =>
  db.run(sql`insert into kernel.audit (at, actor_id, session_id, action, outcome, code, scope_id, about)
    values (${clock.now()}, ${actor}, ${session ?? null}, ${action}, ${outcome}, ${code ?? null}, ${place ?? null},
      ${about ? JSON.stringify(about) : null}::jsonb)`)
