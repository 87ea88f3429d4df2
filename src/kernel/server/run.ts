import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { z } from 'zod'
import type { AnyEndpoint, InputOf, OutputOf, Write } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Code, type Fault, Problem, type Refusal } from '#kernel/lang/problem.ts'
import type { Clock } from './clock.ts'
import type { Secret } from './device.ts'
import { type Db, dbOn, type Purpose, type Sql, type Statement, sql, statement, type Trip } from './sql.ts'
import {
  type By,
  type CommandDefinition,
  type Later,
  rolesAt,
  type Scan,
  type StatementDefinition,
  type Tell,
  type UseCase,
} from './use-case.ts'

/** What a use case is run on: a tenant's connections, the clock, and where changes are told. */
export type Ground = {
  pool: pg.Pool
  clock: Clock
  named: boolean
  tell: (tells: Tell[]) => void
  scan?: Scan | undefined
  later?: Later | undefined
  /** Hears of everything that must stand in the trail, worked out beside it: a test compares the two. */
  tally?: ((told: Told) => void) | undefined
  /** Where nothing is sealed or opened (import, drills) there is none. */
  secret?: Secret | undefined
}
export type Outcome = 'done' | 'denied' | 'refused'
export type Told = { actor: Id; action: string; outcome: Outcome }
export type Asking = {
  ground: Ground
  useCase: UseCase
  input: unknown
  by: By
  key?: string | undefined
  purpose?: Purpose | undefined
}

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
    throw await turnedAway(asking, trip, asProblem(error))
  }
}

/** Problems that stand in the trail already, put there by the statement that found them. */
const recorded = new WeakSet<Problem>()
const recording = (problem: Problem): Problem => {
  recorded.add(problem)
  return problem
}

/** Whoever is turned away is in the trail, also when it was the database that said no. */
async function turnedAway(asking: Asking, trip: Trip, problem: unknown): Promise<unknown> {
  if (!isTurnedAway(problem) || recorded.has(problem)) return problem
  const { audit } = asking.useCase.definition as { audit: AuditOf }
  await noteRefusal(asking, trip, { audit, problem })
  return problem
}

/** As `perform`, for callers inside the house: typed in, typed out. */
export async function call<E extends AnyEndpoint>(
  asking: Asking & { contract: E; input: InputOf<E> },
): Promise<OutputOf<E>> {
  return JSON.parse(await perform(asking)) as OutputOf<E>
}

/** No form has more fields; an answer shall not grow with what was sent. */
const MOST_FAULTS = 50

export function parse(contract: AnyEndpoint, raw: unknown): Record<string, unknown> {
  const parsed = contract.input.safeParse(raw)
  if (parsed.success) return parsed.data as Record<string, unknown>
  throw new Problem(
    'bad-input',
    'kernel.bad-input',
    {},
    { faults: parsed.error.issues.slice(0, MOST_FAULTS).flatMap(faultsOf).slice(0, MOST_FAULTS) },
  )
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

function tripOf({ ground, useCase, by, key, purpose }: Asking, input: Record<string, unknown>): Trip {
  const bodyHash =
    useCase.kind === 'query'
      ? undefined
      : createHash('sha256')
          .update(JSON.stringify(hashable(useCase, input)))
          .digest()
  return {
    input,
    actor: by.id,
    session: by.session,
    now: ground.clock.now(),
    today: ground.clock.today(),
    purpose,
    key,
    bodyHash,
  }
}

/** Octets stand in the hash of the body by their own hash; what must leave no hash stands not at all. */
function hashable({ definition }: UseCase, input: Record<string, unknown>): Record<string, unknown> {
  const secrets = new Set<string>((definition as CommandDefinition<Write, unknown>).secrets)
  const kept = Object.entries(input).filter(([name]) => !secrets.has(name))
  const hashed = (value: unknown) =>
    value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value
  return Object.fromEntries(kept.map(([name, value]) => [name, hashed(value)]))
}

const noSecret: Secret = () => {
  throw new Error('This ground holds no secret.')
}

const unexamined: Scan = async () => undefined

type Opened = {
  live: boolean
  may: boolean
  /** False for the few runs that are worth no entry (`auditWhen`). */
  noted?: boolean
  claimed?: boolean
  json?: string | null
  place?: Id | null
  relation?: string | null
}

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

const notFound = () => new Problem('not-found', 'kernel.not-found')

/** A record out of reach answers exactly as one that does not exist. */
function admit(opened: Opened): void {
  if (!opened.live) throw new Problem('signed-out', 'kernel.signed-out')
  if (!opened.may) throw notFound()
}

/** The answer of a statement that has written its own entry in the trail. */
function answerIn({ ground, useCase, by }: Asking, opened: Opened, whenNothing: () => Problem): string {
  if (!opened.live) throw new Problem('signed-out', 'kernel.signed-out')
  const empty = useCase.kind === 'query' ? 'done' : 'refused'
  const outcome = !opened.may ? 'denied' : opened.json == null ? empty : 'done'
  if (opened.noted !== false) ground.tally?.({ actor: by.id, action: useCase.contract.name, outcome })
  if (!opened.may) throw recording(notFound())
  if (opened.json == null) throw recording(whenNothing())
  return opened.json
}

async function ask(asking: Asking, trip: Trip, on: pg.Pool | pg.PoolClient = asking.ground.pool): Promise<string> {
  return answerIn(asking, await execute(on, asking.useCase.sql, trip, asking.ground.named), notFound)
}

const refused = (why: Refusal) =>
  new Problem('refused', why.code, why.facts, why.field ? { faults: [{ ...why, field: why.field }] } : {})

const isTaken = (error: unknown) => (error as { code?: string }).code === '23505'

async function write(asking: Asking, trip: Trip): Promise<string> {
  const { ground, useCase } = asking
  const definition = useCase.definition as StatementDefinition<Write>
  const why = definition.refuse?.(trip.input as never, ground.clock)
  if (why) throw refused(why)
  const done = await written(asking, trip, ground.pool).catch((error) => {
    if (isTaken(error)) return undefined
    throw error
  })
  if (!done) return replay(asking, trip)
  ground.tell(done.tells)
  return done.json
}

/** The statement itself, and what it answers. */
async function written(asking: Asking, trip: Trip, on: pg.Pool | pg.PoolClient): Promise<Done> {
  const { whenNothing, tell } = asking.useCase.definition as StatementDefinition<Write>
  const opened = await execute(on, asking.useCase.sql, trip, asking.ground.named)
  const json = answerIn(asking, opened, () => (whenNothing ? refused(whenNothing) : notFound()))
  return { json, tells: tell?.(trip.input as never) ?? [] }
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
  const done = await inTransaction(asking.ground, (client, stage, ground) => {
    stage.turn = { asking: { ...asking, ground }, trip }
    return inside(stage.turn, client)
  })
  asking.ground.tell(done.tells)
  return done.json
}

/** A use case under way; whether it was turned away, and about what, is recorded after the rollback. */
type Turn = { asking: Asking; trip: Trip; about?: unknown; opened?: Opened }
type Stage = { turn?: Turn | undefined }

const isTurnedAway = (error: unknown): error is Problem =>
  error instanceof Problem && ['refused', 'stale', 'not-permitted', 'not-found', 'bad-input'].includes(error.kind)

/** `ground` as the work sees it: what it tells of counts only once it is committed. */
async function inTransaction<T>(
  ground: Ground,
  work: (client: pg.PoolClient, stage: Stage, ground: Ground) => Promise<T>,
): Promise<T> {
  const client = await ground.pool.connect()
  const stage: Stage = {}
  const told: Told[] = []
  const laters: Parameters<Later>[] = []
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client, stage, {
      ...ground,
      tally: (one) => void told.push(one),
      later: (...job) => void laters.push(job),
    })
    await client.query('commit')
    for (const one of told) ground.tally?.(one)
    for (const job of laters) ground.later?.(...job)
    return result
  } catch (error) {
    await client.query('rollback').catch((lost) => {
      broken = lost
    })
    throw await takenBack(stage.turn, ground, asProblem(error), client)
  } finally {
    client.release(broken)
  }
}

/** What the rollback took with it, written anew: who was turned away, and from what. */
async function takenBack(
  turn: Turn | undefined,
  ground: Ground,
  problem: unknown,
  client: pg.PoolClient,
): Promise<unknown> {
  if (!turn || !isTurnedAway(problem)) return problem
  const { asking, trip, about, opened } = turn
  const { audit } = asking.useCase.definition as { audit: AuditOf }
  await noteRefusal({ ...asking, ground }, trip, { audit, about, opened, problem, client })
  return recording(problem)
}

export type Act = (asking: Omit<Asking, 'ground'>) => Promise<string>

/**
 * Many use cases in one transaction: each asks its own right and leaves its own entry in the trail, and all of them
 * stand or none does. Whatever `work` throws takes everything back; of what was done only the refusal is then recorded.
 */
export async function together<T>(ground: Ground, work: (act: Act) => Promise<T>): Promise<T> {
  const tells: Tell[] = []
  const result = await inTransaction(ground, (client, stage, buffered) =>
    work(async (given) => {
      const asking = { ...given, ground: buffered }
      const turn: Turn = { asking, trip: tripOf(asking, parse(asking.useCase.contract, asking.input)) }
      stage.turn = turn
      const done = await takeTurn(turn, client)
      stage.turn = undefined
      tells.push(...done.tells)
      return done.json
    }),
  )
  ground.tell(tells)
  return result
}

async function takeTurn(turn: Turn, client: pg.PoolClient): Promise<Done> {
  const { asking, trip } = turn
  const { kind, definition } = asking.useCase
  if (kind === 'query') return { json: await ask(asking, trip, client), tells: [] }
  if (!asking.key) throw new Problem('bad-input', 'kernel.key-missing')
  if (kind === 'command') return inside(turn, client)
  const why = (definition as StatementDefinition<Write>).refuse?.(trip.input as never, asking.ground.clock)
  if (why) throw refused(why)
  return written(asking, trip, client).catch((error) => {
    throw isTaken(error) ? new Problem('refused', 'kernel.id-taken', {}, { cause: error }) : error
  })
}

type Done = { json: string; tells: Tell[] }

async function inside(turn: Turn, client: pg.PoolClient): Promise<Done> {
  const { asking, trip } = turn
  const { ground, useCase, by } = asking
  const definition = useCase.definition as CommandDefinition<Write, unknown>
  const db = dbOn(client)
  const opened = await execute(client, useCase.sql, trip, ground.named)
  turn.opened = opened
  admit(opened)
  if (!opened.claimed) {
    const first = await answerOf(db, asking, trip)
    if (!definition.repeatable) return { json: first, tells: [] }
  }
  const input = trip.input as never
  turn.about = await definition.about?.(db, input, { by, clock: ground.clock })
  if (definition.about && !turn.about) throw notFound()
  notStale(trip.input, turn.about)
  const answer = await definition.run({
    db,
    input,
    about: turn.about,
    by,
    clock: ground.clock,
    scan: ground.scan ?? unexamined,
    secret: ground.secret ?? noSecret,
    later: (...job) => ground.later?.(...job),
  })
  const json = JSON.stringify(answer)
  await settle(client, turn, definition.audit(input, turn.about), definition.repeatable ? '{}' : json)
  ground.tally?.({ actor: by.id, action: useCase.contract.name, outcome: 'done' })
  return { json, tells: definition.tell?.(input, turn.about, answer) ?? [] }
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
  subjects?: string[]
  purpose?: Purpose
}

/** Writes to the trail from outside a statement of the kernel: what the actor holds is worked out for it once more. */
async function record(on: pg.Pool | pg.PoolClient, { useCase }: Asking, trip: Trip, writing: Sql): Promise<void> {
  const { text, bind } = statement(sql`with held as materialized (${useCase.gate.right.holding.held}) ${writing}`)
  await on.query({ text, values: bind(trip) })
}

async function settle(client: pg.PoolClient, { asking, trip, opened }: Turn, said: Said, json: string): Promise<void> {
  const entry = trailOf(asking, trip, { said, opened, outcome: 'done', code: null })
  await record(
    client,
    asking,
    trip,
    sql`, answered as (update kernel.answer set answer = ${json}::jsonb
      where tenant_id = kernel.here() and actor_id = ${asking.by.id} and command = ${asking.useCase.contract.name} and key = ${asking.key}) ${entry}`,
  )
}

type Entry = { said: Said; opened?: Opened | undefined; outcome: Outcome; code: string | null }

function trailOf({ by, useCase, purpose }: Asking, trip: Trip, { said, opened, outcome, code }: Entry): Sql {
  const place = said.place ?? opened?.place ?? null
  return sql`insert into kernel.audit (at, actor_id, session_id, action, outcome, code, scope_id, subject_id, records, about, roles, subjects, relation, purpose)
    values (${trip.now}, ${by.id}, ${by.session}, ${useCase.contract.name}, ${outcome}, ${code}, ${place}, ${said.person ?? null},
      ${said.records ?? []}::uuid[], ${said.about ? JSON.stringify(said.about) : null}::jsonb, ${rolesAt(useCase.gate.right, sql`${place}::uuid`)},
      ${said.subjects ?? []}::uuid[], ${opened?.relation ?? null}, ${purpose ?? said.purpose ?? null})`
}

type AuditOf = (input: never, about: unknown) => Said
type Turning = {
  audit: AuditOf
  problem: Problem
  about?: unknown
  opened?: Opened | undefined
  client?: pg.PoolClient
}

/** What was turned away is recorded too, in a transaction of its own: the change did not happen, the attempt did. */
async function noteRefusal(asking: Asking, trip: Trip, turning: Turning): Promise<void> {
  const { audit, problem, about, opened, client } = turning
  const said = plain(audit(trip.input as never, about))
  const outcome = problem.kind === 'not-permitted' || problem.code === 'kernel.not-found' ? 'denied' : 'refused'
  const entry = trailOf(asking, trip, { said, opened, outcome, code: problem.code })
  await record(client ?? asking.ground.pool, asking, trip, entry)
  asking.ground.tally?.({ actor: asking.by.id, action: asking.useCase.contract.name, outcome })
}

/** Of a trail given as SQL only the plain values can be repeated here. */
function plain(said: Said): Said {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const { records = [], subjects = [] } = said
  return { place: text(said.place), person: text(said.person), records, subjects }
}

const busy = new Set([
  '53300',
  '57P03',
  '57P01',
  '57P02',
  '08006',
  '08001',
  '08003',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57014',
  '55P03',
])

/** What the driver says, without a code, of a connection that could not be had or is gone. */
const lost = /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/

/** A value that looked right and that PostgreSQL cannot read, as the year 0000. */
const unreadable = new Set(['22P02', '22007', '22008', '22003'])

/** Somebody was there first: a key or a rule of exclusion that no rule of ours looked at before. */
const unique = new Set(['23505', '23P01'])

/** Turns what the database says into what a person can be told. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  const { code, message, constraint } = error as { code?: string; message?: string; constraint?: string }
  if (code && busy.has(code)) return new Problem('busy', 'kernel.busy', {}, { cause: error })
  if (message && lost.test(message)) return new Problem('busy', 'kernel.busy', {}, { cause: error })
  if (code && unreadable.has(code)) return new Problem('bad-input', 'kernel.bad-value', {}, { cause: error })
  if (code === '23503') return new Problem('not-found', 'kernel.not-found', {}, { cause: error })
  if (code && unique.has(code))
    return new Problem(
      'refused',
      constraint?.endsWith('_pk') ? 'kernel.id-taken' : 'kernel.already-there',
      {},
      { cause: error },
    )
  return error
}
