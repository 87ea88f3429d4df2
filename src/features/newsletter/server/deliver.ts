import type pg from 'pg'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql, wholeOn } from '#kernel/server/sql.ts'
import { type Mail, mailOf } from '../letter.ts'
import { waitAfter } from '../rules.ts'
import { letterOf } from './letters.ts'

/** Hands a mail to the mail server. `id` becomes the message's own, so that the other end can tell when it gets one twice. */
export type SendMail = (mail: Mail & { id: Id; to: string }) => Promise<void>
type Sending = { pool: pg.Pool; clock: Clock }
type Due = { id: Id; issueId: Id; unitId: Id | null; address: string; attempts: number }

/** The next one that is due, held so that no other process takes it meanwhile. */
const due = (db: Db, at: Instant) =>
  db.one<Due>(sql`select id, issue_id as "issueId", unit_id as "unitId", address, attempts from newsletter.outgoing
    where tenant_id = kernel.here() and state = 'waiting' and next_at <= ${at}::timestamptz
    order by next_at, id limit 1 for update skip locked`)

type Failure = { readonly responseCode?: number; readonly code?: string; readonly name?: string }
/** The mail server's code or the network's: never its words, which may hold an address. */
const nameOf = ({ responseCode, code, name }: Failure): string =>
  String(responseCode ?? code ?? name ?? 'error').slice(0, 60)
/** 5yz is for good; everything else is worth another try. @source RFC 5321 § 4.2.1 */
const isForGood = ({ responseCode = 0 }: Failure): boolean => responseCode >= 500 && responseCode < 600

const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

async function tryOne(db: Db, mail: Due, clock: Clock, send: SendMail): Promise<void> {
  const letter = mailOf(await letterOf(db, mail.issueId, mail.unitId))
  const failure = await send({ ...letter, id: mail.id, to: mail.address }).then(
    () => undefined,
    (error: Failure) => error ?? {},
  )
  const attempts = mail.attempts + 1
  const state = !failure ? 'sent' : isForGood(failure) ? 'refused' : 'waiting'
  const nextAt = state === 'waiting' ? minutesAfter(clock.now(), waitAfter(attempts)) : null
  await db.run(sql`update newsletter.outgoing set state = ${state}, attempts = ${attempts}, last_error = ${failure ? nameOf(failure) : null},
      next_at = ${nextAt}::timestamptz, sent_at = ${state === 'sent' ? clock.now() : null}::timestamptz
    where tenant_id = kernel.here() and id = ${mail.id}`)
}

/**
 * Sends what is due, one at a time, each in a transaction that stays open until the answer is written down: what the mail server took is
 * never sent again by us, and two that send at once take different ones. A crash in between leaves it waiting, and it goes again under the same id.
 * @returns how many were tried
 */
export async function sendWaitingMail({ pool, clock }: Sending, send: SendMail): Promise<number> {
  const whole = wholeOn(pool)
  for (let tried = 0; ; tried++) {
    const more = await whole(async (db) => {
      const found = await due(db, clock.now())
      if (found) await tryOne(db, found, clock, send)
      return found !== undefined
    })
    if (!more) return tried
  }
}
