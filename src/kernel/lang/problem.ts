/** What went wrong, for the machine. `not-permitted` is said only of a record the caller may see; otherwise `not-found`. */
export const statusOf = {
  'bad-input': 400,
  'signed-out': 401,
  'not-permitted': 403,
  'not-found': 404,
  refused: 409,
  stale: 409,
  'key-reused': 422,
  'too-many': 429,
  broken: 500,
  busy: 503,
} as const
export type ProblemKind = keyof typeof statusOf

/** Values for the blanks of a sentence. Never free text or a CPR number: facts reach logs. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>
export type Code = `${string}.${string}`
export type Refusal = { readonly code: Code; readonly facts: Facts; readonly field?: string }

/** One fault in one field; `field` is a dotted path, as `contacts.0.phone`. */
export type Fault = { readonly field: string; readonly code: Code; readonly facts?: Facts }

export type ProblemMore = {
  faults?: readonly Fault[]
  /** What stands in the database now, for a stale edit. Goes to the caller, never to a log. */
  current?: unknown
  cause?: unknown
}

export class Problem extends Error {
  readonly kind: ProblemKind
  readonly code: Code
  readonly facts: Facts
  readonly faults: readonly Fault[]
  readonly current: unknown

  constructor(kind: ProblemKind, code: Code, facts: Facts = {}, more: ProblemMore = {}) {
    super(`${kind}: ${code}`, { cause: more.cause })
    this.name = 'Problem'
    this.kind = kind
    this.code = code
    this.facts = facts
    this.faults = more.faults ?? []
    this.current = more.current
  }
}

export const refusal = (code: Code, facts: Facts = {}, field?: string): Refusal =>
  field === undefined ? { code, facts } : { code, facts, field }

/** Throws when there is a reason; the way a command lets a pure rule speak. */
export function refuse(why: Refusal | undefined): void {
  if (!why) return
  throw new Problem('refused', why.code, why.facts, why.field ? { faults: [{ ...why, field: why.field }] } : {})
}

/** Sentences for problem codes, `{max}` stands for the fact of that name. */
export type Sentence = { readonly da: string; readonly en: string }
export type Sentences = Readonly<Record<Code, Sentence>>

export const fill = (sentence: string, facts: Facts): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
