import { createHash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import type pg from 'pg'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'

export { sql }
/** A piece of SQL. Values in `${…}` become parameters, never text. */
export type Sql = RawBuilder<unknown>

/** Said with a read that is made to leave the screen. */
export const purposes = ['print', 'export'] as const
export type Purpose = (typeof purposes)[number]

/** What one request brings to a statement that was compiled at start-up. */
export type Trip = {
  input: Record<string, unknown>
  actor: Id
  session: Id
  now: Instant
  today: Day
  /** What a read is for, when it is not just to look. */
  purpose?: Purpose | undefined
  key?: string | undefined
  bodyHash?: Buffer | undefined
}

/** A blank in a statement, filled from the trip of the request. */
export class Blank {
  readonly of: (trip: Trip) => unknown
  constructor(of: (trip: Trip) => unknown) {
    this.of = of
  }
}
/** The input's fields as blanks; arrays and objects are handed over as PostgreSQL arrays and JSON. */
export type Blanks<I> = { readonly [K in keyof I]-?: Blank }

export function blanksOfInput<I>(): Blanks<I> {
  const made = new Map<string, Blank>()
  const blank = (field: string) => new Blank((trip) => trip.input[field] ?? null)
  return new Proxy({} as Blanks<I>, { get: (_, field: string) => made.get(field) ?? keep(made, field, blank(field)) })
}

function keep<K, V>(kept: Map<K, V>, key: K, value: V): V {
  kept.set(key, value)
  return value
}

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** One statement, compiled once: its text never changes, so PostgreSQL plans it once and a test can look at the plan. */
export type Statement = { readonly name: string; readonly text: string; bind(trip: Trip): unknown[] }

export function statement(piece: Sql): Statement {
  const { text, parameters } = sparing(piece)
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  const bind = (trip: Trip) => parameters.map((value) => (value instanceof Blank ? value.of(trip) : value))
  return { name, text, bind }
}

/**
 * What is the same for every request is written out; a blank asked for as the same type is handed over once, however often it is used.
 * Each parameter costs both sides a little, and a statement of many rights used to have fifty.
 */
function sparing(piece: Sql): { text: string; parameters: unknown[] } {
  const compiled = piece.compile(compiler)
  const parameters: unknown[] = []
  const places = new Map<unknown, Map<string, string>>()
  const handedOver = (value: unknown, type: string) => `$${parameters.push(value)}${type}`
  let blanks = 0
  const text = compiled.sql.replace(/\$(\d+)((?:::\w+(?:\[\])?)?)/g, (_, number: string, type: string) => {
    blanks++
    const value = compiled.parameters[Number(number) - 1]
    if (type === '::text[]' && isWords(value)) return `${listed(value)}${type}`
    if (!(value instanceof Blank) || !type) return handedOver(value, type)
    const place = places.get(value) ?? keep(places, value, new Map<string, string>())
    return place.get(type) ?? keep(place, type, handedOver(value, type))
  })
  if (blanks !== compiled.parameters.length)
    throw new Error('What is written out in a statement looks like a parameter.')
  return { text, parameters }
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string' && /^(?!null$)[\w.-]+$/i.test(word))

const listed = (words: string[]) => `'{${words.join(',')}}'`

/** Runs pieces of SQL one at a time, as commands and jobs do inside their transaction. */
export type Db = {
  all<T extends object>(piece: Sql): Promise<T[]>
  /** The first row, or undefined. */
  one<T extends object>(piece: Sql): Promise<T | undefined>
  run(piece: Sql): Promise<number>
}

export function dbOn(client: pg.Pool | pg.PoolClient | pg.Client): Db {
  const ask = async (piece: Sql) => {
    const { sql: text, parameters } = piece.compile(compiler)
    return client.query({ text, values: parameters as unknown[] })
  }
  return {
    all: async (piece) => (await ask(piece)).rows,
    one: async (piece) => (await ask(piece)).rows[0],
    run: async (piece) => (await ask(piece)).rowCount ?? 0,
  }
}

/** Runs work in one transaction. */
export type Whole = <T>(work: (db: Db) => Promise<T>) => Promise<T>

export const wholeOn =
  (pool: pg.Pool): Whole =>
  async (work) => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const result = await work(dbOn(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((lost) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }
