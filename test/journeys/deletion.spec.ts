import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { newFolder, root, run } from './server.ts'
import { accessible, enter, picture, widths } from './story.ts'

/** Pictures of the guide, made anew with `RT_PICTURES=1`. */
async function look(page: Page, name: string, inGuide = false): Promise<void> {
  await accessible(page)
  await picture(page, name)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(widths.wide)
  if (inGuide && process.env.RT_PICTURES) await page.screenshot({ path: `docs/brug/billeder/${name}.png` })
  await page.setViewportSize({ width: 1280, height: 900 })
}

const DAY_MS = 86_400_000

/** A year later: what was over has been so for long. */
async function aYearLater(dir: string) {
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(path.join(root, 'test/journeys/clock-ahead.ts'))}`
  process.env.RT_AHEAD_MS = String(365 * DAY_MS)
  try {
    return await run(dir)
  } finally {
    delete process.env.NODE_OPTIONS
    delete process.env.RT_AHEAD_MS
  }
}

async function decides(page: Page, what: string, days: string, archive?: string): Promise<void> {
  await page.getByRole('button', { name: `Beslut: ${what}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Dage').fill(days)
  if (archive) await dialog.getByText(archive, { exact: true }).click()
  await dialog.getByLabel('Grundlag').fill('Rigsarkivet, j.nr. 26/1234; KLE 27.36.04')
  if (what === 'Borgerens journal') await look(page, 'sletning-beslut')
  await dialog.getByRole('button', { name: 'Gem' }).click()
  await expect(dialog).toHaveCount(0)
}

test('Mille shows what could go, Ahmed confirms, and only that goes', async ({ browser }) => {
  test.setTimeout(300_000)
  const dir = newFolder('deletion')
  execFileSync('cp', ['-a', `${process.env.RT_COPY!}/.`, dir])
  const server = await aYearLater(dir)
  const { page, context } = await enter(browser, 'Mille', { url: server.url })

  await test.step('without a decision nothing would go, and it says why', async () => {
    await page.goto('/sletning')
    await expect(page.getByText('Ikke besluttet: intet slettes').first()).toBeVisible()
    await page.getByRole('button', { name: 'Vis, hvad der kunne slettes' }).click()
    await expect(page.getByRole('heading', { name: 'Intet kan slettes nu' })).toBeVisible()
    await expect(page.getByText('Ingen frist er besluttet; loven giver ikke en, vi kender.').first()).toBeVisible()
    await look(page, 'sletning-intet')
    await page.getByRole('button', { name: 'Drop forhåndsvisningen' }).click()
    await expect(page.getByRole('button', { name: 'Vis, hvad der kunne slettes' })).toBeVisible()
  })

  await test.step('a case asks the archive first; one citizen is to be preserved', async () => {
    await decides(page, 'Borgerens journal', '30', 'må kasseres')
    await decides(page, 'Sagsbehandling', '30', 'må kasseres')
    await page.getByRole('button', { name: 'Bevar en borgers journal' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Borger' }).fill('Jens Brandt')
    await page.getByRole('option', { name: /Jens Brandt/ }).click()
    await dialog.getByLabel('Hvorfor').fill('Bevaringsværdig, siger stadsarkivet')
    await look(page, 'sletning-bevar')
    await dialog.getByRole('button', { name: 'Bevar en borgers journal' }).click()
    await expect(page.getByText('Bevaringsværdig, siger stadsarkivet')).toBeVisible()
  })

  await test.step('what would go is shown; who shows it cannot confirm it', async () => {
    await page.getByRole('button', { name: 'Vis, hvad der kunne slettes' }).click()
    await expect(page.getByRole('heading', { name: 'Det her ville blive slettet' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Notater', exact: true })).toBeVisible()
    await expect(page.getByText(/Du har selv lavet forhåndsvisningen/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Slet det viste' })).toHaveCount(0)
    await look(page, 'sletning', true)
  })

  await test.step('another person confirms, and it is deleted', async () => {
    const ahmed = await enter(browser, 'Ahmed', { url: server.url })
    await ahmed.page.goto('/administration')
    await ahmed.page.getByRole('link', { name: 'Se, hvad der kan slettes, og hvad der skal blive' }).click()
    await ahmed.page.getByRole('button', { name: 'Slet det viste' }).click()
    await look(ahmed.page, 'sletning-bekraeft')
    await ahmed.page.getByRole('button', { name: 'Slet for altid' }).click()
    await expect(ahmed.page.getByText(/\d+ rækker slettet/)).toBeVisible({ timeout: 60_000 })
    await ahmed.page.getByText('Hvad', { exact: true }).last().click()
    await look(ahmed.page, 'sletning-faerdig')
    await ahmed.context.close()
  })
  await context.close()
  await server.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})

test('the data protection officer’s own pages', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await enter(browser, 'Mille')
  await page.getByRole('button', { name: 'Databeskyttelse' }).click()
  await expect(page.getByRole('link', { name: 'Sletning' })).toBeVisible()
  await look(page, 'databeskyttelse-menu')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Sletning' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Databeskyttelse' })).toBeFocused()
  await page.goto('/log')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await look(page, `dpo-log-${await tab.textContent()}`)
  }
  await page.goto('/noedadgange')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'dpo-noedadgange')
  await context.close()
})

test('nobody else has a way in', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Peter F.')
  await page.goto('/sletning')
  await expect(page.getByRole('button', { name: 'Vis, hvad der kunne slettes' })).toHaveCount(0)
  await context.close()
})
