import { expect, type Page, test } from '@playwright/test'
import { newId } from '#kernel/lang/id.ts'
import { dialog, look, saves } from './plan-steps.ts'
import { asPage, enter } from './story.ts'

type Line = { id: string; citizenId: string; unitId: string }

/** A draft about Ahmad; where it is read. */
async function aReport(page: Page): Promise<string> {
  await page.goto('/borgere')
  await page.getByRole('searchbox').fill('Ahmad Rahimi')
  await page.getByRole('link', { name: /Ahmad/ }).first().click()
  await expect(page).toHaveURL(/\/borger\//)
  const citizenId = new URL(page.url()).pathname.split('/')[2]!
  const { goals } = await asPage<{ goals: Line[] }>(page, 'goals.ofCitizen', { citizenId })
  const id = newId()
  await asPage(page, 'reports.begin', {
    ...{ id, citizenId, unitId: goals[0]!.unitId, fromOn: '2026-01-01', toOn: '2026-01-31' },
    ...{ toName: 'Egebæk Kommune', followUpOn: null },
  })
  return `/borger/${citizenId}/plan/status/${id}`
}

const sentence = (page: Page) => dialog(page).getByRole('textbox', { name: 'Sætning' })
const keptOnServer = (page: Page) => dialog(page).getByText(/^gemt kl\. \d\d\.\d\d\.\d\d$/)

async function adds(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Tilføj sætning under Samlet', exact: true }).click()
  await sentence(page).fill(words)
}
async function rewords(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Ret: ${from}`, exact: true }).click()
  await sentence(page).fill(to)
  await expect(keptOnServer(page)).toBeVisible()
  await saves(page)
}

test('what is typed in a report outlives the page, and two who write at once lose nothing', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await enter(browser, 'Maja U.')
  const peter = await enter(browser, 'Peter F.')
  const address = await aReport(page)
  await page.goto(address)

  // The sentence is half written when the page is closed: it stands open again.
  await adds(page, 'Ahmad klarer mere')
  await expect(keptOnServer(page)).toBeVisible()
  await page.reload()
  await expect(sentence(page)).toHaveValue('Ahmad klarer mere')
  await sentence(page).fill('Ahmad klarer mere selv.')
  await saves(page)
  await page.getByRole('button', { name: 'Gem rapporten', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Borgeren har læst den', exact: true })).toBeVisible()
  await expect(page.getByText('Ahmad klarer mere selv.', { exact: true })).toBeVisible()

  // Changed and not saved in the report: still there after a walk to another page.
  await rewords(page, 'Ahmad klarer mere selv.', 'Ahmad klarer mere selv, når der er ro.')
  await page.goto('/borgere')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('Ahmad klarer mere selv, når der er ro.', { exact: true })).toBeVisible()
  await expect(page.getByText('Ikke gemt i rapporten endnu', { exact: true })).toBeVisible()

  // Peter writes in it as well, and is first.
  await peter.page.goto(address)
  await rewords(peter.page, 'Ahmad klarer mere selv.', 'Ahmad klarer alt selv.')
  await adds(peter.page, 'Han vil gerne have et arbejde.')
  await saves(peter.page)
  await peter.page.getByRole('button', { name: 'Gem rapporten', exact: true }).click()
  await expect(peter.page.getByRole('button', { name: 'Borgeren har læst den', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Gem rapporten', exact: true }).click()
  await expect(page.getByText('Rapporten er ændret, siden du begyndte', { exact: true })).toBeVisible()
  await expect(page.getByText('Ahmad klarer mere selv, når der er ro.', { exact: true })).toBeVisible()
  await expect(page.getByText('Ahmad klarer alt selv.', { exact: true })).toBeVisible()
  await look(page, 'statusrapport-to-skriver')
  const goOn = page.getByRole('button', { name: 'Fortsæt med det valgte', exact: true })
  await expect(goOn).toBeDisabled()
  await page.getByText('Mit', { exact: true }).first().click()
  await goOn.click()
  await page.getByRole('button', { name: 'Gem rapporten', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Borgeren har læst den', exact: true })).toBeVisible()
  await expect(page.getByText('Ahmad klarer mere selv, når der er ro.', { exact: true })).toBeVisible()
  await expect(page.getByText('Han vil gerne have et arbejde.', { exact: true })).toBeVisible()
  await expect(page.getByText('Ahmad klarer alt selv.', { exact: true })).toHaveCount(0)
  await context.close()
  await peter.context.close()
})
