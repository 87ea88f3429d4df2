import { expect, type Page } from '@playwright/test'
import { accessible, picture } from './story.ts'

/** Both widths, both themes, and by rule; then as it was. */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
  await accessible(page)
  await picture(page, name)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

export const dialog = (page: Page) => page.getByRole('dialog')
export const saves = async (page: Page, verb = 'Gem') => {
  await dialog(page).getByRole('button', { name: verb, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

type Worded = { title: string; concrete: string; method: string; signs: string; orderGoal: RegExp }

/** A sub-goal under one of the authority's goals. */
export async function wordsAGoal(page: Page, { title, concrete, method, signs, orderGoal }: Worded): Promise<void> {
  await page.getByRole('button', { name: 'Lav delmål' }).click()
  await dialog(page).getByRole('textbox', { name: 'Kort navn' }).fill(title)
  await dialog(page).getByRole('textbox', { name: 'Helt konkret' }).fill(concrete)
  await dialog(page).getByRole('textbox', { name: 'Sådan gør vi' }).fill(method)
  await dialog(page).getByRole('textbox', { name: 'Tegn på, at det lykkes' }).fill(signs)
  await dialog(page)
    .getByRole('button', { name: /Indsatsmål fra bestillingen/ })
    .click()
  await page.getByRole('option', { name: orderGoal }).click()
}

/** A note on the citizen's own page that belongs to the goal. */
export async function writesANote(page: Page, words: string, goal: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv et notat' }).click()
  await page.getByRole('textbox', { name: 'Hvad skete der?' }).fill(words)
  await page.getByRole('button', { name: goal }).click()
  await page.getByRole('button', { name: /^Gem hos/ }).click()
  await expect(page.getByText(words).first()).toBeVisible()
}
