import fs from 'node:fs'
import path from 'node:path'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { fill, Problem, type Sentences, statusOf } from '#kernel/lang/problem.ts'
import { kernelProblems } from '#kernel/lang/problems.ts'
import { clamd } from './clamd.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { deviceOf, secretOf, sessionToken } from './cookies.ts'
import { guardingHeaders } from './guarding-headers.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import { Metrics } from './metrics.ts'
import { type Admit, downloads, uploads } from './octets.ts'
import { docsPage, openApi } from './openapi.ts'
import type { Route, Visit } from './route.ts'
import { asProblem, type Ground, parse, perform } from './run.ts'
import { unsealedSeconds } from './sealer.ts'
import { Sessions } from './sessions.ts'
import { dbOn, type Purpose, purposes, sql, wholeOn } from './sql.ts'
import type { Tenant, Tenants } from './tenants.ts'
import type { By, DoorDefinition, Later, Tell, UseCase } from './use-case.ts'

export type House = {
  config: Config & { RT_SECRET: string }
  clock: Clock
  log: Log
  tenants: Tenants
  live: Live
  useCases: readonly UseCase[]
  routes?: readonly Route[] | undefined
  sentences: Sentences
  /** See `Ground`. */
  tally?: Ground['tally']
  /** Begins a job of a tenant. */
  later?: ((tenant: Tenant, ...job: Parameters<Later>) => void) | undefined
  /** Folder of the built web app. */
  web?: string | undefined
}

const BODY_LIMIT = 1_048_576
/** A signed and encrypted assertion with a long list of privileges is some ten thousand letters. */
const FORM_LIMIT = 262_144
/** Of one address in a minute, at each door: a whole municipality may come from one address at the change of shifts. */
const GUESSES_A_MINUTE = 300

type Caller = { tenant: Tenant; by?: By | undefined; token?: string | undefined }

export async function serve(house: House): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: house.log.child({}, { level: 'warn' }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: house.config.RT_TRUST_PROXY,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    // Somebody who dribbles a request is closed after at most 12 s; Node alone looks every 30 s and waits a minute.
    http: { connectionsCheckingInterval: 2_000, headersTimeout: 10_000 },
    genReqId: () => crypto.randomUUID(),
    // Every line we log names its request itself.
    childLoggerFactory: (log) => log,
  })
  await app.register(cookie)
  const guarding = await guardingHeaders(Boolean(house.config.RT_TRUST_PROXY))
  app.addHook('onRequest', async (_, reply) => void reply.headers(guarding))
  await app.register(rateLimit, { global: false })
  const metrics = new Metrics()
  const sessions = new Sessions()
  app.addHook('onResponse', async (request, reply) =>
    metrics.count(request.routeOptions.url ?? 'other', reply.statusCode, reply.elapsedTime),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => answerProblem(house, error, request, reply))
  const carrying = (way: 'up' | 'down' | undefined) => house.useCases.filter(({ contract }) => contract.carries === way)
  for (const useCase of carrying(undefined)) endpoint(app, house, sessions, useCase)
  const admit = admitting(house, sessions)
  await uploads(app, carrying('up'), admit)
  downloads(app, carrying('down'), admit)
  await app.register(async (inner) => mountRoutes(inner, house, sessions))
  live(app, house, sessions, guarding)
  inspection(app, house, metrics)
  await webApp(app, house)
  return app
}

/** Cookies travel with a call from anywhere; a call that changes or reads must come from our own pages, or from no page at all. */
function sameOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  const own = !origin || URL.parse(origin)?.host === request.headers.host
  if (!own || (site && site !== 'same-origin' && site !== 'none'))
    throw new Problem('not-permitted', 'kernel.foreign-origin')
}

async function callerOf(house: House, sessions: Sessions, request: FastifyRequest): Promise<Caller> {
  const tenant = house.tenants.byHost(request.headers.host ?? '')
  if (!tenant) throw new Problem('not-found', 'kernel.no-tenant')
  const token = sessionToken(house.config, request)
  const by = token ? await sessions.of(dbOn(house.tenants.pool(tenant)), house.clock, tenant.id, token) : undefined
  return { tenant, by, token }
}

function groundOf(house: House, tenant: Tenant): Ground {
  return {
    pool: house.tenants.pool(tenant),
    clock: house.clock,
    named: house.config.RT_NAMED_STATEMENTS,
    tell: (tells) => house.live.tell(tenant.id, tells),
    later: (...job) => house.later?.(tenant, ...job),
    scan: house.config.RT_CLAMD ? clamd(house.config.RT_CLAMD) : undefined,
    tally: house.tally,
    secret: secretOf(house.config, tenant),
  }
}

function endpoint(app: FastifyInstance, house: House, sessions: Sessions, useCase: UseCase): void {
  const isCrowd = (useCase.definition as { crowd?: true }).crowd ?? false
  const guessable = useCase.kind === 'door' && useCase.contract.kind === 'write' && !isCrowd
  const options = guessable ? { config: { rateLimit: { max: GUESSES_A_MINUTE, timeWindow: '1 minute' } } } : {}
  app.post(`/api/${useCase.contract.name}`, options, async (request, reply) => {
    sameOrigin(request)
    const caller = await callerOf(house, sessions, request)
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store')
    if (useCase.kind === 'door') return enter(house, useCase, caller, request, reply)
    if (!caller.by) throw new Problem('signed-out', 'kernel.signed-out')
    const key = keyOf(request)
    const purpose = purposeOf(request, useCase)
    const ground = groundOf(house, caller.tenant)
    return perform({ ground, useCase, input: request.body ?? {}, by: caller.by, key, purpose })
  })
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key !== undefined && (typeof key !== 'string' || key.length > 100))
    throw new Problem('bad-input', 'kernel.key-missing')
  return key
}

/** For calls that carry octets: asked before any of them is read. */
const admitting =
  (house: House, sessions: Sessions): Admit =>
  async (request) => {
    sameOrigin(request)
    const { tenant, by } = await callerOf(house, sessions, request)
    if (!by) throw new Problem('signed-out', 'kernel.signed-out')
    return { by, ground: groundOf(house, tenant), key: keyOf(request) }
  }

/** A read may say that what it asks for is to be printed or taken out; the trail then says so. */
function purposeOf(request: FastifyRequest, { contract }: UseCase): Purpose | undefined {
  const said = request.headers['rt-purpose']
  if (said === undefined) return undefined
  const purpose = purposes.find((one) => one === said)
  if (!purpose || contract.kind !== 'read') throw new Problem('bad-input', 'kernel.purpose-unknown')
  return purpose
}

async function enter(
  house: House,
  useCase: UseCase,
  caller: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const definition = useCase.definition as DoorDefinition<UseCase['contract']>
  const device = deviceOf(house.config, caller.tenant, request, reply)
  const input = parse(useCase.contract, request.body ?? {}) as never
  const pool = definition.crowd ? house.tenants.pool(caller.tenant) : house.tenants.door(caller.tenant)
  const tell = (tells: Tell[]) => house.live.tell(caller.tenant.id, tells)
  const acting = { db: dbOn(pool), whole: wholeOn(pool), tell, input, clock: house.clock, device, by: caller.by }
  return JSON.stringify(await definition.run(acting))
}

/** Forms come from other houses' pages, so who sent them is for the route to find out. */
function mountRoutes(app: FastifyInstance, house: House, sessions: Sessions): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (_, body, done) => done(null, new URLSearchParams(body as string)),
  )
  const options = { config: { rateLimit: { max: GUESSES_A_MINUTE, timeWindow: '1 minute' } } }
  for (const { method, path, run } of house.routes ?? [])
    app.route({
      method,
      url: path,
      ...options,
      handler: async (request, reply) => {
        const answer = await run(await visitOf(house, sessions, request, reply))
        reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
        return 'redirect' in answer ? reply.redirect(answer.redirect, 303) : reply.type(answer.type).send(answer.body)
      },
    })
}

async function visitOf(house: House, sessions: Sessions, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const { tenant, by } = await callerOf(house, sessions, request)
  const pool = house.tenants.door(tenant)
  return {
    db: dbOn(pool),
    whole: wholeOn(pool),
    clock: house.clock,
    device: deviceOf(house.config, tenant, request, reply),
    by,
    params: request.params as Record<string, string>,
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    hosts: house.config.RT_SSO_HOSTS,
  }
}

function live(app: FastifyInstance, house: House, sessions: Sessions, guarding: Record<string, string>): void {
  app.get('/api/live', async (request, reply) => {
    sameOrigin(request)
    const { tenant, by } = await callerOf(house, sessions, request)
    if (!by) throw new Problem('signed-out', 'kernel.signed-out')
    reply.hijack()
    reply.raw.writeHead(200, {
      ...guarding,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    house.live.listen(tenant, by, reply.raw)
  })
}

function inspection(app: FastifyInstance, house: House, metrics: Metrics): void {
  app.get('/health', async (_, reply) => {
    await dbOn(house.tenants.front).run(sql`select 1`)
    return reply.send({ ok: true })
  })
  app.get('/metrics', async (request, reply) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)
    if (!local) throw new Problem('not-found', 'kernel.not-found')
    const unsealed = await unsealedSeconds(house.tenants.front).catch(() => Number.NaN)
    const gauges = { rt_live_streams: house.live.count, rt_audit_unsealed_seconds: unsealed }
    return reply.type('text/plain; version=0.0.4').send(metrics.text(gauges))
  })
  const document = openApi(house.useCases)
  app.get('/api/openapi.json', async () => document)
  app.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage(house.useCases)))
}

/** Built files by their hashed names for ever; the page itself anew each time. Every other address is the app's to route. */
async function webApp(app: FastifyInstance, house: House): Promise<void> {
  const root = house.web
  const isBuilt = root !== undefined && fs.existsSync(path.join(root, 'index.html'))
  app.setNotFoundHandler((request, reply) => {
    const isPage = isBuilt && ['GET', 'HEAD'].includes(request.method) && !request.url.startsWith('/api/')
    if (isPage) return reply.sendFile('index.html')
    return answerProblem(house, new Problem('not-found', 'kernel.not-found'), request, reply)
  })
  if (!isBuilt) return
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, file) => {
      response.header(
        'cache-control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
}

function problemOf(error: FastifyError | Problem, bodyLimit: number): Problem {
  const known = asProblem(error)
  if (known instanceof Problem) return known
  const { code, statusCode } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('bad-input', 'kernel.too-large', { max: Math.floor(bodyLimit / 1024) })
  if (statusCode === 429) return new Problem('too-many', 'kernel.too-many', { seconds: 60 })
  if (statusCode === 400 || statusCode === 415) return new Problem('bad-input', 'kernel.not-json')
  // An address that climbs out of the folder of the web app, or names what nobody serves.
  if (statusCode && statusCode < 500) return new Problem('not-found', 'kernel.not-found')
  return new Problem('broken', 'kernel.broken', {}, { cause: error })
}

function answerProblem(house: House, error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error, request.routeOptions.bodyLimit ?? BODY_LIMIT)
  const said = { code: problem.code, kind: problem.kind, request: request.id }
  if (problem.kind === 'broken' || problem.kind === 'busy')
    house.log.error({ ...said, err: problem.cause ?? problem }, 'request failed')
  if (problem.kind === 'busy') reply.header('retry-after', '2')
  return reply
    .status(statusOf[problem.kind])
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(bodyOf(problem, house.sentences)))
}

/** What a caller is told: kind and code for the machine, a sentence in both languages, and the field. */
export function bodyOf(problem: Problem, sentences: Sentences) {
  const say = (code: string, facts = {}) => {
    const sentence =
      sentences[code as never] ?? (kernelProblems as Sentences)[code as never] ?? kernelProblems['kernel.bad-value']
    return { da: fill(sentence.da, facts), en: fill(sentence.en, facts) }
  }
  const faults = problem.faults.map((fault) => ({ ...fault, ...say(fault.code, fault.facts) }))
  return {
    kind: problem.kind,
    code: problem.code,
    facts: problem.facts,
    ...say(problem.code, problem.facts),
    faults,
    current: problem.current,
  }
}
