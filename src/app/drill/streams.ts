import { randomUUID } from 'node:crypto'
import { memoryMB } from '#app/bench/processes.ts'
import { Crowd } from './crowd.ts'
import { type Drill, times, together, type Verdict, verdict, wait } from './drill.ts'
import { type Installation, install } from './installation.ts'
import { sessionsFor, type Worker } from './municipality.ts'
import { besideQuiet, others, type Pace, warmUp } from './paced.ts'
import { post } from './post.ts'
import { noteOf } from './writers.ts'

const HEARD_WITHIN_MS = 1_000
/** Of what others meet while no stream is open: each push asks about everybody who listens. */
const MOST_TIMES_QUIET = 2
const PUSHES = 5

type State = { open: number; refused: number; closed: number; heard: number; lastAt: number }
type Streams = { crowd: Crowd; state: State; tookMs: number; eachKB: number }

/** A session each, as from as many browsers. */
async function open(place: Installation, people: Worker[], count: number): Promise<Streams> {
  const { product, municipality } = place
  const actors = times(count, (n) => people[n % people.length]!.id)
  const tokens = await place.asOwner((owner) =>
    sessionsFor((text, values) => owner.query(text, values), municipality.tenant.id, actors),
  )
  const memory = memoryMB(product.pid)
  const crowd = new Crowd('listen.ts')
  const began = Date.now()
  crowd.tell({ port: Number(new URL(product.base).port), tokens })
  const state = await crowd.hears<State>('opened')
  const eachKB = Number((((memoryMB(product.pid) - memory) * 1024) / count).toFixed(1))
  return { crowd, state, tookMs: Date.now() - began, eachKB }
}

/** Somebody writes a note; @returns how many heard of it, and when the last one did. */
async function push(place: Installation, { crowd }: Streams): Promise<{ heard: number; lastMs: number }> {
  const worker = place.municipality.leaders[0]!
  const before = await crowd.hears<State>('state')
  const began = Date.now()
  await post(place.product.base, 'journal.write', { token: worker.token, body: noteOf(worker), key: randomUUID() })
  await wait(2 * HEARD_WITHIN_MS)
  const after = await crowd.hears<State>('state')
  return { heard: after.heard - before.heard, lastMs: Math.max(0, after.lastAt - began) }
}

function judge(streams: Streams, pushes: { heard: number; lastMs: number }[], short: boolean): Verdict {
  const { state, tookMs, eachKB } = streams
  const most = Math.max(...pushes.map(({ lastMs }) => lastMs))
  return verdict(
    {
      unopened: state.refused + state.closed,
      unreached: pushes.reduce((sum, { heard }) => sum + state.open - heard, 0),
      late: !short && most > HEARD_WITHIN_MS ? 1 : 0,
    },
    {
      streams: state.open,
      'opened in ms': tookMs,
      'kB each': eachKB,
      pushes: pushes.length,
      'last one heard after ms': most,
    },
  )
}

type Reached = { verdict: Verdict; busy: Pace }

async function reach(place: Installation, people: Worker[], count: number, pushes: number, short: boolean) {
  const streams = await open(place, people, count)
  try {
    const busy = others(place, pushes * 2 * HEARD_WITHIN_MS)
    const found: Awaited<ReturnType<typeof push>>[] = []
    for (let n = 0; n < pushes; n++) found.push(await push(place, streams))
    return { verdict: judge(streams, found, short), busy: await busy } satisfies Reached
  } finally {
    streams.crowd.end()
  }
}

/** Others before the streams are there, and when the server has got over the last of them. */
async function amongOthers(place: Installation, short: boolean): Promise<Verdict> {
  const quietMs = short ? 300 : PUSHES * HEARD_WITHIN_MS
  await warmUp(place, short)
  const before = await others(place, quietMs)
  const { verdict: reached, busy } = await reach(
    place,
    place.municipality.leaders,
    short ? 500 : 10_000,
    short ? 1 : PUSHES,
    short,
  )
  await warmUp(place, short)
  const quiet = [before, await others(place, quietMs)]
  return together(reached, besideQuiet([busy], quiet, MOST_TIMES_QUIET, short))
}

export const streams: Drill = {
  name: 'streams',
  what: 'idle live streams, a session each; every change in the unit reaches all of them, and others work on',
  control: 'streams of somebody from another unit: no change may reach them',
  async run({ short }) {
    const place = await install('streams', { database: 'beside' })
    try {
      const drill = await amongOthers(place, short)
      const control = await reach(place, [place.municipality.stranger], 50, 1, true)
      return { drill, control: control.verdict }
    } finally {
      await place.close()
    }
  },
}
