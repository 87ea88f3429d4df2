import { createPrivateKey, X509Certificate } from 'node:crypto'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { ProviderSetup } from '../../contract.ts'

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).publicKey.asymmetricKeyType !== undefined
  } catch {
    return false
  }
}

/** Our own key must belong to our own certificate. */
function isKeyOf(pem: string, key: string): boolean {
  try {
    return new X509Certificate(pem).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

/** Why a setup cannot be used, seen from here; whether the other house agrees is seen at the first sign-in. */
export function whyNotSetup(setup: ProviderSetup, secret: string | null): Refusal | undefined {
  if (setup.kind === 'oidc') return undefined
  if (!setup.certificates.every(isCertificate))
    return refusal('signin.certificate-unreadable', {}, 'setup.certificates')
  if (setup.ownCertificate && !isCertificate(setup.ownCertificate))
    return refusal('signin.certificate-unreadable', {}, 'setup.ownCertificate')
  if (secret !== null && !(setup.ownCertificate && isKeyOf(setup.ownCertificate, secret)))
    return refusal('signin.key-not-of-certificate', {}, 'secret')
  return undefined
}

/**
 * Whether the server may call an address that an administrator wrote. Over https to a host with a name: its certificate
 * proves that it is that host, so the inside of our own house cannot be reached this way. Anything else only where those
 * who run the server have named it (`RT_SSO_HOSTS`). Compared as parsed, never as text.
 */
export function mayCall(address: string | URL, hosts: readonly string[]): boolean {
  const there = URL.parse(String(address))
  if (!there || there.username || there.password) return false
  if (hosts.includes(there.host.toLowerCase())) return ['http:', 'https:'].includes(there.protocol)
  const isNamed = /^(?!localhost$)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(there.hostname)
  return there.protocol === 'https:' && isNamed
}
