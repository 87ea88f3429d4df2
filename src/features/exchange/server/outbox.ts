import type pg from 'pg'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, sql, wholeOn } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { exchange } from '../contract.ts'
import { mayReceive } from './permissions.ts'

export const outbox = query(exchange.outbox, {
  may: anywhere(mayReceive),
  audit: () => ({}),
  read: () => sql`
    select id, kind, citizen_id as "citizenId", state, attempts, next_at as "nextAt", last_error as "lastError", made_at as "madeAt", sent_at as "sentAt"
    from exchange.outgoing where tenant_id = kernel.here() order by made_at desc, id desc limit 200`,
  subjects: sql`select "citizenId" from rows`,
})

/** Hands a bundle over and answers with the status the other end gave. Its id goes along, so that the other end can tell it twice. */
export type Send = (bundle: { id: Id; content: string }) => Promise<number>
type Sending = { pool: pg.Pool; clock: Clock }

const FIRST_WAIT_MINUTES = 5
const LONGEST_WAIT_MINUTES = 12 * 60
/** Twice as long each time, up to half a day. */
const nextAfter = (at: Instant, attempts: number): Instant =>
  new Date(
    Date.parse(at) + Math.min(FIRST_WAIT_MINUTES * 2 ** (attempts - 1), LONGEST_WAIT_MINUTES) * 60_000,
  ).toISOString()

const outcomeOf = (status: number) =>
  status < 300 ? 'sent' : status < 500 && status !== 408 && status !== 429 ? 'refused' : 'waiting'
/** The kind of a fault of the network; never what was sent. */
const nameOfError = (error: unknown): string =>
  String((error as { code?: string }).code ?? (error as Error).name).slice(0, 60)

/** The next one that is due, held so that no other process takes it meanwhile. */
type Due = { id: Id; kind: string; citizenId: Id; content: string; attempts: number }
const due = (db: Db, at: Instant) =>
  db.one<Due>(sql`
    select id, kind, citizen_id as "citizenId", content::text, attempts from exchange.outgoing
    where tenant_id = kernel.here() and state = 'waiting' and next_at <= ${at}::timestamptz
    order by next_at, id limit 1 for update skip locked`)

/** The gateway did not take it: what it told is news again, so that the next report tells it once somebody has mended what was wrong. */
const newsAgain = (db: Db, { id, citizenId }: Due) =>
  db.run(sql`update exchange.item set reported_version = 0 where tenant_id = kernel.here() and citizen_id = ${citizenId} and id::text in (
    select entry -> 'resource' ->> 'id' from exchange.outgoing, jsonb_array_elements(outgoing.content -> 'entry') entry
    where outgoing.tenant_id = kernel.here() and outgoing.id = ${id})`)

/**
 * Sends what is due, one at a time, each in a transaction that stays open until the answer is written down: what was sent is never sent again
 * by us. A crash in between leaves it waiting, and the other end knows the id.
 * @returns how many were tried
 */
export async function sendWaiting({ pool, clock }: Sending, send: Send): Promise<number> {
  const whole = wholeOn(pool)
  for (let tried = 0; ; tried++) {
    const more = await whole(async (db) => {
      const found = await due(db, clock.now())
      if (!found) return false
      const answer = await send(found).then(String, nameOfError)
      const state = /^\d+$/.test(answer) ? outcomeOf(Number(answer)) : 'waiting'
      const attempts = found.attempts + 1
      await db.run(sql`update exchange.outgoing set state = ${state}, attempts = ${attempts}, last_error = ${state === 'sent' ? null : answer},
          next_at = ${state === 'waiting' ? nextAfter(clock.now(), attempts) : null}::timestamptz, sent_at = ${state === 'sent' ? clock.now() : null}::timestamptz
        where tenant_id = kernel.here() and id = ${found.id}`)
      if (state === 'refused' && found.kind === 'report') await newsAgain(db, found)
      return true
    })
    if (!more) return tried
  }
}
