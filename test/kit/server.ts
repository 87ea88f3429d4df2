import type { FastifyInstance } from 'fastify'
import { routes, sentences, useCases } from '#app/use-cases.ts'
import { serve } from '#kernel/server/http.ts'
import { type Log, makeLog } from '#kernel/server/log.ts'
import type { World } from './world.ts'

export type Served = { app: FastifyInstance; url: string; close(): Promise<void> }

/** The world over real HTTP, on a port of its own. */
export async function serveWorld(world: World, log: Log = makeLog('silent')): Promise<Served> {
  const app = await serve({ ...world.house, log, useCases, routes, sentences, tally: world.tally.hear })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  await world.house.live.open(world.house.url)
  return { app, url, close: () => app.close() }
}

export type Answered = { status: number; body: Record<string, unknown>; headers: Headers }

/** A call as a browser or another system makes it. */
export async function post(
  served: Served,
  name: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${served.url}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  }
}

export const cookieOf = ({ headers }: Answered): string =>
  /rt_session=[^;]*/.exec(headers.get('set-cookie') ?? '')?.[0] ?? ''
