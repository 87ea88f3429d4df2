import { expect, test } from '@playwright/test'
import { dialog, look, saves } from './plan-steps.ts'
import { enter } from './story.ts'

const paper = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test('a unit keeps its house rules: laid in, fetched, and taken away with a word', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page, context } = await enter(browser, 'Peter F.')
  await page.goto('/unit')
  await page.getByRole('button', { name: 'Læg et dokument ind', exact: true }).click()
  const choose = (name: string, buffer: Buffer) =>
    dialog(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await choose('husregler.pdf', Buffer.from('MZ ikke en pdf'))
  await dialog(page).getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(
    dialog(page)
      .getByText(/Filens indhold passer ikke til dens navn/)
      .first(),
  ).toBeVisible()
  await choose('husregler.pdf', paper)
  await saves(page)
  const get = page.getByRole('button', { name: 'Hent husregler.pdf', exact: true })
  await expect(get).toBeVisible()
  await look(page, 'enhed-dokumenter')
  const arriving = page.waitForEvent('download')
  await get.click()
  expect((await arriving).suggestedFilename()).toBe('husregler.pdf')
  await page.getByRole('button', { name: 'Tag væk: husregler.pdf', exact: true }).click()
  await dialog(page).getByRole('textbox', { name: 'Hvorfor?' }).fill('Der er kommet nye.')
  await saves(page, 'Tag væk')
  await expect(get).toHaveCount(0)
  await context.close()
})
