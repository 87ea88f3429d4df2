import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { org } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { sql } from '#kernel/server/sql.ts'
import { Browser, withPassword } from '#kit/browser.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { ask, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { signin } from './contract.ts'
import { openForTemp } from './server/index.ts'

const here = useWorld()
const PASSWORD = 'kaffe-og-rundstykker'
let served: Served
let solvang: GivenUnit
let bakkely: GivenUnit
let mette: Person
let emma: Person
let tablet: Browser

beforeAll(async () => {
  served = await serveWorld(here.world)
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', solvang)
  emma = await anEmployee(here.world, 'Emma', 'support-worker', solvang)
  await anEmployee(here.world, 'Bodil fra Bakkely', 'support-worker', bakkely)
  await withPassword(here.world, emma, 'emma', PASSWORD)
  await ask(emma, signin.setPin, { pin: '739164' })
  tablet = await paired('Tablet i stuen')
})
afterAll(() => served.close())

async function paired(name: string, unit = solvang, by = mette): Promise<Browser> {
  const code = 'ABCDEFGH23'
  await ask(by, signin.pairDevice, { id: newId(), unitId: unit.id, name, code })
  const browser = new Browser(served)
  await browser.call('signin.claimDevice', { code: 'abcde fgh23' })
  return browser
}

type Ways = {
  device: {
    id: string
    name: string
    unitName: string
    lockMinutes: number
    people: { name: string; hasPin: boolean }[]
  } | null
}
const ways = async (at: Browser) => (await at.call('signin.ways')).body as Ways
const withPin = (at: Browser, person: Person, pin = '739164') =>
  at.call('signin.signInWithPin', { employeeId: person.id, pin })
const later = (minutes: number) =>
  here.world.clock.set(new Date(Date.parse(here.world.clock.now()) + minutes * 60_000).toISOString())
const isIn = async (at: Browser) => (await at.call('org.me')).status === 200

describe('a shared tablet', () => {
  test('shows those who work in the unit today; any other browser is told nobody', async () => {
    const { device } = await ways(tablet)
    expect(device).toMatchObject({ name: 'Tablet i stuen', unitName: 'Solvang', lockMinutes: 5 })
    expect(device!.people.map(({ name, hasPin }) => [name, hasPin])).toEqual([
      ['Emma', true],
      ['Mette', false],
    ])
    expect((await ways(new Browser(served))).device).toBeNull()
    const lying = new Browser(served)
    lying.plant('rt_device', 'A'.repeat(43))
    expect((await ways(lying)).device).toBeNull()
  })

  test('the code for pairing works once, for ten minutes, and guessing at it is held back', async () => {
    const code = 'QRSTVWXY99'
    await ask(mette, signin.pairDevice, { id: newId(), unitId: solvang.id, name: 'Kontoret', code })
    const [first, second] = [new Browser(served), new Browser(served)]
    const both = await Promise.all([
      first.call('signin.claimDevice', { code }),
      second.call('signin.claimDevice', { code }),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    await ask(mette, signin.pairDevice, { id: newId(), unitId: solvang.id, name: 'For sent', code: 'QRSTVWXY88' })
    later(11)
    expect((await new Browser(served).call('signin.claimDevice', { code: 'QRSTVWXY88' })).body).toMatchObject({
      code: 'signin.wrong-device-code',
    })
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => new Browser(served).call('signin.claimDevice', { code: 'AAAAAAAAAA' })),
    )
    expect(guesses.some(({ status }) => status === 429)).toBe(true)
    later(16)
  })

  test('Emma picks her name and types her PIN; the session is short and says which device', async () => {
    expect((await withPin(tablet, emma)).body).toEqual({ ok: true })
    const [session] = await here.world.db.all<Record<string, string>>(
      sql`select how, device_name, idle_minutes, limit_at - started_at as length from kernel.session where tenant_id = kernel.here() and actor_id = ${emma.id} and how = 'pin' order by started_at desc limit 1`,
    )
    expect(session).toMatchObject({ how: 'pin', device_name: 'Tablet i stuen', idle_minutes: 5 })
    later(6)
    expect(await isIn(tablet)).toBe(false)
    const [entry] = (await trailOf(here.world, 'signin.signInWithPin')).slice(-1)
    expect(entry).toMatchObject({ outcome: 'done', scope_id: solvang.id, actor_id: emma.id })
  })

  test('a PIN works on a paired device only, and only for those of the unit', async () => {
    expect((await withPin(new Browser(served), emma)).body).toMatchObject({ code: 'signin.not-a-device' })
    const other = await paired('Bakkelys', bakkely, await anEmployee(here.world, 'Lone', 'unit-leader', bakkely))
    expect((await withPin(other, emma)).status).toBe(404)
  })

  test('guessing at Emma’s PIN locks her name on this tablet, not on the other; after ten wrong ones she signs in the long way', async () => {
    const other = await paired('Tablet i køkkenet')
    const wrong = await Promise.all(Array.from({ length: 30 }, () => withPin(tablet, emma, '000111')))
    expect(wrong.filter(({ status }) => status === 409).length).toBeLessThanOrEqual(4)
    expect((await withPin(tablet, emma)).status).toBe(429)
    expect((await withPin(other, emma)).status).toBe(200)
    for (let quiet = 0; quiet < 8; quiet++) {
      later(16)
      await withPin(tablet, emma, '000111')
    }
    later(16)
    expect((await withPin(tablet, emma)).body).toMatchObject({ code: 'signin.full-owed' })
    await tablet.call('org.signIn', { userName: 'emma', password: PASSWORD })
    expect((await withPin(tablet, emma)).status).toBe(200)
  })

  test('a week after the last full sign-in the PIN asks for the next', async () => {
    later(7 * 24 * 60 + 1)
    expect((await withPin(tablet, emma)).body).toMatchObject({ code: 'signin.full-owed' })
    expect((await tablet.call('org.signIn', { userName: 'emma', password: PASSWORD })).body).toEqual({ ok: true })
    const [session] = await here.world.db.all<{ idle_minutes: number }>(sql`select idle_minutes from kernel.session
      where tenant_id = kernel.here() and actor_id = ${emma.id} and how = 'password' order by started_at desc limit 1`)
    expect(session!.idle_minutes).toBe(5)
    expect((await withPin(tablet, emma)).status).toBe(200)
  })

  test('signed in by PIN one changes nothing of what one signs in with', async () => {
    await withPin(tablet, emma)
    expect((await tablet.call('signin.setPin', { pin: '482913' })).body).toMatchObject({ code: 'signin.show-again' })
    expect((await tablet.call('signin.offerTotp')).body).toMatchObject({ code: 'signin.show-again' })
  })

  test('an easy PIN is refused, and a PIN leaves no quick hash behind', async () => {
    const nora = await anEmployee(here.world, 'Nora', 'support-worker', solvang).catch(async () => {
      here.world.administrator = await signedIn(here.world, here.world.administrator.id, 'Asta')
      return anEmployee(here.world, 'Nora', 'support-worker', solvang)
    })
    expect((await refused(nora, signin.setPin, { pin: '123456' })).code).toBe('signin.pin-easy')
    await ask(nora, signin.setPin, { pin: '482913' }, 'nøgle-pin')
    const { createHash } = await import('node:crypto')
    const [kept] = await here.world.db.all<{ body_hash: Buffer }>(
      sql`select body_hash from kernel.answer where tenant_id = kernel.here() and key = 'nøgle-pin'`,
    )
    expect(
      kept!.body_hash.equals(
        createHash('sha256')
          .update(JSON.stringify({ pin: '482913' }))
          .digest(),
      ),
    ).toBe(false)
  })

  test('somebody whose employment ended is no longer among the names, and her PIN opens nothing', async () => {
    here.world.administrator = await signedIn(here.world, here.world.administrator.id, 'Asta')
    const kaja = await anEmployee(here.world, 'Kaja', 'support-worker', solvang)
    await ask(kaja, signin.setPin, { pin: '482913' })
    expect((await withPin(tablet, kaja, '482913')).status).toBe(200)
    const yesterday = new Date(Date.parse(here.world.clock.now()) - 86_400_000).toISOString().slice(0, 10)
    await ask(here.world.administrator, org.endEmployment, { employeeId: kaja.id, version: 1, lastDay: yesterday })
    expect((await withPin(tablet, kaja, '482913')).status).toBe(404)
    expect((await ways(tablet)).device!.people.map(({ name }) => name)).not.toContain('Kaja')
  })

  test('a temp is let in by a feature above until the shift ends, and the colleague’s own session is over', async () => {
    await withPin(tablet, emma)
    const before = tablet.cookie('rt_session')!
    const temp = await anEmployee(here.world, 'Vikar Viggo', 'temp-worker', solvang)
    const until = new Date(Date.parse(here.world.clock.now()) + 3 * 3_600_000).toISOString()
    const { clock } = here.world
    const made = await onTablet(tablet, clock, (acting) => openForTemp(acting, temp.id, until))
    expect(made.device.name).toBe('Tablet i stuen')
    expect(
      await here.world.db.one(
        sql`select how, limit_at = ${until}::timestamptz as ends from kernel.session where tenant_id = kernel.here() and actor_id = ${temp.id} and how = 'temp'`,
      ),
    ).toEqual({ how: 'temp', ends: true })
    await expect(
      onTablet(new Browser(served), clock, (acting) => openForTemp(acting, temp.id, until)),
    ).rejects.toMatchObject({ code: 'signin.not-a-device' })
    expect(before).toBeTruthy()
  })

  test('ended by the leader it is a browser like any other, and those on it are signed out', async () => {
    mette = await signedIn(here.world, mette.id, 'Mette')
    await withPin(tablet, emma)
    const { devices, permitted } = await ask(mette, signin.devicesOfUnit, { unitId: solvang.id })
    expect(permitted).toEqual(['pair', 'end'])
    const own = devices.find(({ name }) => name === 'Tablet i stuen')!
    expect(own).toMatchObject({ pairedByName: 'Mette' })
    emma = await signedIn(here.world, emma.id, 'Emma')
    expect((await refused(emma, signin.endDevice, { id: own.id, version: own.version })).kind).toBe('not-found')
    await ask(mette, signin.endDevice, { id: own.id, version: own.version })
    expect(await isIn(tablet)).toBe(false)
    expect((await ways(tablet)).device).toBeNull()
    expect((await withPin(tablet, emma)).body).toMatchObject({ code: 'signin.not-a-device' })
    expect((await refused(mette, signin.endDevice, { id: own.id, version: own.version + 1 })).code).toBe(
      'signin.device-ended',
    )
  })
})

/** What a door of a higher feature has in hand when a browser calls it. */
async function onTablet<T>(
  browser: Browser,
  clock: Clock,
  work: (acting: Parameters<typeof openForTemp>[0]) => Promise<T>,
): Promise<T> {
  const { derive } = await import('#kernel/server/tenants.ts')
  const { wholeOn } = await import('#kernel/server/sql.ts')
  const { tenant, house, db } = here.world
  const device = {
    signIn: (token: string) => browser.plant('rt_session', token),
    signOut: () => undefined,
    cookie: (name: string) => browser.cookie(name),
    keep: (name: string, value: string) => browser.plant(name, value),
    drop: () => undefined,
    demo: true,
    tenantName: tenant.name,
    secret: (purpose: string) => derive(house.config.RT_SECRET, `${tenant.id} ${purpose}`),
    address: '127.0.0.1',
    origin: served.url,
    browser: '',
  }
  return work({ db, whole: wholeOn(house.tenants.pool(tenant)), clock, device })
}
