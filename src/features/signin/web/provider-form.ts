import { type Role, roles } from '#features/org/roles.ts'
import type { Assurance, Provider, ProviderSetup } from '../contract.ts'

/** The setup as it stands in fields: lists are lines of text, `navn = rolle = enhed`. */
export type ProviderForm = {
  kind: 'oidc' | 'saml'
  label: string
  issuer: string
  clientId: string
  scopes: string
  subjectClaim: string
  privilegesClaim: string
  assuranceClaim: string
  entityId: string
  signInUrl: string
  certificates: string
  ownCertificate: string
  secret: string
  roles: string
  units: string
  createsEmployees: boolean
  assumedAssurance: Assurance | 'none'
  cvr: string
  isOpen: boolean
}

const empty: ProviderForm = {
  kind: 'saml',
  label: '',
  issuer: '',
  clientId: '',
  scopes: 'profile',
  subjectClaim: 'sub',
  privilegesClaim: 'roles',
  assuranceClaim: 'acr',
  entityId: '',
  signInUrl: '',
  certificates: '',
  ownCertificate: '',
  secret: '',
  roles: '',
  units: '',
  createsEmployees: true,
  assumedAssurance: 'none',
  cvr: '',
  isOpen: true,
}

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' = ')

export function formOf(provider: Provider | undefined): ProviderForm {
  if (!provider) return empty
  const { setup, label, closedOn } = provider
  const { assumedAssurance, cvr, createsEmployees } = setup
  const all = {
    label,
    createsEmployees,
    assumedAssurance: assumedAssurance ?? ('none' as const),
    cvr: cvr ?? '',
    isOpen: closedOn === null,
  }
  const lists = {
    roles: setup.roles.map(({ privilege, role, unitId }) => joined(privilege, role, unitId)).join('\n'),
    units: setup.units.map(({ key, unitId }) => joined(key, unitId)).join('\n'),
  }
  if (setup.kind === 'oidc') {
    const { kind, issuer, clientId, scopes, subjectClaim, privilegesClaim, assuranceClaim } = setup
    return { ...empty, ...all, ...lists, kind, issuer, clientId, scopes, subjectClaim, privilegesClaim, assuranceClaim }
  }
  const { kind, entityId, signInUrl, certificates, ownCertificate } = setup
  return {
    ...empty,
    ...all,
    ...lists,
    kind,
    entityId,
    signInUrl,
    certificates: certificates.join('\n'),
    ownCertificate: ownCertificate ?? '',
  }
}

const linesOf = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (line ? line.split('=').map((part) => part.trim()) : []))

const isId = (text: string | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '')
const isRole = (text: string | undefined): text is Role => (roles as readonly string[]).includes(text ?? '')

/** Number of the first line that cannot be read, from 1; undefined when all can. */
export const badRoleLine = (text: string): number | undefined =>
  firstBad(
    text,
    ([privilege, role, unitId, ...rest]) =>
      Boolean(privilege) && isRole(role) && (unitId === undefined || isId(unitId)) && rest.length === 0,
  )
export const badUnitLine = (text: string): number | undefined =>
  firstBad(text, ([key, unitId, ...rest]) => Boolean(key) && isId(unitId) && rest.length === 0)

function firstBad(text: string, isGood: (parts: string[]) => boolean): number | undefined {
  const at = linesOf(text).findIndex((parts) => parts.length > 0 && !isGood(parts))
  return at < 0 ? undefined : at + 1
}

const pems = (text: string): string[] =>
  text.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? (text.trim() ? [text.trim()] : [])

/** Only once no line is bad. */
export function setupOf(form: ProviderForm): ProviderSetup {
  const filled = (text: string) => linesOf(text).filter((parts) => parts.length > 0)
  const shared = {
    roles: filled(form.roles).map(([privilege, role, unitId]) => ({
      privilege: privilege!,
      role: role as Role,
      unitId: unitId ?? null,
    })),
    units: filled(form.units).map(([key, unitId]) => ({ key: key!, unitId: unitId! })),
    createsEmployees: form.createsEmployees,
    assumedAssurance: form.assumedAssurance === 'none' ? null : form.assumedAssurance,
    cvr: form.cvr.trim() || null,
  }
  if (form.kind === 'oidc') {
    const { kind, issuer, clientId, scopes, subjectClaim, privilegesClaim, assuranceClaim } = form
    return {
      kind,
      issuer: issuer.trim(),
      clientId: clientId.trim(),
      scopes: scopes.trim(),
      subjectClaim: subjectClaim.trim(),
      privilegesClaim: privilegesClaim.trim(),
      assuranceClaim: assuranceClaim.trim(),
      ...shared,
    }
  }
  const { kind, entityId, signInUrl, certificates, ownCertificate } = form
  return {
    kind,
    entityId: entityId.trim(),
    signInUrl: signInUrl.trim(),
    certificates: pems(certificates),
    ownCertificate: ownCertificate.trim() || null,
    ...shared,
  }
}

export type FieldsProps = {
  form: ProviderForm
  set: (change: Partial<ProviderForm>) => void
  faultOf: (field: keyof ProviderForm) => string | undefined
}
