import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Crowd } from './crowd.ts'
import { type Drill, type Verdict, verdict, wait } from './drill.ts'
import { install } from './installation.ts'
import { others, type Pace, slower } from './paced.ts'

const CLOSED_WITHIN_MS = 15_000
const WORST_RATIO = 1.5
/** p99 of a few ms doubles when the machine does anything else; below this nobody feels it. */
const FELT_FROM_MS = 50

type Closed = { count: number; most: number }

/** Every one of them closed, and in time. */
const judge = (closed: Closed, of: number, more: Record<string, number> = {}, figures = {}): Verdict =>
  verdict(
    { 'still open after 15 s': of - (closed.most <= CLOSED_WITHIN_MS ? closed.count : 0), ...more },
    { 'slow connections': of, 'closed after ms (last)': closed.most, ...figures },
  )

/** A server as Node makes it, without our settings. */
function bareServer(): Promise<http.Server> {
  const server = http.createServer((_, response) => response.end('ok'))
  return new Promise((open) => server.listen(0, '127.0.0.1', () => open(server)))
}

export function tooSlow(busy: Pace, quiet: Pace[], short: boolean): number {
  return !short && busy.p99 > FELT_FROM_MS && slower(busy, quiet) > WORST_RATIO ? 1 : 0
}

export const slowClients: Drill = {
  name: 'slow-clients',
  what: 'connections that dribble a byte of a header every two seconds, while others work',
  control: 'the same against a server with Node’s own time limits: they stay',
  waits: true,
  async run({ short }) {
    const each = short ? 200 : 3_000
    const place = await install('slow-clients', { database: 'beside' })
    const bare = await bareServer()
    const crowd = new Crowd('dribble.ts')
    try {
      if (!short) await others(place, 2_000)
      const before = await others(place, short ? 500 : 4_000)
      crowd.tell({ ports: [Number(new URL(place.product.base).port), (bare.address() as AddressInfo).port], each })
      const busy = await others(place, short ? 2_000 : 9_000)
      await wait(CLOSED_WITHIN_MS + 500 - (short ? 2_000 : 9_000))
      const { closed } = await crowd.hears<{ closed: [Closed, Closed] }>('closed')
      const after = await others(place, short ? 500 : 4_000)
      const more = { 'failures of others': busy.failed, 'slowing of others': tooSlow(busy, [before, after], short) }
      const figures = { 'others p99 ms': busy.p99, 'of the quiet p99': slower(busy, [before, after]) }
      return { drill: judge(closed[0], each, more, figures), control: judge(closed[1], each) }
    } finally {
      crowd.end()
      bare.closeAllConnections()
      bare.close()
      await place.close()
    }
  },
}
