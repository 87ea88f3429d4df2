import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { accessible, enter, picture, widths } from './story.ts'

/** Pictures of the README and the guide, made anew with `RT_PICTURES=1 bin/check`. */
const GUIDE = 'docs/brug/billeder'

async function look(page: Page, name: string, inGuide = false): Promise<void> {
  await accessible(page)
  await picture(page, name)
  if (!inGuide || !process.env.RT_PICTURES) return
  await page.setViewportSize(widths.wide)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  fs.mkdirSync(GUIDE, { recursive: true })
  await page.screenshot({ path: `${GUIDE}/${name}.png` })
}

async function openJens(page: Page): Promise<void> {
  await page.goto('/')
  await page
    .getByRole('link', { name: /^Jens B\./ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /Jens B\./ }).first()).toBeVisible()
}

test('the door', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.RT_URL!, locale: 'da-DK' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /Emma K\./ })).toBeVisible()
  await look(page, 'log-ind')
  await page.goto('/')
  await page.getByText('Log ind med adgangskode').click()
  await page.getByLabel('Brugernavn').fill('emma')
  await page.getByLabel('Adgangskode').fill('forkert')
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(page.getByText('Brugernavn og adgangskode passer ikke sammen.')).toBeVisible()
  await look(page, 'log-ind-afvist')
  await context.close()
})

test('a worker’s screens', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await enter(browser, 'Maja U.')
  await expect(page.getByRole('heading', { name: /Siden sidst/ })).toBeVisible()
  await expect(page.getByText('Jens B.').first()).toBeVisible()
  await look(page, 'min-vagt', true)
  await page.goto('/overlevering')
  await expect(page.getByRole('button', { name: /Næste/ }).first()).toBeVisible()
  await look(page, 'overlevering', true)
  await openJens(page)
  await expect(page.getByText('rollator').first()).toBeVisible()
  await look(page, 'borger', true)
  await page.getByRole('link', { name: 'Kort', exact: true }).click()
  await expect(page.getByText('Inger Brandt')).toBeVisible()
  await look(page, 'kort', true)
  await page.getByRole('link', { name: 'Ophold', exact: true }).click()
  await expect(page.getByText('Åstedet').first()).toBeVisible()
  await look(page, 'ophold')
  await page.goto('/soeg')
  await page.getByRole('searchbox').fill('rollator')
  await page.keyboard.press('Enter')
  await expect(page.locator('mark').first()).toBeVisible()
  await look(page, 'soeg', true)
  await page.getByRole('searchbox').fill('kvantefysik')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ingen notater med de ord.')).toBeVisible()
  await look(page, 'soeg-intet')
  await page.goto('/borgere')
  await expect(page.getByText('Birthe L.').first()).toBeVisible()
  await look(page, 'borgere', true)
  await page.goto('/enhed')
  await expect(page.getByRole('heading', { name: /Dagbog/ })).toBeVisible()
  await look(page, 'dagbog')
  await page.goto('/enhed/beboere')
  await expect(page.getByText('Birthe L.').first()).toBeVisible()
  await look(page, 'beboere')
  await page.goto('/unit')
  await expect(page.getByText('Emma K.').first()).toBeVisible()
  await look(page, 'enhed')
  await page.goto('/findes-ikke')
  await expect(page.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible()
  await look(page, 'findes-ikke')
  await context.close()
})

test('a leader’s start page, and the card of somebody with a protected address', async ({ browser }) => {
  test.setTimeout(120_000)
  const peter = await enter(browser, 'Peter F.')
  await expect(peter.page.getByRole('heading', { name: /Siden sidst/ })).toBeVisible()
  await look(peter.page, 'leder')
  await peter.context.close()
  const jan = await enter(browser, 'Jan M.')
  await jan.page.goto('/borgere')
  await jan.page.getByRole('link', { name: /^Sara/ }).first().click()
  await jan.page.getByRole('link', { name: 'Kort', exact: true }).click()
  await expect(jan.page.getByText(/[Bb]eskyttet/).first()).toBeVisible()
  await look(jan.page, 'beskyttet')
  await jan.context.close()
})

test('where people do not live, the day follows one’s own citizens and those who came', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Rikke A.')
  await expect(page.getByRole('heading', { name: 'I dag' }).first()).toBeVisible()
  await look(page, 'i-dag')
  await context.close()
})

test('a night worker’s way to messages and meetings, to what was told of, and to the pulse; and the coordinator’s to the templates', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const omar = await enter(browser, 'Omar')
  const name = omar.page.getByRole('button', { name: /Omar N\./ }).last()
  await name.click()
  await look(omar.page, 'egen-menu')
  await omar.page.getByRole('menuitem', { name: 'Beskeder og møder' }).click()
  for (const [at, title] of [
    ['/beskeder', 'Beskeder'],
    ['/moeder', 'Informationsmøder'],
    ['/klar/det-skete', 'Det, du har fortalt'],
    ['/klar/puls', 'Puls'],
  ] as const) {
    await omar.page.goto(at)
    await expect(omar.page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(omar.page.getByRole('link', { name: 'Kommunens porte' })).toHaveCount(0)
    await look(omar.page, `nattevagt${at.replaceAll('/', '-')}`)
  }
  await omar.context.close()
  const signe = await enter(browser, 'Signe')
  await signe.page.goto('/skabeloner')
  await expect(signe.page.getByRole('button', { name: 'Ny udgave: Krisecenter' })).toBeVisible()
  await look(signe.page, 'skabeloner-alle')
  await signe.page.goto('/klar/puls')
  await expect(signe.page.getByRole('link', { name: 'Kommunens porte' })).toBeVisible()
  await signe.context.close()
})

test('without network, and in English', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Maja U.')
  await context.setOffline(true)
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await expect(page.getByText(/Ingen forbindelse/).first()).toBeVisible()
  await look(page, 'uden-net')
  await context.setOffline(false)
  await page
    .getByRole('button', { name: /Maja U\./ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Udseende og sprog' }).click()
  await page.getByRole('radio', { name: 'English' }).or(page.getByText('English')).first().click()
  await expect(page.getByRole('link', { name: 'Handover' }).first()).toBeVisible()
  await context.close()
})
