import { Crowd } from './crowd.ts'
import { type Drill, together, type Verdict, verdict, wait } from './drill.ts'
import { type Installation, install } from './installation.ts'
import { besideQuiet, others, type Pace, warmUp } from './paced.ts'

const CLOSED_WITHIN_MS = 15_000
const MOST_TIMES_QUIET = 1.2

type Closed = { count: number; most: number }
type Turn = { busy: Pace; closed: [Closed, Closed] }

/** Every one of them closed, and in time. */
function judge(closed: Closed[], each: number): Verdict {
  const most = Math.max(...closed.map((turn) => turn.most))
  const left = closed.reduce((sum, turn) => sum + each - (turn.most <= CLOSED_WITHIN_MS ? turn.count : 0), 0)
  return verdict(
    { 'still open after 15 s': left },
    { 'slow connections': each * closed.length, 'closed after ms (last)': most },
  )
}

async function oneTurn(place: Installation, each: number, busyMs: number): Promise<Turn> {
  const crowd = new Crowd('dribble.ts')
  try {
    crowd.tell({ port: Number(new URL(place.product.base).port), each })
    const busy = await others(place, busyMs)
    await wait(CLOSED_WITHIN_MS + 500 - busyMs)
    const { closed } = await crowd.hears<{ closed: [Closed, Closed] }>('closed')
    return { busy, closed }
  } finally {
    crowd.end()
  }
}

export const slowClients: Drill = {
  name: 'slow-clients',
  what: 'connections that dribble a byte of a header every two seconds, three times; others work on',
  control: 'the same against a server with Node’s own time limits: they stay',
  waits: true,
  async run({ short }) {
    const each = short ? 200 : 3_000
    const place = await install('slow-clients', { database: 'beside' })
    try {
      await warmUp(place, short)
      const quietMs = short ? 500 : 5_000
      const quiet = [await others(place, quietMs)]
      const turns: Turn[] = []
      while (turns.length < (short ? 1 : 3)) {
        turns.push(await oneTurn(place, each, short ? 2_000 : 10_000))
        quiet.push(await others(place, quietMs))
      }
      const [ours, bare] = [0, 1].map((n) =>
        judge(
          turns.map(({ closed }) => closed[n]!),
          each,
        ),
      )
      const busy = turns.map((turn) => turn.busy)
      return { drill: together(ours!, besideQuiet(busy, quiet, MOST_TIMES_QUIET, short)), control: bare! }
    } finally {
      await place.close()
    }
  },
}
