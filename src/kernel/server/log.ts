import { type DestinationStream, type Logger, pino } from 'pino'
import { Problem } from '#kernel/lang/problem.ts'

export type Log = Logger

/** Structured lines on standard output. Only codes, ids, counts and times: never a name, a text or a number of a person. */
export function makeLog(level: string, to?: DestinationStream): Log {
  const options = { level, base: null, serializers: { err: plainError } }
  return to ? pino(options, to) : pino(options)
}

/** PostgreSQL puts values of rows into `detail`, and V8 puts input into some messages: neither is logged. */
function plainError(error: Error & { code?: string; constraint?: string }) {
  const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  const message = error instanceof Problem ? error.message : undefined
  return { type: error.name, code: error.code, constraint: error.constraint, message, stack: stack?.join('\n') }
}
