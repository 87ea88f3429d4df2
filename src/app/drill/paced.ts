import http from 'node:http'
import { percentile } from '#app/bench/closed-loop.ts'
import { times, wait } from './drill.ts'
import type { Installation } from './installation.ts'
import { post } from './post.ts'

export type Pace = { p50: number; p99: number; most: number; failed: number; count: number }

const CALLERS = 8
const PAUSE_MS = 20

/** What other people meet meanwhile: eight read a citizen's notes, a breath between each. For `ms`, or until `done`. */
export async function others({ product, municipality }: Installation, ms: number): Promise<Pace> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CALLERS })
  const took: number[] = []
  let failed = 0
  const end = Date.now() + ms
  const caller = async (n: number) => {
    const { token, citizenId } = municipality.leaders[n]!
    while (Date.now() < end) {
      const answer = await post(product.base, 'journal.ofCitizen', { token, body: { citizenId, before: null }, agent })
      took.push(answer.ms)
      if (answer.status !== 200) failed++
      await wait(PAUSE_MS)
    }
  }
  await Promise.all(times(CALLERS, caller))
  agent.destroy()
  const sorted = took.toSorted((a, b) => a - b)
  return {
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    most: percentile(sorted, 1),
    failed,
    count: took.length,
  }
}

/** p99 against a quiet run, as a ratio. */
export const slower = (busy: Pace, quiet: Pace[]) =>
  Number((busy.p99 / Math.max(...quiet.map(({ p99 }) => p99))).toFixed(2))
