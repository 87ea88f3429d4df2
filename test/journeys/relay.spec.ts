import { type Browser, expect, type Page, test } from '@playwright/test'
import { mailOf } from '#features/newsletter/letter.ts'
import { newId } from '#kernel/lang/id.ts'
import { accessible, asPage, enter, picture, widths } from './story.ts'

async function look(page: Page, name: string): Promise<void> {
  await accessible(page)
  await picture(page, name)
  await page.setViewportSize(widths.wide)
}

type ChainUnit = { unitId: string; name: string; contactName: string | null }
type Chain = { id: string; units: ChainUnit[] }

async function chainOf(signe: Page): Promise<Chain> {
  const [place] = await asPage<{ id: string }[]>(signe, 'relay.places', {})
  return asPage(signe, 'relay.chain', { placeId: place!.id })
}

/** The chain is written and locked on its page. */
async function lockChain(signe: Page): Promise<void> {
  await signe.goto('/kommunikation/kaeden')
  await signe.getByLabel('Leverandør').fill('Tingløv IT')
  await signe.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByRole('button', { name: 'Lås kæden' })).toBeVisible()
  await look(signe, 'kaeden')
  await signe.getByRole('button', { name: 'Lås kæden' }).click()
  await expect(signe.getByText(/^Låst/)).toBeVisible()
}

const TITLE = 'Se overleveringen igen efter kl. 13.40'

/** Written down as the vendor said it, then sent in the coordinator's own words. */
async function sendCritical(signe: Page): Promise<void> {
  // The chain comes late: nothing can be sent to its units before they are there.
  await signe.context().route('**/api/relay.chain', async (route) => {
    await new Promise((go) => setTimeout(go, 3_000))
    await route.continue()
  })
  await signe.goto('/kommunikation')
  await signe.getByRole('button', { name: 'Ny besked' }).first().click()
  await signe.getByText('kritisk', { exact: true }).click()
  await signe.getByLabel('Overskrift').fill('Handover fault 4711')
  await signe.getByLabel('Besked', { exact: true }).fill('Fault in view. Fixed 13.40.')
  await signe.getByRole('button', { name: 'Gem', exact: true }).click()
  await signe.getByRole('button', { name: 'Send til enhederne' }).first().click()
  const dialog = signe.getByRole('dialog')
  await dialog.getByLabel('Overskrift').fill(TITLE)
  await dialog.getByLabel('Besked', { exact: true }).fill('Gårsdagens notater stod som nye. Det er rettet.')
  await signe.screenshot({ path: 'test-results/pictures/besked-egne-ord.png' })
  await dialog.getByRole('button', { name: 'Send til enhederne' }).click()
  await expect(signe.getByText('0 af 14 enheder har sendt videre').first()).toBeVisible()
}

type Three = { signe: Page; emma: Page; omar: Page }

/** Readers are told beforehand that names are kept; then their leader sees who has read it, and nobody sees who has not. */
async function namesWhereTold({ signe, emma, omar }: Three, browser: Browser): Promise<void> {
  const chain = await asPage<Chain & { version: number }>(signe, 'relay.chain', { placeId: (await chainOf(signe)).id })
  const today = new Date().toISOString().slice(0, 10)
  const { id: placeId, version } = chain
  await asPage(signe, 'relay.keepChain', { placeId, version, vendor: 'Tingløv IT', dutyPhone: '', medOn: today })
  const unitId = chain.units.find(({ name }) => name === 'Åstedet')!.unitId
  const id = newId()
  const said = { title: 'Ny regel om nøglekort', body: 'Læs den før vagten.' }
  await asPage(signe, 'relay.receive', {
    ...{ id, placeId, origin: 'coordinator', severity: 'critical', expiresOn: null },
    ...said,
  })
  const purpose = 'Lederen skal kunne sikre, at alle på næste vagt kender den.'
  await asPage(signe, 'relay.release', { id, version: 1, ...said, unitIds: [unitId], namedReceipts: true, purpose })
  await asPage(emma, 'relay.passOn', { messageId: id, unitId, words: null, channels: ['product'] })
  await omar.goto('/beskeder')
  await expect(omar.getByText(/Kvitteringen gemmes med dit navn/)).toBeVisible()
  await omar.getByRole('button', { name: 'Jeg har læst det' }).click()
  const { page: peter, context } = await enter(browser, 'Peter F\\.')
  await peter.goto('/beskeder')
  await peter.getByText(/Sendt videre for nylig/).click()
  await peter.getByRole('button', { name: 'Hvem har kvitteret' }).click()
  const names = peter.getByRole('dialog')
  await expect(names.getByText('Omar N.')).toBeVisible()
  await expect(names.getByRole('listitem')).toHaveCount(1)
  await look(peter, 'kvitteringer')
  await context.close()
}

test('a critical message goes from the vendor to the night worker’s next shift, and the share names nobody', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { page: signe, context: one } = await enter(browser, 'Signe')
  await nameContacts(signe)
  await lockChain(signe)
  await sendCritical(signe)

  const { page: emma, context: two } = await enter(browser, 'Emma K\\.')
  await emma.goto('/beskeder')
  await expect(emma.getByRole('heading', { name: '1 til dig, 1 at sende videre' })).toBeVisible()
  await look(emma, 'beskeder-kontakt')
  await emma.getByRole('button', { name: `Send videre: ${TITLE}` }).click()
  await emma.getByLabel(/Med egne ord/).fill('Gælder også skærmen i vagtrummet.')
  await emma.screenshot({ path: 'test-results/pictures/send-videre.png' })
  await emma.getByRole('dialog').getByRole('button', { name: 'Send videre', exact: true }).click()
  await expect(emma.getByText('Intet venter på dig')).toBeVisible()
  await emma.getByText(/Sendt videre for nylig/).click()
  await emma.getByRole('link', { name: 'Opslag til vagtrummet' }).click()
  await expect(emma.getByText('Skriv ikke navne her')).toBeVisible()
  await look(emma, 'opslag')

  const { page: omar, context: three } = await enter(browser, 'Omar')
  await expect(omar.getByText(`Læs dette, før du begynder: ${TITLE}`)).toBeVisible()
  await look(omar, 'min-vagt-kritisk')
  await omar.getByRole('button', { name: 'Jeg har læst det' }).click()
  await expect(omar.getByText(`Læs dette, før du begynder: ${TITLE}`)).toHaveCount(0)
  await omar
    .getByRole('button', { name: /Omar N\./ })
    .last()
    .click()
  await omar.getByRole('menuitem', { name: 'Beskeder og møder' }).click()
  await expect(omar.getByText('læst af dig')).toBeVisible()
  await omar.getByRole('button', { name: 'Stil et spørgsmål' }).first().click()
  await omar.getByLabel('Dit spørgsmål').fill('Kan natbilledet vise tre huse ad gangen?')
  await omar.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(omar.getByText('hos jeres implementeringskontakt')).toBeVisible()
  await look(omar, 'beskeder-medarbejder')

  await signe.goto('/kommunikation')
  await expect(signe.getByText('1 af 14 enheder har sendt videre').first()).toBeVisible()
  await signe.getByText('Se enhederne').first().click()
  await look(signe, 'kommunikation')
  const words = await signe.locator('main').textContent()
  expect(words).not.toMatch(/Omar|Emma/)
  await namesWhereTold({ signe, emma, omar }, browser)
  await Promise.all([one, two, three].map((context) => context.close()))
})

test('meetings, stakeholders and a newsletter drafted from what happened', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page: signe, context } = await enter(browser, 'Signe')
  const { id: placeId } = await chainOf(signe)
  const meeting = {
    id: newId(),
    version: 0,
    placeId,
    title: 'Bølge 3: hvad sker hvornår',
    venue: 'Video',
    audience: 'Alle',
  }
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString()
  await asPage(signe, 'relay.keepMeeting', { ...meeting, slots: [{ id: newId(), startsAt: soon }] })
  const question = newId()
  await asPage(signe, 'relay.askAtMeeting', { id: question, meetingId: meeting.id, text: 'Skal vi måles?' })
  await asPage(signe, 'relay.askAtMeeting', {
    id: newId(),
    meetingId: meeting.id,
    text: 'Må vi vente til efter ferien?',
  })
  const answer = 'Kun pr. enhed, aldrig pr. person.'
  await asPage(signe, 'relay.answerAtMeeting', { id: question, version: 1, answer })
  const night = { affected: 'high', influence: 'low', hardToReach: true, how: 'SMS ved kritisk, opslag i vagtrum' }
  await asPage(signe, 'relay.keepStakeholder', {
    id: newId(),
    version: 0,
    placeId,
    name: 'Nattevagter og vikarer',
    role: 'bruger',
    ...night,
  })
  await signe.goto('/moeder')
  await expect(signe.getByText(answer)).toBeVisible()
  await look(signe, 'moeder')
  const { page: omar, context: onNight } = await enter(browser, 'Omar')
  await omar.goto('/unit')
  await expect(omar.getByText(meeting.title)).toBeVisible()
  await omar.getByRole('link', { name: 'Se dem, og stil spørgsmål' }).click()
  await expect(omar.getByText(answer)).toBeVisible()
  await omar.getByRole('button', { name: 'Stil et spørgsmål til mødet' }).first().click()
  await omar.getByLabel('Dit spørgsmål').fill('Hvem ringer vi til om natten?')
  await omar.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(omar.getByText('Hvem ringer vi til om natten?')).toBeVisible()
  await look(omar, 'moeder-medarbejder')
  await onNight.close()
  await signe.goto('/kommunikation/interessenter')
  await expect(signe.getByText('Nattevagter og vikarer')).toBeVisible()
  await look(signe, 'interessenter')

  await signe.goto('/nyhedsbrev')
  await signe.getByRole('button', { name: 'Begynd et nyt' }).first().click()
  await signe.getByRole('dialog').getByRole('button', { name: 'Begynd et nyt' }).click()
  await signe.getByRole('button', { name: /Lav et udkast/ }).click()
  await expect(signe.getByText(/af højst 450 ord/)).toBeVisible()
  await expect(signe.getByText(/^LIX/)).toBeVisible()
  await look(signe, 'nyhedsbrev-skriv')
  const story = signe.getByRole('region', { name: /en historie/ })
  await story.getByLabel('Tekst').fill('Åstedet afleverede tre ringbøger. De står i glasmontre i personalestuen.')
  await signe.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByText('redigeret')).toBeVisible()
  await signe.getByRole('button', { name: 'Godkend', exact: true }).click()
  await signe.getByRole('button', { name: 'Send', exact: true }).click()
  await signe.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
  await expect(signe.getByRole('heading', { name: 'Hvem har læst' })).toBeVisible()
  await look(signe, 'nyhedsbrev')
  await signe.getByText(/^Andele pr\. enhed/).click()
  await signe.getByRole('button', { name: 'Skriv et tal: Åstedet' }).click()
  await signe.getByLabel('Hvor mange er det til?').fill('20')
  await signe.getByLabel('Hvor mange kender det?').fill('15')
  await signe.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByRole('row', { name: /Åstedet/ }).getByText('75 %')).toBeVisible()
  const download = signe.waitForEvent('download')
  await signe.getByRole('button', { name: 'Hent som PDF' }).click()
  expect((await download).suggestedFilename()).toBe('nyhedsbrev-nb-1.pdf')
  await pictureOfMail(signe)
  await context.close()
})

type Issue = {
  id: string
  title: string
  sections: { heading: string; text: string; sources: { label: string | null; title: string }[] }[]
}

/** The letter as a mail program draws it. */
async function pictureOfMail(page: Page): Promise<void> {
  const [line] = await asPage<{ id: string }[]>(page, 'newsletter.issues', {})
  const issue = await asPage<Issue>(page, 'newsletter.issue', { id: line!.id })
  const sections = issue.sections.map(({ sources, ...section }) => ({
    ...section,
    sources: sources.map(({ label, title }) => label ?? title),
  }))
  const local = { unitName: 'Åstedet', text: 'Hos os øver vi tirsdag kl. 13 i vagtrummet.' }
  const { html } = mailOf({ title: issue.title, month: 'november 2026', place: 'Egebæk Kommune', sections, local })
  const reader = await page.context().browser()!.newPage()
  await reader.setContent(html)
  for (const [width, size] of Object.entries(widths)) {
    await reader.setViewportSize(size)
    await reader.screenshot({ path: `test-results/pictures/nyhedsbrev-mail-${width}.png`, fullPage: true })
    expect(
      await reader.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
  }
  await reader.close()
}

type Candidate = { id: string; roles: string[] }

/** Every unit has its implementation contact: those who have the role, where nobody is named yet. */
async function nameContacts(signe: Page): Promise<void> {
  const { units } = await chainOf(signe)
  const fromOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  for (const { unitId } of units.filter(({ contactName }) => contactName === null)) {
    const candidates = await asPage<Candidate[]>(signe, 'clarification.candidates', { unitId })
    const employeeId = candidates.find(({ roles }) => roles.includes('unit-contact'))!.id
    await asPage(signe, 'clarification.nameContact', { id: newId(), unitId, employeeId, deputyId: null, fromOn })
  }
}
