import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

export type Account = { sub: string; name: string; nsis?: string; roles?: string[] }

/** A real OpenID provider in this process; who signs in next is said beforehand. */
export class OidcOp {
  readonly clientId = 'roed-traad'
  readonly clientSecret = 'en-hemmelighed-der-kun-bruges-i-proever'
  next: Account = { sub: 'ukendt', name: 'Ukendt' }
  issuer = ''
  readonly #known = new Map<string, Account>()
  #server: http.Server | undefined
  #provider: Provider | undefined

  /** @param redirectUris filled in before the first sign-in: our own address is known only once we are served */
  async open(redirectUris: () => string[], port = 0): Promise<void> {
    this.#server = http.createServer((request, reply) => void this.#serve(request, reply, redirectUris()))
    await new Promise<void>((open) => this.#server!.listen(port, '127.0.0.1', open))
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get host(): string {
    return new URL(this.issuer).host
  }

  async #serve(request: http.IncomingMessage, reply: http.ServerResponse, redirectUris: string[]): Promise<void> {
    this.#provider ??= this.#make(redirectUris)
    if (!request.url!.startsWith('/login/')) return void this.#provider.callback()(request, reply)
    const { prompt, grantId, session, params } = await this.#provider.interactionDetails(request, reply)
    const finish = (result: object) =>
      this.#provider!.interactionFinished(request, reply, result, { mergeWithLastSubmission: true })
    if (prompt.name === 'login') {
      this.#known.set(this.next.sub, this.next)
      return void (await finish({ login: { accountId: this.next.sub } }))
    }
    const grant =
      (grantId && (await this.#provider.Grant.find(grantId))) ||
      new this.#provider.Grant({ accountId: session!.accountId, clientId: params.client_id as string })
    grant.addOIDCScope('openid profile nsis')
    await finish({ consent: { grantId: await grant.save() } })
  }

  #make(redirect_uris: string[]): Provider {
    const configuration: Configuration = {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris,
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      claims: { profile: ['name'], nsis: ['nsis', 'roles'] },
      scopes: ['openid', 'profile', 'nsis'],
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      cookies: { keys: ['prøve'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/login/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...this.#known.get(sub)!, sub }) }),
    }
    return new Provider(this.issuer, configuration)
  }

  /** Goes through the provider's pages as a browser with its own cookies does. @returns the address one is sent back to */
  async walk(from: string): Promise<string> {
    const jar = new Map<string, string>()
    let address = from
    for (let steps = 0; steps < 12 && new URL(address).host === this.host; steps++) {
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        jar.set(name!, value!)
      }
      const to = answer.headers.get('location')
      if (!to)
        throw new Error(
          `${address} answered ${answer.status}: ${(await answer.text())
            .replace(/<style>[\s\S]*?<\/style>/, '')
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .slice(0, 500)}`,
        )
      address = new URL(to, address).href
    }
    return address
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#server!.close(() => closed()))
  }
}

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')

/** A provider that says whatever it is told to say: for what an honest one would never do. */
export class CrookedOp {
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  issuer = ''
  /** What the next ID token differs in. */
  twist: { claims?: Record<string, unknown>; algorithm?: string; key?: KeyObject; tamper?: boolean } = {}
  readonly #nonces = new Map<string, string>()
  #server: http.Server | undefined

  async open(): Promise<void> {
    this.#server = http.createServer((request, reply) => void this.#serve(request, reply))
    await new Promise<void>((open) => this.#server!.listen(0, '127.0.0.1', open))
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get host(): string {
    return new URL(this.issuer).host
  }

  async #serve(request: http.IncomingMessage, reply: http.ServerResponse): Promise<void> {
    const at = new URL(request.url!, this.issuer)
    const say = (body: object) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (at.pathname === '/.well-known/openid-configuration') return void say(this.#metadata())
    if (at.pathname === '/jwks')
      return void say({
        keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' }],
      })
    let body = ''
    for await (const chunk of request) body += chunk
    const nonce = this.#nonces.get(new URLSearchParams(body).get('code') ?? '')
    say({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: this.#token(nonce) })
  }

  #metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }

  #token(nonce: string | undefined): string {
    const now = Math.floor(Date.now() / 1000)
    const { claims, algorithm = 'RS256', key = this.#keys.privateKey, tamper } = this.twist
    const said = {
      iss: this.issuer,
      aud: 'roed-traad',
      sub: 'krog',
      name: 'Krog',
      nsis: 'High',
      roles: ['leder'],
      iat: now,
      exp: now + 300,
      nonce,
      ...claims,
    }
    const unsigned = `${part({ alg: algorithm, kid: 'k' })}.${part(said)}`
    if (algorithm === 'none') return `${unsigned}.`
    const signature = createSign('sha256').update(unsigned).sign(key).toString('base64url')
    return tamper
      ? `${unsigned.split('.')[0]}.${part({ ...said, sub: 'en-anden' })}.${signature}`
      : `${unsigned}.${signature}`
  }

  /** @returns the address the browser would be sent back to */
  sendBack(cameBy: string, change: Record<string, string> = {}): string {
    const asked = new URL(cameBy).searchParams
    const code = crypto.randomUUID()
    this.#nonces.set(code, asked.get('nonce')!)
    return `${asked.get('redirect_uri')}?${new URLSearchParams({ code, state: asked.get('state')!, iss: this.issuer, ...change })}`
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#server!.close(() => closed()))
  }
}
