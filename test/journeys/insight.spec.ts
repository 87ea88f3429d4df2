import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { accessible, enter, picture } from './story.ts'

async function look(page: Page, name: string): Promise<void> {
  await accessible(page)
  await picture(page, name)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function recordsRequest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skriv en anmodning' }).click()
  await page.getByRole('combobox', { name: 'Borger' }).fill('Jens Brandt')
  await page.getByRole('option', { name: /Jens Brandt/ }).click()
  await look(page, 'indsigt-ny')
  await page.getByRole('button', { name: 'Gem anmodningen' }).click()
  await expect(page.getByRole('heading', { name: 'Indsigt: Jens Brandt' })).toBeVisible()
}

test('Mille answers Jens, who wants to see what is written about him', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await enter(browser, 'Mille')
  await page.goto('/indsigt')
  await expect(page.getByText('Ingen har bedt om indsigt endnu.')).toBeVisible()
  await look(page, 'indsigt-tom')
  await recordsRequest(page)
  await expect(page.getByRole('heading', { name: 'Andre, der er nævnt' })).toBeVisible({ timeout: 60_000 })
  await look(page, 'indsigt')

  await page
    .getByRole('button', { name: /^Se stederne:/ })
    .first()
    .click()
  await expect(page.locator('mark').first()).toBeVisible()
  await look(page, 'indsigt-steder')
  await page.getByRole('dialog').getByRole('button', { name: 'Luk' }).last().click()
  await page.getByRole('radiogroup').first().getByText('Maskér', { exact: true }).click()

  await page.getByRole('button', { name: 'Lav kopien' }).click()
  await expect(page.getByRole('button', { name: 'Hent' })).toBeVisible({ timeout: 90_000 })
  await look(page, 'indsigt-kopi')
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hent' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toMatch(/^indsigt-\d{4}-\d\d-\d\d\.zip$/)
  const files = unzipSync(fs.readFileSync((await download.path())!))
  expect(new TextDecoder('latin1').decode(files['Indsigt.pdf']).startsWith('%PDF-1.7')).toBe(true)
  const copy = JSON.parse(new TextDecoder().decode(files['indsigt.json'])) as {
    sections: { name: string; rows: unknown[] }[]
  }
  expect(copy.sections.find(({ name }) => name === 'journal.notes')!.rows.length).toBeGreaterThan(10)

  await page.getByRole('button', { name: 'Afslut anmodningen' }).click()
  await page.getByText('afslået').click()
  await page.getByRole('button', { name: 'Afslut anmodningen' }).last().click()
  await expect(page.getByText(/Skriv, hvad der blev holdt tilbage/).first()).toBeVisible()
  await page.getByText('udleveret', { exact: true }).click()
  await page.getByRole('button', { name: 'Afslut anmodningen' }).last().click()
  await expect(page.getByRole('button', { name: 'Lav kopien' })).toHaveCount(0)
  await page.goto('/indsigt')
  await expect(page.getByRole('heading', { name: 'Besvaret' })).toBeVisible()
  await look(page, 'indsigt-liste')
  await context.close()
})

test('Maja has no way in', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Maja U.')
  await page.goto('/indsigt')
  await expect(page.getByRole('button', { name: 'Skriv en anmodning' })).toHaveCount(0)
  await context.close()
})
