import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { memoryMB } from '#app/bench/processes.ts'
import { newId } from '#kernel/lang/id.ts'
import { type Drill, median, times, until, type Verdict, verdict } from './drill.ts'
import { type Installation, install } from './installation.ts'
import type { Worker } from './municipality.ts'
import { noteOf } from './writers.ts'

const EACH = 20
const REFUSED_WITHIN_MS = 50
const MOST_MB = 20
const GIVEN_BACK_WITHIN_MS = 15_000

type Sent = { path: string; body: Buffer; headers?: Record<string, string> }
type Met = { status: number; ms: number }

const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const deep = (levels: number) => Buffer.from('['.repeat(levels) + ']'.repeat(levels))

/** More than anybody at work sends, of each kind. */
const tooMuch = (worker: Worker): Record<string, Sent> => ({
  'a note of 1 MB': { path: '/api/journal.write', body: json({ ...noteOf(worker), text: 'æ'.repeat(500_000) }) },
  'a note of 8 MB': { path: '/api/journal.write', body: json({ ...noteOf(worker), text: 'a'.repeat(8_000_000) }) },
  '10,000 ids': { path: '/api/journal.markRead', body: json({ noteIds: times(10_000, newId) }) },
  'JSON 100,000 deep': { path: '/api/journal.write', body: deep(100_000) },
  'a gzip bomb of 50 MB': {
    path: '/api/journal.write',
    body: gzipSync(Buffer.alloc(50_000_000, '[')),
    headers: { 'content-encoding': 'gzip' },
  },
  'an address of 100 kB': { path: `/api/journal.write?${'a'.repeat(100_000)}`, body: json(noteOf(worker)) },
  'a header of 100 kB': {
    path: '/api/journal.write',
    body: json(noteOf(worker)),
    headers: { 'x-long': 'a'.repeat(100_000) },
  },
})

/** @returns status 0 when the connection is cut without an answer, which is a refusal too. */
function send(base: string, { path, body, headers = {} }: Sent, token: string): Promise<Met> {
  const began = performance.now()
  return new Promise((met) => {
    const done = (status: number) => met({ status, ms: performance.now() - began })
    const all = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      ...headers,
    }
    const request = http.request(`${base}${path}`, { method: 'POST', headers: all, agent: false }, (response) => {
      response.resume()
      response.on('close', () => done(response.statusCode ?? 0))
    })
    request.on('error', () => done(0))
    request.end(body)
  })
}

/** One after another; the times of each kind, and how many were let in or broke something. */
async function sendAll(base: string, worker: Worker, each: number) {
  const found = { letIn: 0, broken: 0, ms: new Map<string, number>() }
  for (const [what, sent] of Object.entries(tooMuch(worker))) {
    const took: number[] = []
    for (let n = 0; n < each; n++) {
      const { status, ms } = await send(base, sent, worker.token)
      took.push(ms)
      if (status >= 200 && status < 300) found.letIn++
      if (status >= 500) found.broken++
    }
    found.ms.set(what, Math.round(median(took)))
  }
  return found
}

async function againstUs({ product, municipality }: Installation, short: boolean): Promise<Verdict> {
  const worker = municipality.leaders[0]!
  // The first of each kind make the memory grow to what such requests take while they are there; the next may not add to it.
  await sendAll(product.base, worker, short ? 3 : EACH)
  const [pid, before] = [product.pid, memoryMB(product.pid)]
  const { letIn, broken, ms } = await sendAll(product.base, worker, short ? 3 : EACH)
  const grown = () => memoryMB(product.pid) - before
  await until(() => grown() <= MOST_MB, GIVEN_BACK_WITHIN_MS)
  const slow = [...ms.values()].filter((each) => each > REFUSED_WITHIN_MS).length
  return verdict(
    {
      'let in': letIn,
      'answers 5xx': broken,
      'falls of the server': product.pid === pid ? 0 : 1,
      'late refusals': short ? 0 : slow,
      'memory kept': !short && grown() > MOST_MB ? 1 : 0,
    },
    {
      ...Object.fromEntries([...ms].map(([what, each]) => [`${what}, refused after ms`, each])),
      'memory MB more': grown(),
    },
  )
}

/** A server that reads whatever comes, as many do that were never told otherwise. */
async function againstNone(worker: Worker): Promise<Verdict> {
  const server = http.createServer((request, response) => request.resume().on('end', () => response.end('{}')))
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { letIn } = await sendAll(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, worker, 1)
  server.close()
  return verdict({ 'let in': letIn })
}

export const oversized: Drill = {
  name: 'oversized',
  what: 'notes of megabytes, ten thousand ids, JSON without a bottom, a gzip bomb, endless addresses and headers: refused at once',
  control: 'a server without limits: they are let in',
  async run({ short }) {
    const place = await install('oversized', { database: 'beside' })
    try {
      return { drill: await againstUs(place, short), control: await againstNone(place.municipality.leaders[0]!) }
    } finally {
      await place.close()
    }
  },
}
