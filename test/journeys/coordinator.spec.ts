import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { accessible, enter, picture, widths } from './story.ts'

/** Pictures of the guide, made anew with `RT_PICTURES=1`. */
async function look(page: Page, name: string, inGuide = false): Promise<void> {
  await accessible(page)
  await picture(page, name)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(widths.wide)
  if (inGuide && process.env.RT_PICTURES) await page.screenshot({ path: `docs/brug/billeder/${name}.png` })
}

test('Signe’s menu is few words under the thumb, and opens by touch and by keyboard', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page, context } = await enter(browser, 'Signe', { viewport: widths.narrow })
  const menu = page.getByRole('navigation', { name: 'Sider' })
  await expect(menu.getByRole('button', { name: 'Krav og valg' })).toBeVisible()
  const overflow = await menu.evaluate((nav) => nav.querySelector('ul')!.scrollWidth - nav.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await menu.getByRole('button', { name: 'Krav og valg' }).click()
  await expect(menu.getByRole('link', { name: 'Udbud' })).toBeVisible()
  await look(page, 'koordinator-menu')
  await page.setViewportSize(widths.narrow)
  await menu.getByRole('link', { name: 'Beslutninger' }).click()
  await expect(page.getByRole('heading', { name: 'Beslutninger', level: 1 })).toBeVisible()
  await expect(menu.getByRole('link', { name: 'Udbud' })).toHaveCount(0)

  await menu.getByRole('button', { name: 'Krav og valg' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('link', { name: 'Behov' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu.getByRole('button', { name: 'Krav og valg' })).toBeFocused()
  await expect(menu.getByRole('link', { name: 'Behov' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).click()
  await expect(menu.getByRole('link', { name: 'Behov' })).toHaveCount(0)
  await context.close()
})

test('Signe begins her day, and takes requirements in from a spreadsheet', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await enter(browser, 'Signe')

  await test.step('the start page says what is now, what is next and what may wait', async () => {
    await expect(page.getByRole('heading', { name: /Løse tråde/ })).toBeVisible()
    await look(page, 'koordinator', true)
  })

  await test.step('a spreadsheet with a fault is told line by line, and nothing is taken in', async () => {
    await page.goto('/krav')
    await page.getByRole('button', { name: 'Begynd en kravspecifikation' }).click()
    await page.getByLabel('Hvad skal købes?').fill('Fra vores eget regneark')
    await page.getByRole('dialog').getByRole('button', { name: 'Begynd' }).click()
    await page.getByRole('button', { name: 'Hent fra regneark' }).click()
    const sample = fs.readFileSync('docs/import-sample/krav.csv', 'utf8')
    await give(page, sample.replace(';K;', ';måske;'))
    await expect(page.getByText(/^1 fejl\. Ret dem i filen/).first()).toBeVisible()
    await look(page, 'krav-regneark-fejl')
    await give(page, sample)
    await expect(page.getByText(/krav med \d+ rækker/).first()).toBeVisible()
    await look(page, 'krav-regneark')
    await page.getByRole('button', { name: /^Hent \d+ krav$/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Luk' }).last().click()
    await expect(page.getByText('K-001').first()).toBeVisible()
    await look(page, 'krav', true)
  })
  await context.close()
})

/** Chooses a file in the dialog and has it looked at. */
async function give(page: Page, csv: string): Promise<void> {
  const buffer = Buffer.from(csv)
  await page.locator('input[type=file]').setInputFiles({ name: 'krav.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Se, hvad der er i den' }).click()
}

test('Signe writes a decision and a risk', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await enter(browser, 'Signe')
  await page.goto('/beslutninger')
  await page
    .getByRole('link', { name: 'Skriv en beslutning' })
    .or(page.getByRole('button', { name: 'Skriv en beslutning' }))
    .click()
  await page
    .getByRole('textbox', { name: 'Hvorfor', exact: true })
    .fill(
      'Implementeringskommunikationsmedarbejderne anbefaler sammenhængende undervisningsforløb på samtlige arbejdspladser, fordi kompetenceudviklingsaktiviteterne ellers forsinkes.',
    )
  await expect(page.getByText(/^LIX \d+ · Teksten er svær at læse/)).toBeVisible()
  await look(page, 'beslutning-ny')
  await page.goto('/beslutninger')
  await expect(page.getByRole('heading', { name: 'Beslutninger', level: 1 })).toBeVisible()
  await look(page, 'beslutninger')
  await page.goto('/beslutninger/risici')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'risici-tom')
  await page
    .getByRole('button', { name: /risiko/i })
    .first()
    .click()
  await look(page, 'risiko-ny')
  await context.close()
})
