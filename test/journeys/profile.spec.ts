import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { newReceipt } from '#features/capture/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import { newFolder, run } from './server.ts'
import { accessible, asPage, enter, picture, widths } from './story.ts'

type Unit = { id: string; name: string; kind: string }

/** A slip of a café day, and the need it is gathered in. */
async function aNeed(signe: Page, placeId: string, unitId: string): Promise<string> {
  const [eventId, slipId, needId] = [newId(), newId(), newId()]
  const hour = (away: number) => new Date(Date.now() + away * 3_600_000).toISOString()
  await asPage(signe, 'capture.createEvent', {
    id: eventId,
    placeId,
    format: 'cafe',
    title: 'Cafédag 1',
    venue: 'Fælleshuset',
    opensAt: hour(-1),
    closesAt: hour(2),
    task: null,
    prompts: ['Hvad er svært i dag?'],
    notice: 'Skriv uden borgernavne.',
    joinCode: 'PROF1',
    units: [{ unitId, offerGroup: 'residential' }],
  })
  const slip = { id: slipId, eventId, receiptCode: newReceipt(), unitId, authorRole: 'pædagog', authorName: null }
  const words = { kind: 'problem', text: 'Vi har fem slags notater og bruger to af dem.', photo: null }
  await asPage(signe, 'capture.typeSlip', { ...slip, ...words, source: 'paper', namesSeen: false })
  const need = { title: 'Færre slags notater', text: 'Vi skal kun se de slags notater, vi bruger.' }
  await asPage(signe, 'capture.createNeed', { id: needId, placeId, ...need, slipIds: [slipId] })
  return needId
}

const answer = (ref: string, label: string, record: object | null = null) => ({ kind: 'answer', ref, label, record })

/** What the unit answered, as its proposal. */
async function proposes(signe: Page, unitId: string, needId: string): Promise<string> {
  const id = newId()
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date())
  const need = { kind: 'capture.need', id: needId }
  const values = [
    {
      key: 'terminology.citizen',
      value: 'resident',
      source: answer('Q01', 'Hvad kalder I de mennesker, I støtter? Beboer'),
    },
    {
      key: 'journal.types',
      value: ['visit', 'health'],
      source: answer('Q05', 'Hvilke notattyper bruger I? Besøg og sundhed', need),
    },
    {
      key: 'handover.order',
      value: 'citizen',
      source: answer('Q04', 'Hvordan skal overleveringen sættes op? Efter borger'),
    },
    {
      key: 'shift.times',
      value: ['07:00-15:00', '15:00-22:30', '22:30-07:00'],
      source: answer('Q02', 'Hvordan er jeres døgn delt op? Sovende nat'),
    },
    {
      key: 'shift.model',
      value: 'sleeping-night',
      source: answer('Q02', 'Hvordan er jeres døgn delt op? Sovende nat'),
    },
  ]
  await asPage(signe, 'profiles.suggest', { id, unitId, day, note: 'Åstedets svar på afklaringen', values })
  return id
}

const kinds = (page: Page) => page.getByRole('radiogroup', { name: 'Slags notat' }).getByRole('radio')
const namesInOrder = async (page: Page) => {
  await page.goto('/overlevering?visning=alle')
  await expect(page.getByRole('list', { name: 'Siden sidst' })).toBeVisible()
  const names = await page.getByRole('list', { name: 'Siden sidst' }).locator('a[href^="/borger/"]').allTextContents()
  return [...new Set(names.filter(Boolean))]
}
const inDanishOrder = (names: readonly string[]) => [...names].sort((a, b) => a.localeCompare(b, 'da'))

test('a set-up is applied: the worker’s screens say the unit’s own words and kinds, and Hvorfor? walks back to the slip', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const dir = newFolder('profile')
  execFileSync('cp', ['-a', `${process.env.RT_COPY!}/.`, dir])
  const server = await run(dir)
  const maja = (await enter(browser, 'Maja U.', { url: server.url })).page
  const signe = (await enter(browser, 'Signe', { url: server.url })).page
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const unitId = units.find(({ name }) => name === 'Åstedet')!.id

  await test.step('before: every kind of note, the word citizen, and the important first', async () => {
    await expect(maja.getByRole('link', { name: 'Borgere' }).first()).toBeVisible()
    await maja.getByRole('button', { name: 'Birthe L.', exact: true }).click()
    await expect(kinds(maja)).toHaveText(['dagbog', 'sundhed', 'samarbejde', 'samtale', 'besøg'])
    await expect(maja.getByRole('button', { name: /^Hvorfor/ })).toHaveCount(0)
    await picture(maja, 'profile-before')
    await maja.setViewportSize(widths.wide)
    const names = await namesInOrder(maja)
    expect(names).not.toEqual(inDanishOrder(names))
  })

  await test.step('the coordinator sees what would change and whom it reaches, and applies it', async () => {
    const needId = await aNeed(signe, units.find(({ kind }) => kind === 'municipality')!.id, unitId)
    await proposes(signe, unitId, needId)
    await signe.setViewportSize(widths.wide)
    await signe.goto(`/opsaetning/${unitId}`)
    await expect(signe.getByText('Der er ikke taget en opsætning i brug endnu.')).toBeVisible()
    await accessible(signe)
    await picture(signe, 'profile-proposed')
    await signe.setViewportSize(widths.wide)
    await signe.getByRole('link', { name: 'Se, hvad der ændres' }).click()
    await expect(signe.getByText('dag, aften og sovende nat')).toBeVisible()
    await expect(signe.getByText('dagbog, sundhed, samarbejde med andre, samtale, besøgsnotat')).toBeVisible()
    await expect(signe.getByText(/kolleger møder noget nyt/)).toBeVisible()
    await expect(signe.getByText(/notater er skrevet i en slags, der lukkes/)).toBeVisible()
    await accessible(signe)
    await picture(signe, 'profile-preview')
    await signe.setViewportSize(widths.wide)
    await signe.getByRole('button', { name: /^Tag i brug fra/ }).click()
    await expect(signe.getByText(/ting er i brug/)).toBeVisible()
    await accessible(signe)
    await picture(signe, 'profile-set-up')
    await signe.setViewportSize(widths.wide)
  })

  await test.step('after: the unit’s kinds and word, and resident by resident', async () => {
    await maja.goto('/')
    await expect(maja.getByRole('link', { name: 'Beboere' }).first()).toBeVisible()
    await maja.getByRole('button', { name: 'Birthe L.', exact: true }).click()
    await expect(kinds(maja)).toHaveText(['besøg', 'sundhed'])
    await accessible(maja)
    await picture(maja, 'profile-after')
    await maja.setViewportSize(widths.wide)
    const names = await namesInOrder(maja)
    expect(names.length).toBeGreaterThan(2)
    expect(names).toEqual(inDanishOrder(names))
  })

  await test.step('Hvorfor? on the kind of note walks back to the slip', async () => {
    await maja.goto('/')
    await maja.getByRole('button', { name: 'Birthe L.', exact: true }).click()
    await maja.getByRole('button', { name: 'Hvorfor er det sådan? Slags notat' }).click()
    const panel = maja.getByRole('dialog', { name: 'Hvorfor er det sådan?' })
    await expect(panel.getByText('Hvilke notattyper bruger I? Besøg og sundhed')).toBeVisible()
    await expect(panel.getByText(/Færre slags notater/)).toBeVisible()
    await expect(panel.getByText(/fem slags notater/)).toBeVisible()
    await accessible(maja)
    await maja.setViewportSize(widths.narrow)
    await maja.screenshot({ path: 'test-results/pictures/profile-why-as-seen.png' })
    await picture(maja, 'profile-why')
    await maja.setViewportSize(widths.wide)
  })

  await test.step('a new version of the template is released, and offered to the unit: nothing happens by itself', async () => {
    await signe.getByRole('button', { name: 'Implementering' }).click()
    await signe.getByRole('link', { name: 'Skabeloner' }).click()
    await expect(signe.getByText('Produktets egen').first()).toBeVisible()
    await signe
      .getByText(/Se, hvad der står/)
      .first()
      .click()
    await accessible(signe)
    await picture(signe, 'skabeloner')
    await signe.setViewportSize(widths.wide)
    await signe.getByRole('button', { name: 'Ny udgave: Døgntilbud' }).click()
    const dialog = signe.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Udgiv' }).click()
    await expect(dialog.getByText('Vælg mindst én ting, der skal være anderledes.')).toBeVisible()
    await dialog.getByRole('button', { name: /Hvad skal være anderledes/ }).click()
    await signe.getByRole('option', { name: 'Dage mellem opfølgning på et mål' }).click()
    await dialog.getByLabel('Tal').fill('7')
    await dialog
      .getByLabel('Hvorfor en ny udgave?')
      .fill('Efter piloten: hver uge holder bedre end hver fjortende dag.')
    await accessible(signe)
    await picture(signe, 'skabelon-ny')
    await signe.setViewportSize(widths.wide)
    await dialog.getByRole('button', { name: 'Udgiv' }).click()
    await expect(signe.getByText(/^Udgave 2: Efter piloten/)).toBeVisible()
    await signe.goto(`/opsaetning/${unitId}`)
    await expect(signe.getByText('Ny skabelon, udgave 2')).toBeVisible()
    await accessible(signe)
    await picture(signe, 'skabelon-tilbud')
    await signe.setViewportSize(widths.wide)
  })

  await test.step('undone before anybody worked by it, everything is as before', async () => {
    await signe.getByRole('button', { name: 'Fortryd' }).click()
    await signe.getByRole('dialog').getByRole('button', { name: 'Fortryd' }).click()
    await expect(signe.getByText('Der er ikke taget en opsætning i brug endnu.')).toBeVisible()
    await maja.goto('/')
    await expect(maja.getByRole('link', { name: 'Borgere' }).first()).toBeVisible()
  })
  await server.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})
