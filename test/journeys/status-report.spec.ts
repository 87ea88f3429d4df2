import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from '@playwright/test'
import { dialog, look, saves, wordsAGoal, writesANote } from './plan-steps.ts'
import { enter } from './story.ts'

const bakery = {
  title: 'Købe ind hos bageren',
  concrete: 'Ahmad køber rundstykker om lørdagen og betaler selv.',
  method: 'Vi går med til døren og venter udenfor.',
  signs: 'Kommer ud med rundstykker og bon.',
  orderGoal: /offentlig transport/,
}

test('from the authority’s order to a status report that cites its sources', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await enter(browser, 'Maja U.')
  const peter = await enter(browser, 'Peter F.')
  await page.goto('/borgere')
  await page.getByRole('searchbox').fill('Ahmad Rahimi')
  await page.getByRole('link', { name: /Ahmad/ }).first().click()
  const diary = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'Plan og mål' }).click()
  await expect(page.getByText('Ahmad færdes på egen hånd med offentlig transport på kendte ruter.')).toBeVisible()
  await look(page, 'plan')
  await wordsAGoal(page, bakery)
  await look(page, 'plan-delmaal-skriv')
  await saves(page)
  await expect(page.getByText('venter på lederen')).toBeVisible()

  await peter.page.goto(`${diary}/plan`)
  await peter.page.getByRole('link', { name: 'Købe ind hos bageren' }).click()
  await peter.page.getByRole('button', { name: 'Godkend' }).click()
  await expect(peter.page.getByText(/godkendt af Peter F\./).first()).toBeVisible()

  await page.goto(diary)
  await writesANote(page, 'Købte fire rundstykker og betalte med kort.', bakery.title)
  await writesANote(page, 'Ville ikke ind til bageren, der var for mange.', bakery.title)
  await writesANote(page, 'Gik selv ind, da køen var væk. Kom ud med bon.', bakery.title)
  await expect(page.getByText('Købe ind hos bageren').first()).toBeVisible()

  await page.goto(`${diary}/plan`)
  await page.getByRole('link', { name: 'Købe ind hos bageren' }).click()
  await page.getByRole('button', { name: 'Vurdér', exact: true }).click()
  await dialog(page).getByText('lidt tættere på').click()
  await dialog(page).getByRole('textbox', { name: 'Med ord' }).fill('Køber selv ind, når der ikke er kø.')
  await dialog(page)
    .getByText(/Gik selv ind, da køen var væk/)
    .click()
  await saves(page)
  await expect(page.getByText('Køber selv ind, når der ikke er kø.')).toBeVisible()
  await look(page, 'delmaal')
  await page.goto(`${diary}/min-plan`)
  await expect(page.getByText('Det arbejder vi med')).toBeVisible()
  await look(page, 'min-plan')

  await page.goto(`${diary}/plan`)
  await page.getByRole('button', { name: 'Skriv statusrapport' }).click()
  await saves(page, 'Saml udkast')
  await page.getByRole('link', { name: 'Ret', exact: true }).click()
  await expect(page.getByText(/: Ville ikke ind til bageren/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Det, der peger en anden vej' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Tilføj sætning under Samlet' }).click()
  await dialog(page)
    .getByRole('textbox', { name: 'Sætning' })
    .fill('Ahmad klarer mere selv, når der er ro omkring ham.')
  await saves(page)
  await page.getByRole('button', { name: 'Gem rapporten' }).click()
  await page.getByRole('button', { name: 'Borgeren har læst den' }).click()
  await dialog(page).getByText('delvist enig').click()
  await dialog(page)
    .getByRole('textbox', { name: 'Borgerens egne ord' })
    .fill('Jeg kan godt, når der ikke er så mange.')
  await saves(page)
  await look(page, 'statusrapport')
  await page.getByRole('button', { name: 'Send til lederen' }).click()
  await expect(page.getByText('hos lederen')).toBeVisible()

  await peter.page.goto(new URL(page.url()).pathname)
  await peter.page.getByRole('button', { name: 'Godkend' }).click()
  await expect(peter.page.getByText('godkendt', { exact: true })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Send til myndigheden' }).click()
  await saves(page, 'Send til myndigheden')
  await expect(page.getByText(/^Sendt til Egebæk Kommune/)).toBeVisible()
  await look(page, 'statusrapport-sendt')

  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hent PDF' }).click()
  const file = await (await arriving).path()
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  drawn(file)
  await context.close()
  await peter.context.close()
})

/** The pages as pictures, to be looked at, where the machine can draw them. */
function drawn(file: string): void {
  try {
    fs.mkdirSync('test-results/pictures', { recursive: true })
    execFileSync('pdftoppm', ['-r', '70', '-png', file, 'test-results/pictures/statusrapport-papir'])
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
  }
}
