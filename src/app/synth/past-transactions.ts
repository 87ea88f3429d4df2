import type pg from 'pg'
import { MINUTE_MS } from './calendar.ts'
import { DAYS_OF_TAKEOVERS } from './margins.ts'

const SLOT_MS = 30 * MINUTE_MS
const SLOTS = (DAYS_OF_TAKEOVERS * 1_440 * MINUTE_MS) / SLOT_MS

/** Transaction numbers for what was written in the last month, one for each half hour. */
export type Past = {
  readonly era: number
  readonly txAt: (at: number) => string
  readonly seenAt: (at: number) => string
}

/**
 * Handover compares transaction numbers, not times. So that a takeover of last night has seen what was written before it and
 * nothing after, a run of numbers is used up by empty transactions, and each half hour of the last month gets one of them.
 * What is older has the first.
 */
export async function pastTransactions(owner: pg.Client, end: number): Promise<Past> {
  await owner.query(`set synchronous_commit = off; set client_min_messages = warning`)
  await owner.query(`do $$ begin for n in 1..${SLOTS + 2} loop perform pg_current_xact_id(); commit; end loop; end $$`)
  await owner.query('reset synchronous_commit')
  const { rows } = await owner.query<{ era: number; after: string }>(
    'select kernel.current_era() as era, pg_snapshot_xmax(pg_current_snapshot())::text as after',
  )
  const first = BigInt(rows[0]!.after) - BigInt(SLOTS + 1)
  const start = end - SLOTS * SLOT_MS
  const numbers = Array.from({ length: SLOTS + 1 }, (_, slot) => String(first + BigInt(slot)))
  const txAt = (at: number) => numbers[Math.min(SLOTS, Math.max(0, Math.ceil((at - start) / SLOT_MS)))]!
  return { era: rows[0]!.era, txAt, seenAt: (at) => `${txAt(at)}:${txAt(at)}:` }
}
