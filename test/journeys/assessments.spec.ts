import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { dialog, look } from './plan-steps.ts'
import { enter, widths } from './story.ts'

const radio = (page: Page, question: string | RegExp, answer: string) =>
  page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click()
const select = async (page: Page, label: string | RegExp, option: string | RegExp) => {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).first().click()
}
const sign = (page: Page) => page.getByRole('button', { name: 'Underskriv', exact: true }).click()

/** Of the guide, made anew with `RT_PICTURES=1`. */
async function forGuide(page: Page, name: string): Promise<void> {
  if (!process.env.RT_PICTURES) return
  await page.setViewportSize(widths.wide)
  await page.screenshot({ path: `docs/brug/billeder/${name}.png` })
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function formsOf(page: Page, name: string): Promise<string> {
  await page.goto('/borgere')
  await page.getByRole('searchbox').fill(name)
  await page
    .getByRole('link', { name: new RegExp(name.split(' ')[0]!) })
    .first()
    .click()
  await page.getByRole('link', { name: 'Skemaer', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Udfyld et skema' })).toBeVisible()
  return new URL(page.url()).pathname
}

async function begins(page: Page, list: string, title: string): Promise<void> {
  await page.goto(list)
  await select(page, /Hvilket skema\?/, title)
  await page.getByRole('link', { name: 'Begynd' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

async function saysPain(page: Page, list: string, number: string): Promise<void> {
  await begins(page, list, 'Smerte')
  await radio(page, /Kan borgeren selv sige et tal/, 'Ja')
  await radio(page, /Smerte nu/, number)
  await sign(page)
  await expect(page.getByText(/underskrevet af Maja U\./)).toBeVisible()
}

async function downloads(page: Page, press: () => Promise<void>, name: string): Promise<void> {
  const arriving = page.waitForEvent('download')
  await press()
  const file = await (await arriving).path()
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  try {
    fs.mkdirSync('test-results/pictures', { recursive: true })
    execFileSync('pdftoppm', ['-r', '60', '-png', file, `test-results/pictures/${name}`])
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
  }
}

test('forms about a citizen: what is missing is said at the field, nothing typed is lost, and the numbers become a line', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { page, context } = await enter(browser, 'Maja U.')
  const list = await formsOf(page, 'Ahmad Rahimi')
  await expect(page.getByText('Der er ikke udfyldt skemaer endnu.')).toBeVisible()

  await begins(page, list, 'Smerte')
  await sign(page)
  await expect(page.getByText('Ét felt mangler eller skal rettes.')).toBeVisible()
  await expect(page.getByText('Feltet skal udfyldes, før skemaet kan underskrives.')).toBeVisible()
  await look(page, 'skema-mangler')
  await radio(page, /Kan borgeren selv sige et tal/, 'Nej')
  await expect(page.getByRole('textbox', { name: 'Hvad ser du?' })).toBeVisible()
  await radio(page, /Kan borgeren selv sige et tal/, 'Ja')
  await expect(page.getByRole('textbox', { name: 'Hvad ser du?' })).toHaveCount(0)
  await radio(page, /Smerte nu/, '8')
  await page.getByRole('textbox', { name: /Hvor gør det ondt/ }).fill('Venstre skulder')
  await expect(page.getByText('Ring til den sundhedsansvarlige nu.')).toBeVisible()
  await expect(page.getByText(/^gemt/i).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: /Hvor gør det ondt/ })).toHaveValue('Venstre skulder')
  await look(page, 'skema-udfyld')
  await sign(page)
  await expect(page.getByText(/underskrevet af Maja U\./)).toBeVisible()
  await look(page, 'skema-underskrevet')
  await downloads(page, () => page.getByRole('button', { name: 'Hent som PDF' }).click(), 'skema-papir')

  for (const number of ['6', '5', '3']) await saysPain(page, list, number)
  await page.goto(list)
  await expect(page.getByRole('img', { name: /^Smerte over tid/ })).toBeVisible()
  await expect(page.getByText('Spørg igen senere i vagten.')).toBeVisible()

  await begins(page, list, 'Mestringsskema')
  await page.getByRole('textbox', { name: 'Når jeg …' }).fill('går frem og tilbage')
  await page.getByRole('button', { name: 'Tilføj række' }).click()
  await page.getByRole('textbox', { name: 'Når jeg …' }).nth(1).fill('ikke svarer')
  await look(page, 'skema-tabel')
  await expect(page.getByText(/^gemt/i).first()).toBeVisible()
  await page.goto(list)
  await expect(page.getByRole('link', { name: 'Fortsæt: Mestringsskema' })).toBeVisible()
  await look(page, 'skemaer')
  await forGuide(page, 'skemaer')
  await page.getByRole('link', { name: 'Fortsæt: Mestringsskema' }).click()
  await expect(page.getByRole('textbox', { name: 'Når jeg …' }).nth(1)).toHaveValue('ikke svarer')
  await page.getByRole('button', { name: 'Fjern række 2' }).click()
  await page.getByRole('button', { name: 'Kassér' }).click()
  await expect(page.getByRole('heading', { name: 'Udfyld et skema' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fortsæt: Mestringsskema' })).toHaveCount(0)
  await page.goto(list.replace('/skemaer', '/kort'))
  await expect(page.getByRole('heading', { name: 'Skemaer' })).toBeVisible()
  await context.close()
})

test('the leader says what everybody answers, and how often; the unit sees for whom it is missing', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { page, context } = await enter(browser, 'Peter F.')
  await page.goto('/enhed/skemaer')
  await expect(page.getByText('Enheden har ikke valgt skemaer endnu.')).toBeVisible()
  await page.getByRole('button', { name: 'Vælg skema' }).click()
  await select(page, /Hvilket skema\?/, 'Trafiklysplan')
  await select(page, /Efter indflytning/, /14 dage/)
  await look(page, 'skemaer-vaelg')
  await dialog(page).getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText(/senest 14 dage efter indflytning/)).toBeVisible()
  await expect(page.getByText(/^senest \d+\. /).first()).toBeVisible()
  await look(page, 'skemaer-enhed')
  await page.goto('/unit')
  await expect(page.getByRole('link', { name: /skemaer mangler/ })).toBeVisible()
  await context.close()
})

/** One question of the form being made. */
async function adds(page: Page, label: string, kind: string, more: () => Promise<void> = async () => undefined) {
  await page.getByRole('button', { name: 'Tilføj felt' }).click()
  await dialog(page).getByRole('textbox', { name: 'Spørgsmål' }).fill(label)
  await select(page, /Slags felt/, new RegExp(`^${kind}$`))
  await more()
  await dialog(page).getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
}

test('a form is made, tried and published; an answer keeps the version it was given to', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await enter(browser, 'Ahmed')
  await page.goto('/administration')
  await page.getByRole('link', { name: 'Lav skemaer' }).click()
  await expect(page.getByText('Der er ikke lavet egne skemaer endnu.')).toBeVisible()
  await page.getByRole('button', { name: 'Nyt skema' }).click()
  await dialog(page).getByRole('textbox', { name: 'Hvad skal det hedde?' }).fill('Ro om aftenen')
  await dialog(page).getByRole('button', { name: 'Lav kladde' }).click()
  await expect(page.getByRole('heading', { name: 'Ro om aftenen' })).toBeVisible()
  await page.getByRole('textbox', { name: /Hvad bruges det til/ }).fill('Til aftenvagten. Ikke et valideret redskab.')
  await adds(page, 'Var der uro?', 'Ja eller nej')
  await adds(page, 'Hvor meget?', 'Skala', async () => {
    await dialog(page)
      .getByRole('textbox', { name: /Mindst/ })
      .fill('1')
    await dialog(page).getByRole('textbox', { name: /Højst/ }).fill('5')
    await select(page, /Vises/, /Var der uro/)
    await look(page, 'skema-byg-felt')
  })
  await select(page, /Hvilket felt er tallet\?/, 'Hvor meget?')
  await page.getByRole('button', { name: 'Tilføj udfald' }).click()
  await dialog(page).getByRole('textbox', { name: 'Navn' }).fill('Lidt uro')
  await dialog(page).getByRole('textbox', { name: 'Fra' }).fill('1')
  await dialog(page).getByRole('textbox', { name: 'Til og med' }).fill('5')
  await dialog(page).getByText('Hold øje', { exact: true }).click()
  await dialog(page).getByRole('textbox', { name: 'Det gør vi' }).fill('Gå en tur sammen.')
  await dialog(page).getByRole('button', { name: 'Gem', exact: true }).click()
  await page.getByText('Prøv skemaet').click()
  await radio(page, /Var der uro/, 'Ja')
  await radio(page, /Hvor meget/, '3')
  await expect(page.getByText('Gå en tur sammen.').last()).toBeVisible()
  await expect(page.getByText(/^gemt/i).first()).toBeVisible()
  await look(page, 'skema-byg')
  await page.reload()
  await expect(page.getByText('vises, hvis »Var der uro?« er ja')).toBeVisible()
  await page.getByRole('button', { name: 'Udgiv udgave 1' }).click()
  await expect(page.getByText('udgave 1 er udgivet')).toBeVisible()
  await look(page, 'skema-vaerksted')
  await downloads(
    page,
    () => page.getByRole('button', { name: 'Hent tomt skema som PDF: Smerte' }).click(),
    'skema-papir-tomt',
  )

  const maja = await enter(browser, 'Maja U.')
  const list = await formsOf(maja.page, 'Ahmad Rahimi')
  await begins(maja.page, list, 'Ro om aftenen')
  await radio(maja.page, /Var der uro/, 'Ja')
  await radio(maja.page, /Hvor meget/, '2')
  await sign(maja.page)
  await expect(maja.page.getByText(/underskrevet af Maja U\./)).toBeVisible()
  await expect(maja.page.getByText('Lidt uro')).toBeVisible()
  const answer = new URL(maja.page.url()).pathname

  await page.getByRole('link', { name: 'Ro om aftenen' }).click()
  await page.getByRole('textbox', { name: 'Hvad skal det hedde?' }).fill('Ro om natten')
  await page.getByRole('button', { name: 'Udgiv udgave 2' }).click()
  await expect(page.getByText('udgave 2 er udgivet')).toBeVisible()
  await maja.page.goto(answer)
  await expect(maja.page.getByRole('heading', { name: /^Ro om aftenen/ })).toBeVisible()
  await maja.page.goto(list)
  await maja.page.getByRole('button', { name: /Hvilket skema\?/ }).click()
  await expect(maja.page.getByRole('option', { name: 'Ro om natten' })).toBeVisible()
  await maja.context.close()
  await context.close()
})
