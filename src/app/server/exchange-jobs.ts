import { type Send, sendWaiting } from '#features/exchange/server/index.ts'
import type { Job } from '#kernel/server/jobs.ts'
import type { Opened } from './open-house.ts'

/** Longer than a gateway should need to check a report. */
const PATIENCE_MS = 30_000

/** Posts a bundle, to that address and no other: a move is an answer like any other, and what it holds goes nowhere else. Its id goes along as the key, so that the other end can tell when it gets one twice. */
export const posting =
  (address: string): Send =>
  async ({ id, content }) => {
    const headers = { 'content-type': 'application/fhir+json', 'idempotency-key': id }
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: content,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await answer.body?.cancel()
    return answer.status
  }

/** Tries what is due in every outbox. Where nobody has said where to, everything waits. */
export function exchangeJobs(house: Pick<Opened, 'tenants' | 'clock' | 'config'>): Job[] {
  const address = house.config.RT_GATEWAY_URL
  if (!address) return []
  return [
    {
      name: 'exchange-send',
      cron: '*/5 * * * *',
      run: async () => {
        for (const tenant of house.tenants.all)
          await sendWaiting({ pool: house.tenants.pool(tenant), clock: house.clock }, posting(address))
      },
    },
  ]
}
