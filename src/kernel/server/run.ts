import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { z } from 'zod'
import type { AnyEndpoint, InputOf, OutputOf, Write } from '#kernel/lang/contract.ts'
import { type Code, type Fault, Problem, type Refusal } from '#kernel/lang/problem.ts'
import type { Clock } from './clock.ts'
import { type Db, dbOn, type Statement, sql, type Trip } from './sql.ts'
import type { By, CommandDefinition, StatementDefinition, Tell, UseCase } from './use-case.ts'

/** What a use case is run on: a tenant's connections, the clock, and where changes are told. */
export type Ground = {
  pool: pg.Pool
  clock: Clock
  named: boolean
  tell: (tells: Tell[]) => void
}
export type Asking = { ground: Ground; useCase: UseCase; input: unknown; by: By; key?: string | undefined }

/** The whole of a use case, from raw input to JSON text. Throws `Problem` and nothing else that a caller can cause. */
export async function perform(asking: Asking): Promise<string> {
  const input = parse(asking.useCase.contract, asking.input)
  const trip = tripOf(asking, input)
  try {
    if (asking.useCase.kind === 'query') return await ask(asking, trip)
    if (!asking.key) throw new Problem('bad-input', 'kernel.key-missing')
    if (asking.useCase.kind === 'statement') return await write(asking, trip)
    return await transact(asking, trip)
  } catch (error) {
    throw asProblem(error)
  }
}

/** As `perform`, for callers inside the house: typed in, typed out. */
export async function call<E extends AnyEndpoint>(
  asking: Asking & { contract: E; input: InputOf<E> },
): Promise<OutputOf<E>> {
  return JSON.parse(await perform(asking)) as OutputOf<E>
}

export function parse(contract: AnyEndpoint, raw: unknown): Record<string, unknown> {
  const parsed = contract.input.safeParse(raw)
  if (parsed.success) return parsed.data as Record<string, unknown>
  throw new Problem('bad-input', 'kernel.bad-input', {}, { faults: parsed.error.issues.flatMap(faultsOf) })
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), code: 'kernel.unknown-field' }))
  if (issue.code === 'custom') return [{ field, code: (issue.params?.code as Code | undefined) ?? 'kernel.bad-value' }]
  if (issue.code === 'too_big') return [{ field, code: 'kernel.too-big', facts: { max: String(issue.maximum) } }]
  if (issue.code === 'too_small') return [{ field, code: 'kernel.too-small', facts: { min: String(issue.minimum) } }]
  if (issue.code === 'invalid_type' && issue.input === undefined) return [{ field, code: 'kernel.missing' }]
  return [{ field, code: 'kernel.bad-value' }]
}

function tripOf({ ground, useCase, by, key }: Asking, input: Record<string, unknown>): Trip {
  const bodyHash = useCase.kind === 'query' ? undefined : createHash('sha256').update(JSON.stringify(input)).digest()
  return {
    input,
    actor: by.id,
    session: by.session,
    now: ground.clock.now(),
    today: ground.clock.today(),
    key,
    bodyHash,
  }
}

type Opened = { live: boolean; may: boolean; claimed?: boolean; json?: string | null }

async function execute(
  client: pg.Pool | pg.PoolClient,
  { name, text, bind }: Statement,
  trip: Trip,
  named: boolean,
): Promise<Opened> {
  const values = bind(trip)
  const result = await client.query<Opened>(named ? { name, text, values } : { text, values })
  return result.rows[0]!
}

/** A record out of reach answers exactly as one that does not exist. */
function admit(opened: Opened): void {
  if (!opened.live) throw new Problem('signed-out', 'kernel.signed-out')
  if (!opened.may) throw new Problem('not-found', 'kernel.not-found')
}

async function ask({ ground, useCase }: Asking, trip: Trip): Promise<string> {
  const opened = await execute(ground.pool, useCase.sql, trip, ground.named)
  admit(opened)
  if (opened.json == null) throw new Problem('not-found', 'kernel.not-found')
  return opened.json
}

const refused = (why: Refusal) =>
  new Problem('refused', why.code, why.facts, why.field ? { faults: [{ ...why, field: why.field }] } : {})

const isTaken = (error: unknown) => (error as { code?: string }).code === '23505'

async function write(asking: Asking, trip: Trip): Promise<string> {
  const { ground, useCase } = asking
  const definition = useCase.definition as StatementDefinition<Write>
  const why = definition.refuse?.(trip.input as never, ground.clock)
  if (why) {
    const problem = refused(why)
    await noteRefusal(asking, trip, definition.audit as never, undefined, problem)
    throw problem
  }
  const opened = await execute(ground.pool, useCase.sql, trip, ground.named).catch((error) => {
    if (isTaken(error)) return undefined
    throw error
  })
  if (!opened) return replay(asking, trip)
  admit(opened)
  if (opened.json == null)
    throw definition.whenNothing ? refused(definition.whenNothing) : new Problem('not-found', 'kernel.not-found')
  ground.tell(definition.tell?.(trip.input as never) ?? [])
  return opened.json
}

/** The same key again: the first answer, if the caller still has the right and the body is the same. */
async function replay(asking: Asking, trip: Trip): Promise<string> {
  const gate = asking.ground.pool
  const earlier = await firstAnswer(dbOn(gate), asking, trip)
  if (!earlier) throw new Problem('refused', 'kernel.id-taken')
  if (!earlier.same) throw new Problem('key-reused', 'kernel.key-reused')
  const still = await stillMay(asking, trip)
  admit(still)
  return earlier.answer
}

async function stillMay({ ground, useCase }: Asking, trip: Trip): Promise<Opened> {
  const { recheck } = useCase
  return execute(ground.pool, recheck, trip, ground.named)
}

function firstAnswer(
  db: Db,
  { useCase, by, key }: Asking,
  trip: Trip,
): Promise<{ answer: string; same: boolean } | undefined> {
  return db.one(sql`select answer::text, body_hash = ${trip.bodyHash} as same from kernel.answer
    where tenant_id = kernel.here() and actor_id = ${by.id} and command = ${useCase.contract.name} and key = ${key}`)
}

async function transact(asking: Asking, trip: Trip): Promise<string> {
  const { ground, useCase } = asking
  const definition = useCase.definition as CommandDefinition<Write, unknown>
  const client = await ground.pool.connect()
  const stage: { about?: unknown } = {}
  let broken: Error | undefined
  try {
    await client.query('begin')
    const done = await inside(asking, trip, client, stage)
    await client.query('commit')
    ground.tell(done.tells)
    return done.json
  } catch (error) {
    await client.query('rollback').catch((lost) => {
      broken = lost
    })
    if (
      error instanceof Problem &&
      ['refused', 'stale', 'not-permitted', 'not-found', 'bad-input'].includes(error.kind)
    )
      await noteRefusal(asking, trip, definition.audit, stage.about, error, client)
    throw error
  } finally {
    client.release(broken)
  }
}

type Done = { json: string; tells: Tell[] }

async function inside(asking: Asking, trip: Trip, client: pg.PoolClient, stage: { about?: unknown }): Promise<Done> {
  const { ground, useCase, by } = asking
  const definition = useCase.definition as CommandDefinition<Write, unknown>
  const db = dbOn(client)
  const opened = await execute(client, useCase.sql, trip, ground.named)
  admit(opened)
  if (!opened.claimed) return { json: await answerOf(db, asking, trip), tells: [] }
  const input = trip.input as never
  stage.about = await definition.about?.(db, input)
  if (definition.about && !stage.about) throw new Problem('not-found', 'kernel.not-found')
  notStale(trip.input, stage.about)
  const answer = await definition.run({ db, input, about: stage.about, by, clock: ground.clock })
  const json = JSON.stringify(answer)
  await settle(db, asking, trip, definition.audit(input, stage.about), json)
  return { json, tells: definition.tell?.(input, stage.about, answer) ?? [] }
}

async function answerOf(db: Db, asking: Asking, trip: Trip): Promise<string> {
  const earlier = await firstAnswer(db, asking, trip)
  if (!earlier?.same) throw new Problem('key-reused', 'kernel.key-reused')
  return earlier.answer
}

/** An edit names the version it was made from; somebody else's newer version is handed back, and nothing is changed. */
function notStale(input: Record<string, unknown>, about: unknown): void {
  const current = (about as { version?: number } | undefined)?.version
  if (input.version === undefined || current === undefined || input.version === current) return
  throw new Problem('stale', 'kernel.stale', { version: current }, { current: about })
}

type Said = {
  place?: string | null | undefined
  person?: string | null | undefined
  about?: object | null
  records?: string[]
}

async function settle(db: Db, asking: Asking, trip: Trip, said: Said, json: string): Promise<void> {
  await db.run(sql`with answered as (update kernel.answer set answer = ${json}::jsonb
      where tenant_id = kernel.here() and actor_id = ${asking.by.id} and command = ${asking.useCase.contract.name} and key = ${asking.key})
    ${trailOf(asking, trip, said, 'done', null)}`)
}

function trailOf(
  { by, useCase }: Asking,
  trip: Trip,
  said: Said,
  outcome: 'done' | 'refused' | 'denied',
  code: string | null,
) {
  return sql`insert into kernel.audit (at, actor_id, session_id, action, outcome, code, scope_id, subject_id, records, about)
    values (${trip.now}, ${by.id}, ${by.session}, ${useCase.contract.name}, ${outcome}, ${code}, ${said.place ?? null}, ${said.person ?? null},
      ${said.records ?? []}::uuid[], ${said.about ? JSON.stringify(said.about) : null}::jsonb)`
}

type AuditOf = (input: never, about: unknown) => Said

/** What was turned away is recorded too, in a transaction of its own: the change did not happen, the attempt did. */
async function noteRefusal(
  asking: Asking,
  trip: Trip,
  audit: AuditOf,
  about: unknown,
  problem: Problem,
  client?: pg.PoolClient,
): Promise<void> {
  const said = audit(trip.input as never, about)
  const outcome = problem.kind === 'not-permitted' || problem.code === 'kernel.not-found' ? 'denied' : 'refused'
  await dbOn(client ?? asking.ground.pool).run(trailOf(asking, trip, plain(said), outcome, problem.code))
}

/** Of a trail given as SQL only the plain values can be repeated here. */
function plain(said: Said): Said {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return { place: text(said.place), person: text(said.person), records: said.records ?? [] }
}

const busy = new Set([
  '53300',
  '57P03',
  '57P01',
  '08006',
  '08001',
  '08003',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57014',
  '55P03',
])

/** Turns what the database says into what a person can be told. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  const { code, message } = error as { code?: string; message?: string }
  if (code && busy.has(code)) return new Problem('busy', 'kernel.busy', {}, { cause: error })
  if (message?.includes('timeout exceeded when trying to connect') || message?.includes('Connection terminated'))
    return new Problem('busy', 'kernel.busy', {}, { cause: error })
  if (code === '23503') return new Problem('not-found', 'kernel.not-found', {}, { cause: error })
  return error
}
