import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newTenant } from '#app/server/new-tenant.ts'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { withPassword } from '#kit/browser.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { type Answered, cookieOf, post, type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, trailOf, useWorld, wait } from '#kit/world.ts'
import { openSession } from './sessions.ts'
import { dbOn, sql } from './sql.ts'

const here = useWorld()
const logged: string[] = []
const sink = new Writable({
  write(chunk, _, done) {
    logged.push(String(chunk))
    done()
  },
})
let served: Served
let solvang: GivenUnit
let mette: Person
const PASSWORD = 'kaffe-og-rundstykker'

beforeAll(async () => {
  served = await serveWorld(here.world, pino({ level: 'debug' }, sink))
  solvang = await aUnit(here.world, 'Solvang')
  mette = await anEmployee(here.world, 'Mette Mørkøv', 'unit-leader', solvang)
  await withPassword(here.world, mette, 'mette', PASSWORD)
})
afterAll(() => served.close())

const signIn = async (password = PASSWORD): Promise<Answered> =>
  post(served, 'org.signIn', { userName: 'Mette', password })
const asMette = async () => ({ cookie: cookieOf(await signIn()) })

describe('signing in', () => {
  test('Mette signs in with her password and is known by the cookie, which no script can read', async () => {
    const answer = await signIn()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    const me = await post(served, 'org.me', {}, { cookie: cookieOf(answer) })
    expect(me.body).toMatchObject({ name: 'Mette Mørkøv', tenantName: 'Prøveby Kommune' })
  })

  test('a wrong password and an unknown name are met with the same words', async () => {
    const [wrong, unknown] = [
      await signIn('forkert'),
      await post(served, 'org.signIn', { userName: 'findes-ikke', password: 'forkert' }),
    ]
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body])
    expect(wrong.body).toMatchObject({
      code: 'org.wrong-password',
      da: 'Brugernavn og adgangskode passer ikke sammen. Prøv igen.',
    })
  })

  test('after eight wrong guesses even the right password has to wait a quarter of an hour', async () => {
    const bo = await anEmployee(here.world, 'Bo', 'support-worker', solvang)
    await withPassword(here.world, bo, 'bo', PASSWORD)
    for (let i = 0; i < 8; i++) await post(served, 'org.signIn', { userName: 'bo', password: `gæt ${i}` })
    expect((await post(served, 'org.signIn', { userName: 'bo', password: PASSWORD })).status).toBe(429)
    here.world.clock.set('2026-03-10T14:20:00+01:00')
    expect((await post(served, 'org.signIn', { userName: 'bo', password: PASSWORD })).status).toBe(200)
  })

  test('guessing at a name that does not exist is met with the same words as at one that does, also the ninth time', async () => {
    const tries = async (userName: string) => {
      for (let i = 0; i < 8; i++) await post(served, 'org.signIn', { userName, password: `gæt ${i}` })
      const { status, body } = await post(served, 'org.signIn', { userName, password: 'niende' })
      return [status, body]
    }
    expect(await tries('findes-heller-ikke')).toEqual(await tries('admin'))
    expect((await tries('findes-heller-ikke'))[0]).toBe(429)
  })

  test('signing out ends the session at once, and so does the end of the employment', async () => {
    const signedIn = await asMette()
    await post(served, 'org.signOut', {}, signedIn)
    expect((await post(served, 'org.myUnits', {}, signedIn)).status).toBe(401)
    const ida = await anEmployee(here.world, 'Ida', 'support-worker', solvang)
    const { version } = (await ask(here.world.administrator, org.employeesOfUnit, { unitId: solvang.id })).find(
      ({ id }) => id === ida.id,
    )!
    await ask(here.world.administrator, org.endEmployment, { employeeId: ida.id, version, lastDay: '2026-03-09' })
    expect((await refused(ida, org.myUnits, {})).code).toBe('kernel.signed-out')
  })

  test('the demo people are offered where data is invented, and only they can be picked', async () => {
    const omar = newId()
    await ask(here.world.administrator, org.employ, {
      id: omar,
      name: 'Omar',
      userName: null,
      profession: null,
      employedFrom: '2026-01-01',
      employedTo: null,
      demoLine: 'Nattevagt',
    })
    await ask(here.world.administrator, org.grantRole, {
      id: newId(),
      employeeId: omar,
      role: 'night-worker',
      unitId: solvang.id,
      startsOn: '2026-01-01',
      endsOn: null,
    })
    expect((await post(served, 'org.doorplate', {})).body).toMatchObject({
      demo: true,
      people: [{ name: 'Omar', line: 'Nattevagt', unitName: 'Solvang' }],
    })
    expect((await post(served, 'org.signInAsDemo', { employeeId: omar })).status).toBe(200)
    expect((await post(served, 'org.signInAsDemo', { employeeId: mette.id })).status).toBe(404)
  })
})

describe('what is turned away', () => {
  test('a call from another site, though it carries the cookie', async () => {
    const signedIn = await asMette()
    expect((await post(served, 'org.myUnits', {}, { ...signedIn, origin: 'https://ondsindet.dk' })).body).toMatchObject(
      { code: 'kernel.foreign-origin' },
    )
    expect((await post(served, 'org.myUnits', {}, { ...signedIn, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('input that is not JSON, is too large, or names unknown fields, each with a sentence and a code', async () => {
    const signedIn = await asMette()
    expect((await post(served, 'org.myUnits', '{', signedIn)).body).toMatchObject({
      kind: 'bad-input',
      code: 'kernel.not-json',
    })
    expect(
      (await post(served, 'org.myUnits', JSON.stringify({ a: 'x'.repeat(1_100_000) }), signedIn)).body,
    ).toMatchObject({ code: 'kernel.too-large' })
    expect((await post(served, 'org.myUnits', { tenantId: newId() }, signedIn)).body).toMatchObject({
      faults: [{ field: 'tenantId', code: 'kernel.unknown-field' }],
    })
    expect((await post(served, 'org.ingenting', {}, signedIn)).status).toBe(404)
  })

  test('a command without an idempotency key', async () => {
    const answer = await post(
      served,
      'org.grantRole',
      {
        id: newId(),
        employeeId: newId(),
        role: 'unit-leader',
        unitId: solvang.id,
        startsOn: '2026-01-01',
        endsOn: null,
      },
      await asMette(),
    )
    expect(answer.body).toMatchObject({ code: 'kernel.key-missing' })
  })

  test('a neighbour’s cookie: sessions, ids and host names of one tenant mean nothing in another', async () => {
    const nabo = await newTenant(here.world.house, {
      slug: 'naboby',
      name: 'Naboby',
      hosts: ['naboby.localhost'],
      administrator: 'Nanna',
    })
    await here.world.owner.query(
      `update kernel.tenant set hosts = '{proeveby.localhost,127.0.0.1}' where slug = 'proeveby'`,
    )
    await here.world.house.tenants.load()
    const { token } = await openSession(
      dbOn(here.world.house.tenants.pool(nabo.tenant)),
      here.world.clock,
      nabo.administratorId,
      'password',
    )
    expect((await post(served, 'org.myUnits', {}, { cookie: `rt_session=${token}` })).status).toBe(401)
    const foreign = await refused(here.world.administrator, org.employeesOfUnit, { unitId: nabo.unitId })
    const invented = await refused(here.world.administrator, org.employeesOfUnit, { unitId: newId() })
    expect([foreign.kind, foreign.code, foreign.facts]).toEqual([invented.kind, invented.code, invented.facts])
  })
})

describe('the trail', () => {
  test('every read, change, denial and refusal is one entry, counted', async () => {
    const count = async () =>
      Number(
        (await here.world.db.one<{ n: string }>(
          sql`select count(*) as n from kernel.audit where tenant_id = kernel.here()`,
        ))!.n,
      )
    const [jens, unit] = [
      await anEmployee(here.world, 'Jens', 'support-worker', solvang),
      await aUnit(here.world, 'Bakken'),
    ]
    const before = await count()
    for (let i = 0; i < 5; i++) await ask(jens, org.myUnits, {})
    for (let i = 0; i < 4; i++) await refused(jens, org.employeesOfUnit, { unitId: unit.id })
    for (let i = 0; i < 3; i++)
      await refused(jens, org.grantRole, {
        id: newId(),
        employeeId: jens.id,
        role: 'unit-leader',
        unitId: solvang.id,
        startsOn: '2026-01-01',
        endsOn: null,
      })
    for (let i = 0; i < 2; i++)
      await refused(here.world.administrator, org.grantRole, {
        id: newId(),
        employeeId: jens.id,
        role: 'unit-leader',
        unitId: unit.id,
        startsOn: '2026-02-01',
        endsOn: '2026-01-01',
      })
    expect((await count()) - before).toBe(14)
    expect(
      (await trailOf(here.world, 'org.grantRole')).filter(
        ({ outcome, code }) => outcome === 'refused' && code === 'org.ends-before-it-starts',
      ),
    ).toHaveLength(2)
    expect((await trailOf(here.world, 'org.grantRole')).filter(({ outcome }) => outcome === 'denied')).toHaveLength(3)
  })

  test('twenty of the same at once, with one key, become one', async () => {
    const employeeId = mette.id
    const grant = {
      id: newId(),
      employeeId,
      role: 'coordinator',
      unitId: solvang.id,
      startsOn: '2026-03-01',
      endsOn: null,
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(here.world.administrator, org.grantRole, grant, 'en-nøgle')),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    const stored = await here.world.db.all(
      sql`select from org.role_grant where tenant_id = kernel.here() and role = 'coordinator'`,
    )
    expect(stored).toHaveLength(1)
  })

  test('logs hold no names, passwords or user names, whatever went wrong', () => {
    const all = logged.join('\n')
    for (const word of ['Mette', 'Mørkøv', PASSWORD, 'findes-ikke', 'ondsindet']) expect(all).not.toContain(word)
  })
})

describe('around the house', () => {
  test('health, metrics, the OpenAPI document and its readable page answer', async () => {
    const get = async (path: string) => (await fetch(`${served.url}${path}`)).text()
    expect(await get('/health')).toBe('{"ok":true}')
    expect(await get('/metrics')).toMatch(/rt_requests_total\{route="\/api\/org\.signIn"\} \d+/)
    expect(JSON.parse(await get('/api/openapi.json'))).toMatchObject({ openapi: '3.1.0' })
    expect(await get('/api/docs')).toContain('POST /api/org.signIn')
  })

  test('whatever is answered, the browser is told to run and show nothing that is not ours', async () => {
    const stream = await listen(mette)
    const answers = {
      read: (await post(served, 'org.me', {}, await asMette())).headers,
      'nobody signed in': (await post(served, 'org.me', {})).headers,
      'not JSON': (await post(served, 'org.me', '{')).headers,
      'no such call': (await fetch(`${served.url}/api/findes-ikke`)).headers,
      'readable page': (await fetch(`${served.url}/api/docs`)).headers,
      'live stream': stream.headers,
    }
    stream.stop()
    const told = Object.entries(answers).map(([what, headers]) => [what, guardsOf(headers)] as const)
    expect(told).toEqual(told.map(([what]) => [what, guards]))
  })

  test('a change is told live to those whose reach it is within, and to nobody else', async () => {
    const bakkely = await aUnit(here.world, 'Bakkely')
    const lone = await anEmployee(here.world, 'Lone', 'support-worker', bakkely)
    const [hers, others] = [await listen(mette), await listen(lone)]
    here.world.house.live.tell(here.world.tenant.id, [{ topic: 'journal', place: solvang.id }])
    await wait(400)
    expect(hers.heard()).toContain(`data: {"topic":"journal","place":"${solvang.id}"}`)
    expect(others.heard()).not.toContain('journal')
    hers.stop()
    others.stop()
  })
})

const guards = {
  'content-security-policy':
    "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: blob:;connect-src 'self';font-src 'self';object-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self';script-src-attr 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
const guardsOf = (headers: Headers) => Object.fromEntries(Object.keys(guards).map((name) => [name, headers.get(name)]))

async function listen(person: Person) {
  const { token } = await openSession(here.world.db, here.world.clock, person.id, 'password')
  const control = new AbortController()
  const response = await fetch(`${served.url}/api/live`, {
    headers: { cookie: `rt_session=${token}` },
    signal: control.signal,
  })
  let text = ''
  const reader = response.body!.getReader()
  const pump = async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += new TextDecoder().decode(value)
    }
  }
  pump().catch(() => undefined)
  return { headers: response.headers, heard: () => text, stop: () => control.abort() }
}
