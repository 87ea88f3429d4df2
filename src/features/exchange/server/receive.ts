import { createHash } from 'node:crypto'
import type { OutputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { exchange } from '../contract.ts'
import { type FhirFault, faultsOf } from '../fhir/check.ts'
import { isItem, itemsOf, type Resource, textAt, type Value } from '../fhir/json.ts'
import { readJson } from '../fhir/read-json.ts'
import { mayReceive } from './permissions.ts'
import { receiveOrder } from './receive-order.ts'
import type { Kept, Receiving } from './receiving.ts'

type Answer = OutputOf<typeof exchange.receive>

/** Faults told with one refusal. */
const MOST_TOLD = 20

/** Reads and checks; nothing is stored of what does not pass. */
export function readMessage(octets: Uint8Array): Resource {
  const value = readJson(octets)
  if (!isItem(value) || typeof value.resourceType !== 'string') throw new Problem('bad-input', 'exchange.not-fhir')
  const faults = faultsOf(value as Resource)
  if (faults.length) throw faulty(faults)
  refuseTwins(value as Resource)
  return value as Resource
}

/** The faults go along for whoever tells them as sentences; the problem itself has places only. */
export class FaultyMessage extends Problem {
  readonly found: readonly FhirFault[]
  constructor(found: readonly FhirFault[]) {
    const told = found.slice(0, MOST_TOLD).map(({ kind, resourceType, place, about }) => ({
      ...{ field: place || resourceType, code: 'exchange.fault' as const },
      facts: { resource: resourceType, kind, place, about },
    }))
    super('bad-input', 'exchange.faulty', { count: found.length }, { faults: told })
    this.found = found
  }
}
const faulty = (found: readonly FhirFault[]) => new FaultyMessage(found)

function refuseTwins(root: Resource): void {
  const names = itemsOf(root.resourceType === 'Bundle' ? root.entry : undefined).flatMap(({ resource }) => {
    const id = textAt(resource, 'id')
    return id ? [`${textAt(resource, 'resourceType')}/${id}`] : []
  })
  if (new Set(names).size < names.length) throw new Problem('bad-input', 'exchange.id-twice')
}

/** The same content gives the same hash, in whatever order its names came. */
export const hashOf = (value: Value): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(value)))
    .digest()
const inOrder = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isItem(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, inOrder(value[name]!)]),
  )
}

const isReport = (root: Resource) =>
  itemsOf(root.entry).some(({ resource }) =>
    JSON.stringify(isItem(resource) ? (resource.meta ?? null) : null).includes('/ffbreporting/'),
  )
function kindOf(root: Resource): Answer['kind'] {
  if (root.resourceType !== 'Bundle') return 'single'
  if (root.type === 'message') return 'order'
  return isReport(root) ? 'report' : 'status'
}

/** The citizen a report or a single resource is about, when their number is known here. */
async function citizenIn(db: Db, root: Resource): Promise<Id | null> {
  const all = root.resourceType === 'Bundle' ? itemsOf(root.entry).map(({ resource }) => resource) : [root]
  const patients = all.filter((one) => textAt(one, 'resourceType') === 'Patient')
  const numbers = patients.flatMap((patient) =>
    itemsOf(isItem(patient) ? patient.identifier : undefined).flatMap(({ value }) =>
      typeof value === 'string' ? [value] : [],
    ),
  )
  const found = await db.all<{ id: Id }>(
    sql`select id from citizens.citizen where tenant_id = kernel.here() and number = any (${numbers}::text[]) limit 2`,
  )
  return found.length === 1 ? found[0]!.id : null
}

const nothing: Kept = { citizenId: null, orderId: null, revisionId: null, notes: [] }

/** Two deliveries at once could make one citizen twice: messages are taken in one at a time in a municipality. */
const oneAtATime = (db: Db) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended('exchange.receive ' || kernel.here()::text, 0))`)

const receivedBefore = (db: Db, key: string, hash: Buffer) =>
  db.one<{ id: Id; citizenId: Id | null; orderId: Id | null }>(sql`
    select id, citizen_id as "citizenId", order_id as "orderId" from exchange.received
    where tenant_id = kernel.here() and foreign_key = ${key} and sha256 = ${hash}`)

type Given = { id: Id; fileName: string; unit: string | null }

/** Takes in what was read and found sound. The same once more changes nothing. */
export async function takeIn(receiving: Receiving, given: Given, root: Resource): Promise<Answer> {
  const { db } = receiving
  await oneAtATime(db)
  const [kind, key, hash] = [kindOf(root), `${root.resourceType}/${root.id ?? ''}`, hashOf(root)]
  const before = await receivedBefore(db, key, hash)
  if (before) return { ...before, kind, fresh: false, notes: [{ code: 'exchange.same-again', facts: {} }] }
  const kept =
    kind === 'order'
      ? await receiveOrder(receiving, root, given.unit)
      : { ...nothing, citizenId: await citizenIn(db, root) }
  await store(receiving, given, { kind, key, hash, root, kept })
  const { citizenId, orderId, notes } = kept
  return { id: given.id, kind, fresh: true, citizenId, orderId, notes }
}

type Storing = { kind: string; key: string; hash: Buffer; root: Resource; kept: Kept }

const store = ({ db, by, clock }: Receiving, given: Given, { kind, key, hash, root, kept }: Storing) =>
  db.run(sql`insert into exchange.received (id, kind, foreign_key, sha256, content, file_name, citizen_id, order_id, revision_id, notes, received_at, received_by)
    values (${given.id}, ${kind}, ${key}, ${hash}, ${JSON.stringify(root)}::jsonb, ${given.fileName}, ${kept.citizenId}, ${kept.orderId}, ${kept.revisionId},
      ${JSON.stringify(kept.notes)}::jsonb, ${clock.now()}, ${by.id})`)

export const receive = command(exchange.receive, {
  may: anywhere(mayReceive),
  audit: (input) => ({ records: [input.id], about: { bytes: String(input.content.length) } }),
  run: ({ input, ...acting }) => takeIn(acting, input, readMessage(input.content)),
  tell: () => [],
})

export const received = query(exchange.received, {
  may: anywhere(mayReceive),
  audit: () => ({}),
  read: () => sql`
    select id, kind, file_name as "fileName", citizen_id as "citizenId", order_id as "orderId", notes, received_at as "receivedAt"
    from exchange.received where tenant_id = kernel.here() order by received_at desc, id desc limit 200`,
  subjects: sql`select "citizenId" from rows`,
})
