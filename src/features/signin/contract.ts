import { z } from 'zod'
import { Admission, factors, Role } from '#features/org/contract.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'

export const secondFactorRules = ['offered', 'administrators', 'everyone'] as const
/** Assurance levels of NSIS, lowest first. */
export const assurances = ['low', 'substantial', 'high'] as const
export const Assurance = z.enum(assurances)
export type Assurance = z.infer<typeof Assurance>

export const Policy = z.object({
  validFrom: Day,
  secondFactor: z.enum(secondFactorRules),
  /** Lowest level at which another house's word is taken. */
  leastAssurance: Assurance,
  /** Minutes without touch after which a shared device locks. */
  lockMinutes: z.int().min(1).max(60),
  /** Hours a full sign-in lasts before a PIN asks for the next; at most two weeks. */
  fullHours: z.int().min(1).max(336),
})
export type Policy = z.infer<typeof Policy>

/** Somebody who may pick their name on a shared device. */
export const PinPerson = z.object({ id: Id, name: z.string(), profession: z.string().nullable(), hasPin: z.boolean() })
export type PinPerson = z.infer<typeof PinPerson>

export const SharedDevice = z.object({
  id: Id,
  name: z.string(),
  unitName: z.string(),
  lockMinutes: z.int(),
  people: z.array(PinPerson),
})
export type SharedDevice = z.infer<typeof SharedDevice>

const WayIn = z.object({ id: Id, label: z.string() })

/** What an authenticator is asked and answers: the WebAuthn JSON forms, read by the library on either side. */
const WebAuthn = z.record(z.string(), z.unknown())
const code = z.string().min(4).max(40)
export const Pin = z.string().regex(/^\d{6,12}$/)
const newPassword = z.string().min(12).max(200)

const Passkey = z.object({ id: Id, name: z.string(), host: z.string(), addedAt: Instant, usedAt: Instant.nullable() })

export const OwnSession = z.object({
  id: Id,
  startedAt: Instant,
  expiresAt: Instant,
  how: z.string(),
  browser: z.string().nullable(),
  deviceName: z.string().nullable(),
  isThis: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>

export const Security = z.object({
  userName: z.string().nullable(),
  hasPassword: z.boolean(),
  passwordSetAt: Instant.nullable(),
  totpSince: Instant.nullable(),
  passkeys: z.array(Passkey),
  recoveryCodesLeft: z.int(),
  pinSetAt: Instant.nullable(),
  /** May be removed down to none. */
  factorRequired: z.boolean(),
  /** A change asks for a sign-in within the last quarter of an hour, and not by PIN. */
  isFresh: z.boolean(),
  sessions: z.array(OwnSession),
})
export type Security = z.infer<typeof Security>

export const DeviceRow = z.object({
  id: Id,
  name: z.string(),
  pairedAt: Instant,
  pairedByName: z.string(),
  claimedAt: Instant.nullable(),
  seenAt: Instant.nullable(),
  version: z.int(),
})
export type DeviceRow = z.infer<typeof DeviceRow>

const privilege = text(300).min(1)
/** Which privilege at the provider gives which role here, and where when the privilege names no unit. */
const RoleRule = z.object({ privilege, role: Role, unitId: Id.nullable() }).strict()
const UnitRule = z.object({ key: text(200).min(1), unitId: Id }).strict()

const address = z.url({ protocol: /^https?$/ }).max(500)
const common = {
  roles: z.array(RoleRule).max(200),
  /** Names of units at the provider, where they are neither our id nor the imported one. */
  units: z.array(UnitRule).max(2000),
  /** Our CVR number. Privileges given for another one are somebody else's; null: they are not told apart. */
  cvr: z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
  /** Makes an employee of somebody unknown whose privileges give a role here. */
  createsEmployees: z.boolean(),
  /** Level taken for granted when the provider says none. Null: then nobody is let in. */
  assumedAssurance: Assurance.nullable(),
}
export const OidcSetup = z
  .object({
    kind: z.literal('oidc'),
    issuer: address,
    clientId: text(300).min(1),
    scopes: text(300),
    /** Claim with the lasting id; `sub` where the provider has nothing better. */
    subjectClaim: text(100).min(1),
    /** Claim with the privileges: a list of names, or an OIOSAML privilege list in base64. Empty: none are sent. */
    privilegesClaim: text(100),
    /** Claim with the NSIS level, as `acr`. */
    assuranceClaim: text(100),
    ...common,
  })
  .strict()
export const SamlSetup = z
  .object({
    kind: z.literal('saml'),
    entityId: text(500).min(1),
    signInUrl: address,
    /** PEM, one or several while the provider changes them. */
    certificates: z.array(text(8000)).min(1).max(5),
    /** Our own certificate (PEM), for the provider to check requests and encrypt to; its key is the secret. */
    ownCertificate: text(8000).nullable(),
    ...common,
  })
  .strict()
export const ProviderSetup = z.discriminatedUnion('kind', [OidcSetup, SamlSetup])
export type ProviderSetup = z.infer<typeof ProviderSetup>
export type OidcSetup = z.infer<typeof OidcSetup>
export type SamlSetup = z.infer<typeof SamlSetup>

export const Provider = z.object({
  id: Id,
  label: z.string(),
  setup: ProviderSetup,
  hasSecret: z.boolean(),
  closedOn: Day.nullable(),
  version: z.int(),
})
export type Provider = z.infer<typeof Provider>

export const signin = contract('signin', {
  /** What stands on the sign-in page of this browser. */
  ways: read(
    z.object({}),
    z.object({ sso: z.array(WayIn), device: SharedDevice.nullable(), leastPasswordLength: z.int() }),
  ),
  /** A code from the authenticator app, or one from paper. */
  secondFactor: write(z.object({ factor: z.enum(['totp', 'recovery']), code }), Admission),
  /** Asks for a passkey: as second factor, or alone when nobody has been named yet. */
  askPasskey: write(z.object({}), WebAuthn),
  usePasskey: write(z.object({ answer: WebAuthn }), Admission),
  /** In place of one that was given for once. */
  chooseOwnPassword: write(z.object({ password: newPassword }), Admission),
  /** An authenticator app to be added, half-way in or signed in: what its QR code says, and the secret to type. */
  offerTotp: write(z.object({}), z.object({ address: z.string(), secret: z.string() })),
  addTotp: write(z.object({ code }), z.object({ recoveryCodes: z.array(z.string()), admission: Admission })),
  offerPasskey: write(z.object({}), WebAuthn),
  addPasskey: write(
    z.object({ name: words(60), answer: WebAuthn }),
    z.object({ recoveryCodes: z.array(z.string()), admission: Admission }),
  ),
  mySecurity: read(z.object({}), Security),
  changePassword: write(
    z.object({ current: z.string().min(1).max(200), password: newPassword }),
    z.object({ ok: z.literal(true) }),
  ),
  removeFactor: write(
    z.object({ factor: z.enum(factors), passkeyId: Id.nullable() }),
    z.object({ ok: z.literal(true) }),
  ),
  renewRecoveryCodes: write(z.object({}), z.object({ recoveryCodes: z.array(z.string()) })),
  endSession: write(z.object({ id: Id }), z.object({ id: Id })),
  endOtherSessions: write(z.object({}), z.object({ ended: z.int() })),
  /** Six digits or more, for shared devices. */
  setPin: write(z.object({ pin: Pin }), z.object({ ok: z.literal(true) })),
  signInWithPin: write(z.object({ employeeId: Id, pin: z.string().max(12) }), z.object({ ok: z.literal(true) })),
  devicesOfUnit: read(
    z.object({ unitId: Id }),
    z.object({ id: Id, devices: z.array(DeviceRow), permitted: z.array(z.string()) }),
  ),
  /** The code is made by the leader's browser and told to nobody but the device; it works for ten minutes, once. */
  pairDevice: write(
    z.object({ id: Id, unitId: Id, name: words(60), code: z.string().regex(/^[A-Z2-9]{10}$/) }),
    z.object({ id: Id, codeUntil: Instant }),
  ),
  /** Makes this browser the device that the code was made for. */
  claimDevice: write(z.object({ code: z.string().max(40) }), z.object({ name: z.string(), unitName: z.string() })),
  endDevice: write(z.object({ id: Id, version: z.int() }), z.object({ id: Id })),
  policy: read(z.object({}), z.object({ now: Policy, coming: z.array(Policy), permitted: z.array(z.string()) })),
  decidePolicy: write(z.object({ id: Id, ...Policy.shape }), z.object({ id: Id })),
  providers: read(z.object({}), z.array(Provider)),
  /** `secret`: the client secret or private key; null keeps the one that stands. */
  saveProvider: write(
    z.object({
      id: Id,
      /** Null for a new one. */
      version: z.int().nullable(),
      label: words(60),
      setup: ProviderSetup,
      secret: z.string().max(16_000).nullable(),
      closedOn: Day.nullable(),
    }),
    z.object({ id: Id, version: z.int() }),
  ),
  /** Ties an employee to their lasting id at a provider; null unties. */
  linkIdentity: write(
    z.object({ employeeId: Id, providerId: Id, subject: text(500).min(1).nullable() }),
    z.object({ id: Id }),
  ),
  /** For somebody who lost their phone: takes away second factors, codes and PIN, and ends their sessions. */
  resetFactors: write(z.object({ employeeId: Id }), z.object({ id: Id })),
})
