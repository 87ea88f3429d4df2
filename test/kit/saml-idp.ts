import http from 'node:http'
import type { AddressInfo } from 'node:net'
import * as samlify from 'samlify'
import { type KeyPair, selfSigned } from './certificate.ts'

samlify.setSchemaValidator({ validate: async () => 'not looked at: the answering side is what is tried' })

export type Attributes = {
  subject?: string | null
  fullName?: string
  loa?: string | null
  privileges?: string | null
  email?: string
}

/** What is put into an answer, where it shall differ from an honest one. */
export type Twist = {
  audience?: string
  recipient?: string
  issuer?: string
  notBefore?: string
  notOnOrAfter?: string
  subjectNotOnOrAfter?: string | null
  /** Null: the assertion answers nobody. */
  inResponseTo?: string | null
  responseInResponseTo?: string | null
  assertionId?: string
  keys?: KeyPair
  encrypted?: boolean
}

const names = {
  subject: 'https://data.gov.dk/model/core/eid/professional/uuid/persistent',
  fullName: 'https://data.gov.dk/model/core/eid/fullName',
  email: 'https://data.gov.dk/model/core/eid/email',
  privileges: 'https://data.gov.dk/model/core/eid/privilegesIntermediate',
  loa: 'https://data.gov.dk/concept/core/nsis/loa',
} as const

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const statement = (given: Attributes) => {
  const all = {
    'https://data.gov.dk/model/core/specVersion': 'OIO-SAML-3.0',
    ...Object.fromEntries(Object.entries(names).map(([key, name]) => [name, given[key as keyof Attributes]])),
  }
  const attributes = Object.entries(all)
    .filter(([, value]) => typeof value === 'string')
    .map(
      ([name, value]) =>
        `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>${escaped(value!)}</saml:AttributeValue></saml:Attribute>`,
    )
  return `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`
}

/** The privilege list of the OIO Basic Privilege Profile, as base64. */
export const privilegeList = (
  groups: { scope?: string; privileges: string[]; constraints?: Record<string, string> }[],
): string => {
  const inner = groups.map(
    ({ scope = 'urn:dk:gov:saml:cvrNumberIdentifier:11223344', privileges, constraints = {} }) => {
      const narrowed = Object.entries(constraints).map(
        ([name, value]) => `<Constraint Name="${name}">${value}</Constraint>`,
      )
      return `<PrivilegeGroup Scope="${scope}">${narrowed.join('')}${privileges.map((one) => `<Privilege>${one}</Privilege>`).join('')}</PrivilegeGroup>`
    },
  )
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile">${inner.join('')}</bpp:PrivilegeList>`,
  ).toString('base64')
}

const newId = () => `_${crypto.randomUUID()}`
const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString()

/** An identity provider that speaks SAML 2.0, made with samlify; it knows whoever it is told to know next. */
export class SamlIdp {
  readonly keys = selfSigned('Prøvekommunens login')
  readonly entityId = 'https://login.proeveby.example/saml'
  url = 'https://login.proeveby.example'
  /** Who signs in next at the page of the provider. */
  next: Attributes = {}
  #server: http.Server | undefined
  /** Where our house says what it is called and where it wants its answers. */
  #metadata = new Map<string, string>()

  #idp(keys: KeyPair, isEncrypted: boolean) {
    const settings = {
      entityID: this.entityId,
      privateKey: keys.key,
      signingCert: keys.certificate,
      isAssertionEncrypted: isEncrypted,
      requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      dataEncryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
      wantAuthnRequestsSigned: isEncrypted,
      singleSignOnService: [
        { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: `${this.url}/sso` },
      ],
    }
    return samlify.IdentityProvider(settings)
  }

  /** Our house's own metadata, as it gives them out. */
  trust(metadata: string): void {
    const { entityMeta } = samlify.ServiceProvider({ metadata })
    this.#metadata.set(entityMeta.getEntityID(), metadata)
  }

  /** The answer to a browser that came with a request: what its form would post. */
  async answer(
    cameBy: string,
    who: Attributes,
    twist: Twist = {},
  ): Promise<{ SAMLResponse: string; RelayState: string }> {
    const query = Object.fromEntries(new URL(cameBy).searchParams)
    const [metadata] = this.#metadata.values()
    const sp = samlify.ServiceProvider({ metadata: metadata! })
    const idp = this.#idp(twist.keys ?? this.keys, twist.encrypted ?? false)
    const octetString = cameBy.split('?')[1]!.split('&Signature=')[0]!
    const { extract } = await idp.parseLoginRequest(sp, 'redirect', { query, octetString })
    const xml = this.#response(sp, (extract.request as { id: string }).id, who, twist)
    const { context } = await idp.createLoginResponse(sp, { extract } as never, 'post', {}, {
      customTagReplacement: () => ({ id: newId(), context: xml }),
    } as never)
    return { SAMLResponse: context, RelayState: query.RelayState ?? '' }
  }

  #response(sp: ReturnType<typeof samlify.ServiceProvider>, request: string, who: Attributes, twist: Twist): string {
    const acs = String(sp.entityMeta.getAssertionConsumerService('post'))
    const answers = (id: string | null | undefined) => (id === null ? '' : ` InResponseTo="${id ?? request}"`)
    const until = twist.subjectNotOnOrAfter === null ? '' : ` NotOnOrAfter="${twist.subjectNotOnOrAfter ?? minutes(5)}"`
    return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${newId()}" Version="2.0" IssueInstant="${minutes(0)}" Destination="${acs}"${answers(twist.responseInResponseTo)}><saml:Issuer>${this.entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${twist.assertionId ?? newId()}" Version="2.0" IssueInstant="${minutes(0)}"><saml:Issuer>${twist.issuer ?? this.entityId}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${newId()}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData${until} Recipient="${twist.recipient ?? acs}"${answers(twist.inResponseTo)}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${twist.notBefore ?? minutes(-1)}" NotOnOrAfter="${twist.notOnOrAfter ?? minutes(5)}"><saml:AudienceRestriction><saml:Audience>${twist.audience ?? sp.entityMeta.getEntityID()}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${minutes(0)}" SessionIndex="${newId()}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${statement(who)}</saml:Assertion></samlp:Response>`
  }

  /** As a page in a browser: one presses *Log ind* and is posted back. */
  async open(): Promise<void> {
    this.#server = http.createServer(async (request, reply) => {
      if (!request.url!.startsWith('/sso?')) return void reply.writeHead(404).end()
      const { SAMLResponse, RelayState } = await this.answer(`${this.url}${request.url}`, this.next)
      const [metadata] = this.#metadata.values()
      const acs = samlify.ServiceProvider({ metadata: metadata! }).entityMeta.getAssertionConsumerService('post')
      reply.setHeader('content-type', 'text/html; charset=utf-8')
      reply.end(`<!doctype html><html lang="da"><title>Kommunens login</title><h1>Kommunens login</h1><form method="post" action="${acs}">
        <input type="hidden" name="SAMLResponse" value="${SAMLResponse}"><input type="hidden" name="RelayState" value="${RelayState}"><button>Log ind</button></form>`)
    })
    await new Promise<void>((open) => this.#server!.listen(0, '127.0.0.1', open))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): Promise<void> {
    return new Promise((closed) => (this.#server ? this.#server.close(() => closed()) : closed()))
  }
}
