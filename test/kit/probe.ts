import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Id } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import type { GivenCitizen } from './citizens.ts'
import type { GivenUnit } from './given.ts'
import { newId, type Person, type World } from './world.ts'

/**
 * How far a right must reach for an endpoint to answer, said again for the test and not read off the code.
 * - `own`: whoever is signed in; what is shown is theirs. `anyone`: whoever is signed in.
 * - `anywhere`: the right, at some unit. `top`: at the topmost unit. `unit`: at the unit of the record.
 * - `known`: `unit`, and the citizen is nobody the caller is kept apart from. `citizen`: `known`, and a tie that holds or ended at
 *   most 90 days ago (in an emergency none is needed). `today`: a tie that holds. `writing`: one that ended at most 30 days ago.
 * - `note`: `citizen`, and the right to the note's class. `own-note`: the same, but never through an emergency.
 * - `answers-for`: `citizen`, as its leader. `task`: one that waits for the unit's leader.
 * - `never`: the record is another person's own. `loose`: only that nobody from elsewhere gets in is asked.
 */
export const scopes = [
  'own',
  'anyone',
  'anywhere',
  'top',
  'unit',
  'known',
  'citizen',
  'today',
  'writing',
  'about',
  'note',
  'own-note',
  'answers-for',
  'task',
  'never',
  'loose',
] as const
export type Scope = (typeof scopes)[number]

/** Ids of records by name: `unit`, `citizen`, `note` and what the features' probes add. */
export type Ids = Readonly<Record<string, Id>>

/** One unit with a leader and one citizen of it, in which every feature may put records of its own. */
export type Probed = { world: World; unit: GivenUnit; leader: Person; citizen: GivenCitizen }

/**
 * What the matrix of access needs to know of a feature; one file for each in `test/probes`, named after it.
 * `scopes` lists endpoints under each scope, with spaces between them, where it is not the one that follows from what the
 * endpoint names (`scopeOfNamed`).
 */
export type Probe = {
  readonly scopes?: Partial<Record<Scope, string>>
  /** Endpoints whose work it is to tell whom a name belongs to, whoever asks. */
  readonly tellsWho?: string
  /** Its records lean on those of a feature that would come later in the order of names. */
  readonly comesLate?: true
  /** Records that the endpoints name, made in the unit once. */
  readonly inUnit?: (probed: Probed) => Promise<Ids>
  /** The same about a citizen, made once for each of several, while they are there. */
  readonly aboutCitizen?: (probed: Probed) => Promise<Ids>
  /** What `id` names, by endpoint, where it names a record that stands and not a new one. */
  readonly idOf?: Readonly<Record<string, string>>
  /** What other fields name, by field, or by `endpoint.field` where it is said differently there. */
  readonly fields?: Readonly<Record<string, string>>
  /** Values that the generator would not hit upon, by field or `endpoint.field`. */
  readonly values?: Readonly<Record<string, unknown>>
}

const FOLDER = path.resolve(import.meta.dirname, '../probes')

export async function allProbes(): Promise<Probe[]> {
  const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))
  const probes = await Promise.all(files.map(async (name) => (await import(`${FOLDER}/${name}`)).probe as Probe))
  return probes.toSorted((one, other) => Number(one.comesLate ?? false) - Number(other.comesLate ?? false))
}

export function scopesOf(probes: readonly Probe[]): Map<string, Scope> {
  const all = probes.flatMap(({ scopes }) =>
    Object.entries(scopes ?? {}).flatMap(([scope, names]) =>
      names
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => [name, scope as Scope] as const),
    ),
  )
  return new Map(all)
}

/**
 * Where no probe says how far a right must reach: as far as what the endpoint names. Read off the contract, never off the gate, which is
 * what is tested.
 */
export function scopeOfNamed(named: readonly string[], aboutCitizen: ReadonlySet<string>): Scope {
  if (named.some((record) => aboutCitizen.has(record))) return 'citizen'
  return named.length > 0 ? 'unit' : 'anywhere'
}

/** Endpoints of which no probe says how far a right must reach, and it does not follow from what they name. */
export function unclassified(
  inputs: Inputs,
  said: ReadonlyMap<string, Scope>,
  all: readonly UseCase[],
  isForAll: (one: UseCase) => boolean,
) {
  return all
    .filter(({ kind, contract }) => kind !== 'door' && !said.has(contract.name))
    .map((one) => ({ one, name: one.contract.name, unknown: inputs.unknown(one) }))
    .filter(({ one, unknown }) => unknown.length > 0 || isForAll(one))
}

/** What is to be done about a feature's endpoints of which it is not known what they name, in a sentence; undefined when it is. */
export function whyUnclassified(
  feature: string,
  endpoints: readonly { name: string; unknown: string[] }[],
): string | undefined {
  const ids = endpoints.filter(({ unknown }) => unknown.includes('id')).map(({ name }) => `'${name}': RECORD`)
  const fields = [...new Set(endpoints.flatMap(({ unknown }) => unknown))].filter((field) => field !== 'id')
  const open = endpoints.filter(({ unknown }) => unknown.length === 0).map(({ name }) => name)
  const says = [
    ids.length > 0 ? `idOf: { ${ids.join(', ')} }` : '',
    fields.length > 0 ? `fields: { ${fields.map((field) => `${field}: RECORD`).join(', ')} }` : '',
    open.length > 0 ? `scopes: { own: '${open.join(' ')}' }` : '',
  ].filter(Boolean)
  if (says.length === 0) return undefined
  return `Say in test/probes/${feature}.ts which record, made there in inUnit or aboutCitizen, these name: ${says.join(', ')}. If only those from elsewhere are to be kept out: scopes: { loose: '…' }`
}

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  pattern?: string
}

/** Makes well-formed inputs from the contracts, with ids put where records are named. */
export class Inputs {
  readonly #idOf: Record<string, string>
  readonly #fields: Record<string, string>
  readonly #values: Record<string, unknown>
  readonly #schemas = new Map<string, Schema>()
  readonly #today: string
  readonly #now: string

  constructor(probes: readonly Probe[], clock: Pick<Clock, 'today' | 'now'>) {
    this.#idOf = Object.assign({}, ...probes.map(({ idOf }) => idOf))
    this.#fields = Object.assign({}, ...probes.map(({ fields }) => fields))
    this.#values = Object.assign({}, ...probes.map(({ values }) => values))
    this.#today = clock.today()
    this.#now = clock.now()
  }

  of({ contract: { name, input } }: UseCase, ids: Ids): Record<string, unknown> {
    return this.#filled(this.#schemaOf(name, input), '', ids, name) as Record<string, unknown>
  }

  #schemaOf(name: string, input: z.ZodType): Schema {
    if (!this.#schemas.has(name))
      this.#schemas.set(name, z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema)
    return this.#schemas.get(name)!
  }

  /** The records that the endpoint's input names. */
  names(useCase: UseCase): string[] {
    const seen = new Set<string>()
    const watched = new Proxy({} as Record<string, Id>, {
      get: (_, key) => {
        if (typeof key === 'string') seen.add(key)
        return newId()
      },
    })
    this.of(useCase, watched)
    return [...seen]
  }

  /** Fields that must name a record of which no probe says which. An `id` beside other ids is that of a new record. */
  unknown(useCase: UseCase): string[] {
    const { name, input } = useCase.contract
    const { properties = {} } = this.#schemaOf(name, input)
    const ids = Object.entries(properties).filter(([, schema]) => schema.format === 'uuid')
    return ids
      .map(([field]) => field)
      .filter(
        (field) => !this.#isSaid(field, name) && (field !== 'id' || (ids.length === 1 && !('unitId' in properties))),
      )
  }

  #filled(schema: Schema, field: string, ids: Ids, endpoint: string): unknown {
    for (const key of [`${endpoint}.${field}`, field]) if (key in this.#values) return this.#values[key]
    const each = schema.anyOf ?? schema.oneOf
    if (each && this.#isLeftOut(each, field, endpoint)) return null
    if (each) return this.#filled(each[0]!, field, ids, endpoint)
    if (schema.properties)
      return Object.fromEntries(
        Object.entries(schema.properties).map(([name, inner]) => [name, this.#filled(inner, name, ids, endpoint)]),
      )
    if (schema.type === 'array')
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
        this.#filled(schema.items!, field, ids, endpoint),
      )
    return this.#simple(schema, field, ids, endpoint)
  }

  /** A probe says what the field names, or (by an empty name) that it is a new record's. */
  #isSaid(field: string, endpoint: string): boolean {
    return this.#named(field, endpoint) !== undefined || `${endpoint}.${field}` in this.#values
  }

  /** A record that may be left out, and of which nothing is known, is. */
  #isLeftOut(each: readonly Schema[], field: string, endpoint: string): boolean {
    return (
      each[0]!.format === 'uuid' &&
      each.some(({ type }) => type === 'null') &&
      this.#named(field, endpoint) === undefined
    )
  }

  #simple(schema: Schema, field: string, ids: Ids, endpoint: string): unknown {
    if (schema.const !== undefined || schema.enum) return schema.const ?? schema.enum![0]
    if (schema.format === 'uuid') return ids[this.#named(field, endpoint) ?? ''] ?? newId()
    if (schema.format === 'binary') return Buffer.from('noget')
    if (schema.format === 'date') return this.#today
    if (schema.format === 'date-time') return this.#now
    if (schema.format === 'uri') return 'https://login.example'
    if (schema.type === 'integer' || schema.type === 'number') return 1
    if (schema.type === 'boolean') return false
    if (schema.type === 'object') return {}
    if (schema.type === 'null') return null
    return schema.pattern ? 'somebody' : 'noget at skrive'
  }

  #named(field: string, endpoint: string): string | undefined {
    if (field === 'id') return this.#idOf[endpoint]
    return this.#fields[`${endpoint}.${field}`] ?? this.#fields[field]
  }
}
