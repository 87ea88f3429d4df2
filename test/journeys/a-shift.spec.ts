import { expect, type Page, test } from '@playwright/test'
import { enter } from './story.ts'

const composer = (page: Page) => page.getByLabel('Hvad skete der?')

async function pick(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Andre …' }).click()
  await page.getByRole('combobox', { name: 'Find borger' }).fill(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}

test('an evening: a note by keyboard, a correction, one on the wrong person, an event with two, and the shift is taken over', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { page, context } = await enter(browser, 'Emma K.')
  const mark = String(Date.now())

  await test.step('a note is two touches and typing, saved from the keyboard', async () => {
    await pick(page, 'Birthe')
    await composer(page).fill(`Spiste halvdelen af sin suppe og talte om sin søster. ${mark}a`)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`${mark}a`).first()).toBeVisible()
    await expect(composer(page)).toHaveValue('')
  })

  await test.step('it is corrected with a reason; the old words can still be read', async () => {
    await page
      .getByRole('link', { name: /^Birthe L\./ })
      .first()
      .click()
    const knot = page
      .getByRole('listitem')
      .filter({ hasText: `${mark}a` })
      .last()
    await knot
      .getByRole('button', { name: /^Mere/ })
      .or(knot.getByRole('button', { name: /^Ret/ }))
      .first()
      .click()
    await page.getByRole('menuitem', { name: /^Ret/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Ret notatet' })
    await dialog.getByRole('textbox').first().fill(`Spiste hele sin suppe og talte om sin søster. ${mark}b`)
    await dialog.getByLabel('Hvorfor retter du?').fill('Jeg så ikke, at hun tog mere.')
    await dialog.getByRole('button', { name: 'Gem rettelsen' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`${mark}b`).first()).toBeVisible()
    await page
      .getByRole('button', { name: /se tidligere/ })
      .first()
      .click()
    await expect(page.getByRole('dialog', { name: 'Tidligere udgaver' }).getByText(`${mark}a`)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a note on the wrong person is withdrawn, and its words are gone from view', async () => {
    const knot = page
      .getByRole('listitem')
      .filter({ hasText: `${mark}b` })
      .last()
    await knot.getByRole('button', { name: /^Mere/ }).first().click()
    await page.getByRole('menuitem', { name: /^Træk/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Træk notatet tilbage' })
    await dialog.getByLabel('Hvorfor trækker du det tilbage?').fill('Det handlede om en anden.')
    await dialog.getByRole('button', { name: 'Træk tilbage' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/Trukket tilbage af Emma K\./).first()).toBeVisible()
    await expect(page.getByText(`${mark}b`)).toBeHidden()
  })

  await test.step('the shift is taken over, and since last begins there', async () => {
    await page.goto('/overlevering?visning=alle')
    await page.getByRole('button', { name: 'Overtag vagten' }).first().click()
    const anyway = page.getByRole('button', { name: 'Overtag alligevel' })
    await expect(anyway.or(page.getByText(/Overtaget kl\./)).first()).toBeVisible()
    if (await anyway.isVisible()) await anyway.click()
    await expect(page.getByText(/Overtaget kl\. \d\d\.\d\d/).first()).toBeVisible()
  })
  await context.close()
})

test('an event with two citizens becomes a note for each that names no other', async ({ browser }) => {
  const { page, context } = await enter(browser, 'Maja U.')
  const mark = String(Date.now())
  await pick(page, 'Ahmad')
  await page.getByRole('button', { name: 'Flere borgere i samme hændelse' }).click()
  await page.getByRole('combobox', { name: 'Hvem var også med?' }).fill('Elif')
  await page.getByRole('option', { name: /Elif/ }).first().click()
  await page.getByLabel('Fælles for alle, uden navne').fill(`Uenighed om fjernbetjeningen. ${mark}`)
  await page.getByLabel(/^Om Ahmad/).fill('Gik roligt ind til sig selv, da Elif råbte.')
  await page.getByLabel(/^Om Elif/).fill('Faldt til ro efter en gåtur.')
  await page.getByRole('button', { name: 'Gem hos 2 borgere' }).click()
  await page
    .getByRole('link', { name: /^Ahmad/ })
    .first()
    .click()
  const note = page.getByRole('listitem').filter({ hasText: mark }).last()
  await expect(note).toContainText('da en anden borger råbte')
  await expect(note).not.toContainText('Elif')
  await context.close()
})
