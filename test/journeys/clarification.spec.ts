import { expect, type Page, test } from '@playwright/test'
import { accessible, enter, picture, widths } from './story.ts'

const look = async (page: Page, name: string) => {
  await accessible(page)
  await picture(page, name)
  await page.setViewportSize(widths.wide)
}

const fill = async (page: Page, part: string, words: string) => {
  await page.getByRole('button', { name: `Skriv: ${part}` }).click()
  await page.getByLabel('Tekst').fill(words)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText(words)).toBeVisible()
}

/** Whichever way the radio is drawn, its words are what one presses. */
const choose = async (page: Page, option: string) => {
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('clarification.answer') && answer.status() === 200,
  )
  await page.locator('label').getByText(option, { exact: true }).click()
  await saved
}

test('Åstedet from »Sådan er vi« over the questions to the leader’s yes', async ({ browser }) => {
  test.setTimeout(300_000)
  const { page: signe } = await enter(browser, 'Signe', { viewport: widths.wide })
  const { page: emma } = await enter(browser, 'Emma K.', { viewport: widths.narrow })
  const { page: peter } = await enter(browser, 'Peter F.', { viewport: widths.wide })

  await signe.goto('/afklaring')
  await expect(signe.getByText('Der er ingen spørgsmål endnu.')).toBeVisible()
  await signe.goto('/afklaring/saet')
  await signe.getByRole('button', { name: 'Brug produktets grundspørgsmål' }).first().click()
  await expect(signe.getByText('Grundspørgsmål').first()).toBeVisible()
  await look(signe, 'afklaring-spoergsmaal-saet')

  await signe.goto('/afklaring/kontakter')
  await expect(signe.getByText(/enheder har ingen implementeringskontakt/)).toBeVisible()
  await signe.getByRole('button', { name: 'Udpeg: Åstedet' }).click()
  await signe.getByRole('button', { name: /Kontakt/ }).click()
  await signe.getByRole('option', { name: 'Emma K.' }).click()
  await signe.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByRole('row', { name: /Åstedet/ }).getByText('Emma K.')).toBeVisible()
  await look(signe, 'afklaring-kontakter')

  await signe.getByRole('link', { name: 'Åstedet' }).click()
  await signe.getByRole('link', { name: 'Sådan er vi' }).click()
  await fill(signe, 'Dem, vi støtter', 'Voksne med udviklingshandicap')
  await fill(signe, 'Det er vi stolte af', 'At vi spiser sammen hver aften')
  const home = signe.url().replace('/saadan-er-vi', '')

  await emma.goto(`${home}/saadan-er-vi`)
  await expect(emma.getByText('2 dele venter på jeres ja')).toBeVisible()
  await look(emma, 'afklaring-saadan-er-vi')
  await emma.getByRole('button', { name: 'Det passer' }).first().click()
  await expect(emma.getByText('1 dele venter på jeres ja').or(emma.getByText('1 del venter på jeres ja'))).toBeVisible()
  await emma.getByRole('button', { name: 'Det passer' }).first().click()
  await expect(emma.getByText('I har bekræftet det hele.')).toBeVisible()

  await emma.setViewportSize(widths.narrow)
  await emma.goto(`${home}/spoergsmaal`)
  await expect(emma.getByText('12 spørgsmål, 9 er foreslået ud fra jeres type, 3 er kun jeres.')).toBeVisible()
  await emma.getByRole('button', { name: 'Begynd' }).click()
  await expect(emma.getByRole('heading', { name: 'Hvad kalder I de mennesker, I støtter?' })).toBeVisible()
  await look(emma, 'afklaring-et-spoergsmaal')
  await emma.setViewportSize(widths.narrow)
  await choose(emma, 'beboer')
  await expect(emma.getByText('som skabelonen')).toBeVisible()
  await emma.getByRole('button', { name: /Tag de \d forslag/ }).click()
  await emma.goto(`${home}/spoergsmaal?nr=S07`)
  await choose(emma, 'Ja, vi dispenserer og giver')
  await emma.goto(`${home}/spoergsmaal?nr=S08`)
  await expect(emma.getByText('Det svarer lederen på.')).toBeVisible()
  await emma.goto(`${home}/spoergsmaal?vis=all`)
  await look(emma, 'afklaring-alle-svar')
  await emma.goto(home)
  await emma.getByRole('button', { name: 'Send ind' }).click()
  await expect(emma.getByText('sendt ind').first()).toBeVisible()

  await peter.goto(`${home}/spoergsmaal?nr=S08`)
  await choose(peter, 'Nej')
  await expect(peter.getByText(/I svarer nej til magtanvendelse/)).toBeVisible()
  await look(peter, 'afklaring-modstrid')
  await choose(peter, 'Ja, voksne')
  await peter.goto(`${home}/spoergsmaal?nr=S09`)
  await choose(peter, 'Alle i enheden ser enhedens personer')

  await signe.goto('/afklaring')
  await expect(signe.getByRole('row', { name: /Åstedet/ }).getByText('sendt ind')).toBeVisible()
  await look(signe, 'afklaring-matrix')
  await signe.goto(home)
  await signe.getByRole('button', { name: 'Møde holdt' }).click()
  await signe.getByLabel('Hvad blev aftalt?').fill('Enige. Medicinlisten stemmes af i uge 12.')
  await signe.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByText('Enige. Medicinlisten stemmes af i uge 12.')).toBeVisible()

  await peter.goto(home)
  await expect(peter.getByText('På skærmen står der »beboer« om de mennesker, I støtter.')).toBeVisible()
  await look(peter, 'afklaring-godkend')
  await peter.getByRole('button', { name: 'Godkend' }).click()
  await expect(peter.getByText('godkendt af leder').first()).toBeVisible()
  await emma.goto(`${home}/saadan-bliver-det`)
  await expect(emma.getByText('På skærmen står der »beboer« om de mennesker, I støtter.')).toBeVisible()
  await look(emma, 'afklaring-saadan-bliver-det')
})
