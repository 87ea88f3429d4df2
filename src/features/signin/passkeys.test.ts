import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Authenticator } from '#kit/authenticator.ts'
import { Browser, withPassword } from '#kit/browser.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { type Served, serveWorld } from '#kit/server.ts'
import { trailOf, useWorld } from '#kit/world.ts'

const here = useWorld()
const PASSWORD = 'kaffe-og-rundstykker'
let served: Served
let solvang: GivenUnit

beforeAll(async () => {
  served = await serveWorld(here.world)
  served.url = served.url.replace('127.0.0.1', 'localhost')
  solvang = await aUnit(here.world, 'Solvang')
})
afterAll(() => served.close())

type Options = {
  challenge: string
  rpId: string
  rp: { id: string }
  userVerification: string
  allowCredentials: { id: string }[]
}
const options = async (at: Browser, name: string) => (await at.call(name)).body as unknown as Options

/** Somebody with a password and a passkey. */
async function withPasskey(name: string, userName: string) {
  await withPassword(here.world, await anEmployee(here.world, name, 'support-worker', solvang), userName, PASSWORD)
  const at = new Browser(served)
  await at.call('org.signIn', { userName, password: PASSWORD })
  const phone = new Authenticator(served.url)
  const answer = phone.register(await options(at, 'signin.offerPasskey'))
  const added = await at.call('signin.addPasskey', { name: 'Min telefon', answer })
  return { at, phone, added }
}

const alone = async (phone: Authenticator) => {
  const at = new Browser(served)
  return at.call('signin.usePasskey', { answer: phone.sign(await options(at, 'signin.askPasskey')) })
}

describe('a passkey', () => {
  test('alone lets Mette in, with finger or code, without user name or password', async () => {
    const { phone, added } = await withPasskey('Mette', 'mette')
    expect(added.body).toMatchObject({ admission: { ok: true }, recoveryCodes: { length: 10 } })
    const at = new Browser(served)
    const asked = await options(at, 'signin.askPasskey')
    expect(asked).toMatchObject({ userVerification: 'required', allowCredentials: [] })
    expect((await at.call('signin.usePasskey', { answer: phone.sign(asked) })).body).toEqual({ ok: true })
    expect((await at.call('org.me')).body).toMatchObject({ name: 'Mette' })
    expect((await trailOf(here.world, 'org.signIn')).at(-1)!.about).toContain('"passkey"')
  })

  test('is the second step after a password, and only the person’s own', async () => {
    const { phone } = await withPasskey('Jens', 'jens')
    const other = await withPasskey('Lis', 'lis')
    const at = new Browser(served)
    expect((await at.call('org.signIn', { userName: 'jens', password: PASSWORD })).body).toMatchObject({
      next: 'second-factor',
      factors: ['passkey', 'recovery'],
    })
    const asked = await options(at, 'signin.askPasskey')
    expect(asked.allowCredentials).toHaveLength(1)
    expect((await at.call('signin.usePasskey', { answer: other.phone.sign(asked) })).body).toMatchObject({
      code: 'signin.passkey-refused',
    })
    phone.verifies = false
    const again = await options(at, 'signin.askPasskey')
    expect((await at.call('signin.usePasskey', { answer: phone.sign(again) })).body).toEqual({ ok: true })
  })

  test('without finger or code is not enough alone', async () => {
    const { phone } = await withPasskey('Per', 'per')
    phone.verifies = false
    expect((await alone(phone)).body).toMatchObject({ code: 'signin.passkey-refused' })
  })

  test('answers one question once: the same answer again, or to another question, is refused', async () => {
    const { phone } = await withPasskey('Ib', 'ib')
    const at = new Browser(served)
    const asked = await options(at, 'signin.askPasskey')
    const answers = await Promise.all([1, 2, 3].map(() => at.call('signin.usePasskey', { answer: phone.sign(asked) })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await options(at, 'signin.askPasskey')
    expect((await at.call('signin.usePasskey', { answer: phone.sign(asked) })).body).toMatchObject({
      code: 'signin.passkey-refused',
    })
  })

  test('signed for another address is refused: a page that looks like ours gets nothing', async () => {
    const { phone } = await withPasskey('Eva', 'eva')
    phone.origin = 'https://roed-traad.ond.dk'
    expect((await alone(phone)).body).toMatchObject({ code: 'signin.passkey-refused' })
  })

  test('copied is found out: its count goes back', async () => {
    const { phone } = await withPasskey('Tom', 'tom')
    expect((await alone(phone)).status).toBe(200)
    phone.counter = 0
    expect((await alone(phone)).body).toMatchObject({ code: 'signin.passkey-refused' })
  })

  test('anything that is no answer is refused in plain words', async () => {
    const at = new Browser(served)
    for (const answer of [
      {},
      { id: 'x' },
      { id: 7, response: null },
      { id: 'x', response: { clientDataJSON: 'ikke base64 !' } },
    ]) {
      await options(at, 'signin.askPasskey')
      expect((await at.call('signin.usePasskey', { answer })).body).toMatchObject({ code: 'signin.passkey-refused' })
    }
  })

  test('removed, it opens no more', async () => {
    const { at, phone } = await withPasskey('Bo', 'bo')
    const { passkeys } = (await at.call('signin.mySecurity')).body as { passkeys: { id: string; name: string }[] }
    expect(passkeys).toMatchObject([{ name: 'Min telefon' }])
    expect((await at.call('signin.removeFactor', { factor: 'passkey', passkeyId: passkeys[0]!.id })).status).toBe(200)
    expect((await alone(phone)).body).toMatchObject({ code: 'signin.passkey-refused' })
  })
})
