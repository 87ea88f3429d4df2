import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import type { Device, Secret } from './device.ts'
import { SESSION_HOURS } from './sessions.ts'
import { derive, type Tenant } from './tenants.ts'

const SESSION = 'rt_session'

/**
 * Over https a cookie is bound to this very host by its name: neither a neighbouring host nor plain http can plant one.
 */
const nameOf = (name: string, isSecure: boolean) => (isSecure ? `__Host-${name}` : name)

const isSecure = (config: Config, request: FastifyRequest) => config.RT_TRUST_PROXY && request.protocol === 'https'

export function sessionToken(config: Config, request: FastifyRequest): string | undefined {
  const bearer = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? request.cookies[nameOf(SESSION, isSecure(config, request))]
}

export const secretOf =
  (config: Config & { RT_SECRET: string }, tenant: Tenant): Secret =>
  (purpose) =>
    derive(config.RT_SECRET, `${tenant.id} ${purpose}`)

export function deviceOf(
  config: Config & { RT_SECRET: string },
  tenant: Tenant,
  request: FastifyRequest,
  reply: FastifyReply,
): Device {
  const secure = isSecure(config, request)
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const keep = (name: string, value: string, seconds: number) =>
    void reply.setCookie(nameOf(name, secure), value, { ...options, maxAge: seconds })
  const drop = (name: string) => void reply.clearCookie(nameOf(name, secure), options)
  return {
    signIn: (token) => keep(SESSION, token, SESSION_HOURS * 3600),
    signOut: () => drop(SESSION),
    cookie: (name) => request.cookies[nameOf(name, secure)],
    keep,
    drop,
    demo: tenant.demo,
    tenantName: tenant.name,
    secret: secretOf(config, tenant),
    address: request.ip,
    origin: `${secure ? 'https' : 'http'}://${request.headers.host}`,
    browser: browserOf(request.headers['user-agent'] ?? ''),
  }
}

const browsers = [
  ['Edge', /Edg/],
  ['Opera', /OPR\//],
  ['Samsung', /SamsungBrowser/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
] as const
const systems = [
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['Mac', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** Only names from our own lists: what a browser says of itself is anybody's text. */
export function browserOf(agent: string): string {
  const named = (list: readonly (readonly [string, RegExp])[]) => list.find(([, sign]) => sign.test(agent))?.[0]
  return [named(browsers), named(systems)].filter(Boolean).join(', ')
}
