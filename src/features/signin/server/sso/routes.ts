import { Problem } from '#kernel/lang/problem.ts'
import type { Route, RouteAnswer, Visit } from '#kernel/server/route.ts'
import type { OidcSetup, SamlSetup } from '../../contract.ts'
import { enter } from '../acting.ts'
import { admit } from '../admit.ts'
import { standingById } from '../standing.ts'
import * as oidc from './oidc.ts'
import { settle } from './people.ts'
import { type ProviderWithSecret, providerById } from './providers.ts'
import * as saml from './saml.ts'
import { answeredHere, giveTicket, leave, spendTicket, takeAnswer, tokenOf } from './trips.ts'

type Of<S> = ProviderWithSecret & { setup: S }
const isOidc = (provider: ProviderWithSecret): provider is Of<OidcSetup> => provider.setup.kind === 'oidc'
const isSaml = (provider: ProviderWithSecret): provider is Of<SamlSetup> => provider.setup.kind === 'saml'

const providerOf = ({ db, clock, device, params }: Visit): Promise<ProviderWithSecret> =>
  providerById(db, clock.today(), params.providerId!, device.secret)

async function mustBe<P extends ProviderWithSecret>(
  visit: Visit,
  is: (provider: ProviderWithSecret) => provider is P,
): Promise<P> {
  const provider = await providerOf(visit)
  if (!is(provider)) throw new Problem('not-found', 'kernel.not-found')
  return provider
}

/** Codes of libraries are theirs; only a short plain one is written down. */
const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: string }
  return String(code ?? message ?? 'unknown')
    .replace(/[^\w .:-]/g, '')
    .slice(0, 120)
}

/**
 * Whatever goes wrong, the browser comes back to the sign-in page with a code that it has a sentence for. What exactly
 * another house's answer failed on stands in the trail, for the administrator; the one who waits outside is not told.
 */
const arriving =
  (run: (visit: Visit) => Promise<RouteAnswer>) =>
  async (visit: Visit): Promise<RouteAnswer> => {
    try {
      return await run(visit)
    } catch (error) {
      const known = error instanceof Problem ? error : new Problem('refused', 'signin.answer-refused')
      if (known.kind === 'not-found' || known.kind === 'busy') throw known
      if (known.code === 'signin.answer-refused' || known.code === 'signin.trip-over')
        await enter(visit.db, visit.clock, {
          action: 'signin.arrive',
          actor: null,
          outcome: 'refused',
          code: known.code,
          about: { provider: visit.params.providerId!, reason: reasonOf(error) },
        })
      return { redirect: `/?log-ind=${known.code}` }
    }
  }

const start = async (visit: Visit): Promise<RouteAnswer> => {
  const provider = await providerOf(visit)
  if (isOidc(provider)) {
    const token = await leave(visit, provider.id, (token) => oidc.stateOf(visit, token))
    return { redirect: await oidc.wayOut(visit, provider, token) }
  }
  const token = await leave(visit, provider.id, (token) => saml.requestOf(visit, token))
  return { redirect: await saml.wayOut(visit, provider as Of<SamlSetup>, token) }
}

const callback = async (visit: Visit): Promise<RouteAnswer> => {
  const provider = await mustBe(visit, isOidc)
  const token = tokenOf(visit)
  const { returnTo } = await answeredHere(visit, provider.id, token)
  const { who, assurance } = await settle(visit, provider, await oidc.wordOf(visit, provider, token))
  await admit(visit, who, { action: 'signin.arrive', how: 'oidc', assurance })
  return { redirect: returnTo }
}

/** Posted by the other house's page: our cookies stay at home (SameSite), so the browser is sent on once, to bring them. */
const acs = async (visit: Visit): Promise<RouteAnswer> => {
  const provider = await mustBe(visit, isSaml)
  const { request, said } = await saml.wordOf(visit, provider)
  const trip = await takeAnswer(visit, provider.id, request)
  const { who, assurance } = await settle(visit, provider, said)
  const ticket = await giveTicket(visit, trip, who.id, assurance)
  return { redirect: `/api/sso/${provider.id}/arrive?billet=${ticket}` }
}

const arrive = async (visit: Visit): Promise<RouteAnswer> => {
  const provider = await mustBe(visit, isSaml)
  const { employeeId, assurance, returnTo } = await spendTicket(
    visit,
    provider.id,
    tokenOf(visit),
    visit.query.get('billet') ?? '',
  )
  const who = await standingById(visit.db, visit.clock.today(), employeeId)
  if (!who) throw new Problem('refused', 'signin.not-employed')
  await admit(visit, who, { action: 'signin.arrive', how: 'saml', assurance })
  return { redirect: returnTo }
}

const metadata = async (visit: Visit): Promise<RouteAnswer> => {
  const provider = await mustBe(visit, isSaml)
  return { type: 'application/samlmetadata+xml; charset=utf-8', body: saml.metadata(visit, provider) }
}

export const ssoRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/sso/:providerId/start', run: arriving(start) },
  { method: 'GET', path: '/api/sso/:providerId/callback', run: arriving(callback) },
  { method: 'POST', path: '/api/sso/:providerId/acs', run: arriving(acs) },
  { method: 'GET', path: '/api/sso/:providerId/arrive', run: arriving(arrive) },
  { method: 'GET', path: '/api/sso/:providerId/metadata', run: metadata },
]
