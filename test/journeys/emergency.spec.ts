import { expect, type Page, test } from '@playwright/test'
import { accessible, enter, picture } from './story.ts'

async function look(page: Page, name: string): Promise<void> {
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
  await accessible(page)
  await picture(page, name)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

async function seeks(page: Page, words: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: 'Hvem er det?' }).fill(words)
  await page.keyboard.press('Enter')
}

test('an emergency access from the first search to the leader’s review', async ({ browser }) => {
  test.setTimeout(240_000)
  const peter = await enter(browser, 'Peter F.')
  const { page, context } = await enter(browser, 'Rikke A.')
  await page.goto('/borgere')
  await page.getByRole('searchbox').fill('Jens Brandt')
  await page.getByRole('button', { name: 'Nødadgang' }).click()
  await look(page, 'noedadgang-soeg')
  await seeks(page, 'Jens B')
  await expect(page.getByText('Ingen med det navn eller nummer.')).toBeVisible()
  await seeks(page, 'Jens Brandt')
  await page.getByRole('textbox', { name: 'Hvad er der sket?' }).fill('akut')
  await page.getByRole('button', { name: 'Åbn nødadgang' }).click()
  await expect(page.getByText('Borgerens leder læser det.').first()).toBeVisible()
  await page
    .getByRole('textbox', { name: 'Hvad er der sket?' })
    .fill('Jens ligger ved busstoppestedet og svarer ikke. Ambulancen spørger om hans epilepsi.')
  await look(page, 'noedadgang-aabn')
  await page.getByRole('button', { name: 'Åbn nødadgang' }).click()
  await expect(page.getByText(/Nødadgang til Jens B\./)).toBeVisible()
  await expect(page.getByText(/60 minutter tilbage/)).toBeVisible()
  await expect(page.getByRole('heading', { name: /Jens B\./ })).toBeVisible()
  await look(page, 'noedadgang-aaben')
  await page.goto('/enhed')
  await expect(page.getByText(/Nødadgang til Jens B\./)).toBeVisible()

  await expect(peter.page.getByText('Én nødadgang venter på, at du ser den igennem.')).toBeVisible()
  await peter.page.getByRole('link', { name: 'Se den' }).click()
  await expect(peter.page.getByText('åben nu')).toBeVisible()
  await look(peter.page, 'noedadgange')

  await page.getByRole('link', { name: 'Gå til borgeren' }).click()
  await expect(page.getByRole('heading', { name: /Jens B\./ })).toBeVisible()
  await page.getByRole('button', { name: 'Afslut nu' }).click()
  await expect(page.getByText(/Nødadgang til Jens B\./)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /Jens B\./ })).toHaveCount(0)

  await peter.page.reload()
  await peter.page.getByRole('button', { name: 'Gennemgå nødadgang til Jens Brandt' }).click()
  await peter.page.getByText('Forståeligt, men ikke nødvendigt').click()
  await peter.page.getByRole('button', { name: 'Gem' }).click()
  await expect(peter.page.getByText('Skriv, hvad der er talt om, og hvad der gøres.').first()).toBeVisible()
  await look(peter.page, 'noedadgang-gennemgang')
  await peter.page
    .getByRole('textbox', { name: 'Hvad er der talt om, og hvad gøres?' })
    .fill('Rikke kunne have ringet til Åstedet. Nummeret hænger nu i bussen.')
  await peter.page.getByRole('button', { name: 'Gem' }).click()
  await expect(peter.page.getByText('Ingen venter.')).toBeVisible()
  await expect(peter.page.getByText('Én nødadgang venter')).toHaveCount(0)
  await look(peter.page, 'noedadgange-gennemgaaet')
  await context.close()
  await peter.context.close()
})
