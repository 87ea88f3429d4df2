import { type Fault, Problem, type ProblemKind, type Sentence, statusOf } from '#kernel/lang/problem.ts'
import { kernelProblems } from '#kernel/lang/problems.ts'
import { language } from '#kernel/lang/text.ts'
import { text } from './text.ts'

export type ToldFault = Fault & Sentence

/** A problem as the server told it: with its sentence in both languages. */
export class Told extends Problem {
  readonly said: Sentence

  constructor(body: ToldBody) {
    super(body.kind, body.code, body.facts ?? {}, { faults: body.faults ?? [], current: body.current })
    this.said = { da: body.da, en: body.en }
  }
}

/** Nobody answered: no network, or no server behind it. Whether the server did what was asked is not known. */
export class Offline extends Error {
  constructor(cause?: unknown) {
    super('offline', { cause })
    this.name = 'Offline'
  }
}

type ToldBody = {
  kind: ProblemKind
  code: Problem['code']
  facts?: Problem['facts']
  faults?: ToldFault[]
  current?: unknown
} & Sentence

const isTold = (body: unknown): body is ToldBody => {
  const kind = (body as Partial<ToldBody> | null)?.kind
  return kind !== undefined && Object.hasOwn(statusOf, kind)
}

/** What stands in an answer that is no success. A gateway's own page means that nobody was home. */
export function problemFrom(status: number, body: unknown): Told | Offline {
  if (isTold(body)) return new Told(body)
  if (status >= 502) return new Offline()
  return new Told({ kind: 'broken', code: 'kernel.broken', ...kernelProblems['kernel.broken'] })
}

/** The sentence to show, in the reader's language. */
export function sentenceOf(problem: unknown): string {
  if (problem instanceof Told) return problem.said[language()]
  return problem instanceof Offline ? text.offline : text.broken
}

/** What is wrong with one field, or undefined. */
export function faultOf(problem: unknown, field: string): string | undefined {
  if (!(problem instanceof Told)) return undefined
  const fault = problem.faults.find((one) => one.field === field) as ToldFault | undefined
  return fault?.[language()]
}

export const isSignedOut = (problem: unknown): boolean => problem instanceof Problem && problem.kind === 'signed-out'

/** Worth the same attempt again later: nobody home, or no time just now. */
export const isPassing = (problem: unknown): boolean =>
  problem instanceof Offline || (problem instanceof Problem && (problem.kind === 'busy' || problem.kind === 'too-many'))
