import type { AnyEndpoint, GivenTo, OutputOf, Read, Write } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { askedOf, type CallOptions } from './call.ts'

/** A file on a bad line takes its time. */
const PATIENCE_MS = 10 * 60_000

/**
 * Sends a file: a line of JSON and then its octets. The same key again sends the same file, and nothing is stored twice.
 * @throws Told, Offline as `call`
 */
export async function sendOctets<E extends Write>(
  endpoint: E,
  input: Omit<GivenTo<E>, 'content'>,
  file: Blob,
  options: CallOptions & { key: Id },
): Promise<OutputOf<E>> {
  const body = new Blob([`${JSON.stringify(input)}\n`, file])
  const answer = await asked(endpoint, body, 'application/octet-stream', options)
  return (await answer.json()) as OutputOf<E>
}

const asked = (endpoint: AnyEndpoint, body: BodyInit, type: string, options: CallOptions) =>
  askedOf(endpoint.name, body, { type, key: options.key, patienceMs: PATIENCE_MS, signal: options.signal })

const nameIn = (disposition: string): string => {
  const coded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return coded ? decodeURIComponent(coded) : 'fil'
}

/** Fetches a file and lets the browser keep it where downloads go. It is never opened in our own name. */
export async function saveOctets<E extends Read>(
  endpoint: E,
  input: GivenTo<E>,
  options: CallOptions = {},
): Promise<void> {
  const answer = await asked(endpoint, JSON.stringify(input), 'application/json', options)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(answer.headers.get('content-disposition') ?? '')
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
