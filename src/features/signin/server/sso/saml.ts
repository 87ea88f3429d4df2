import { type CacheProvider, type Profile, SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import { Problem } from '#kernel/lang/problem.ts'
import type { Visit } from '#kernel/server/route.ts'
import { sql } from '#kernel/server/sql.ts'
import type { SamlSetup } from '../../contract.ts'
import { readPrivileges } from './privileges.ts'
import type { ProviderWithSecret } from './providers.ts'
import type { Said } from './said.ts'

type Saml = ProviderWithSecret & { setup: SamlSetup }

/** Names of OIOSAML 3 attributes, as collected from open code; to be checked against the profile's text at digst.dk. */
const names = {
  subject: 'https://data.gov.dk/model/core/eid/professional/uuid/persistent',
  fullName: 'https://data.gov.dk/model/core/eid/fullName',
  privileges: 'https://data.gov.dk/model/core/eid/privilegesIntermediate',
  assurance: 'https://data.gov.dk/concept/core/nsis/loa',
} as const

/** Seconds that two houses' clocks may differ. */
const SKEW_MS = 60_000
const REQUEST_MS = 10 * 60_000

/** Our name towards the provider; also where it finds our metadata. */
const ownName = ({ device }: Visit, { id }: Saml): string => `${device.origin}/api/sso/${id}/metadata`
const answerAddress = ({ device }: Visit, { id }: Saml): string => `${device.origin}/api/sso/${id}/acs`

/** The library asks here whether a request is ours and still open. Taking it, once, is our own statement (trips.ts). */
const requests = ({ db, clock }: Visit, { id }: Saml): CacheProvider => ({
  saveAsync: async () => null,
  removeAsync: async () => null,
  async getAsync(request) {
    const row = await db.one<{ at: string }>(sql`select to_json(started_at) #>> '{}' as at from signin.trip
      where tenant_id = kernel.here() and provider_id = ${id} and request = ${request} and answered_at is null and expires_at > ${clock.now()}`)
    return row?.at ?? null
  },
})

function library(visit: Visit, provider: Saml, request?: string): SAML {
  const { setup, secret } = provider
  const issuer = ownName(visit, provider)
  return new SAML({
    issuer,
    audience: issuer,
    callbackUrl: answerAddress(visit, provider),
    entryPoint: setup.signInUrl,
    idpCert: setup.certificates,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: REQUEST_MS,
    acceptedClockSkewMs: SKEW_MS,
    cacheProvider: requests(visit, provider),
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    ...(request && { generateUniqueId: () => request }),
    ...(secret && { privateKey: secret, decryptionPvk: secret }),
  })
}

/** A request id of its own for each trip; an XML id may not begin with a digit. */
export const requestOf = ({ device }: Visit, token: string): string =>
  `_${device.secret(`saml request ${token}`).toString('hex').slice(0, 40)}`

/** No relay state is sent: where one came from stands with the trip, and whatever comes back as relay state is not read. */
export const wayOut = (visit: Visit, provider: Saml, token: string): Promise<string> =>
  library(visit, provider, requestOf(visit, token)).getAuthorizeUrlAsync('', undefined, {})

export function metadata(visit: Visit, provider: Saml): string {
  const own = provider.setup.ownCertificate
  return library(visit, provider).generateServiceProviderMetadata(own, own)
}

/**
 * @returns the request that the answer names, and what it says
 * @throws what the library or we found wrong
 */
export async function wordOf(visit: Visit, provider: Saml): Promise<{ request: string; said: Said }> {
  const answer = visit.form.get('SAMLResponse')
  if (!answer) throw new Problem('refused', 'signin.trip-over')
  const { profile } = await library(visit, provider).validatePostResponseAsync({ SAMLResponse: answer })
  if (!profile) throw new Error('no profile')
  if (profile.issuer !== provider.setup.entityId) throw new Error('another issuer')
  return { request: confirmed(visit, provider, profile), said: saidIn(profile) }
}

type Bearer = { Recipient?: string; InResponseTo?: string }
type Confirmation = { $?: { Method?: string }; SubjectConfirmationData?: { $?: Bearer }[] }
type Assertion = { Assertion?: { Subject?: { SubjectConfirmation?: Confirmation[] }[] } }

/**
 * What the library leaves open: when only the assertion is signed, its own subject confirmation must name our request and
 * our address. Otherwise a stolen assertion could be wrapped in an unsigned answer to somebody else's request.
 */
function confirmed(visit: Visit, provider: Saml, profile: Profile): string {
  const assertion = profile.getAssertion?.() as Assertion | undefined
  const all = assertion?.Assertion?.Subject?.[0]?.SubjectConfirmation ?? []
  const data =
    all.length === 1 && all[0]!.$?.Method === 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
      ? all[0]!.SubjectConfirmationData?.[0]?.$
      : undefined
  if (!data?.InResponseTo || data.InResponseTo !== profile.inResponseTo) throw new Error('answers no request')
  if (data.Recipient !== answerAddress(visit, provider)) throw new Error('meant for another address')
  return data.InResponseTo
}

function saidIn(profile: Profile): Said {
  const attributes = (profile.attributes ?? {}) as Record<string, unknown>
  const text = (name: string): string | undefined =>
    typeof attributes[name] === 'string' ? attributes[name] : undefined
  const isPersistent = profile.nameIDFormat === 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
  const subject = text(names.subject) ?? (isPersistent ? profile.nameID : undefined)
  if (!subject) throw new Problem('refused', 'signin.no-subject')
  const list = text(names.privileges)
  const privileges = list ? readPrivileges(list) : []
  if (!privileges) throw new Problem('refused', 'signin.privileges-unreadable')
  return { subject, name: text(names.fullName) ?? subject, assurance: text(names.assurance), privileges }
}
