import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { Browser, withPassword } from '#kit/browser.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { signin } from './contract.ts'
import { endSessionsOfFormer } from './server/tidy.ts'

const here = useWorld()
const PASSWORD = 'kaffe-og-rundstykker'
let served: Served
let solvang: GivenUnit

beforeAll(async () => {
  served = await serveWorld(here.world)
  solvang = await aUnit(here.world, 'Solvang')
  await worker('Mette Mørkøv', 'mette')
})
afterAll(() => served.close())

async function worker(
  name: string,
  userName: string,
  role: 'support-worker' | 'unit-leader' | 'administrator' = 'support-worker',
): Promise<Person> {
  await asta()
  const person = await anEmployee(here.world, name, role, solvang)
  await withPassword(here.world, person, userName, PASSWORD)
  return person
}

/** The clock moves on past the administrator's session; she signs in again. */
async function asta(): Promise<Person> {
  here.world.administrator = await signedIn(here.world, here.world.administrator.id, 'Asta Admin')
  return here.world.administrator
}

const browser = () =>
  new Browser(served, { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Safari/537.36 <script>' })
const signIn = (at: Browser, userName: string, password = PASSWORD) => at.call('org.signIn', { userName, password })
const isIn = async (at: Browser) => (await at.call('org.me')).status === 200
const later = (minutes: number) =>
  here.world.clock.set(new Date(Date.parse(here.world.clock.now()) + minutes * 60_000).toISOString())
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: Date.parse(here.world.clock.now()),
  })

/** Adds an authenticator app to somebody signed in. @returns secret and paper codes */
async function withApp(at: Browser) {
  const { secret } = (await at.call('signin.offerTotp')).body as { secret: string }
  const { recoveryCodes } = (await at.call('signin.addTotp', { code: codeOf(secret) })).body as {
    recoveryCodes: string[]
  }
  later(1)
  return { secret, recoveryCodes }
}

describe('guessing', () => {
  test('a hundred guesses at the same moment get no further than three in a row', async () => {
    await worker('Rune', 'rune')
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => signIn(browser(), 'rune', `gæt nummer ${at}`)),
    )
    const compared = answers.filter(({ status }) => status === 409)
    const held = answers.filter(({ status, body }) => status === 429 && body.code === 'signin.wait')
    expect([compared.length <= 4, compared.length + held.length]).toEqual([true, 100])
    expect((await signIn(browser(), 'rune')).status).toBe(429)
  })

  test('a stranger who guesses at Lis’s name holds up strangers, not Lis at the computer she uses', async () => {
    await worker('Lis', 'lis')
    const hers = browser()
    await signIn(hers, 'lis')
    await hers.call('org.signOut')
    for (let minute = 0; minute < 8; minute++) {
      await signIn(browser(), 'lis', 'ikke hendes kode')
      later(0.5)
    }
    expect((await signIn(browser(), 'lis')).status).toBe(429)
    expect((await signIn(hers, 'lis')).body).toEqual({ ok: true })
  })

  test('a browser that says it is known, and is not, is a stranger’s', async () => {
    await worker('Ib', 'ib')
    const lying = browser()
    lying.plant('rt_known', 'AAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBB')
    for (let at = 0; at < 4; at++) await signIn(lying, 'ib', 'forkert')
    expect((await signIn(browser(), 'ib')).status).toBe(429)
  })
})

describe('an authenticator app', () => {
  test('Mette adds one, gets ten codes on paper, and from then on the password alone does not open', async () => {
    const at = browser()
    await signIn(at, 'mette')
    const { secret, recoveryCodes } = await withApp(at)
    expect(recoveryCodes).toHaveLength(10)
    const again = browser()
    expect((await signIn(again, 'mette')).body).toEqual({
      ok: false,
      next: 'second-factor',
      factors: ['totp', 'recovery'],
    })
    expect(await isIn(again)).toBe(false)
    expect((await again.call('signin.secondFactor', { factor: 'totp', code: codeOf(secret) })).body).toEqual({
      ok: true,
    })
    expect(await isIn(again)).toBe(true)
    const stored = JSON.stringify(
      await here.world.db.all(
        sql`select person.*, code.* from signin.person join signin.recovery_code code using (tenant_id, employee_id)`,
      ),
    )
    for (const hidden of [secret, ...recoveryCodes]) expect(stored).not.toContain(hidden)
  })

  test('a code opens once, also when it is sent twenty times at the same moment', async () => {
    const sofie = await worker('Sofie', 'sofie')
    const at = browser()
    await signIn(at, 'sofie')
    const { secret } = await withApp(at)
    const waiting = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const one = browser()
        await signIn(one, 'sofie')
        return one
      }),
    )
    const code = codeOf(secret)
    const answers = await Promise.all(waiting.map((one) => one.call('signin.secondFactor', { factor: 'totp', code })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const late = browser()
    later(20)
    await signIn(late, 'sofie')
    expect((await late.call('signin.secondFactor', { factor: 'totp', code })).body).toMatchObject({
      code: 'signin.wrong-code',
    })
    expect(sofie.id).toBeTruthy()
  })

  test('a code from paper opens once', async () => {
    await worker('Palle', 'palle')
    const at = browser()
    await signIn(at, 'palle')
    const { recoveryCodes } = await withApp(at)
    const [first] = recoveryCodes
    const use = async () => {
      const one = browser()
      await signIn(one, 'palle')
      return (
        await one.call('signin.secondFactor', { factor: 'recovery', code: first!.toLowerCase().replace('-', ' ') })
      ).status
    }
    expect(await use()).toBe(200)
    expect(await use()).toBe(409)
  })

  test('guessing at codes is held back, and a step does not outlive ten minutes', async () => {
    await worker('Grethe', 'grethe')
    const at = browser()
    await signIn(at, 'grethe')
    const { secret } = await withApp(at)
    const guesser = browser()
    await signIn(guesser, 'grethe')
    const guess = () => guesser.call('signin.secondFactor', { factor: 'totp', code: '000000' })
    const statuses = [await guess(), await guess(), await guess(), await guess(), await guess()].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([409, 409, 409, 409, 429])
    later(11)
    expect((await guesser.call('signin.secondFactor', { factor: 'totp', code: codeOf(secret) })).body).toMatchObject({
      code: 'signin.begin-again',
    })
  })

  test('half-way in one can add nothing to somebody who has a second factor', async () => {
    const thief = browser()
    await signIn(thief, 'mette')
    for (const offer of ['signin.offerTotp', 'signin.offerPasskey'])
      expect((await thief.call(offer)).body).toMatchObject({ code: 'signin.begin-again' })
  })

  test('adding or removing asks for a sign-in within the last quarter of an hour', async () => {
    await worker('Karl', 'karl')
    const at = browser()
    await signIn(at, 'karl')
    later(16)
    expect((await at.call('signin.offerTotp')).body).toMatchObject({ code: 'signin.show-again' })
    expect((await at.call('signin.removeFactor', { factor: 'totp', passkeyId: null })).body).toMatchObject({
      code: 'signin.show-again',
    })
    expect((await at.call('signin.setPin', { pin: '739164' })).body).toMatchObject({ code: 'signin.show-again' })
    await signIn(at, 'karl')
    expect((await at.call('signin.offerTotp')).status).toBe(200)
  })
})

describe('when the municipality requires two steps', () => {
  test('Yrsa, who has none, adds one before she is let in; the rule is dated and nobody decides the past', async () => {
    const { clock } = here.world
    const administrator = await asta()
    const rule = {
      id: newId(),
      validFrom: clock.today(),
      secondFactor: 'everyone',
      leastAssurance: 'substantial',
      lockMinutes: 5,
      fullHours: 168,
    }
    expect((await refused(administrator, signin.decidePolicy, { ...rule, validFrom: '2026-01-01' })).code).toBe(
      'signin.policy-in-the-past',
    )
    await ask(administrator, signin.decidePolicy, rule)
    await ask(administrator, signin.decidePolicy, {
      ...rule,
      id: newId(),
      validFrom: '2027-01-01',
      secondFactor: 'offered',
    })
    expect(await ask(administrator, signin.policy, {})).toMatchObject({
      now: { secondFactor: 'everyone' },
      coming: [{ validFrom: '2027-01-01' }],
    })
    await worker('Yrsa', 'yrsa')
    const at = browser()
    expect((await signIn(at, 'yrsa')).body).toEqual({ ok: false, next: 'enrol-factor', factors: [] })
    expect(await isIn(at)).toBe(false)
    const { secret } = (await at.call('signin.offerTotp')).body as { secret: string }
    expect((await at.call('signin.addTotp', { code: '000000' })).status).toBe(409)
    expect((await at.call('signin.addTotp', { code: codeOf(secret) })).body).toMatchObject({ admission: { ok: true } })
    expect(await isIn(at)).toBe(true)
    expect((await at.call('signin.removeFactor', { factor: 'totp', passkeyId: null })).body).toMatchObject({
      code: 'signin.factor-required',
    })
    later(1)
    await ask(administrator, signin.decidePolicy, { ...rule, id: newId(), secondFactor: 'offered' })
    expect((await at.call('signin.removeFactor', { factor: 'totp', passkeyId: null })).status).toBe(200)
    expect((await signIn(browser(), 'yrsa')).body).toEqual({ ok: true })
  })

  test('a leader may not decide it', async () => {
    const lone = await anEmployee(here.world, 'Lone', 'unit-leader', solvang)
    const rule = {
      id: newId(),
      validFrom: '2027-01-01',
      secondFactor: 'offered',
      leastAssurance: 'low',
      lockMinutes: 60,
      fullHours: 336,
    }
    expect((await refused(lone, signin.decidePolicy, rule)).code).toBe('kernel.not-found')
  })
})

describe('a password', () => {
  test('given by the administrator is for once: Nete chooses her own before she is let in', async () => {
    const nete = await worker('Nete Nord', 'nete')
    await ask(await asta(), org.setPassword, { employeeId: nete.id, password: 'hest lampe kridt sol' })
    const at = browser()
    expect((await signIn(at, 'nete', 'hest lampe kridt sol')).body).toEqual({
      ok: false,
      next: 'new-password',
      factors: [],
    })
    expect(await isIn(at)).toBe(false)
    const choose = (password: string) => at.call('signin.chooseOwnPassword', { password })
    expect((await choose('hest lampe kridt sol')).body).toMatchObject({ code: 'signin.password-same' })
    expect((await choose('Nete-er-her-nu')).body).toMatchObject({
      code: 'signin.password-names-you',
      faults: [{ field: 'password' }],
    })
    expect((await choose('prøveby-bedst-')).body).toMatchObject({ code: 'signin.password-names-you' })
    expect((await choose('otte bolde i luften')).body).toEqual({ ok: true })
    expect(await isIn(at)).toBe(true)
    expect((await signIn(browser(), 'nete', 'hest lampe kridt sol')).status).toBe(409)
  })

  test('given and not used within three days, it is worth nothing', async () => {
    const ole = await worker('Ole', 'ole')
    await ask(await asta(), org.setPassword, { employeeId: ole.id, password: 'hest lampe kridt sol' })
    later(73 * 60)
    expect((await signIn(browser(), 'ole', 'hest lampe kridt sol')).body).toMatchObject({ code: 'signin.once-over' })
  })

  test('on the list of those found in breaches is not given either, and leaves no quick hash behind', async () => {
    const eva = await worker('Eva', 'eva')
    expect((await refused(await asta(), org.setPassword, { employeeId: eva.id, password: 'Sommer2026!!' })).code).toBe(
      'signin.password-common',
    )
    const key = newId()
    await ask(await asta(), org.setPassword, { employeeId: eva.id, password: 'bil kat vind torsk' }, key)
    const [first] = await here.world.db.all<{ body_hash: Buffer }>(
      sql`select body_hash from kernel.answer where tenant_id = kernel.here() and key = ${key}`,
    )
    const { createHash } = await import('node:crypto')
    const quick = createHash('sha256')
      .update(JSON.stringify({ employeeId: eva.id, password: 'bil kat vind torsk' }))
      .digest('hex')
    expect(first!.body_hash.toString('hex')).not.toBe(quick)
  })

  test('changed by oneself asks for the old one and ends the other sessions, not this one', async () => {
    await worker('Tina', 'tina')
    const [at, phone] = [browser(), browser()]
    await signIn(at, 'tina')
    await signIn(phone, 'tina')
    const change = (current: string) =>
      at.call('signin.changePassword', { current, password: 'ny grøn kaktus i vinduet' })
    expect((await change('forkert')).body).toMatchObject({ code: 'signin.wrong-current' })
    expect((await change(PASSWORD)).body).toEqual({ ok: true })
    expect([await isIn(at), await isIn(phone)]).toEqual([true, false])
  })
})

describe('sessions', () => {
  test('signing in gives a new token and ends what the browser held before, so that a planted one is worth nothing', async () => {
    await worker('Vera', 'vera')
    const at = browser()
    await signIn(at, 'vera')
    const planted = at.cookie('rt_session')!
    await signIn(at, 'vera')
    expect(at.cookie('rt_session')).not.toBe(planted)
    const thief = browser()
    thief.plant('rt_session', planted)
    expect(await isIn(thief)).toBe(false)
  })

  test('Bent sees where he is signed in, in plain words, and ends one of them', async () => {
    await worker('Bent', 'bent')
    const [at, phone] = [browser(), browser()]
    await signIn(at, 'bent')
    await signIn(phone, 'bent')
    const { sessions } = (await at.call('signin.mySecurity')).body as {
      sessions: { id: string; isThis: boolean; browser: string; how: string }[]
    }
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
    const other = sessions.find(({ isThis, how }) => !isThis && how === 'password')!
    expect(other.browser).toBe('Chrome, Android')
    await at.call('signin.endSession', { id: other.id })
    expect([await isIn(at), await isIn(phone)]).toEqual([true, false])
    await signIn(phone, 'bent')
    expect((await at.call('signin.endOtherSessions')).body).toMatchObject({ ended: expect.any(Number) })
    expect(await isIn(phone)).toBe(false)
  })

  test('nobody ends another’s session', async () => {
    await worker('Kim', 'kim')
    const [at, kim] = [browser(), browser()]
    await signIn(at, 'bent')
    await signIn(kim, 'kim')
    const { sessions } = (await kim.call('signin.mySecurity')).body as { sessions: { id: string; isThis: boolean }[] }
    await at.call('signin.endSession', { id: sessions.find(({ isThis }) => isThis)!.id })
    expect(await isIn(kim)).toBe(true)
  })

  test('an hour unused ends it, and twelve hours however much it is used', async () => {
    await worker('Ulla', 'ulla')
    const at = browser()
    await signIn(at, 'ulla')
    later(61)
    expect(await isIn(at)).toBe(false)
    await signIn(at, 'ulla')
    const extend = sql`update kernel.session set expires_at = least(${here.world.clock.now()}::timestamptz + interval '11 hours', started_at + interval '12 hours') where tenant_id = kernel.here() and ended_at is null`
    await here.world.db.run(extend)
    later(10 * 60)
    expect(await isIn(at)).toBe(true)
    later(121)
    expect(await isIn(at)).toBe(false)
  })

  test('the end of an employment ends them: at once, at midnight of the last day, and whatever was missed within ten minutes', async () => {
    const { clock } = here.world
    clock.set('2026-04-01T20:00:00+02:00')
    const [jan, per] = [await worker('Jan', 'jan'), await worker('Per', 'per')]
    const [jans, pers] = [browser(), browser()]
    await signIn(jans, 'jan')
    await signIn(pers, 'per')
    await ask(await asta(), org.endEmployment, { employeeId: jan.id, version: 1, lastDay: '2026-04-01' })
    expect([await isIn(jans), await isIn(pers)]).toEqual([true, true])
    await here.world.db.run(
      sql`update org.employee set employed_to = '2026-04-01' where tenant_id = kernel.here() and id = ${per.id}`,
    )
    clock.set('2026-04-02T00:00:30+02:00')
    expect((await jans.call('signin.mySecurity')).status).toBe(401)
    expect(await endSessionsOfFormer(here.world.db, clock.now(), clock.today())).toBeGreaterThan(0)
    expect((await pers.call('signin.mySecurity')).status).toBe(401)
    expect((await signIn(browser(), 'per')).body).toMatchObject({ code: 'org.wrong-password' })
  })

  test('somebody who lost the phone gets a fresh start from the administrator', async () => {
    const dan = await worker('Dan', 'dan')
    const at = browser()
    await signIn(at, 'dan')
    await withApp(at)
    await ask(await asta(), signin.resetFactors, { employeeId: dan.id })
    expect(await isIn(at)).toBe(false)
    expect((await signIn(browser(), 'dan')).body).toEqual({ ok: true })
  })

  test('paper codes can be renewed; the old ones go', async () => {
    await worker('Fie', 'fie')
    const at = browser()
    await signIn(at, 'fie')
    expect((await at.call('signin.renewRecoveryCodes')).body).toMatchObject({ code: 'signin.no-factor' })
    const { recoveryCodes } = await withApp(at)
    const renewed = (await at.call('signin.renewRecoveryCodes')).body as { recoveryCodes: string[] }
    expect(new Set([...recoveryCodes, ...renewed.recoveryCodes]).size).toBe(20)
    const one = browser()
    await signIn(one, 'fie')
    expect((await one.call('signin.secondFactor', { factor: 'recovery', code: recoveryCodes[0] })).status).toBe(409)
    expect((await one.call('signin.secondFactor', { factor: 'recovery', code: renewed.recoveryCodes[0] })).status).toBe(
      200,
    )
  })
})

describe('behind https', () => {
  test('cookies carry the name that binds them to this very host, and a planted plain one is not read', async () => {
    const app = served.app
    const secured = { host: 'care.hedeby.dk', 'x-forwarded-proto': 'https', 'content-type': 'application/json' }
    const { serve } = await import('#kernel/server/http.ts')
    const { routes, sentences, useCases } = await import('#app/use-cases.ts')
    const proxied = await serve({
      ...here.world.house,
      config: { ...here.world.house.config, RT_TRUST_PROXY: true },
      useCases,
      routes,
      sentences,
    })
    const answer = await proxied.inject({
      method: 'POST',
      url: '/api/org.signIn',
      headers: secured,
      payload: { userName: 'vera', password: PASSWORD },
    })
    const line = [answer.headers['set-cookie']].flat().find((cookie) => cookie?.includes('session'))!
    expect(line).toMatch(/^__Host-rt_session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const token = /=([^;]+)/.exec(line)![1]
    const me = (cookie: string) =>
      proxied.inject({ method: 'POST', url: '/api/org.me', headers: { ...secured, cookie }, payload: {} })
    expect((await me(`__Host-rt_session=${token}`)).statusCode).toBe(200)
    expect((await me(`rt_session=${token}`)).statusCode).toBe(401)
    await proxied.close()
    expect(app).toBeTruthy()
  })
})

test('the trail says how each came in, and about whom each was turned away', async () => {
  const trail = await trailOf(here.world, 'org.signIn')
  const ways = new Set(trail.filter(({ outcome }) => outcome === 'done').map(({ about }) => JSON.parse(about!).how))
  expect([...ways].sort()).toEqual(['password', 'password+recovery', 'password+totp'])
  expect(
    trail.filter(({ outcome, code }) => outcome === 'refused' && code === 'org.wrong-password').length,
  ).toBeGreaterThan(5)
  expect(JSON.stringify(trail)).not.toContain(PASSWORD)
})
