import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { dueOf, type MessageState, reachDueOf, type Severity } from '../rules.ts'
import type { UnitPeople } from './people.ts'

export type By = { readonly id: Id; readonly at: Instant }

export type StandingMessage = {
  id: Id
  placeId: Id
  severity: Severity
  origin: 'vendor' | 'coordinator'
  title: string
  state: MessageState
  namedReceipts: boolean
  expiresOn: Day | null
  releasedAt: Instant | null
  version: number
}

const columns = sql`id, place_id as "placeId", severity, origin, title, state, named_receipts as "namedReceipts", expires_on::text as "expiresOn", released_at as "releasedAt", version`

const messageBy = (db: Db, id: Id, lock: Sql) =>
  db.one<StandingMessage>(
    sql`select ${columns} from relay.message where tenant_id = kernel.here() and id = ${id} ${lock}`,
  )
export const lockedMessage = (db: Db, id: Id) => messageBy(db, id, sql`for update`)
/** Many acknowledge at once: none of them waits for another. */
export const sharedMessage = (db: Db, id: Id) => messageBy(db, id, sql`for key share`)

export type NewMessage = {
  id: Id
  externalId?: string | undefined
  placeId: Id
  origin: 'vendor' | 'coordinator'
  severity: Severity
  title: string
  body: string
  expiresOn: Day | null
}

/** The chain's row must be locked: numbers follow each other. */
export async function insertMessage(db: Db, given: NewMessage, by: By): Promise<number> {
  const row = await db.one<{ number: number }>(sql`
    insert into relay.message (id, external_id, place_id, number, origin, severity, title, body, state, expires_on, received_at, received_by,
      release_due_at, changed_at, changed_by)
    select ${given.id}, ${given.externalId ?? null}, ${given.placeId}, coalesce(max(number), 0) + 1, ${given.origin}, ${given.severity},
      ${given.title.trim()}, ${given.body.trim()}, 'with-coordinator', ${given.expiresOn}::date, ${by.at}, ${by.id},
      ${dueOf(given.severity, 'release', by.at)}::timestamptz, ${by.at}, ${by.id}
    from relay.message where tenant_id = kernel.here() and place_id = ${given.placeId}
    returning number`)
  return row!.number
}

/** Moves on, with whatever else the move says. */
export async function moveTo(db: Db, id: Id, state: MessageState, by: By, more: Sql = sql``) {
  const row = await db.one<{ id: Id; version: number; state: MessageState }>(sql`
    update relay.message set state = ${state}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id} ${more}
    where tenant_id = kernel.here() and id = ${id} returning id, version, state`)
  return row!
}

/** The units named, among those of the place. @throws not-found when one is not there */
export function chosenOf(units: readonly UnitPeople[], unitIds: readonly Id[]): UnitPeople[] {
  const wanted = new Set(unitIds)
  const chosen = units.filter(({ unitId }) => wanted.has(unitId))
  if (chosen.length !== wanted.size) throw new Problem('not-found', 'kernel.not-found')
  return chosen
}

type Sent = { messageId: Id; severity: Severity }

/** With the contact of each unit. */
export async function sendToContacts(db: Db, { messageId, severity }: Sent, units: readonly UnitPeople[], by: By) {
  for (const { unitId } of units)
    await db.run(sql`insert into relay.leg (message_id, unit_id, contact_due_at)
      values (${messageId}, ${unitId}, ${dueOf(severity, 'pass-on', by.at)}::timestamptz)`)
}

/** Straight to employees: a breakdown at night, and what sets right something they have already been told. */
export async function sendToAll(db: Db, { messageId, severity }: Sent, units: readonly UnitPeople[], by: By) {
  for (const unit of units)
    await db.run(sql`insert into relay.leg (message_id, unit_id, channels, relayed_at, relayed_by, reach_due_at)
      values (${messageId}, ${unit.unitId}, '{product}', ${by.at}, ${by.id}, ${reachDueOf(severity, by.at, unit)}::timestamptz)`)
}
