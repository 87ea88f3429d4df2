import { expect, test } from '@playwright/test'
import { look, saves, wordsAGoal } from './plan-steps.ts'
import { enter } from './story.ts'

const walking = {
  title: 'Gå tur ved åen',
  concrete: 'Ahmad går selv en tur ved åen to gange om ugen.',
  method: 'Vi spørger ved frokosten og følger med til broen.',
  signs: 'Fortæller selv, hvor han har været.',
  orderGoal: /offentlig transport/,
}
const words = `Gik helt ned til åen og hjem igen ${Date.now()}.`

test('a note that stands is tied to a goal, and let go again, from the note', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await enter(browser, 'Maja U.')
  const peter = await enter(browser, 'Peter F.')
  await page.goto('/borgere')
  await page.getByRole('searchbox').fill('Ahmad Rahimi')
  await page.getByRole('link', { name: /Ahmad/ }).first().click()
  await page.waitForURL(/\/borger\/[^/]+$/)
  const diary = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Skriv et notat', exact: true }).click()
  await page.getByRole('textbox', { name: 'Hvad skete der?' }).fill(words)
  await page.getByRole('button', { name: /^Gem hos/ }).click()
  await expect(page.getByText(words).first()).toBeVisible()

  await page.goto(`${diary}/plan`)
  await wordsAGoal(page, walking)
  await saves(page)
  await peter.page.goto(`${diary}/plan`)
  await peter.page.getByRole('link', { name: walking.title, exact: true }).click()
  await peter.page.getByRole('button', { name: 'Godkend', exact: true }).click()
  await expect(peter.page.getByText(/godkendt af Peter F\./).first()).toBeVisible()

  await page.goto(diary)
  const note = page.getByRole('listitem').filter({ hasText: words }).last()
  await note.getByRole('button', { name: /^Mere/ }).click()
  await page.getByRole('menuitem', { name: 'Hører til delmål', exact: true }).click()
  const chip = page.getByRole('dialog').getByRole('button', { name: /Gå tur ved åen$/ })
  await chip.click()
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  await look(page, 'notat-delmaal')
  await page.getByRole('dialog').getByRole('button', { name: 'Luk', exact: true }).last().click()
  await expect(note.getByText(walking.title, { exact: true })).toBeVisible()
  await page.goto(`${diary}/plan`)
  await page.getByRole('link', { name: walking.title, exact: true }).click()
  await expect(page.getByText(words).first()).toBeVisible()

  await page.goto(diary)
  await note.getByRole('button', { name: /^Mere/ }).click()
  await page.getByRole('menuitem', { name: 'Hører til delmål', exact: true }).click()
  await chip.click()
  await expect(chip).toHaveAttribute('aria-pressed', 'false')
  await page.getByRole('dialog').getByRole('button', { name: 'Luk', exact: true }).last().click()
  await expect(note.getByText(walking.title, { exact: true })).toHaveCount(0)
  await context.close()
  await peter.context.close()
})
