import type { GivenTo, Read } from '#kernel/lang/contract.ts'
import { heardServer, lostServer } from './network.ts'
import { Offline, problemFrom } from './told.ts'

/** A file of 20 MB over a slow line. */
const PATIENCE_MS = 120_000

/**
 * Fetches what a download endpoint answers with, and hands it to the browser to keep.
 * @throws Told what the server said no to; Offline when nobody answered
 */
export async function fetchFile<E extends Read>(endpoint: E, input: GivenTo<E>, name: string): Promise<void> {
  const answer = await fetch(`/api/${endpoint.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'rt-purpose': 'export' },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause) => {
    lostServer()
    throw new Offline(cause)
  })
  heardServer()
  if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => undefined))
  keep(await answer.blob(), name)
}

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
