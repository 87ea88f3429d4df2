import * as client from 'openid-client'
import { Problem } from '#kernel/lang/problem.ts'
import type { Visit } from '#kernel/server/route.ts'
import type { OidcSetup } from '../../contract.ts'
import { type PrivilegeGroup, readPrivileges } from './privileges.ts'
import type { ProviderWithSecret } from './providers.ts'
import type { Said } from './said.ts'
import { mayCall } from './setup.ts'

const KEPT_MS = 10 * 60_000
const MOST_KEPT = 200
const PATIENCE_S = 10
type Oidc = ProviderWithSecret & { setup: OidcSetup }

const kept = new Map<string, { at: number; config: Promise<client.Configuration> }>()

/** What the provider says of itself, asked for every ten minutes and after each change of the setup. */
function configOf(provider: Oidc, hosts: readonly string[]): Promise<client.Configuration> {
  const key = `${provider.id} ${provider.version}`
  const found = kept.get(key)
  if (found && Date.now() - found.at < KEPT_MS) return found.config
  if (kept.size >= MOST_KEPT) kept.clear()
  const config = discover(provider, hosts)
  kept.set(key, { at: Date.now(), config })
  config.catch(() => kept.delete(key))
  return config
}

async function discover({ setup, secret }: Oidc, hosts: readonly string[]): Promise<client.Configuration> {
  const guarded: client.CustomFetch = (url, options) => {
    if (!mayCall(url, hosts)) throw new Problem('refused', 'signin.provider-barred')
    return fetch(url, { ...options, redirect: 'error' } as RequestInit)
  }
  const isPlain = setup.issuer.startsWith('http:')
  // Straight from the provider over https a token's signature may be left unread; we read it, whatever stands between.
  const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])]
  return client.discovery(
    new URL(setup.issuer),
    setup.clientId,
    {},
    secret ? client.ClientSecretPost(secret) : client.None(),
    {
      timeout: PATIENCE_S,
      [client.customFetch]: guarded,
      execute,
    },
  )
}

const addressOf = ({ device }: Visit, { id }: Oidc): string => `${device.origin}/api/sso/${id}/callback`

/** State, nonce and the proof that goes with the code are worked out from the browser's own token: nothing to store or steal. */
export const stateOf = ({ device }: Visit, token: string): string =>
  device.secret(`oidc state ${token}`).toString('base64url')
const nonceOf = ({ device }: Visit, token: string): string => device.secret(`oidc nonce ${token}`).toString('base64url')
const verifierOf = ({ device }: Visit, token: string): string =>
  device.secret(`oidc verifier ${token}`).toString('base64url')

export async function wayOut(visit: Visit, provider: Oidc, token: string): Promise<string> {
  const config = await configOf(provider, visit.hosts)
  return client.buildAuthorizationUrl(config, {
    redirect_uri: addressOf(visit, provider),
    scope: `openid ${provider.setup.scopes}`.trim(),
    code_challenge: await client.calculatePKCECodeChallenge(verifierOf(visit, token)),
    code_challenge_method: 'S256',
    state: stateOf(visit, token),
    nonce: nonceOf(visit, token),
  }).href
}

/** @throws what the library found wrong: state, issuer, audience, signature, time, nonce */
export async function wordOf(visit: Visit, provider: Oidc, token: string): Promise<Said> {
  const config = await configOf(provider, visit.hosts)
  const tokens = await client.authorizationCodeGrant(config, new URL(`${addressOf(visit, provider)}?${visit.query}`), {
    pkceCodeVerifier: verifierOf(visit, token),
    expectedState: stateOf(visit, token),
    expectedNonce: nonceOf(visit, token),
    idTokenExpected: true,
  })
  const claims = (tokens.claims() ?? {}) as Record<string, unknown>
  const more = needsMore(provider.setup, claims) ? await userInfo(config, tokens.access_token, String(claims.sub)) : {}
  return saidIn(provider.setup, { ...more, ...claims })
}

const needsMore = ({ subjectClaim, privilegesClaim, assuranceClaim }: OidcSetup, claims: object): boolean =>
  [subjectClaim, privilegesClaim, assuranceClaim, 'name'].some((claim) => claim !== '' && !(claim in claims))

const userInfo = async (
  config: client.Configuration,
  token: string,
  subject: string,
): Promise<Record<string, unknown>> =>
  config.serverMetadata().userinfo_endpoint ? { ...(await client.fetchUserInfo(config, token, subject)) } : {}

function saidIn({ subjectClaim, privilegesClaim, assuranceClaim }: OidcSetup, claims: Record<string, unknown>): Said {
  const text = (claim: string): string | undefined => (typeof claims[claim] === 'string' ? claims[claim] : undefined)
  const subject = text(subjectClaim)
  if (!subject) throw new Problem('refused', 'signin.no-subject')
  return {
    subject,
    name: text('name') ?? subject,
    assurance: text(assuranceClaim),
    privileges: privilegesIn(claims[privilegesClaim]),
  }
}

/** A list of plain names, or an OIOSAML list in base64. */
function privilegesIn(said: unknown): PrivilegeGroup[] {
  if (Array.isArray(said))
    return [{ scope: null, constraints: [], privileges: said.filter((one) => typeof one === 'string') }]
  if (typeof said !== 'string' || said === '') return []
  const groups = readPrivileges(said)
  if (!groups) throw new Problem('refused', 'signin.privileges-unreadable')
  return groups
}
