import { z } from 'zod'
import type { AnyEndpoint, InputOf, OutputOf, Read, Write } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Refusal } from '#kernel/lang/problem.ts'
import type { Clock } from './clock.ts'
import type { Device, Secret } from './device.ts'
import {
  type Asked,
  actor,
  asked,
  carries,
  type Gate,
  holdingNothing,
  now,
  type Right,
  reachOf,
  rightOf,
  session,
} from './permission.ts'
import {
  Blank,
  type Blanks,
  blanksOfInput,
  type Db,
  type Purpose,
  type Sql,
  type Statement,
  sql,
  statement,
  type Whole,
} from './sql.ts'

/** What the trail says besides who, when and which use case. `null` stands for nothing to say, on purpose. */
export type Trail<V> = {
  place?: V | null
  /** The one citizen it was about; where there are more, they are named by `subjects`. */
  person?: V | null
  /** For what was made to leave the screen. What the caller says goes before it. */
  purpose?: Purpose
  about?: Record<string, V | string | number | boolean | null> | null
}

/**
 * A change that other screens want to know about: what kind of thing, and where. Holds ids only. `subject`, whom it is about, goes to no
 * screen: whoever does not see them does not hear of it. Null or left out: nobody.
 */
export type Tell = { topic: string; place: Id; subject?: Id | null | undefined }

export type By = { id: Id; session: Id }
/** What an examination for viruses found, by its name; undefined when it found nothing, or when nobody examines here. */
export type Scan = (content: Uint8Array) => Promise<string | undefined>

/** Work for a job, begun when what asked for it has been committed. It may be lost with the process: the job looks for itself too. */
export type Later = (job: string, data: Record<string, string>) => void

export type Acting<I, A> = {
  db: Db
  input: I
  about: A
  by: By
  clock: Clock
  scan: Scan
  secret: Secret
  later: Later
}

type Audit<V> = Trail<V>

export type QueryDefinition<E extends Read> = {
  may: Gate<InputOf<E>>
  /** The input as blanks: a read's trail is written by the statement that reads. */
  audit: (input: Blanks<InputOf<E>>) => Audit<Blank | Sql>
  /** Rows worked out on the way, by name and only where the right was there; later steps, `read` and `records` may use them. */
  steps?: (asked: Asked<InputOf<E>>) => Record<string, Sql>
  read: (asked: Asked<InputOf<E>>) => Sql
  /** A query of ids read, when they do not stand in a column `id` of the rows. Runs over the steps and `rows`. */
  records?: Sql
  /** Of a download: one part of what was answered, in a column `content`; asked for part after part once the right was found. */
  part?: (answer: OutputOf<E>, number: number) => Sql
  /** A query of the citizens shown (one column), when they are more than `person`. Runs over the steps and `rows`. */
  subjects?: Sql
}

export type CommandDefinition<E extends Write, A> = {
  may: Gate<InputOf<E>>
  /** The record as it stands, locked (`for update`); undefined answers not-found. With `version` it guards against stale edits. */
  about?: (db: Db, input: InputOf<E>, who: Pick<Acting<never, never>, 'by' | 'clock'>) => Promise<A | undefined>
  audit: (
    input: InputOf<E>,
    about: A | undefined,
  ) => Audit<string | undefined> & { records?: string[]; subjects?: string[] }
  run: (acting: Acting<InputOf<E>, A>) => Promise<OutputOf<E>>
  /** Fields that leave no trace, not even in the hash of the body: a quick hash of a password can be guessed at. */
  secrets?: readonly (keyof InputOf<E> & string)[]
  /** Changes nothing but the trail (showing what is hidden), or answers with a secret that a new one takes the place of: its answer is not kept, the same key runs it again. */
  repeatable?: true
  tell?: (input: InputOf<E>, about: A, answer: OutputOf<E>) => Tell[]
}

export type StatementDefinition<E extends Write> = {
  may: Gate<InputOf<E>>
  /** A pure rule, asked before anything is written. */
  refuse?: (input: InputOf<E>, clock: Clock) => Refusal | undefined
  audit: (input: Blanks<InputOf<E>>) => Audit<Blank | Sql>
  /** When only some runs are worth an entry (autosave): a condition over `work`. */
  auditWhen?: Sql
  /** A query of the ids changed, when they do not stand in `id` of the answer. Runs over the steps and `work`. */
  records?: Sql
  /** A query of the citizens touched (one column), when they are more than `person`. Runs over the steps and `work`. */
  subjects?: Sql
  /** Changes on the way, by name, each taking its rows `from may`; later steps and `write` may read what earlier ones return. */
  steps?: (asked: Asked<InputOf<E>>) => Record<string, Sql>
  /** An insert or update that takes its rows `from may`, returning one row in the shape of the answer. */
  write: (asked: Asked<InputOf<E>>) => Sql
  /** Why there is no row although the right was there; without it, that is answered as not found. */
  whenNothing?: Refusal
  tell?: (input: InputOf<E>) => Tell[]
}

export type UseCase = {
  readonly contract: AnyEndpoint
  readonly gate: Gate<never>
  readonly kind: 'query' | 'command' | 'statement' | 'door'
  /** The one statement of a query or statement, or the opening one of a command. */
  readonly sql: Statement
  /** Whether the session lives and the right still holds; asked before a first answer is given again. */
  readonly recheck: Statement
  /** The bare read, for the test that holds its columns against the contract. */
  readonly columns?: Statement
  readonly definition: unknown
}

const alive = sql`me as materialized (
  select session.actor_id from kernel.session
  where session.tenant_id = kernel.here() and session.id = ${session} and session.ended_at is null and session.expires_at > ${now})`

/** Session, reach and right: the beginning of every statement. */
function opening<I>(gate: Gate<I>): { ask: Asked<I>; head: Sql } {
  const ask = asked(blanksOfInput<I>(), gate.right)
  const head = sql`${alive},
    held as materialized (${gate.right.holding.held}),
    reach as materialized (${reachOf(gate.right)}),
    apart as materialized (select array(${gate.right.holding.apart}) as subjects),
    in_person as materialized (select array(${gate.right.holding.inPerson}) as subjects),
    may as materialized (select gate.* from (${gate.rows(ask)}) gate where exists (select from me))`
  return { ask, head }
}

const recheckOf = (head: Sql) =>
  statement(sql`with ${head} select exists (select from me) as live, exists (select from may) as may`)

const value = (from: Blank | Sql | null | undefined, type: string) =>
  from ? sql`(${from})::${sql.raw(type)}` : sql`null::${sql.raw(type)}`

const outcome = sql`case when exists (select from may) then 'done' else 'denied' end`
/** The right was there and yet nothing was written: a rule in the statement said no. */
const outcomeOfWork = sql`case when not exists (select from may) then 'denied' when not exists (select from work) then 'refused' else 'done' end`

type Entry = {
  contract: AnyEndpoint
  gate: Gate<never>
  audit: Audit<Blank | Sql>
  records: Sql
  subjects: Sql | undefined
  when?: Sql
  outcome?: Sql
  code?: Sql
}

const purpose = new Blank((trip) => trip.purpose ?? null)
const ids = (rows: Sql | undefined) =>
  rows
    ? sql`array(select distinct subject.id from (${rows}) subject (id) where subject.id is not null)`
    : sql`'{}'::uuid[]`

/** What the gate's rows say of the place and the relation. */
const saidBy = (gate: Gate<never>, column: 'place' | 'relation') =>
  gate.says?.includes(column) ? sql`(select ${sql.ref(`may.${column}`)} from may limit 1)` : undefined

function aboutOf(audit: Audit<Blank | Sql>): Sql {
  const about = Object.entries(audit.about ?? {}).map(([key, from]) =>
    from instanceof Blank
      ? sql`${sql.lit(key)}, (${from})::text`
      : sql`${sql.lit(key)}, ${typeof from === 'object' ? from : sql.lit(from)}`,
  )
  return about.length ? sql`jsonb_build_object(${sql.join(about)})` : sql`null::jsonb`
}

/** The roles through which the right is held at a place, or anywhere when none is known; null where nobody needs a role. Needs `held`. */
export const rolesAt = (right: Right, place: Sql): Sql =>
  right.holding === holdingNothing
    ? sql`null::text[]`
    : sql`array(select distinct held.role from held where ${carries(right)} and (${place} is null or held.place = ${place}))`

function trail({ contract, gate, audit, records, subjects, when = sql`true`, ...more }: Entry): Sql {
  const scope = sql`here.scope`
  return sql`insert into kernel.audit (at, actor_id, session_id, action, outcome, code, scope_id, subject_id, records, about, roles, subjects, relation, purpose)
    select ${now}, ${actor}, ${session}, ${sql.lit(contract.name)}, ${more.outcome ?? outcome}, ${more.code ?? sql`null`}, ${scope}, ${value(audit.person, 'uuid')},
      ${records}, ${aboutOf(audit)}, ${rolesAt(gate.right, scope)},
      ${ids(subjects)}, ${value(saidBy(gate, 'relation'), 'text')}, coalesce(${purpose}::text, ${sql.lit(audit.purpose ?? null)})
    from (select ${value(audit.place ?? saidBy(gate, 'place'), 'uuid')} as scope) here
    where exists (select from me) and ${when}`
}

/** A step that is empty, and costs nothing, where the right is missing. */
const permitted = (name: string, step: Sql) =>
  sql`${sql.ref(name)} as materialized (select step.* from (${step}) step where exists (select from may))`

/** A read: one statement holds the right, the rows and the trail. */
export function query<E extends Read>(contract: E, definition: QueryDefinition<E>): UseCase {
  const { ask, head } = opening(definition.may)
  const steps = Object.entries(definition.steps?.(ask) ?? {}).map(([name, step]) => permitted(name, step))
  const before = steps.length ? sql`${sql.join(steps)}, ` : sql``
  const rows = definition.read(ask)
  const many = contract.output instanceof z.ZodArray
  const records = definition.records ?? (many ? sql`select id from rows` : undefined)
  // PostgreSQL must not parse again what it has just written: no `->` on what json_agg made.
  const json = many ? sql`coalesce(json_agg(rows), '[]')::text from rows` : sql`to_json(rows)::text from rows limit 1`
  const entry = trail({
    contract,
    gate: definition.may as Gate<never>,
    audit: definition.audit(ask.input),
    records: records ? sql`array(${records})` : sql`'{}'::uuid[]`,
    subjects: definition.subjects,
  })
  const whole = sql`with ${head}, ${before}${permitted('rows', rows)},
    trail as (${entry})
    select exists (select from me) as live, exists (select from may) as may, (select ${json}) as json`
  const columns = statement(sql`with ${head}, ${before}${permitted('rows', rows)} select * from rows limit 0`)
  return {
    contract,
    gate: definition.may as Gate<never>,
    kind: 'query',
    sql: statement(whole),
    recheck: recheckOf(head),
    columns,
    definition,
  }
}

/** Turning somebody away is always worth an entry. */
const worthAnEntry = (when: Sql | undefined) => (when ? sql`(not exists (select from may) or ${when})` : sql`true`)

const claimed = sql`${actor}::uuid, `
const key = new Blank((trip) => trip.key)
const bodyHash = new Blank((trip) => trip.bodyHash)

/** A change that fits in one statement: right, change, first answer and trail stand or fall together. */
export function writing<E extends Write>(contract: E, definition: StatementDefinition<E>): UseCase {
  const { ask, head } = opening(definition.may)
  const steps = Object.entries(definition.steps?.(ask) ?? {}).map(([name, step]) => sql`${sql.ref(name)} as (${step}),`)
  const records = definition.records ?? sql`select id from work`
  const code = sql`case when exists (select from may) and not exists (select from work) then ${sql.lit(definition.whenNothing?.code ?? null)}::text end`
  const entry = trail({
    contract,
    gate: definition.may as Gate<never>,
    audit: definition.audit(ask.input),
    records: sql`array(${records})`,
    subjects: definition.subjects,
    when: worthAnEntry(definition.auditWhen),
    outcome: outcomeOfWork,
    code,
  })
  const whole = sql`with ${head}, ${sql.join(steps, sql` `)}
    work as (${definition.write(ask)}),
    answer as (insert into kernel.answer (actor_id, command, key, body_hash, answer, answered_at)
      select ${claimed} ${sql.lit(contract.name)}, ${key}::text, ${bodyHash}::bytea, to_jsonb(work), ${now}::timestamptz from work),
    trail as (${entry})
    select exists (select from me) as live, exists (select from may) as may, ${worthAnEntry(definition.auditWhen)} as noted,
      (select to_json(work)::text from work) as json`
  return {
    contract,
    gate: definition.may as Gate<never>,
    kind: 'statement',
    sql: statement(whole),
    recheck: recheckOf(head),
    definition,
  }
}

/** A change that needs rules asked between statements: the kernel opens the transaction, asks the right and claims the key first. */
export function command<E extends Write, A = undefined>(contract: E, definition: CommandDefinition<E, A>): UseCase {
  const { head } = opening(definition.may)
  const whole = sql`with ${head},
    claim as (insert into kernel.answer (actor_id, command, key, body_hash, answered_at)
      select ${claimed} ${sql.lit(contract.name)}, ${key}::text, ${bodyHash}::bytea, ${now}::timestamptz
      where exists (select from may) on conflict do nothing returning key)
    select exists (select from me) as live, exists (select from may) as may, exists (select from claim) as claimed,
      ${value(saidBy(definition.may as Gate<never>, 'place'), 'uuid')} as place, ${value(saidBy(definition.may as Gate<never>, 'relation'), 'text')} as relation`
  return {
    contract,
    gate: definition.may as Gate<never>,
    kind: 'command',
    sql: statement(whole),
    recheck: recheckOf(head),
    definition,
  }
}

export type DoorDefinition<E extends AnyEndpoint> = {
  /** A room full of telephones comes from one address: the door counts each of them itself, and stays out of the way of those who sign in. */
  crowd?: true
  run: (acting: {
    db: Db
    /** Several statements that stand or fall together. */
    whole: Whole
    /** Tells other screens of a change, once it stands. */
    tell: (tells: Tell[]) => void
    input: InputOf<E>
    clock: Clock
    device: Device
    /** Whose token came along; whether the session still lives, a door asks itself. */
    by?: By | undefined
  }) => Promise<OutputOf<E>>
}

/** One of the few use cases open to people who are not signed in. It writes its own trail. */
export function door<E extends AnyEndpoint>(contract: E, definition: DoorDefinition<E>): UseCase {
  const gate: Gate<unknown> = {
    right: rightOf({ name: contract.name, roles: ['everyone'], sensitivity: 'ordinary', holding: holdingNothing }),
    rows: () => sql`select`,
  }
  return {
    contract,
    gate: gate as Gate<never>,
    kind: 'door',
    sql: statement(sql`select 1`),
    recheck: statement(sql`select 1`),
    definition,
  }
}
