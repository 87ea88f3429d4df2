import http from 'node:http'
import { percentile } from '#app/bench/closed-loop.ts'
import { times, type Verdict, verdict, wait } from './drill.ts'
import type { Installation } from './installation.ts'
import { post } from './post.ts'

/** What each call took in ms, and how many were not answered as they should be. */
export type Pace = { took: readonly number[]; failed: number }

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
  return { took, failed }
}

/** A server that was just started answers slowly: what is met in the first seconds says nothing. */
export const warmUp = (place: Installation, short: boolean) => others(place, short ? 1_000 : 4_000)

/** The p99 of all calls of several spells together, in ms. */
export const p99Of = (spells: readonly Pace[]) =>
  percentile(
    spells.flatMap(({ took }) => took).toSorted((a, b) => a - b),
    0.99,
  )

/** What others met, against what they met in spells before, between and after. The short form runs two drills at a time: no ratio there. */
export function besideQuiet(busy: readonly Pace[], quiet: readonly Pace[], most: number, short: boolean): Verdict {
  const failed = busy.reduce((sum, spell) => sum + spell.failed, 0)
  const p99 = p99Of(busy)
  if (short) return verdict({ 'failures of others': failed }, { 'others p99 ms': p99 })
  const times = Number((p99 / p99Of(quiet)).toFixed(2))
  return verdict(
    { 'failures of others': failed, 'slowing of others': times > most ? 1 : 0 },
    { 'others p99 ms': p99, 'quiet p99 ms': p99Of(quiet), times },
  )
}
