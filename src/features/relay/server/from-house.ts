import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type Severity, SMALLEST_GROUP, shareWanted } from '../rules.ts'
import { chainOver, lockedChain } from './chain.ts'
import { countsOf } from './people.ts'
import { closeMessage } from './settle.ts'
import { type By, insertMessage, lockedMessage } from './standing.ts'

type Told = { unitId: Id; severity: Severity; title: string; body: string }

/**
 * What a feature above has to tell: with the coordinator, under the clock of its severity, to be passed on in their own words. Called inside
 * a command, whose right has been asked.
 * @returns the message; null where no chain is locked above the unit, and then nothing is told
 */
export async function tellChain(db: Db, { unitId, ...said }: Told, by: By): Promise<Id | null> {
  const placeId = await chainOver(db, unitId)
  if (!placeId) return null
  await lockedChain(db, placeId)
  const id = newId()
  await insertMessage(db, { id, placeId, origin: 'coordinator', expiresOn: null, ...said }, by)
  return id
}

/** It need not be told any more. One that has gone out stands; what is to be said of it is another message. @returns whether it had gone out */
export async function untell(db: Db, id: Id, by: By, on: Day): Promise<boolean> {
  const message = await lockedMessage(db, id)
  if (message?.state === 'with-coordinator') await closeMessage(db, id, by, on)
  return message !== undefined && message.state !== 'with-coordinator' && message.releasedAt !== null
}

type Asked = { unit: Sql; day: Sql; now: Sql }

/**
 * For readiness: of the critical messages of the 90 days until a day whose time in a unit is up, how many have reached as many as they should. Rows: done, of;
 * none where nothing critical has come, or the unit is too small to be told about. Counts of messages, never who read.
 */
export const criticalReached = ({ unit, day, now }: Asked): Sql => sql`
  select (count(*) filter (where counts.reached >= ${sql.lit(shareWanted.critical)} * counts.staff))::int as done, count(*)::int as of
  from relay.leg
  join relay.message on message.tenant_id = leg.tenant_id and message.id = leg.message_id and message.severity = 'critical' and message.state in ('released', 'closed')
    and (message.released_at at time zone 'Europe/Copenhagen')::date between ${day} - 90 and ${day}
  join lateral (${countsOf(sql`message.id`, day)}) counts on counts.unit_id = leg.unit_id and counts.staff >= ${sql.lit(SMALLEST_GROUP)}
  where leg.tenant_id = kernel.here() and leg.unit_id = ${unit} and coalesce(leg.reach_due_at, leg.contact_due_at) < ${now} having count(*) > 0`
