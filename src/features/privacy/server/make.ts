import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Language } from '#kernel/lang/text.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { dbOn, sql, wholeOn } from '#kernel/server/sql.ts'
import type { Telling } from '#kernel/server/telling.ts'
import type { By, UseCase } from '#kernel/server/use-case.ts'
import type { Request } from '../contract.ts'
import type { RequestKind } from '../deadlines.ts'
import { lookupsTold } from './lookups.ts'
import { maskingFor } from './masking.ts'
import { type Made, type Wanted, writePackage } from './package.ts'
import { citizenById, finderFor } from './people.ts'
import { inSnapshot, subjectOf } from './snapshot.ts'
import { whereHidden } from './where-hidden.ts'
import { type Outlet, zipOutlet } from './zip-out.ts'

export type Maker = {
  pool: pg.Pool
  clock: Clock
  tenant: string
  tellings: readonly Telling[]
  useCases: readonly UseCase[]
}

type Asked = {
  requestId: Id
  citizenId: Id
  kind: RequestKind
  fromOn: Day
  toOn: Day
  receivedOn: Day
  dueOn: Day | null
  language: Language
  withNames: boolean
  tellWhere: string | null
}

const PART_BYTES = 524_288

/** Everything that is asked for, into an outlet; one moment of the house, however long it takes. */
export async function makeInto(
  maker: Maker,
  asked: Asked,
  outlet: Outlet,
  progress: (done: number, total: number) => Promise<void>,
): Promise<Made> {
  const { pool, clock, tenant, useCases } = maker
  const tellings = [...maker.tellings, lookupsTold(useCases, asked.withNames)]
  return inSnapshot(pool, async (snapshot) => {
    const citizen = (await citizenById(snapshot.db, asked.citizenId))!
    const find = await finderFor(snapshot.db, citizen)
    const hidden = asked.tellWhere === null ? await whereHidden(snapshot.db, citizen.id, clock.today()) : null
    const masking = await maskingFor(snapshot.db, find, asked.requestId, hidden)
    const wanted: Wanted = {
      ...asked,
      citizen,
      leavesOutWhere: hidden !== null,
      tenant,
      subject: subjectOf(citizen.id, asked.fromOn, asked.toOn),
      madeAt: clock.now(),
    }
    return writePackage(wanted, { snapshot, tellings, masking, outlet, progress })
  })
}

const taken = (pool: pg.Pool, packageId: Id) =>
  dbOn(pool).one<Asked>(sql`
    update privacy.package set state = 'making', done_rows = 0, total_rows = null
    from privacy.request
    where package.tenant_id = kernel.here() and package.id = ${packageId} and package.state in ('waiting', 'making')
      and request.tenant_id = package.tenant_id and request.id = package.request_id
    returning request.id as "requestId", request.citizen_id as "citizenId", request.kind, request.from_on as "fromOn", request.to_on as "toOn",
      request.received_on as "receivedOn", request.due_on as "dueOn", package.language, package.with_names as "withNames", package.tell_where as "tellWhere"`)

/** Pieces as they come, stored in parts of one size. */
class Store {
  readonly #pool: pg.Pool
  readonly #id: Id
  readonly #hash = createHash('sha256')
  #held: Uint8Array[] = []
  #heldBytes = 0
  parts = 0
  bytes = 0

  constructor(pool: pg.Pool, id: Id) {
    this.#pool = pool
    this.#id = id
  }

  async write(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece)
    this.#held.push(piece)
    this.#heldBytes += piece.length
    this.bytes += piece.length
    while (this.#heldBytes >= PART_BYTES) await this.#put(PART_BYTES)
  }

  async #put(bytes: number): Promise<void> {
    const whole = Buffer.concat(this.#held)
    const [part, rest] = [whole.subarray(0, bytes), whole.subarray(bytes)]
    this.#held = [rest]
    this.#heldBytes = rest.length
    await dbOn(this.#pool).run(
      sql`insert into privacy.package_part (package_id, number, content) values (${this.#id}, ${this.parts++}, ${part}::bytea)`,
    )
  }

  async end(): Promise<Buffer> {
    if (this.#heldBytes > 0) await this.#put(this.#heldBytes)
    return this.#hash.digest()
  }
}

/** Makes a package that was asked for; may be begun again when it was broken off. The making is an export, and stands in the trail. */
export async function makePackage(maker: Maker, packageId: Id): Promise<void> {
  const { pool } = maker
  const asked = await taken(pool, packageId)
  if (!asked) return
  const db = dbOn(pool)
  await db.run(sql`delete from privacy.package_part where tenant_id = kernel.here() and package_id = ${packageId}`)
  const store = new Store(pool, packageId)
  const progress = async (done: number, total: number) =>
    void (await db.run(
      sql`update privacy.package set done_rows = ${done}, total_rows = ${total} where tenant_id = kernel.here() and id = ${packageId}`,
    ))
  const made = await makeInto(
    maker,
    asked,
    zipOutlet((piece) => store.write(piece)),
    progress,
  )
  await finish(maker, packageId, asked, store, made)
}

type Whole = { bytes: number; sha256: Buffer; made: Made }

/** The making is an export: who, of whom, how much, and the hash of it. */
function trailOfMaking(
  { clock }: Maker,
  packageId: Id,
  { citizenId, requestId, withNames, tellWhere }: Asked,
  { bytes, sha256, made }: Whole,
) {
  const about = {
    ...made.counts,
    masked: made.masked,
    bytes,
    withNames,
    ...(tellWhere && { reason: tellWhere }),
    sha256: sha256.toString('hex'),
  }
  return sql`insert into kernel.audit (at, actor_id, session_id, action, outcome, subject_id, records, about, purpose)
    select ${clock.now()}, asked_by, asked_session, 'privacy.made', 'done', ${citizenId}, ${[requestId, packageId]}::uuid[], ${JSON.stringify(about)}::jsonb, 'export'
    from privacy.package where tenant_id = kernel.here() and id = ${packageId} and state in ('made', 'forgotten')`
}

async function finish(maker: Maker, id: Id, asked: Asked, store: Store, made: Made): Promise<void> {
  const sha256 = await store.end()
  await wholeOn(maker.pool)(async (db) => {
    await db.run(sql`update privacy.package set state = 'made', made_at = ${maker.clock.now()}, size_bytes = ${store.bytes}, parts = ${store.parts},
        sha256 = ${sha256}::bytea, counts = ${JSON.stringify(made.counts)}::jsonb, masked = ${made.masked}, done_rows = coalesce(total_rows, 0)
      where tenant_id = kernel.here() and id = ${id}`)
    await db.run(trailOfMaking(maker, id, asked, { bytes: store.bytes, sha256, made }))
  })
}

type HandingOut = { request: Request; by: By; language: Language; withNames: boolean; tellWhere: string | null }

/** A package made straight into somebody's hands: nothing of it is kept here but what it was, and its hash. */
export async function handOut(
  maker: Maker,
  { request, by, language, withNames, tellWhere }: HandingOut,
  outlet: Outlet,
  written: () => { bytes: number; sha256: Buffer },
): Promise<Made> {
  const asked: Asked = { ...request, requestId: request.id, language, withNames, tellWhere }
  const made = await makeInto(maker, asked, outlet, async () => undefined)
  const { bytes, sha256 } = written()
  const [id, now] = [newId(), maker.clock.now()]
  await wholeOn(maker.pool)(async (db) => {
    await db.run(sql`
      insert into privacy.package (id, request_id, state, language, with_names, tell_where, asked_by, asked_session, asked_at, made_at, size_bytes, parts, sha256, counts, masked)
      values (${id}, ${request.id}, 'forgotten', ${language}, ${withNames}, ${tellWhere}, ${by.id}, ${by.session}, ${now}, ${now}, ${bytes}, 0, ${sha256}::bytea,
        ${JSON.stringify(made.counts)}::jsonb, ${made.masked})`)
    await db.run(trailOfMaking(maker, id, asked, { bytes, sha256, made }))
  })
  return made
}

export const markFailed = (pool: pg.Pool, packageId: Id) =>
  dbOn(pool).run(
    sql`update privacy.package set state = 'failed' where tenant_id = kernel.here() and id = ${packageId} and state in ('waiting', 'making')`,
  )

/** Octets of packages older than that are forgotten; what they were, and their hashes, stay. */
export const forgetPackages = (pool: pg.Pool, before: string) =>
  dbOn(pool).run(sql`
    with old as (
      update privacy.package set state = 'forgotten' where tenant_id = kernel.here() and state = 'made' and made_at < ${before}::timestamptz returning id)
    delete from privacy.package_part where tenant_id = kernel.here() and package_id in (select id from old)`)

/** What was asked for and not begun, or broken off: after a restart nobody else remembers it. */
export const leftBehind = async (pool: pg.Pool, before: string) => ({
  requests: await dbOn(pool).all<{ id: Id }>(
    sql`select id from privacy.request where tenant_id = kernel.here() and state = 'looking' and asked_at < ${before}::timestamptz`,
  ),
  packages: await dbOn(pool).all<{ id: Id }>(
    sql`select id from privacy.package where tenant_id = kernel.here() and state in ('waiting', 'making') and asked_at < ${before}::timestamptz`,
  ),
})
