import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delayAfter, ownPath, whatNext, whyNotPassword, whyNotPin } from './rules.ts'
import { howManyCommon, isCommon } from './server/guessed-first.ts'
import { readPrivileges } from './server/sso/privileges.ts'
import { levelOf } from './server/sso/said.ts'
import { mayCall } from './server/sso/setup.ts'

const mette = { userName: 'mettem', name: 'Mette Mørkøv', tenantName: 'Egebæk Kommune' }
const why = (password: string) => whyNotPassword(password, mette, isCommon)?.code

describe('a password', () => {
  test('of four random words is taken, as is anything long that nobody thinks of first', () => {
    for (const good of [
      'kaffe-og-rundstykker',
      'hest batteri klamme korrekt',
      'vK9#mPq2xLw7',
      'Tre små kinesere på Højbro',
    ])
      expect([good, why(good)]).toEqual([good, undefined])
  })

  test.each([
    ['kort', 'signin.password-short'],
    ['elleve-tegn', 'signin.password-short'],
    ['mit-navn-er-Mette', 'signin.password-names-you'],
    ['mettem-mettem-1', 'signin.password-names-you'],
    ['vi-bor-i-egebæk', 'signin.password-names-you'],
    ['Sommer2024!!', 'signin.password-common'],
    ['!!P@ssw0rd123', 'signin.password-common'],
    ['kodeordkodeord', 'signin.password-common'],
    ['administrator', 'signin.password-common'],
    ['1qaz2wsx3edc4rfv', 'signin.password-common'],
    ['aaaaaaaaaaaaaaa', 'signin.password-common'],
    ['qwertyuiopåasdf', 'signin.password-common'],
    ['Fodbold2026..', 'signin.password-common'],
  ])('%s is refused', (password, code) => expect(why(password)).toBe(code))

  test('the list holds more than twelve thousand words, Danish ones too', () => {
    expect(howManyCommon()).toBeGreaterThan(12_000)
    expect(['adgangskode', 'rødgrødmedfløde', 'password', 'bosted'].map(isCommon)).toEqual([true, true, true, true])
  })
})

describe('a PIN', () => {
  test.each(['111111', '123456', '654321', '121212', '112233', '123123', '240885', '010190', '000000'])(
    '%s is too easy',
    (pin) => expect(whyNotPin(pin)?.code).toBe('signin.pin-easy'),
  )
  test('that is none of these is taken', () => {
    for (const pin of ['739164', '482913', '90517348']) expect(whyNotPin(pin)).toBeUndefined()
  })
})

describe('what is asked for next', () => {
  const standing = fc.record({
    factors: fc.subarray(['totp', 'passkey', 'recovery'] as const),
    factorRequired: fc.boolean(),
    passwordForOnce: fc.boolean(),
  })
  const proofs = fc.subarray(['password', 'totp', 'passkey', 'recovery'])

  test('nobody comes in without the second factor they have, nor without one that is required', () => {
    fc.assert(
      fc.property(standing, proofs, (asks, proved) => {
        const isIn = whatNext(asks, proved) === undefined
        const second = proved.some((way) => way !== 'password')
        const has = asks.factors.some((factor) => factor !== 'recovery')
        if (isIn && (has || asks.factorRequired)) expect(second).toBe(true)
        if (isIn && asks.passwordForOnce) expect(proved).not.toContain('password')
      }),
    )
  })

  test('each answer brings one nearer: at most three questions', () => {
    fc.assert(
      fc.property(standing, (asks) => {
        const proved = ['password']
        let now = { ...asks }
        for (let questions = 0; ; questions++) {
          const next = whatNext(now, proved)
          if (!next) return
          expect(questions).toBeLessThan(3)
          if (next === 'new-password') now = { ...now, passwordForOnce: false }
          else proved.push('totp')
        }
      }),
    )
  })
})

describe('where one is sent after signing in', () => {
  test.each([
    ['/borger/1?filter=vigtige', '/borger/1?filter=vigtige'],
    ['https://ond.dk', '/'],
    ['//ond.dk', '/'],
    ['/\\ond.dk', '/'],
    ['/\t/ond.dk', '/'],
    ['javascript:alert(1)', '/'],
    ['/api/sso/x/start', '/'],
    ['/..//ond.dk', '/'],
    [null, '/'],
  ])('%s leads to %s', (asked, to) => expect(ownPath(asked)).toBe(to))

  test('whatever is asked, it is a path of our own', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((word) => `/${word}`),
        ),
        (asked) => {
          const to = ownPath(asked)
          expect(new URL(to, 'https://os.dk').host).toBe('os.dk')
          expect(to.startsWith('//')).toBe(false)
        },
      ),
    )
  })
})

test('tries cost nothing at first, then ever more, and from the eighth a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 20].map(delayAfter)).toEqual([0, 0, 0, 1, 2, 4, 8, 900, 900])
})

describe('what another house says', () => {
  const list = (inner: string) =>
    Buffer.from(
      `<?xml version="1.0"?><bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile">${inner}</bpp:PrivilegeList>`,
    ).toString('base64')

  test('a privilege list is read with scope, privileges and what narrows them', () => {
    const read = readPrivileges(
      list(`
      <PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:12345678">
        <Constraint Name="urn:dk:kombit:orgUnit">0b4c</Constraint><Privilege>urn:dk:roed:leder</Privilege><Privilege>a &amp; b</Privilege>
      </PrivilegeGroup><PrivilegeGroup/>`),
    )
    expect(read).toEqual([
      {
        scope: 'urn:dk:gov:saml:cvrNumberIdentifier:12345678',
        privileges: ['urn:dk:roed:leder', 'a & b'],
        constraints: [{ name: 'urn:dk:kombit:orgUnit', value: '0b4c' }],
      },
      { scope: null, privileges: [], constraints: [] },
    ])
  })

  test.each([
    ['a document type', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><PrivilegeList/>').toString('base64')],
    ['half a list', Buffer.from('<PrivilegeList><PrivilegeGroup>').toString('base64')],
    ['something else', Buffer.from('<Andet/>').toString('base64')],
    ['no XML', Buffer.from('hej').toString('base64')],
    ['crossed tags', list('<PrivilegeGroup><Privilege></PrivilegeGroup></Privilege>')],
  ])('%s is no list', (_, base64) => expect(readPrivileges(base64)).toBeUndefined())

  test('anything at all is read or refused, and never hangs', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void readPrivileges(Buffer.from(`<PrivilegeList>${text}</PrivilegeList>`).toString('base64')),
      ),
    )
  })

  test('levels are known by their last word; an unknown one is none', () => {
    expect([levelOf('Substantial', null), levelOf('https://data.gov.dk/concept/core/nsis/loa/High', null)]).toEqual([
      'substantial',
      'high',
    ])
    expect([levelOf('3', 'high'), levelOf(undefined, 'low'), levelOf(undefined, null)]).toEqual([null, 'low', null])
  })
})

describe('which addresses the server calls', () => {
  test.each([
    ['https://login.egebaek.dk/adfs', true],
    ['http://login.egebaek.dk/adfs', false],
    ['https://127.0.0.1/', false],
    ['https://[::1]/', false],
    ['https://localhost/', false],
    ['https://intranet/', false],
    ['https://bruger@login.egebaek.dk/', false],
    ['http://127.0.0.1:9000/oidc', true],
    ['http://127.0.0.1:9001/oidc', false],
    ['https://127.0.0.1:9000.ond.dk/', false],
    ['ftp://127.0.0.1:9000/', false],
  ])('%s: %s', (address, may) => expect(mayCall(address, ['127.0.0.1:9000'])).toBe(may))
})
