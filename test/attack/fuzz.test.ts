import { Writable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { makeLog } from '#kernel/server/log.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { useWorld } from '#kit/world.ts'
import { headers, hostile, raw, spoiled } from './hostile.ts'
import { fitting, type Schema } from './schema.ts'
import { aStreet, type Street, secrets } from './town.ts'

/** How many; `bin/fuzz` asks for fifty thousand. */
const REQUESTS = Number(process.env.RT_FUZZ_REQUESTS ?? 4_000)
const SEED = Number(process.env.RT_FUZZ_SEED ?? 20_261_125)
const AT_ONCE = 8
/** Attackers end employments and close units as they go; then others move in. */
const STREET_LASTS = 1_250

const here = useWorld()
const outputs = new Map(useCases.map(({ contract }) => [contract.name, contract]))
const logged: string[] = []
let served: Served
let operations: Operation[]

type Operation = {
  name: string
  body: Schema
  changes: boolean
  carries: 'up' | 'down' | undefined
  statuses: Set<number>
}
type Shot = { at: Operation; body: string | Buffer; type: string; headers: Record<string, string>; who: string }
type OpenApi = {
  paths: Record<string, { post: { requestBody: { content: Record<string, never> }; responses: object } }>
}

beforeAll(async () => {
  const write = (chunk: Buffer, _: string, done: () => void) => {
    logged.push(String(chunk))
    done()
  }
  served = await serveWorld(here.world, makeLog('debug', new Writable({ write })))
  operations = operationsOf((await (await fetch(`${served.url}/api/openapi.json`)).json()) as OpenApi)
})
afterAll(() => served.close())

const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).map(([path, { post }]) => {
    const name = path.slice('/api/'.length)
    const content = Object.values(post.requestBody.content)[0]! as { schema: Schema; 'x-line'?: Schema }
    const { carries, kind } = outputs.get(name)!
    return {
      name,
      body: content['x-line'] ?? content.schema,
      changes: kind === 'write',
      carries,
      statuses: new Set(Object.keys(post.responses).map(Number)),
    }
  })

/** Most as the document says, a third with one thing wrong, some no JSON object at all. */
function shots(at: Operation, street: Street): fc.Arbitrary<Shot> {
  const fits = fitting(at.body, { field: '', known: street.known, marker: secrets.typed })
  const wrong = fc
    .tuple(
      fits,
      fc.nat(10_000),
      hostile,
      fc.constantFrom('put' as const, 'put' as const, 'drop' as const, 'add' as const),
    )
    .map((parts) => spoiled(...parts))
  const type = at.carries === 'up' ? 'application/octet-stream' : 'application/json'
  const line = (body: unknown) => ({
    body: `${JSON.stringify(body) ?? ''}${at.carries === 'up' ? '\nnoget' : ''}`,
    type,
  })
  return fc
    .tuple(
      fc.oneof(
        { weight: 12, arbitrary: fits.map(line) },
        { weight: 6, arbitrary: wrong.map(line) },
        { weight: 1, arbitrary: raw },
      ),
      fc.constantFrom(...street.sessions, ...street.sessions.slice(0, 3)),
      headers,
      fc.uuid(),
    )
    .map(([body, { who, headers: session }, odd, key]) => ({
      at,
      who,
      ...body,
      headers: { 'content-type': body.type, ...(at.changes ? { 'idempotency-key': key } : {}), ...session, ...odd },
    }))
}

const counts = new Map<string, number>()
const wrong: string[] = []
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

async function fire(shot: Shot): Promise<void> {
  const { at, body, headers: sent, who } = shot
  const response = await fetch(`${served.url}/api/${at.name}`, { method: 'POST', body: body as string, headers: sent })
  const text = await response.text()
  count(`${response.status}`)
  const amiss = amissIn(at, response, text)
  if (amiss)
    wrong.push(
      `${at.name} as ${who}: ${response.status} ${amiss}: ${text.slice(0, 300)} ← ${String(body).slice(0, 500)}`,
    )
}

/** Where the answer is not what the document promises, or tells of the inside. */
function amissIn(at: Operation, response: Response, text: string): string | undefined {
  if (response.status >= 500) return 'broken'
  if (!at.statuses.has(response.status)) return 'a status that is not in the document'
  if (/\n\s+at |node_modules|\/src\/|syntax error|violates|relation "|PostgresError/.test(text))
    return 'tells of the inside'
  if (response.status === 200) return at.carries === 'down' ? undefined : mismatch(at, text)
  const problem = JSON.parse(text) as Record<string, unknown>
  return problem.code && problem.da && problem.en ? undefined : 'a refusal without words'
}

/** What is answered is what the contract says, so nothing that is not valid was stored either. */
function mismatch(at: Operation, text: string): string | undefined {
  const { error } = outputs.get(at.name)!.output.safeParse(JSON.parse(text))
  return error && `not the promised shape: ${JSON.stringify(error.issues).slice(0, 200)}`
}

async function volley(street: Street, seed: number, most: number): Promise<void> {
  const each = Math.ceil(most / operations.length)
  const all = operations.flatMap((at) => fc.sample(shots(at, street), { numRuns: each, seed }))
  const mixed = fc.sample(fc.shuffledSubarray(all, { minLength: Math.min(most, all.length) }), { numRuns: 1, seed })[0]!
  const queue = mixed.slice(0, most)
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let shot = queue.pop(); shot; shot = queue.pop()) await fire(shot)
    }),
  )
}

test(`${REQUESTS} requests made from the OpenAPI document break nothing, store nothing that is not valid, and leave no person in the log`, {
  timeout: 60_000 + REQUESTS * 20,
}, async () => {
  for (let sent = 0, n = 0; sent < REQUESTS; sent += STREET_LASTS, n++)
    await volley(await aStreet(here.world, n), SEED + n, Math.min(STREET_LASTS, REQUESTS - sent))
  const by = [...counts].sort().map(([status, n]) => `${status}: ${n}`)
  const leaked = logged.filter((line) => Object.values(secrets).some((secret) => line.includes(secret)))
  process.stdout.write(
    `  fuzz: ${REQUESTS} requests at ${operations.length} endpoints, seed ${SEED}; ${by.join(', ')}; ${logged.length} lines of log\n`,
  )
  expect([...wrong.slice(0, 10), ...logged.filter((line) => line.includes('"err"')).slice(0, 3)]).toEqual([])
  expect(leaked.slice(0, 5)).toEqual([])
  expect(counts.get('200'), 'many got through the door').toBeGreaterThan(REQUESTS / 50)
})
