import type { AnyEndpoint, GivenTo, OutputOf, Read } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { heardServer, lostServer } from './network.ts'
import { isPassing, isSignedOut, Offline, problemFrom } from './told.ts'

export type CallOptions = {
  /** Idempotency key of a write; made here when absent. The same key must go with the same input. */
  key?: Id
  signal?: AbortSignal
  /** The page is going away: send once, and let the browser finish it. */
  keepalive?: boolean
  /** How often a write is tried again when nobody answered. */
  retries?: number
  /** What a read is for, when it leaves the screen; the log says it. */
  purpose?: 'print' | 'export'
}

/** Longer than the server lets any request take. */
const PATIENCE_MS = 35_000
/** A file on a bad line takes its time. */
const OCTETS_PATIENCE_MS = 10 * 60_000
const PAUSES_MS = [300, 1_000, 2_500]
/** Browsers refuse larger bodies of calls that outlive their page. */
const MOST_KEEPALIVE_BYTES = 60_000

const signedOutListeners = new Set<() => void>()
/** Hears of every call that was refused because nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

let isBarred = false
/** Somebody else is signed in on this device: nothing this page holds may be sent in their name. For good. */
export const barCalls = (): void => {
  isBarred = true
}

/**
 * Asks the server.
 * @throws Told what the server said no to, and why
 * @throws Offline when nobody answered; a write may then have been done, and is tried again with the same key only
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: GivenTo<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  const key = endpoint.kind === 'write' ? (options.key ?? newId()) : undefined
  const body = bodyOf(endpoint, input)
  const retries = options.keepalive || endpoint.kind === 'read' ? 0 : (options.retries ?? PAUSES_MS.length)
  for (let tried = 0; ; tried++) {
    try {
      return (await post(endpoint.name, body, key, options)) as OutputOf<E>
    } catch (problem) {
      if (isSignedOut(problem)) for (const listener of signedOutListeners) listener()
      if (tried >= retries || !isPassing(problem) || options.signal?.aborted) throw problem
      await new Promise((go) => setTimeout(go, PAUSES_MS[tried]))
    }
  }
}

/** Octets follow the line of JSON that says what they are. */
function bodyOf(endpoint: AnyEndpoint, input: unknown): string | Blob {
  if (endpoint.carries !== 'up') return JSON.stringify(input)
  const { content, ...said } = input as { content: Uint8Array<ArrayBuffer> }
  return new Blob([`${JSON.stringify(said)}\n`, content], { type: 'application/octet-stream' })
}

async function post(name: string, body: string | Blob, key: Id | undefined, options: CallOptions): Promise<unknown> {
  if (isBarred) throw new Offline()
  const answer = await reach(`/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': typeof body === 'string' ? 'application/json' : body.type,
      ...(key && { 'idempotency-key': key }),
      ...(options.purpose && { 'rt-purpose': options.purpose }),
    },
    body,
    signal: within(typeof body === 'string' ? PATIENCE_MS : OCTETS_PATIENCE_MS, options.signal),
    keepalive: options.keepalive === true && typeof body === 'string' && body.length * 2 < MOST_KEEPALIVE_BYTES,
  })
  const said = await answer.json().catch(() => undefined)
  if (answer.ok && said !== undefined) {
    heardServer()
    return said
  }
  const problem = answer.ok ? new Offline() : problemFrom(answer.status, said)
  if (problem instanceof Offline) lostServer()
  else heardServer()
  throw problem
}

/** As `call`, once, of what answers with a file. */
export async function octetsOf<E extends Read>(
  endpoint: E,
  input: GivenTo<E>,
  signal?: AbortSignal,
): Promise<Response> {
  if (isBarred) throw new Offline()
  const answer = await reach(`/api/${endpoint.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal: within(OCTETS_PATIENCE_MS, signal),
  })
  if (answer.ok) return answer
  const problem = problemFrom(answer.status, await answer.json().catch(() => undefined))
  if (isSignedOut(problem)) for (const listener of signedOutListeners) listener()
  throw problem
}

const within = (ms: number, signal: AbortSignal | undefined): AbortSignal =>
  signal ? AbortSignal.any([signal, AbortSignal.timeout(ms)]) : AbortSignal.timeout(ms)

/** @throws Offline, unless the caller itself gave up. */
async function reach(address: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    const givenUp = init.signal.aborted && (init.signal.reason as DOMException | undefined)?.name !== 'TimeoutError'
    if (givenUp) throw cause
    lostServer()
    throw new Offline(cause)
  }
}
