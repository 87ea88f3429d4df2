import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { Browser } from '#kit/browser.ts'
import { aUnit, type GivenUnit } from '#kit/given.ts'
import { type Account, CrookedOp, OidcOp } from '#kit/oidc-op.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { ask, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { type OidcSetup, signin } from './contract.ts'

const here = useWorld()
const op = new OidcOp()
const crooked = new CrookedOp()
const [honestId, crookedId] = [newId(), newId()]
let served: Served
let solvang: GivenUnit

beforeAll(async () => {
  here.world.clock.set(new Date().toISOString())
  here.world.administrator = await signedIn(here.world, here.world.administrator.id, 'Asta')
  await op.open(() => [`${served.url}/api/sso/${honestId}/callback`])
  await crooked.open()
  here.world.house.config.RT_SSO_HOSTS = [op.host, crooked.host]
  served = await serveWorld(here.world)
  solvang = await aUnit(here.world, 'Solvang')
  await save(honestId, 'Kommunens login', op.issuer, op.clientSecret)
  await save(crookedId, 'Et andet login', crooked.issuer, null)
})
beforeEach(() => here.world.clock.set(new Date().toISOString()))
afterAll(async () => {
  await served.close()
  await Promise.all([op.close(), crooked.close()])
})

function save(id: string, label: string, issuer: string, secret: string | null) {
  const setup: OidcSetup = {
    kind: 'oidc',
    issuer,
    clientId: 'roed-traad',
    scopes: 'profile nsis',
    subjectClaim: 'sub',
    privilegesClaim: 'roles',
    assuranceClaim: 'nsis',
    roles: [{ privilege: 'leder', role: 'unit-leader', unitId: solvang.id }],
    units: [],
    createsEmployees: true,
    assumedAssurance: null,
    cvr: null,
  }
  return ask(here.world.administrator, signin.saveProvider, { id, version: null, label, setup, secret, closedOn: null })
}

const mette: Account = {
  sub: 'objekt-id-mette',
  name: 'Mette Mørkøv',
  nsis: 'Substantial',
  roles: ['leder', 'noget-andet'],
}
const leaves = async (at: Browser, id = honestId, to = '/') =>
  (await at.get(`/api/sso/${id}/start?til=${encodeURIComponent(to)}`)).headers.get('location')!

/** Out to the provider and home again. @returns where one landed */
async function comesHome(who: Account, at = new Browser(served), to = '/'): Promise<string> {
  op.next = who
  const back = await op.walk(await leaves(at, honestId, to))
  return (await at.get(back)).headers.get('location')!
}

describe('an OpenID provider', () => {
  test('Mette comes by it, with name, role and level, and lands where she was going', async () => {
    const at = new Browser(served)
    expect(await comesHome(mette, at, '/overlevering')).toBe('/overlevering')
    expect((await at.call('org.me')).body).toMatchObject({ name: 'Mette Mørkøv' })
    expect((await at.call('org.myUnits')).body).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ name: 'Solvang', roles: ['unit-leader'] })]),
    )
    expect(
      await here.world.db.one(
        sql`select how, assurance from kernel.session where tenant_id = kernel.here() and how = 'oidc' limit 1`,
      ),
    ).toEqual({ how: 'oidc', assurance: 'substantial' })
  })

  test('what goes out carries a fresh state, nonce and challenge, and no secret', async () => {
    const [one, other] = [new URL(await leaves(new Browser(served))), new URL(await leaves(new Browser(served)))]
    expect(one.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name))
    expect(one.href).not.toContain(encodeURIComponent(op.clientSecret))
  })

  test('too low a level, no level and an unknown role are turned away with a sentence; the new person is not made', async () => {
    expect(await comesHome({ ...mette, nsis: 'Low' })).toBe('/?log-ind=signin.assurance-low')
    const { nsis: _, ...silent } = mette
    expect(await comesHome(silent)).toBe('/?log-ind=signin.assurance-low')
    expect(await comesHome({ ...mette, sub: 'ny', name: 'Ny', roles: ['noget-andet'] })).toBe(
      '/?log-ind=signin.no-role',
    )
    expect(
      await here.world.db.one(sql`select from org.employee where tenant_id = kernel.here() and name = 'Ny'`),
    ).toBeUndefined()
  })

  test('her employment ended, she is turned away whatever the provider says', async () => {
    await comesHome({ ...mette, sub: 'objekt-id-ida', name: 'Ida' })
    await here.world.db.run(
      sql`update org.employee set employed_from = '2026-01-01', employed_to = '2026-02-01' where tenant_id = kernel.here() and name = 'Ida'`,
    )
    expect(await comesHome({ ...mette, sub: 'objekt-id-ida', name: 'Ida' })).toBe('/?log-ind=signin.not-employed')
  })

  test('an answer works once, and only in the browser that left', async () => {
    op.next = mette
    const at = new Browser(served)
    const back = await op.walk(await leaves(at))
    expect((await new Browser(served).get(back)).headers.get('location')).toBe('/?log-ind=signin.trip-over')
    const other = new Browser(served)
    await leaves(other)
    expect((await other.get(back)).headers.get('location')).toBe('/?log-ind=signin.answer-refused')
    const cookie = at.cookie('rt_trip')!
    expect((await at.get(back)).headers.get('location')).toBe('/')
    at.plant('rt_trip', cookie)
    expect((await at.get(back)).headers.get('location')).toBe('/?log-ind=signin.trip-over')
  })

  test('one says no at the provider, and is back at the door with a sentence', async () => {
    const at = new Browser(served)
    const state = new URL(await leaves(at)).searchParams.get('state')
    const answer = await at.get(`/api/sso/${honestId}/callback?error=access_denied&state=${state}`)
    expect(answer.headers.get('location')).toBe('/?log-ind=signin.answer-refused')
  })
})

describe('a crooked answer opens nothing', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const another = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

  async function comesBack(change: Record<string, string> = {}): Promise<[string, string]> {
    const at = new Browser(served)
    const back = crooked.sendBack(await leaves(at, crookedId), change)
    const landed = (await at.get(back)).headers.get('location')!
    const last = (await trailOf(here.world, 'signin.arrive')).at(-1)!
    return [landed, JSON.parse(last.about!).reason ?? '']
  }

  test('(an honest one would: the crooked provider can also tell the truth)', async () => {
    crooked.twist = {}
    expect((await comesBack())[0]).toBe('/')
  })

  test.each<[string, () => CrookedOp['twist']]>([
    ['meant for another house', () => ({ claims: { aud: 'et-andet-system' } })],
    ['from another provider', () => ({ claims: { iss: 'https://login.andet.dk' } })],
    ['run out', () => ({ claims: { exp: now() - 120 } })],
    ['not valid yet', () => ({ claims: { nbf: now() + 300 } })],
    ['without an end', () => ({ claims: { exp: undefined } })],
    ['to another question', () => ({ claims: { nonce: 'en-anden' } })],
    ['without the question', () => ({ claims: { nonce: undefined } })],
    ['signed with another key', () => ({ key: another })],
    ['changed after it was signed', () => ({ tamper: true })],
    ['not signed at all', () => ({ algorithm: 'none' })],
    ['about nobody', () => ({ claims: { sub: '' } })],
  ])('%s', async (_, twist) => {
    crooked.twist = twist()
    const [landed, reason] = await comesBack()
    expect(landed).toMatch(/^\/\?log-ind=signin\.(answer-refused|no-subject)$/)
    if (landed.endsWith('answer-refused')) expect(reason).not.toBe('')
  })

  test('with another state', async () => {
    crooked.twist = {}
    expect((await comesBack({ state: 'en-anden' }))[0]).toBe('/?log-ind=signin.answer-refused')
  })

  test('mixed up: an answer that says it comes from another provider', async () => {
    expect((await comesBack({ iss: 'https://login.andet.dk' }))[0]).toBe('/?log-ind=signin.answer-refused')
  })

  test('the server calls no address inside the house that its keepers did not name', async () => {
    const inside = newId()
    await save(inside, 'Indefra', 'http://127.0.0.1:1/', null)
    expect((await new Browser(served).get(`/api/sso/${inside}/start`)).headers.get('location')).toMatch(
      /signin\.(provider-barred|answer-refused)/,
    )
    const trail = await trailOf(here.world, 'signin.arrive')
    expect(JSON.stringify(trail)).not.toContain(op.clientSecret)
  })
})
