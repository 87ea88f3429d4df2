import { expect, test } from '@playwright/test'
import { enter } from './story.ts'

test('Maja writes about Jens; Emma, in another browser, is told before anything moves, and finds it in siden sidst', async ({
  browser,
}) => {
  const emma = await enter(browser, 'Emma K.')
  const maja = await enter(browser, 'Maja U.')
  // What comes within three seconds of one's own doing, signing in too, is taken for one's own and shown at once.
  await emma.page.waitForTimeout(3_500)
  const text = `Jens gik selv til postkassen med rollatoren. ${Date.now()}`

  await chooseJens(maja.page)
  await maja.page.getByLabel('Hvad skete der?').fill(text)
  await maja.page.getByRole('button', { name: 'Gem hos Jens B.' }).click()
  await expect(maja.page.getByText(text).first()).toBeVisible()

  await emma.page.getByRole('button', { name: /\d+ nye? — vis/ }).click()
  await expect(emma.page.getByText(text).first()).toBeVisible()
  await emma.page.getByRole('link', { name: 'Overlevering', exact: true }).click()
  await emma.page
    .getByRole('radio', { name: 'alle på én side' })
    .or(emma.page.getByRole('button', { name: 'alle på én side' }))
    .first()
    .click()
  await expect(emma.page.getByText(text).first()).toBeVisible()
  await maja.context.close()
  await emma.context.close()
})

/** Jens stands among the first or behind *Andre …*. */
async function chooseJens(page: import('@playwright/test').Page): Promise<void> {
  const jens = page.getByRole('button', { name: 'Jens B.', exact: true })
  const others = page.getByRole('button', { name: 'Andre …' })
  await expect(jens.or(others).first()).toBeVisible()
  if (await jens.isVisible()) return jens.click()
  await others.click()
  await page.getByRole('combobox', { name: 'Find borger' }).fill('Jens')
  await page.getByRole('option', { name: /Jens B\./ }).click()
}
