import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { OidcOp } from '../kit/oidc-op.ts'
import { privilegeList, SamlIdp } from '../kit/saml-idp.ts'
import { accessible, address, enter, picture } from './story.ts'

/** The app’s own address in this browser is a secure context, as https is: passkeys and drafts on the device work. */
const PASSWORD = 'otte bolde i luften'
const ONCE = 'hest lampe kridt sol'

/** What somebody’s page asks the server for, with the page’s own cookies. */
const ask = <T>(page: Page, name: string, input: object): Promise<T> =>
  page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body: body! })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
      return answer.json()
    },
    [name, JSON.stringify(input)],
  )

const newId = () => crypto.randomUUID()
const fresh = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    baseURL: address(),
    viewport: { width: 1280, height: 900 },
  })

type Unit = { id: string; name: string }

/** Somebody newly employed on Åstedet, with a password for once. */
async function hired(browser: Browser, name: string, userName: string): Promise<void> {
  const { page, context } = await enter(browser, 'Ahmed')
  const unit = (await ask<Unit[]>(page, 'org.tree', {})).find(({ name }) => name === 'Åstedet')!
  const id = newId()
  const today = new Date().toISOString().slice(0, 10)
  const job = { id, name, userName, profession: 'pædagog', employedFrom: today, employedTo: null }
  await ask(page, 'org.hire', { ...job, grantId: newId(), role: 'support-worker', unitId: unit.id })
  await ask(page, 'org.setPassword', { employeeId: id, password: ONCE })
  await context.close()
}

async function typePassword(page: Page, userName: string, password: string): Promise<void> {
  await page.goto('/')
  await page.getByText('Log ind med adgangskode').click()
  await page.getByLabel('Brugernavn').fill(userName)
  await page.getByLabel('Adgangskode', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
}

async function chooseOwn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Vælg din egen adgangskode' })).toBeVisible()
  await page.getByLabel('Ny adgangskode').fill(PASSWORD)
  await page.getByLabel('Den nye igen').fill(PASSWORD)
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

const signOut = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Log ud' }).click()
}

/** The code the app shows; `ahead` half minutes from now, because no code opens twice. */
const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + ahead * 30_000,
  })

test('Sidsel chooses her own password, adds an app with codes, and comes in with both; a code on paper when the phone is gone', async ({
  browser,
}) => {
  await hired(browser, 'Sidsel Ny', 'sidsel')
  const context = await fresh(browser)
  const page = await context.newPage()
  await typePassword(page, 'sidsel', ONCE)
  await expect(page.getByRole('heading', { name: 'Vælg din egen adgangskode' })).toBeVisible()
  await accessible(page)
  await picture(page, 'egen-adgangskode')
  await page.getByLabel('Ny adgangskode').fill('Sommer2026!!')
  await page.getByLabel('Den nye igen').fill('Sommer2026!!')
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await expect(page.getByText('blandt dem, der gættes først')).toBeVisible()
  await chooseOwn(page)

  await page.goto('/sikkerhed')
  await page.getByRole('button', { name: 'Tilføj app med koder' }).click()
  await page.getByText('Kan du ikke scanne?').click()
  const secret = await page.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent()
  await accessible(page)
  await picture(page, 'app-med-koder')
  await page.getByLabel('Kode fra appen').fill(codeOf(secret!))
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await expect(page.getByRole('heading', { name: 'Dine koder på papir' })).toBeVisible()
  const [paper] = await page
    .getByRole('listitem')
    .filter({ hasText: /^[A-Z0-9]{5}-[A-Z0-9]{5}$/ })
    .allTextContents()
  await picture(page, 'koder-paa-papir')
  await page.getByRole('button', { name: 'Jeg har gemt dem' }).click()
  await expect(page.getByText('10 tilbage')).toBeVisible()
  await accessible(page)
  await picture(page, 'sikkerhed')

  await signOut(page, 'Sidsel Ny')
  await typePassword(page, 'sidsel', PASSWORD)
  await expect(page.getByRole('heading', { name: 'Det andet trin' })).toBeVisible()
  await accessible(page)
  await picture(page, 'andet-trin')
  await page.getByLabel('Kode fra appen').fill('000000')
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await expect(page.getByText('Koden passer ikke.')).toBeVisible()
  await page.getByLabel('Kode fra appen').fill(codeOf(secret!, 1))
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()

  await signOut(page, 'Sidsel Ny')
  await typePassword(page, 'sidsel', PASSWORD)
  await page.getByRole('button', { name: 'Brug en kode på papir' }).click()
  await page.getByLabel('Kode på papir').fill(paper!)
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await context.close()
})

test('Tage adds a passkey on his phone and comes in with it alone, and after his password', async ({ browser }) => {
  await hired(browser, 'Tage Ny', 'tage')
  const context = await fresh(browser)
  const page = await context.newPage()
  const phone = await context.newCDPSession(page)
  await phone.send('WebAuthn.enable')
  await phone.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await typePassword(page, 'tage', ONCE)
  await chooseOwn(page)
  await page.goto('/sikkerhed')
  await page.getByRole('button', { name: 'Tilføj adgangsnøgle' }).click()
  await page.getByLabel('Hvad skal den hedde?').fill('Min telefon')
  await page.getByRole('button', { name: 'Opret adgangsnøglen' }).click()
  await page.getByRole('button', { name: 'Jeg har gemt dem' }).click()
  await expect(page.getByText('Min telefon')).toBeVisible()
  await signOut(page, 'Tage Ny')
  await page.getByText('Log ind med adgangskode').click()
  await page.getByRole('button', { name: 'Brug adgangsnøgle' }).click()
  await expect(page.getByRole('button', { name: 'Tage Ny' })).toBeVisible()
  await signOut(page, 'Tage Ny')
  await typePassword(page, 'tage', PASSWORD)
  await expect(page.getByRole('heading', { name: 'Det andet trin' })).toBeVisible()
  await page.getByRole('button', { name: 'Brug adgangsnøgle' }).click()
  await expect(page.getByRole('button', { name: 'Tage Ny' })).toBeVisible()
  await context.close()
})

test('Egebæk’s own sign-in, by OpenID Connect and by SAML, set up by Ahmed on a page; unknown roles are met with a sentence', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { page: ahmed, context: office } = await enter(browser, 'Ahmed')
  const unit = (await ask<Unit[]>(ahmed, 'org.tree', {})).find(({ name }) => name === 'Åstedet')!
  await ahmed.goto('/administration/log-ind')
  await expect(ahmed.getByRole('heading', { name: 'Regler', exact: true })).toBeVisible()

  const idp = new SamlIdp()
  await idp.open()
  await ahmed.getByRole('button', { name: 'Tilføj' }).click()
  await ahmed.getByLabel('Tekst på knappen').fill('Log ind med Egebæk-login')
  await ahmed.getByLabel('Entitets-id').fill(idp.entityId)
  await ahmed.getByLabel('Adresse for log ind').fill(`${idp.url}/sso`)
  await ahmed.getByLabel('Certifikater, de skriver under med').fill(idp.keys.certificate)
  await ahmed
    .getByLabel('Rolle her for hver rolle der')
    .fill(`urn:egebaek:medarbejder = support-worker = ${unit.id}\nurn:egebaek:leder = leder`)
  await ahmed.getByRole('button', { name: 'Gem' }).click()
  await expect(ahmed.getByText('Linje 2 kan ikke læses.')).toBeVisible()
  await accessible(ahmed)
  await picture(ahmed, 'kommunens-login')
  await ahmed.getByLabel('Rolle her for hver rolle der').fill(`urn:egebaek:medarbejder = support-worker = ${unit.id}`)
  await ahmed.getByRole('button', { name: 'Gem' }).click()
  await expect(ahmed.getByText('Log ind med Egebæk-login')).toBeVisible()
  const metadata = await ahmed.getByText(/\/metadata$/).textContent()
  await accessible(ahmed)
  await picture(ahmed, 'log-ind-regler')
  idp.trust(await (await ahmed.request.get(metadata!)).text())

  const op = new OidcOp()
  const oidcId = newId()
  await op.open(() => [`${address()}/api/sso/${oidcId}/callback`], Number(process.env.RT_SSO_HOSTS!.split(':')[1]))
  const roles = [{ privilege: 'medarbejder', role: 'support-worker', unitId: unit.id }]
  const claims = { subjectClaim: 'sub', privilegesClaim: 'roles', assuranceClaim: 'nsis' }
  const setup = {
    kind: 'oidc',
    issuer: op.issuer,
    clientId: op.clientId,
    scopes: 'profile nsis',
    ...claims,
    roles,
    units: [],
    createsEmployees: true,
    assumedAssurance: null,
    cvr: null,
  }
  await ask(ahmed, 'signin.saveProvider', {
    id: oidcId,
    version: null,
    label: 'Log ind med kontoret',
    setup,
    secret: op.clientSecret,
    closedOn: null,
  })

  const context = await fresh(browser)
  const page = await context.newPage()
  await page.goto('/overlevering')
  await expect(page.getByRole('link', { name: 'Log ind med Egebæk-login' })).toBeVisible()
  await accessible(page)
  await picture(page, 'log-ind-kommunens')
  idp.next = {
    subject: newId(),
    fullName: 'Viola Ege',
    loa: 'Substantial',
    privileges: privilegeList([{ privileges: ['urn:egebaek:andet'] }]),
  }
  await page.getByRole('link', { name: 'Log ind med Egebæk-login' }).click()
  await page.getByRole('button', { name: 'Log ind' }).click()
  await expect(page.getByText('giver dig ingen rolle i Rød Tråd')).toBeVisible()
  await accessible(page)
  await picture(page, 'ingen-rolle')
  idp.next = { ...idp.next, privileges: privilegeList([{ privileges: ['urn:egebaek:medarbejder'] }]) }
  await page.goto('/overlevering')
  await page.getByRole('link', { name: 'Log ind med Egebæk-login' }).click()
  await page.getByRole('button', { name: 'Log ind' }).click()
  await expect(page.getByRole('button', { name: 'Viola Ege' })).toBeVisible()
  await expect(page).toHaveURL(/\/overlevering$/)
  await signOut(page, 'Viola Ege')

  op.next = { sub: 'objekt-olga', name: 'Olga Ege', nsis: 'High', roles: ['medarbejder'] }
  await page.goto('/')
  await page.getByRole('link', { name: 'Log ind med kontoret' }).click()
  await expect(page.getByRole('button', { name: 'Olga Ege' })).toBeVisible()
  await context.close()

  for (const provider of await ask<{ id: string; version: number; label: string; setup: object }[]>(
    ahmed,
    'signin.providers',
    {},
  )) {
    const { id, version, label, setup } = provider
    await ask(ahmed, 'signin.saveProvider', {
      id,
      version,
      label,
      setup,
      secret: null,
      closedOn: new Date().toISOString().slice(0, 10),
    })
  }
  await office.close()
  await Promise.all([idp.close(), op.close()])
})

test('a shared tablet: paired by the leader, opened by name and PIN, locked when left; what was typed is there for the one who typed it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const context = await fresh(browser)
  const page = await context.newPage()
  await page.clock.install()
  await page.goto('/')
  for (const [name, pin] of [
    ['Maja U.', '739164'],
    ['Emma K.', '482913'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await page.goto('/sikkerhed')
    await page.getByRole('button', { name: 'Vælg pinkode' }).click()
    await page.getByLabel('Pinkode', { exact: true }).fill(pin)
    await page.getByLabel('Den samme igen').fill(pin)
    await page.getByRole('button', { name: 'Gem' }).click()
    await expect(page.getByText('Valgt', { exact: false }).first()).toBeVisible()
    await signOut(page, name)
  }

  await page.getByRole('button', { name: /Peter F\./ }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const unit = (await ask<Unit[]>(page, 'org.tree', {})).find(({ name }) => name === 'Åstedet')!
  await page.goto(`/administration/enhed/${unit.id}`)
  await page.getByRole('button', { name: 'Par en tablet' }).click()
  await page.getByLabel('Hvad kalder I den?').fill('Tablet i stuen')
  await accessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Par en tablet' }).click()
  await expect(page.getByText('Denne tablet er nu fælles.')).toBeVisible()
  await page.getByRole('button', { name: 'Luk' }).last().click()
  await picture(page, 'faelles-tabletter')
  await signOut(page, 'Peter F.')

  await expect(page.getByRole('heading', { name: 'Hvem er du?' })).toBeVisible()
  await accessible(page)
  await picture(page, 'hvem-er-du')
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.getByRole('button', { name: /Maja U\./ }).click()
  await accessible(page)
  await picture(page, 'pinkode')
  await page.setViewportSize({ width: 1024, height: 768 })
  await typePin(page, '111222')
  await expect(page.getByText('Pinkoden passer ikke.')).toBeVisible()
  await typePin(page, '739164')
  await expect(page.getByRole('navigation').first()).toBeVisible()

  const words = `Hun ville gerne ud i haven. ${Date.now()}`
  await page
    .locator('span', { hasText: /^Skriv om …$/ })
    .locator('xpath=..')
    .getByRole('button')
    .first()
    .click()
  await page.getByLabel('Hvad skete der?').fill(words)
  await expect(page.getByText(/^gemt kl\./).first()).toBeVisible()
  await page.clock.fastForward('05:30')
  await expect(page.getByRole('heading', { name: 'Låst' })).toBeVisible()
  await expect(page.getByLabel('Hvad skete der?')).toBeHidden()
  await accessible(page)
  await picture(page, 'laast')
  await page.setViewportSize({ width: 1024, height: 768 })
  await typePin(page, '739164')
  await expect(page.getByLabel('Hvad skete der?')).toHaveValue(words)

  await page.getByRole('button', { name: 'Maja U.' }).click()
  await page.getByRole('menuitem', { name: 'Lås' }).click()
  await page.getByRole('button', { name: 'En anden' }).click()
  await page.getByRole('button', { name: /Emma K\./ }).click()
  await typePin(page, '482913')
  await expect(page.getByRole('button', { name: 'Emma K.' })).toBeVisible()
  await expect(page.getByText(words)).toBeHidden()
  await context.close()
})

async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
}
