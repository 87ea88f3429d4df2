import { useCallback, useRef, useState } from 'react'
import type { GivenTo, OutputOf, Write } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { readAgain } from './cache.ts'
import { call } from './call.ts'
import { wroteNow } from './own-writes.ts'
import { faultOf, isPassing, isSignedOut, sentenceOf } from './told.ts'

export type WriteOptions<E extends Write> = {
  onDone?: (answer: OutputOf<E>, input: GivenTo<E>) => void
  /** Features whose reads the write changes, beside its own. */
  touches?: readonly string[]
}

export type Writing<E extends Write> = {
  /** The answer, or undefined when it went wrong; `problem` then says why, and what was typed stays. */
  readonly run: (input: GivenTo<E>) => Promise<OutputOf<E> | undefined>
  readonly isBusy: boolean
  readonly problem: unknown
  readonly problemText: string | undefined
  readonly faultOf: (field: string) => string | undefined
  readonly reset: () => void
}

const featureOf = (endpoint: Write): string => endpoint.name.split('.')[0]!

/** After a write: reads of its feature are asked again. */
export function wrote(endpoint: Write, touches: readonly string[] = []): void {
  wroteNow()
  void readAgain([featureOf(endpoint), ...touches])
}

/** Changes something on the server. Pressing again after a lost answer sends the same key, so it is done once. */
export function useWrite<E extends Write>(endpoint: E, options: WriteOptions<E> = {}): Writing<E> {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const keys = useRef(new KeyOfInput())
  const latest = useRef(options)
  latest.current = options
  const run = useCallback(
    async (input: GivenTo<E>) => {
      setBusy(true)
      setProblem(undefined)
      try {
        const answer = await call(endpoint, input, { key: keys.current.of(input) })
        keys.current.forget()
        wrote(endpoint, latest.current.touches)
        latest.current.onDone?.(answer, input)
        return answer
      } catch (why) {
        if (!isPassing(why) && !isSignedOut(why)) keys.current.forget()
        setProblem(why)
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [endpoint],
  )
  return { run, isBusy, ...told(problem), reset: useCallback(() => setProblem(undefined), []) }
}

export const told = (problem: unknown) => ({
  problem,
  problemText: problem ? sentenceOf(problem) : undefined,
  faultOf: (field: string) => faultOf(problem, field),
})

/** The same input keeps its key until the server has answered it. */
export class KeyOfInput {
  #kept: { key: Id; input: string } | undefined

  of(input: unknown): Id {
    // A file is told apart by its size and the field that holds it: written out, it would fill the memory.
    const written = JSON.stringify(input, (_, value) => (value instanceof Uint8Array ? value.length : value))
    if (this.#kept?.input !== written) this.#kept = { key: newId(), input: written }
    return this.#kept.key
  }

  forget(): void {
    this.#kept = undefined
  }
}
