import { expect, type Page, test } from '@playwright/test'
import { newId } from '#kernel/lang/id.ts'
import { accessible, asPage, enter, picture, widths } from './story.ts'

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

type Contact = { unitId: string; unitName: string; employeeId: string }

/** Away today and tomorrow, and back already: the contact is herself again at one press. */
async function awayAndBack(signe: Page): Promise<void> {
  const all = await asPage<Contact[]>(signe, 'clarification.contacts', {})
  const { unitId, employeeId } = all.find(({ unitName }) => unitName === 'Åstedet')!
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const leave = { id: newId(), unitId, employeeId, fromOn: day(-2), toOn: day(2) }
  await asPage(signe, 'clarification.addLeave', leave)
  await signe.reload()
  await expect(signe.getByText(/Emma K\.: væk/)).toBeVisible()
  await look(signe, 'afklaring-kontakt-vaek')
  await signe.getByRole('button', { name: 'Er tilbage: Emma K.' }).click()
  await expect(signe.getByText(/Emma K\.: væk/)).toHaveCount(0)
  await signe.getByRole('button', { name: 'Afslut: Åstedet' }).click()
  await expect(signe.getByRole('dialog').getByText(/før en anden er udpeget/)).toBeVisible()
  await look(signe, 'afklaring-kontakt-afslut')
  await signe.getByRole('dialog').getByRole('button', { name: 'Fortryd' }).click()
}

/** No question asked for it: the unit says itself what it lacks, and the coordinator finds it among the gaps. */
async function tellsOfGap(emma: Page, signe: Page): Promise<void> {
  const words = 'Vi kan ikke se, hvem der har nøglen til medicinskabet'
  await emma.getByRole('button', { name: 'Meld et gab' }).click()
  await emma.getByLabel('Hvad mangler I?').fill(words)
  await emma.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(emma.getByText(words)).toBeVisible()
  await signe.goto('/afklaring/gab')
  await expect(signe.getByText(words)).toBeVisible()
  await look(signe, 'afklaring-gab')
  await signe.getByRole('button', { name: 'Før videre' }).first().click()
  await look(signe, 'afklaring-gab-flyt')
  await signe.getByRole('dialog').getByRole('button', { name: 'Fortryd' }).click()
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
  await awayAndBack(signe)

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
  const taken = emma.waitForResponse((answer) => answer.url().includes('clarification.takeSuggestions'))
  await emma.getByRole('button', { name: /Tag de \d forslag/ }).click()
  await taken
  await emma.goto(`${home}/spoergsmaal?nr=S07`)
  await choose(emma, 'Ja, vi dispenserer og giver')
  await emma.goto(`${home}/spoergsmaal?nr=S08`)
  await expect(emma.getByText('Det svarer lederen på.')).toBeVisible()
  await emma.goto(`${home}/spoergsmaal?vis=all`)
  await look(emma, 'afklaring-alle-svar')
  await emma.goto(home)
  await emma.getByRole('button', { name: 'Send ind' }).click()
  await expect(emma.getByText('sendt ind').first()).toBeVisible()
  await tellsOfGap(emma, signe)

  await peter.goto(`${home}/spoergsmaal?nr=S08`)
  await choose(peter, 'Nej')
  await expect(peter.getByText(/I svarer nej til magtanvendelse/)).toBeVisible()
  await look(peter, 'afklaring-modstrid')
  await choose(peter, 'Ja, voksne')
  await peter.getByText('Et tidligere svar').click()
  await expect(peter.getByText(/svaret af Peter F\./)).toHaveCount(2)
  await look(peter, 'afklaring-foer')
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
