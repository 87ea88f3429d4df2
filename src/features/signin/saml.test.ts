import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { Browser } from '#kit/browser.ts'
import { selfSigned } from '#kit/certificate.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { type Attributes, privilegeList, SamlIdp, type Twist } from '#kit/saml-idp.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { ask, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { type SamlSetup, signin } from './contract.ts'

const here = useWorld()
const idp = new SamlIdp()
const own = selfSigned('Rød Tråd i Prøveby')
const providerId = newId()
let served: Served
let solvang: GivenUnit
let bakkely: GivenUnit
let setup: SamlSetup

const WORKER = 'urn:dk:kommune:roed-traad:medarbejder'
const LEADER = 'urn:dk:kommune:roed-traad:leder'
const ORG_UNIT = 'urn:dk:kombit:orgUnit'
const UUID = '3f0c7a0e-0000-4000-8000-00000000b0d1'

beforeAll(async () => {
  here.world.clock.set(new Date().toISOString())
  await asta()
  served = await serveWorld(here.world)
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  setup = {
    kind: 'saml',
    entityId: idp.entityId,
    signInUrl: `${idp.url}/sso`,
    certificates: [selfSigned('Det gamle').certificate, idp.keys.certificate],
    ownCertificate: own.certificate,
    roles: [
      { privilege: WORKER, role: 'support-worker', unitId: null },
      { privilege: LEADER, role: 'unit-leader', unitId: solvang.id },
    ],
    units: [{ key: 'orgenhed-bakkely', unitId: bakkely.id }],
    createsEmployees: true,
    assumedAssurance: null,
    cvr: '11223344',
  }
  await save({}, own.key, null)
  idp.trust(await (await fetch(`${served.url}/api/sso/${providerId}/metadata`)).text())
})
afterAll(() => served.close())
beforeEach(() => here.world.clock.set(new Date().toISOString()))

async function asta() {
  here.world.administrator = await signedIn(here.world, here.world.administrator.id, 'Asta')
  return here.world.administrator
}

let version: number | null = null
async function save(change: Partial<SamlSetup>, secret: string | null = null, from = version) {
  const saved = await ask(await asta(), signin.saveProvider, {
    id: providerId,
    version: from,
    label: 'Kommunens login',
    setup: { ...setup, ...change },
    secret,
    closedOn: null,
  })
  version = saved.version
}

const inSolvang = (...privileges: string[]) => privilegeList([{ privileges, constraints: { [ORG_UNIT]: solvang.id } }])
const jens = (): Attributes => ({
  subject: UUID,
  fullName: 'Jens Bødker',
  loa: 'Substantial',
  privileges: inSolvang(WORKER),
  email: 'jens@proeveby.dk',
})

/** A browser on its way to the other house and back with what it says. */
async function goes(who: Attributes, twist: Twist = {}, at = new Browser(served), to = '/') {
  const left = await at.get(`/api/sso/${providerId}/start?til=${encodeURIComponent(to)}`)
  const form = await idp.answer(left.headers.get('location')!, who, twist)
  return { at, form, posted: await at.postedFromElsewhere(`/api/sso/${providerId}/acs`, form) }
}

async function comesHome({ at, posted }: { at: Browser; posted: Response }): Promise<string> {
  const arrived = await at.get(posted.headers.get('location')!)
  return arrived.headers.get('location') ?? `status ${arrived.status}`
}
const sentBackWith = (posted: Response) => /^\/\?log-ind=(.+)$/.exec(posted.headers.get('location') ?? '')?.[1]
const rolesOf = async (name: string) =>
  (
    await here.world.db.all<{ role: string; unit: string }>(sql`select g.role, unit.name as unit from org.role_grant g
    join org.employee e on e.tenant_id = g.tenant_id and e.id = g.employee_id join org.unit on unit.tenant_id = g.tenant_id and unit.id = g.unit_id
    where g.tenant_id = kernel.here() and e.name = ${name} and (g.ends_on is null or g.ends_on >= ${here.world.clock.today()}::date) order by 1, 2`)
  ).map(({ role, unit }) => `${role} ${unit}`)
const reasons = async () =>
  (await trailOf(here.world, 'signin.arrive')).map(
    ({ about, code }) => `${code} ${JSON.parse(about ?? '{}').reason ?? ''}`,
  )

describe('somebody comes from the municipality’s own sign-in', () => {
  test('Jens, never seen before, is employed with the role and unit his privileges name, and lands where he was going', async () => {
    const trip = await goes(jens(), {}, undefined, '/borger/7?filter=vigtige')
    expect(await comesHome(trip)).toBe('/borger/7?filter=vigtige')
    expect((await trip.at.call('org.me')).body).toMatchObject({ name: 'Jens Bødker' })
    expect(await rolesOf('Jens Bødker')).toEqual(['support-worker Solvang'])
    const session = await here.world.db.one(
      sql`select how, assurance from kernel.session where tenant_id = kernel.here() and how = 'saml' limit 1`,
    )
    expect(session).toEqual({ how: 'saml', assurance: 'substantial' })
  })

  test('the second time he is the same person, also under a new name and e-mail; roles follow the privileges and end with them', async () => {
    const both = privilegeList([
      { privileges: [WORKER], constraints: { [ORG_UNIT]: 'ORGENHED-BAKKELY' } },
      { privileges: [LEADER] },
    ])
    await comesHome(await goes({ ...jens(), fullName: 'Jens Holm', email: 'ny@proeveby.dk', privileges: both }))
    expect(await rolesOf('Jens Bødker')).toEqual(['support-worker Bakkely', 'unit-leader Solvang'])
    expect(await rolesOf('Jens Holm')).toEqual([])
  })

  test('with an encrypted answer to a signed request', async () => {
    const trip = await goes(jens(), { encrypted: true })
    expect(Buffer.from(trip.form.SAMLResponse, 'base64').toString()).not.toContain('Jens')
    expect(await comesHome(trip)).toBe('/')
    expect((await trip.at.call('org.me')).status).toBe(200)
  })

  test('an employee imported with the same lasting id is that person; the same e-mail alone is nobody', async () => {
    await asta()
    const lis = await anEmployee(here.world, 'Lis', 'support-worker', solvang)
    await here.world.db.run(
      sql`update org.employee set external_id = 'uuid-lis', user_name = 'lis@proeveby.dk' where tenant_id = kernel.here() and id = ${lis.id}`,
    )
    const trip = await goes({ ...jens(), subject: 'uuid-lis' })
    await comesHome(trip)
    expect((await trip.at.call('org.me')).body).toMatchObject({ id: lis.id })
    const other = await goes({ ...jens(), subject: 'uuid-ukendt', fullName: 'Anden', email: 'lis@proeveby.dk' })
    await comesHome(other)
    expect((await other.at.call('org.me')).body).not.toMatchObject({ id: lis.id })
  })

  test('the administrator ties somebody to an id by hand, and no two people to the same', async () => {
    await asta()
    const [kim, bo] = [
      await anEmployee(here.world, 'Kim', 'support-worker', solvang),
      await anEmployee(here.world, 'Bo', 'support-worker', solvang),
    ]
    await ask(here.world.administrator, signin.linkIdentity, { employeeId: kim.id, providerId, subject: 'uuid-kim' })
    expect(
      (
        await refused(here.world.administrator, signin.linkIdentity, {
          employeeId: bo.id,
          providerId,
          subject: 'uuid-kim',
        })
      ).code,
    ).toBe('signin.subject-taken')
    const trip = await goes({ ...jens(), subject: 'uuid-kim' })
    await comesHome(trip)
    expect((await trip.at.call('org.me')).body).toMatchObject({ id: kim.id })
    await ask(here.world.administrator, signin.linkIdentity, { employeeId: kim.id, providerId, subject: null })
  })

  test('our metadata name us, our address and our certificate', async () => {
    const xml = await (await fetch(`${served.url}/api/sso/${providerId}/metadata`)).text()
    expect(xml).toContain(`entityID="${served.url}/api/sso/${providerId}/metadata"`)
    expect(xml).toContain(`Location="${served.url}/api/sso/${providerId}/acs"`)
    expect(xml).toContain(own.certificate.split('\n')[1])
    expect(xml).not.toContain('PRIVATE KEY')
  })
})

describe('is turned away, with a sentence', () => {
  const stranger = (more: Attributes = {}): Attributes => ({
    ...jens(),
    subject: newId(),
    fullName: 'En Fremmed',
    ...more,
  })

  test.each([
    ['a level below the municipality’s rule', { loa: 'Low' }, 'signin.assurance-low'],
    ['a level nobody knows', { loa: '4' }, 'signin.assurance-low'],
    ['no level at all', { loa: null }, 'signin.assurance-low'],
    ['a role we do not know', { privileges: inSolvangLater('urn:dk:kommune:andet:system') }, 'signin.no-role'],
    ['no privileges', { privileges: null }, 'signin.unknown-person'],
    ['privileges for another municipality', { privileges: foreign() }, 'signin.no-role'],
    ['privileges narrowed in a way we do not know', { privileges: narrowed() }, 'signin.no-role'],
    ['a unit we do not have', { privileges: elsewhere() }, 'signin.no-role'],
    [
      'privileges that cannot be read',
      { privileges: Buffer.from('<!DOCTYPE a>').toString('base64') },
      'signin.privileges-unreadable',
    ],
    ['no lasting id', { subject: null }, 'signin.no-subject'],
  ] as const)('%s', async (_, more, code) => {
    const { posted, at } = await goes(stranger(more as Attributes))
    expect(sentBackWith(posted)).toBe(code)
    expect((await at.call('org.me')).status).toBe(401)
    expect(
      await here.world.db.one(sql`select from org.employee where tenant_id = kernel.here() and name = 'En Fremmed'`),
    ).toBeUndefined()
  })

  test('Jens once his privileges are gone: his roles end, and so do the sessions he had', async () => {
    const before = await goes(jens())
    await comesHome(before)
    const { posted } = await goes({ ...jens(), privileges: inSolvang('urn:dk:noget:andet') })
    expect(sentBackWith(posted)).toBe('signin.no-role')
    expect(await rolesOf('Jens Bødker')).toEqual([])
    expect((await before.at.call('org.me')).status).toBe(401)
    const back = await goes(jens())
    await comesHome(back)
    expect(await rolesOf('Jens Bødker')).toEqual(['support-worker Solvang'])
  })

  test('somebody whose employment ended, whatever the other house says', async () => {
    const trip = await goes({ ...jens(), subject: 'uuid-ida', fullName: 'Ida' })
    await comesHome(trip)
    const { id } = (await trip.at.call('org.me')).body as { id: string }
    await here.world.db.run(
      sql`update org.employee set employed_from = ${'2026-01-01'}, employed_to = ${'2026-02-01'} where tenant_id = kernel.here() and id = ${id}`,
    )
    const { posted } = await goes({ ...jens(), subject: 'uuid-ida', fullName: 'Ida' })
    expect(sentBackWith(posted)).toBe('signin.not-employed')
  })

  test('nobody is made an employee where the setup says no', async () => {
    await save({ createsEmployees: false })
    const { posted } = await goes(stranger())
    expect(sentBackWith(posted)).toBe('signin.no-role')
    await save({})
  })

  function inSolvangLater(privilege: string) {
    return privilegeList([{ privileges: [privilege] }])
  }
  function foreign() {
    return privilegeList([{ scope: 'urn:dk:gov:saml:cvrNumberIdentifier:99999999', privileges: [LEADER] }])
  }
  function narrowed() {
    return privilegeList([{ privileges: [LEADER], constraints: { 'urn:dk:kombit:KLE': '27.*' } }])
  }
  function elsewhere() {
    return privilegeList([{ privileges: [WORKER], constraints: { [ORG_UNIT]: newId() } }])
  }
})

describe('a forged or stolen answer opens nothing', () => {
  const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString()

  test.each<[string, () => Twist, RegExp]>([
    ['meant for another house', () => ({ audience: 'https://andet-system.dk' }), /audience/i],
    ['sent to another address', () => ({ recipient: 'https://andet-system.dk/acs' }), /another address/],
    ['from another house with the same key', () => ({ issuer: 'https://andet-login.dk' }), /another issuer/],
    ['run out', () => ({ notOnOrAfter: minutes(-2) }), /expired/i],
    ['run out for its bearer', () => ({ subjectNotOnOrAfter: minutes(-2) }), /subject confirmation/i],
    ['without an end', () => ({ subjectNotOnOrAfter: null }), /NotOnOrAfter/],
    ['not valid yet', () => ({ notBefore: minutes(5) }), /not yet valid/i],
    ['signed with another key', () => ({ keys: selfSigned('En anden') }), /signature/i],
    ['that answers nobody', () => ({ inResponseTo: null, responseInResponseTo: null }), /InResponseTo|no request/i],
    ['unasked for, wrapped as an answer to our request', () => ({ inResponseTo: null }), /no request/],
    [
      'to somebody else’s request, wrapped as an answer to ours',
      () => ({ inResponseTo: `_${'a'.repeat(40)}` }),
      /InResponseTo/,
    ],
  ])('%s', async (_, twist, reason) => {
    const trip = await goes(jens(), twist())
    expect(sentBackWith(trip.posted)).toBe('signin.answer-refused')
    expect((await reasons()).at(-1)).toMatch(reason)
    expect((await trip.at.call('org.me')).status).toBe(401)
  })

  test('posted twice, it is taken once; of ten at the same moment, too', async () => {
    const { form, posted, at } = await goes(jens())
    expect(posted.headers.get('location')).toContain('/arrive?')
    const again = await at.postedFromElsewhere(`/api/sso/${providerId}/acs`, form)
    expect(sentBackWith(again)).toBe('signin.answer-refused')
    const left = await at.get(`/api/sso/${providerId}/start`)
    const fresh = await idp.answer(left.headers.get('location')!, jens())
    const posts = await Promise.all(
      Array.from({ length: 10 }, () => at.postedFromElsewhere(`/api/sso/${providerId}/acs`, fresh)),
    )
    expect(posts.filter((one) => one.headers.get('location')!.includes('/arrive?'))).toHaveLength(1)
  })

  test('arriving in another browser than the one that left, it opens nothing there: nobody is signed in as somebody else unawares', async () => {
    const { posted } = await goes(jens())
    const victim = new Browser(served)
    const arrived = await victim.get(posted.headers.get('location')!)
    expect(arrived.headers.get('location')).toBe('/?log-ind=signin.trip-over')
    const own = await goes(jens(), {}, victim)
    const theirs = await goes(jens())
    expect((await victim.get(theirs.posted.headers.get('location')!)).headers.get('location')).toBe(
      '/?log-ind=signin.trip-over',
    )
    expect((await victim.call('org.me')).status).toBe(401)
    expect(own.posted.status).toBe(303)
  })

  test('a ticket works once', async () => {
    const { at, posted } = await goes(jens())
    const cookie = at.cookie('rt_trip')!
    expect((await at.get(posted.headers.get('location')!)).headers.get('location')).toBe('/')
    at.plant('rt_trip', cookie)
    expect((await at.get(posted.headers.get('location')!)).headers.get('location')).toBe('/?log-ind=signin.trip-over')
  })

  test('signature wrapping: what was signed moved aside, something else in its place', async () => {
    const evil = (xml: string) =>
      xml
        .replace('Jens Bødker', 'Ond Mand')
        .replace(UUID, 'uuid-ond')
        .replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, '')
    const assertion = (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0]
    const renamed = (xml: string) => evil(xml).replace(/(<saml:Assertion[^>]*ID=")[^"]*/, '$1_ond')
    const wrappings: ((xml: string) => string)[] = [
      (xml) => xml.replace(assertion(xml), renamed(assertion(xml)) + assertion(xml)),
      (xml) => xml.replace(assertion(xml), assertion(xml) + renamed(assertion(xml))),
      (xml) =>
        xml.replace(assertion(xml), `<samlp:Extensions>${assertion(xml)}</samlp:Extensions>${renamed(assertion(xml))}`),
      (xml) =>
        xml.replace(
          assertion(xml),
          renamed(assertion(xml)).replace(
            '</saml:Assertion>',
            `<saml:Advice>${assertion(xml)}</saml:Advice></saml:Assertion>`,
          ),
        ),
      (xml) => xml.replace(assertion(xml), evil(assertion(xml))),
      (xml) => {
        const signature = /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(xml)![0]
        const wrapped = signature.replace(
          '</ds:Signature>',
          `<ds:Object>${assertion(xml).replace(signature, '')}</ds:Object></ds:Signature>`,
        )
        return xml.replace(
          assertion(xml),
          renamed(assertion(xml)).replace('</saml:Issuer>', `</saml:Issuer>${wrapped}`),
        )
      },
      (xml) => xml.replace('Jens Bødker', 'Jens<!-- -->Ond'),
      (xml) => xml.replace(UUID, 'uuid-ond'),
      (xml) =>
        xml
          .replace('<samlp:Response', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><samlp:Response')
          .replace('Jens Bødker', '&e;'),
    ]
    for (const wrap of wrappings) {
      const at = new Browser(served)
      const left = await at.get(`/api/sso/${providerId}/start`)
      const { SAMLResponse } = await idp.answer(left.headers.get('location')!, jens())
      const xml = Buffer.from(SAMLResponse, 'base64').toString()
      const forged = wrap(xml)
      expect(forged).not.toBe(xml)
      const posted = await at.postedFromElsewhere(`/api/sso/${providerId}/acs`, {
        SAMLResponse: Buffer.from(forged).toString('base64'),
      })
      expect([String(wrap), sentBackWith(posted)]).toEqual([String(wrap), 'signin.answer-refused'])
    }
    expect(
      await here.world.db.one(sql`select from org.employee where tenant_id = kernel.here() and name like 'Ond%'`),
    ).toBeUndefined()
  })

  test('relay state leads nowhere: where one comes back to stands with us', async () => {
    const at = new Browser(served)
    const left = await at.get(`/api/sso/${providerId}/start?til=${encodeURIComponent('https://ond.dk/')}`)
    const { SAMLResponse } = await idp.answer(left.headers.get('location')!, jens())
    const posted = await at.postedFromElsewhere(`/api/sso/${providerId}/acs`, {
      SAMLResponse,
      RelayState: 'https://ond.dk/',
    })
    expect(await comesHome({ at, posted })).toBe('/')
  })

  test('rubbish is turned away like everything else', async () => {
    for (const SAMLResponse of [
      '',
      'ikke base64 <',
      Buffer.from('<a/>').toString('base64'),
      Buffer.from('<samlp:Response').toString('base64'),
    ]) {
      const posted = await new Browser(served).postedFromElsewhere(`/api/sso/${providerId}/acs`, { SAMLResponse })
      expect(posted.headers.get('location')).toMatch(/^\/\?log-ind=signin\.(answer-refused|trip-over)$/)
    }
    expect((await new Browser(served).get(`/api/sso/${newId()}/start`)).status).toBe(404)
    expect((await new Browser(served).get('/api/sso/ingen/start')).status).toBe(404)
    expect((await new Browser(served).get(`/api/sso/${providerId}/callback`)).status).toBe(404)
  })
})

describe('setting it up', () => {
  test('is the administrator’s alone; the key is never read back, and must belong to the certificate', async () => {
    const administrator = await asta()
    const shown = await ask(administrator, signin.providers, {})
    expect(shown).toMatchObject([{ label: 'Kommunens login', hasSecret: true }])
    expect(JSON.stringify(shown)).not.toContain('PRIVATE')
    const lone = await anEmployee(here.world, 'Lone', 'unit-leader', solvang)
    expect((await refused(lone, signin.providers, {})).kind).toBe('not-found')
    const wrong = { id: providerId, version, label: 'X', setup, secret: selfSigned('Andet').key, closedOn: null }
    expect((await refused(administrator, signin.saveProvider, wrong)).code).toBe('signin.key-not-of-certificate')
    expect(
      (
        await refused(administrator, signin.saveProvider, {
          ...wrong,
          setup: { ...setup, certificates: ['hej'] },
          secret: null,
        })
      ).code,
    ).toBe('signin.certificate-unreadable')
    expect((await refused(administrator, signin.saveProvider, { ...wrong, secret: null, version: 99 })).kind).toBe(
      'stale',
    )
    const stored = JSON.stringify(
      await here.world.db.all(
        sql`select * from signin.provider, kernel.answer where answer.command = 'signin.saveProvider'`,
      ),
    )
    expect(stored).not.toContain(own.key.split('\n')[1])
  })

  test('closed, it is no longer on the sign-in page and lets nobody in', async () => {
    const today = here.world.clock.today()
    const saved = await ask(await asta(), signin.saveProvider, {
      id: providerId,
      version,
      label: 'Kommunens login',
      setup,
      secret: null,
      closedOn: today,
    })
    version = saved.version
    expect((await new Browser(served).call('signin.ways')).body).toMatchObject({ sso: [] })
    expect((await new Browser(served).get(`/api/sso/${providerId}/start`)).status).toBe(404)
    await save({})
    expect((await new Browser(served).call('signin.ways')).body).toMatchObject({ sso: [{ label: 'Kommunens login' }] })
  })
})
