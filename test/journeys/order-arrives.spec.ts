import { expect, test } from '@playwright/test'
import { anOrderMessage } from '#features/exchange/order/sample-order.ts'
import { dialog, look, saves, wordsAGoal, writesANote } from './plan-steps.ts'
import { enter } from './story.ts'

/** Begins with a day and is nobody's. */
const NUMBER = '0101670017'
const cooking = {
  title: 'Koge kartofler',
  concrete: 'Koger selv kartofler to gange om ugen.',
  method: 'Vi står ved siden af og siger kun noget, når vi bliver spurgt.',
  signs: 'Sætter selv uret og slukker selv.',
  orderGoal: /Mål 1/,
}

test('an order arrives as a file for a unit nobody knows, is placed, and a report rests on the notes made towards it', async ({
  browser,
}) => {
  test.setTimeout(360_000)
  const message = Buffer.from(JSON.stringify(anOrderMessage(NUMBER, 17)))
  const ahmed = await enter(browser, 'Ahmed')
  await ahmed.page.goto('/udveksling')
  await ahmed.page.getByRole('button', { name: 'Tag en besked ind' }).click()
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/json', buffer })
  await ahmed.page.locator('input[type=file]').setInputFiles(file('afbrudt.json', message.subarray(0, 400)))
  await dialog(ahmed.page).getByRole('button', { name: 'Tag ind' }).click()
  await expect(dialog(ahmed.page).getByText(/Filen holder op midt i det hele/)).toBeVisible()
  await ahmed.page.locator('input[type=file]').setInputFiles(file('bestilling.json', message))
  await dialog(ahmed.page).getByRole('button', { name: 'Tag ind' }).click()
  await expect(dialog(ahmed.page).getByText('Beskeden er taget ind.')).toBeVisible()
  await look(ahmed.page, 'udveksling-taget-ind')
  await dialog(ahmed.page).getByRole('button', { name: 'Luk', exact: true }).last().click()
  await expect(ahmed.page.getByText(/Modtageren i beskeden er ikke en enhed her/)).toBeVisible()
  await look(ahmed.page, 'udveksling')
  await ahmed.page.getByRole('button', { name: 'Læg hos en enhed: Borger' }).click()
  await dialog(ahmed.page).getByRole('combobox', { name: 'Hvilken enhed?' }).fill('Åstedet')
  await ahmed.page.getByRole('option', { name: 'Åstedet' }).click()
  await look(ahmed.page, 'bestilling-laeg')
  await saves(ahmed.page, 'Læg hos en enhed')
  await expect(ahmed.page.getByText('Alle bestillinger ligger hos en enhed.')).toBeVisible()

  const { page, context } = await enter(browser, 'Maja U.')
  const peter = await enter(browser, 'Peter F.')
  await page.goto('/borgere')
  await page.getByRole('searchbox').fill('Borger 17')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Borger(?!e)/ })
    .first()
    .click()
  await page.waitForURL(/\/borger\/[^/]+$/)
  const diary = new URL(page.url()).pathname
  await page.goto(`${diary}/bestillinger`)
  await expect(page.getByRole('heading', { name: 'At få en hverdag, der hænger sammen.' })).toBeVisible()
  await look(page, 'bestillinger')
  await page.goto(`${diary}/plan`)
  await wordsAGoal(page, cooking)
  await saves(page)
  await peter.page.goto(`${diary}/plan`)
  await peter.page.getByRole('link', { name: cooking.title }).click()
  await peter.page.getByRole('button', { name: 'Godkend' }).click()
  await expect(peter.page.getByText(/godkendt af Peter F\./).first()).toBeVisible()

  await page.goto(diary)
  for (const words of ['Satte selv uret i dag.', 'Glemte at slukke for pladen.', 'Kogte kartofler til fire.'])
    await writesANote(page, words, cooking.title)
  // The authority's orders come late, and the form she began stays.
  await page.context().route('**/api/orders.ofCitizen', async (route) => {
    await new Promise((go) => setTimeout(go, 1_500))
    await route.continue()
  })
  await page.goto(`${diary}/plan`)
  await page.getByRole('button', { name: `Vurdér: ${cooking.title}` }).click()
  await page.waitForTimeout(2_000)
  await dialog(page).getByText('lidt tættere på').click()
  await dialog(page).getByRole('textbox', { name: 'Med ord' }).fill('Koger selv, når uret er sat.')
  await saves(page)
  await page.getByRole('button', { name: 'Skriv statusrapport' }).click()
  await saves(page, 'Saml udkast')
  await page.getByRole('link', { name: 'Ret', exact: true }).click()
  await expect(page.getByText('Der er skrevet 3 notater om delmålet i perioden.')).toBeVisible()
  await expect(page.getByText(/: Glemte at slukke for pladen/).first()).toBeVisible()

  await peter.page.goto(`${diary}/plan`)
  await peter.page.getByRole('link', { name: 'Indberetning' }).click()
  await expect(peter.page.getByText('Der er ikke skrevet noget ind endnu.')).toBeVisible()
  await peter.page.getByRole('button', { name: 'Skriv ind' }).click()
  await peter.page.getByRole('menuitem', { name: 'Undertema', exact: true }).click()
  await dialog(peter.page).getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(dialog(peter.page).getByRole('alert')).toBeVisible()
  await dialog(peter.page).getByRole('combobox', { name: 'Undertema' }).fill('mad')
  await peter.page.getByRole('option').first().click()
  await dialog(peter.page)
    .getByRole('button', { name: /Niveau/ })
    .click()
  await peter.page.getByRole('option', { name: /^2 · / }).click()
  await look(peter.page, 'indberetning-undertema')
  await saves(peter.page)
  await expect(peter.page.getByText('1 nyhed siden sidst.')).toBeVisible()
  await look(peter.page, 'indberetning')
  await peter.page.getByRole('button', { name: 'Lav indberetning' }).click()
  await expect(peter.page.getByText('Indberetningen ligger i udbakken.').first()).toBeVisible()
  await ahmed.page.goto('/udveksling')
  await expect(ahmed.page.getByRole('cell', { name: 'venter' })).toBeVisible()
  await context.close()
  await peter.context.close()
  await ahmed.context.close()
})
