import { randomUUID } from 'node:crypto'
import { memoryMB } from '#app/bench/processes.ts'
import { Crowd } from './crowd.ts'
import { type Drill, times, together, until, type Verdict, verdict, wait } from './drill.ts'
import { type Installation, install } from './installation.ts'
import { sessionsFor, type Worker } from './municipality.ts'
import { besideQuiet, others, type Pace, warmUp } from './paced.ts'
import { post } from './post.ts'
import { noteOf } from './writers.ts'

const HEARD_WITHIN_MS = 1_000
const GIVEN_UP_AFTER_MS = 5_000
/** Of what others meet while no stream is open: each push asks about everybody who listens. */
const MOST_TIMES_QUIET = 2
const PUSHES = 5
const BACK_WITHIN_MS = 30_000

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
  const soFar = async () => (await crowd.hears<State>('state')).heard - before.heard
  await Promise.all([wait(2 * HEARD_WITHIN_MS), until(async () => (await soFar()) >= before.open, GIVEN_UP_AFTER_MS)])
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

/** The server falls, and all of them come back; @returns what was met, and what others met while they came. */
async function comeBack(place: Installation, { crowd, state }: Streams, short: boolean) {
  const began = Date.now()
  const before = await crowd.hears<State>('state')
  place.product.kill()
  await until(async () => (await crowd.hears<State>('state')).open === 0, 5_000)
  await until(
    async () => (await fetch(`${place.product.base}/health`).catch(() => undefined))?.status === 200,
    BACK_WITHIN_MS,
  )
  const meanwhile = warmUp(place, true).then(() => others(place, short ? 1_000 : 15_000))
  const now = () => crowd.hears<State>('state')
  await until(async () => (await now()).open === state.open, 2 * BACK_WITHIN_MS)
  const backMs = Date.now() - began
  const { open, refused } = await now()
  const faults = { 'not back': state.open - open, 'late back': !short && backMs > BACK_WITHIN_MS ? 1 : 0 }
  const figures = { 'all back after a fall in ms': backMs, 'told to come later': refused - before.refused }
  return { verdict: verdict(faults, figures), pace: await meanwhile }
}

async function hearing(place: Installation, streams: Streams, pushes: number, short: boolean) {
  const busy = others(place, pushes * 2 * HEARD_WITHIN_MS)
  const found: Awaited<ReturnType<typeof push>>[] = []
  for (let n = 0; n < pushes; n++) found.push(await push(place, streams))
  return { verdict: judge(streams, found, short), pace: await busy }
}

/** What others meet before the streams are there, while they hear, while they come back, and when they are gone. */
async function amongOthers(place: Installation, short: boolean): Promise<Verdict> {
  const quietMs = short ? 300 : PUSHES * HEARD_WITHIN_MS
  await warmUp(place, short)
  const before = await others(place, quietMs)
  const streams = await open(place, place.municipality.leaders, short ? 500 : 10_000)
  try {
    const heard = await hearing(place, streams, short ? 1 : PUSHES, short)
    const back = await comeBack(place, streams, short)
    streams.crowd.end()
    await warmUp(place, short)
    const quiet = [before, await others(place, quietMs)]
    const beside = (pace: Pace) => besideQuiet([pace], quiet, MOST_TIMES_QUIET, short)
    return together(heard.verdict, beside(heard.pace), back.verdict, beside(back.pace))
  } finally {
    streams.crowd.end()
  }
}

async function ofNobody(place: Installation): Promise<Verdict> {
  const streams = await open(place, [place.municipality.stranger], 50)
  return (await hearing(place, streams, 1, true).finally(() => streams.crowd.end())).verdict
}

export const streams: Drill = {
  name: 'streams',
  what: 'idle live streams, a session each; every change in the unit reaches all, they come back when the server falls, and others work on',
  control: 'streams of somebody from another unit: no change may reach them',
  async run({ short }) {
    const place = await install('streams', { database: 'beside' })
    try {
      return { drill: await amongOthers(place, short), control: await ofNobody(place) }
    } finally {
      await place.close()
    }
  },
}
