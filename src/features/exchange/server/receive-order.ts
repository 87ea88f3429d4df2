import { createHash } from 'node:crypto'
import { registerCitizen, tieCitizen } from '#features/citizens/server/index.ts'
import { mediaTypes } from '#features/documents/media.ts'
import { storeFile } from '#features/documents/server/index.ts'
import { type ContentAttachment, OrderContent } from '#features/orders/contract.ts'
import {
  bringAttachments,
  knownAttachments,
  offerChange,
  orderByForeignId,
  storeOrder,
} from '#features/orders/server/index.ts'
import { bookOn } from '#features/terminology/server/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Resource } from '../fhir/json.ts'
import { type Attached, type Person, type ReadOrder, readOrder } from '../order/read-order.ts'
import type { Kept, Note, Receiving } from './receiving.ts'

/** Days in which the unit can open a stay for a citizen an order has brought. */
const DAYS_TO_OPEN_A_STAY = 90

const note = (code: Note['code'], facts: Note['facts'] = {}): Note => ({ code, facts })

/** An order that is new makes its records; one that stands is not touched: what it says now waits for a person. */
export async function receiveOrder(receiving: Receiving, bundle: Resource, unit: string | null): Promise<Kept> {
  const read = readOrder(bundle, await bookOn(receiving.db, receiving.clock.today()))
  if (!read) throw new Problem('bad-input', 'exchange.no-plan')
  const content = within(read.content)
  const standing = await orderByForeignId(receiving.db, read.planId)
  return standing
    ? changeOrder(receiving, standing, { ...read, content })
    : newOrder(receiving, { ...read, content }, unit)
}

function within(content: OrderContent): OrderContent {
  const parsed = OrderContent.safeParse(content)
  if (parsed.success) return parsed.data
  throw new Problem('bad-input', 'exchange.too-long', { place: parsed.error.issues[0]!.path.join('.') })
}

async function changeOrder(
  receiving: Receiving,
  standing: { id: Id; citizenId: Id; unitId: Id },
  { content, person, attached }: ReadOrder,
): Promise<Kept> {
  const { db, by, clock } = receiving
  const named = person.number ? await citizenWith(db, person.number) : undefined
  if (person.number && named?.id !== standing.citizenId) throw new Problem('refused', 'exchange.other-citizen')
  const came = attachmentsIn(attached, await knownAttachments(db, standing.id))
  const said = { ...content, attachments: came.map(({ said }) => said) }
  const change = await offerChange({ db, by, at: clock.now() }, standing.id, said)
  if (change) {
    await keepAttached(receiving, came, standing)
    await bringAttachments(db, { orderId: standing.id, revisionId: change.id, stands: false }, said.attachments)
  }
  const notes = [
    change ? note('exchange.change-waits', { count: change.differences.length }) : note('exchange.same-order'),
  ]
  return { citizenId: standing.citizenId, orderId: standing.id, revisionId: change?.id ?? null, notes }
}

const citizenWith = (db: Db, number: string) =>
  db.one<{ id: Id }>(
    sql`select id from citizens.citizen where tenant_id = kernel.here() and number = ${number} for update`,
  )

async function newOrder(receiving: Receiving, read: ReadOrder, wanted: string | null): Promise<Kept> {
  const { db, by, clock } = receiving
  const unit = await unitFor(db, wanted, read.receiverName)
  const { citizenId, notes } = await citizenFor(receiving, read.person, unit.id)
  const others = await db.one(
    sql`select from orders.order where tenant_id = kernel.here() and citizen_id = ${citizenId} and status = 'active' limit 1`,
  )
  const order = {
    id: newId(),
    citizenId,
    unitId: unit.id,
    source: 'message' as const,
    foreignId: read.planId,
    fileId: null,
  }
  const came = attachmentsIn(read.attached, new Map())
  const attachments = came.map(({ said }) => said)
  const revisionId = await storeOrder({ db, by, at: clock.now() }, order, { ...read.content, attachments })
  await keepAttached(receiving, came, order)
  await bringAttachments(db, { orderId: order.id, revisionId, stands: true }, attachments)
  return {
    ...{ citizenId, orderId: order.id, revisionId },
    notes: [
      ...notes,
      ...(unit.found ? [] : [note('exchange.receiver-unknown')]),
      ...(others ? [note('exchange.another-order')] : []),
    ],
  }
}

type Unit = { id: Id; found: boolean }

/** The unit somebody named, or the one called as the receiver is; else the municipality, until a person places the order. */
async function unitFor(db: Db, wanted: string | null, receiver: string | null): Promise<Unit> {
  const called = async (name: string) =>
    db.all<{ id: Id }>(sql`select id from org.unit where tenant_id = kernel.here() and closed_on is null
      and (lower(name) = lower(${name.trim()}) or id::text = ${name.trim().toLowerCase()}) limit 2`)
  if (wanted?.trim()) {
    const found = await called(wanted)
    if (found.length !== 1) throw new Problem('refused', 'exchange.unknown-unit')
    return { id: found[0]!.id, found: true }
  }
  const named = receiver ? await called(receiver) : []
  if (named.length === 1) return { id: named[0]!.id, found: true }
  const top = await db.one<{ id: Id }>(
    sql`select id from org.unit where tenant_id = kernel.here() and parent_id is null order by id limit 1`,
  )
  return { id: top!.id, found: false }
}

async function citizenFor(receiving: Receiving, person: Person, unitId: Id): Promise<{ citizenId: Id; notes: Note[] }> {
  const known = person.number
    ? await citizenWith(receiving.db, person.number)
    : await citizenBefore(receiving.db, person)
  if (known) {
    await seenAt(receiving, known.id, unitId)
    return { citizenId: known.id, notes: [] }
  }
  const citizenId = newId()
  await registerCitizen(receiving, {
    ...{ id: citizenId, unitId, number: person.number, givenName: person.givenName || 'Ukendt' },
    ...{ familyName: person.familyName, preferredName: null, pronoun: null, bornOn: null, room: null, about: null },
    ...(person.number || !person.foreignId ? {} : { externalId: externalIdOf(person.foreignId) }),
    ...{
      address: person.address,
      phone: person.phone,
      identityProtected: false,
      protectedUntil: null,
      hiddenStay: false,
    },
  })
  const notes = [note('exchange.new-citizen'), ...(person.number ? [] : [note('exchange.no-number')])]
  return { citizenId, notes }
}

const externalIdOf = (foreignId: string) => `fhir:${foreignId}`
/** Of somebody without a number, only the sender's own id tells that it is the same person. */
const citizenBefore = async (db: Db, { foreignId }: Person) =>
  foreignId
    ? db.one<{ id: Id }>(
        sql`select id from citizens.citizen where tenant_id = kernel.here() and external_id = ${externalIdOf(foreignId)}`,
      )
    : undefined

async function seenAt({ db, clock }: Receiving, citizenId: Id, unitId: Id): Promise<void> {
  const tied =
    await db.one(sql`select from citizens.tie where tenant_id = kernel.here() and citizen_id = ${citizenId} and unit_id = ${unitId}
    and from_on <= ${clock.today()} and (to_on is null or to_on >= ${clock.today()})`)
  if (tied) return
  const [fromOn, toOn] = [clock.today(), addDays(clock.today(), DAYS_TO_OPEN_A_STAY)]
  await tieCitizen(db, { citizenId, unitId, because: 'registration', becauseId: null, fromOn, toOn })
}

const endings = Object.entries(mediaTypes)

type Came = { said: ContentAttachment; content: Buffer; mediaType: string; isNew: boolean }

/** What each attachment is called, and the file it is; the same octets twice are one file. */
function attachmentsIn(attached: readonly Attached[], known: ReadonlyMap<string, Id>): Came[] {
  const seen = new Set<string>()
  return attached.flatMap(({ foreignId, name, text, mediaType, octets }) => {
    const content = Buffer.from(octets, 'base64')
    const sha256 = createHash('sha256').update(content).digest('hex')
    if (seen.has(sha256)) return []
    seen.add(sha256)
    const isNew = !known.has(sha256)
    const fileId = known.get(sha256) ?? newId()
    const said = {
      foreignId,
      fileId,
      name: name.trim().slice(0, 300) || 'bilag',
      text,
      sha256,
      sizeBytes: content.length,
    }
    return [{ said, content, mediaType, isNew }]
  })
}

/** An attachment is a file like any other that is sent in: what it says it is, its octets must be. */
async function keepAttached(
  receiving: Receiving,
  came: readonly Came[],
  { unitId, citizenId }: { unitId: Id; citizenId: Id },
): Promise<void> {
  for (const [at, { said, content, mediaType, isNew }] of came.entries()) {
    if (!isNew) continue
    const wrong = new Problem('bad-input', 'exchange.attachment', { number: at + 1 })
    const name = fileNameOf(said.name, mediaType)
    if (!name) throw wrong
    await storeFile(receiving, { id: said.fileId, unitId, name, content }, citizenId).catch((error) => {
      throw error instanceof Problem && error.code !== 'documents.virus' ? wrong : error
    })
  }
}

/** A name that says which kind it is; undefined for a kind that is not taken in. */
function fileNameOf(name: string, mediaType: string): string | undefined {
  const ending = endings.find(([, type]) => type === mediaType)?.[0]
  const plain =
    name
      .replace(/[/\\\p{C}]/gu, ' ')
      .trim()
      .slice(0, 150) || 'bilag'
  if (!ending) return undefined
  return plain.toLowerCase().endsWith(`.${ending}`) ? plain : `${plain}.${ending}`
}
