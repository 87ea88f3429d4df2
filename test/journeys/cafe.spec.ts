import { type APIRequestContext, type Browser, expect, type Page, request, test } from '@playwright/test'
import { newReceipt } from '#features/capture/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import { accessible, address, asPage, enter, picture, widths } from './story.ts'

const notes = [
  'Jeg læser overlevering tre steder og opdager alligevel ikke, at tandlægen er flyttet.',
  'Vis mig kun det, der er nyt siden min sidste vagt.',
  'Vi skriver det samme i bogen og i kalenderen, fordi ingen tror på den ene.',
  'Jeg har fem koder på en lap papir, én for hvert hus.',
  'Giv mig en liste over dem, der ikke må være alene i nat.',
  'Når to borgere er oppe at skændes, skriver jeg det to gange.',
  'Kvittering skal være ét tryk, når jeg har hænderne fulde.',
]

type Unit = { id: string; name: string; kind: string }

/** A day that is going on right now. */
async function planDay(signe: Page, code: string): Promise<string> {
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const unit = (name: string) => units.find((one) => one.name === name)!.id
  const id = newId()
  const hour = (away: number) => new Date(Date.now() + away * 3_600_000).toISOString()
  await asPage(signe, 'capture.createEvent', {
    id,
    placeId: units.find(({ kind }) => kind === 'municipality')!.id,
    format: 'cafe',
    title: 'Cafédag 1: Bo og nat',
    venue: 'Fælleshuset, Åstedet',
    opensAt: hour(-1),
    closesAt: hour(2),
    task: null,
    prompts: ['Hvad er svært i dag?', 'Hvad skal løsningen hjælpe med?', 'Hvornår gik det galt sidst?'],
    notice: 'Skriv uden borgernavne. Sedlen vises uden dit navn.',
    joinCode: code,
    units: [
      { unitId: unit('Åstedet'), offerGroup: 'residential' },
      { unitId: unit('Nat- og akutteamet'), offerGroup: 'acute' },
    ],
  })
  return id
}

/** A phone that is only its calls: joins and hands in one slip. */
async function lightPhone(api: APIRequestContext, code: string, text: string): Promise<number> {
  const joined = await api.post('/api/capture.join', { data: { code } })
  const { token, board } = await joined.json()
  const unitId = board.units[0].unitId
  const slip = { id: newId(), receiptCode: newReceipt(), unitId, role: 'pædagog', authorName: null, kind: 'problem' }
  const sent = await api.post('/api/capture.send', {
    data: { ...slip, token, text, photo: null, writtenAt: new Date().toISOString(), namesSeen: false },
  })
  return sent.status()
}

async function realPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    baseURL: address(),
    viewport: widths.narrow,
  })
  return context.newPage()
}

async function joinsByHand(page: Page, code: string, role: string): Promise<void> {
  await page.goto('/cafe')
  await page.getByLabel('Kode').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Vær med' }).click()
  await page.getByLabel('Enhed').click()
  await page.getByRole('option', { name: 'Åstedet' }).click()
  await page.getByLabel(/Hvad laver du/).fill(role)
  await page.getByRole('button', { name: 'Videre' }).click()
  await expect(page.getByRole('heading', { name: 'Cafédag 1: Bo og nat' })).toBeVisible()
}

const receiptOn = async (page: Page): Promise<string> =>
  (await page
    .getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    .first()
    .textContent())!

test('a café day: thirty-one phones, a table, a wall, dots, needs that merge and come apart, and a receipt that tells', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const code = 'EGE01'
  const { page: signe, context } = await enter(browser, 'Signe')
  const dayId = await planDay(signe, code)

  await test.step('the wall waits for the first slip', async () => {
    await signe.setViewportSize({ width: 1920, height: 1080 })
    await signe.goto(`/dage/${dayId}/vaeg`)
    await expect(signe.getByText('Den første seddel lander her')).toBeVisible()
  })

  const phones = [await realPhone(browser), await realPhone(browser), await realPhone(browser)]
  const [emma, bo, lis] = phones as [Page, Page, Page]

  await test.step('thirty-one phones join and hand in a slip each within a minute', async () => {
    const began = Date.now()
    const api = await request.newContext({ baseURL: address() })
    const light = Array.from({ length: 28 }, (_, at) =>
      lightPhone(api, code, `${notes[at % notes.length]} (${at + 1})`),
    )
    const byHand = async (page: Page, role: string, words: string) => {
      await joinsByHand(page, code, role)
      await page.getByLabel('Din seddel').fill(words)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(page.getByText(/^sendt /)).toBeVisible()
    }
    const real = [
      byHand(emma, 'SSA, dag', notes[0]!),
      byHand(bo, 'nattevagt', notes[3]!),
      byHand(lis, 'pædagog', notes[1]!),
    ]
    expect(await Promise.all(light)).toEqual(Array(28).fill(200))
    await Promise.all(real)
    const seconds = (Date.now() - began) / 1000
    process.stdout.write(`  31 phones joined and sent in ${seconds.toFixed(1)} s\n`)
    expect(seconds).toBeLessThan(60)
    await expect(signe.getByText('31 sedler')).toBeVisible()
    await signe.screenshot({ path: 'test-results/pictures/cafe-wall.png' })
    await accessible(emma)
    await picture(emma, 'cafe-guest')
    await emma.setViewportSize(widths.narrow)
  })

  await test.step('a name is asked about, a CPR number is never taken', async () => {
    await emma.getByLabel('Din seddel').fill('Vi glemte Jens Bak i bussen')
    await emma.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(emma.getByText('»Jens Bak« ligner et navn på et menneske.')).toBeVisible()
    await accessible(emma)
    await picture(emma, 'cafe-name')
    await emma.setViewportSize(widths.narrow)
    await emma.getByLabel('Din seddel').fill('Borger 010190-1234 falder')
    await expect(emma.getByText(/ligner et CPR-nummer/)).toBeVisible()
    await expect(emma.getByRole('button', { name: 'Send', exact: true })).toBeDisabled()
    await emma.getByLabel('Din seddel').fill('')
  })

  const receipt =
    await test.step('without coverage the slip waits on the phone, also when the page is loaded anew, and goes once', async () => {
      await bo.context().setOffline(true)
      await bo.getByLabel('Din seddel').fill('Fra kælderen: giv os en liste, der virker uden net')
      await bo.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(bo.getByText(/^gemt på telefonen/)).toBeVisible()
      const code = await receiptOn(bo)
      await bo.screenshot({ path: 'test-results/pictures/cafe-offline.png', fullPage: true })
      await bo.context().setOffline(false)
      await bo.reload()
      await expect(bo.getByText(/^gemt på telefonen/)).toHaveCount(0, { timeout: 30_000 })
      await expect(bo.getByText(code).first()).toBeVisible()
      return code
    })

  await test.step('at the table slips are laid in themes from the keyboard and gathered in needs', async () => {
    await signe.setViewportSize(widths.wide)
    await signe.goto(`/dage/${dayId}/bord`)
    await choose(signe, /Jeg læser overlevering.*\(1\)/)
    await choose(signe, /Vis mig kun det.*\(2\)/)
    await signe.getByRole('button', { name: 'Læg i tema' }).click()
    await signe.getByRole('menuitem', { name: 'Nyt tema' }).click()
    await signe.getByLabel('Temaets navn').fill('Overlevering')
    await signe.getByRole('button', { name: 'Gem' }).click()
    await expect(signe.getByRole('heading', { name: /1\. Overlevering/ })).toBeVisible()
    await signe.getByRole('checkbox', { name: /Fra kælderen/ }).focus()
    await signe.keyboard.press('1')
    await expect(signe.getByRole('region', { name: /1\. Overlevering/ }).getByText(/Fra kælderen/)).toBeVisible()
    await gather(
      signe,
      [/Jeg læser overlevering.*\(1\)/, /Vis mig kun det.*\(2\)/, /Fra kælderen/],
      'Ro i overleveringen',
    )
    await gather(signe, [/Jeg læser overlevering.*\(8\)/], 'Én overlevering')
    await accessible(signe)
    await picture(signe, 'cafe-table')
    await signe.setViewportSize(widths.wide)
  })

  await test.step('three dots in each theme; nobody sees a count before it closes', async () => {
    await signe.goto(`/dage/${dayId}`)
    await signe.getByRole('button', { name: 'Åbn afstemningen' }).click()
    await expect(signe.getByText('Afstemningen er åben.')).toBeVisible()
    for (const page of [emma, lis]) {
      await page.reload()
      const more = page.getByRole('button', { name: 'En prik mere' }).first()
      await more.click()
      await expect(page.getByText('2 prikker tilbage')).toBeVisible()
      await more.click()
      await more.click()
      await expect(page.getByText('alle prikker er brugt')).toBeVisible()
    }
    await accessible(emma)
    await picture(emma, 'cafe-vote')
    await emma.setViewportSize(widths.narrow)
    await accessible(signe)
    await picture(signe, 'cafe-day')
    await signe.setViewportSize(widths.wide)
    await signe.getByRole('button', { name: 'Luk afstemningen' }).click()
    await expect(signe.getByText(/Afstemningen er lukket/)).toBeVisible()
    await signe.setViewportSize({ width: 1920, height: 1080 })
    await signe.goto(`/dage/${dayId}/vaeg`)
    await expect(signe.getByText('6 prikker')).toBeVisible()
    await signe.screenshot({ path: 'test-results/pictures/cafe-wall-dots.png' })
  })

  await test.step('two needs are merged, and taken apart again', async () => {
    await signe.setViewportSize(widths.wide)
    await signe.goto('/behov')
    await choose(signe, 'N-01')
    await choose(signe, 'N-02')
    await signe.getByRole('button', { name: 'Læg sammen' }).click()
    await signe.getByLabel('Hvorfor er de det samme?').fill('Begge handler om at finde det nye')
    await signe.getByRole('dialog').getByRole('button', { name: 'Læg sammen' }).click()
    await expect(signe.getByText('1 behov lagt ind')).toBeVisible()
    await signe.getByRole('link', { name: 'Ro i overleveringen' }).click()
    await expect(signe.getByText('kom med N-02')).toBeVisible()
    await accessible(signe)
    await picture(signe, 'cafe-need')
    await signe.setViewportSize(widths.wide)
    await signe.getByRole('button', { name: 'Skil ad' }).click()
    await signe.getByLabel('Hvorfor er de ikke det samme?').fill('Den ene handler om natten')
    await signe.getByRole('dialog').getByRole('button', { name: 'Skil ad' }).click()
    await expect(signe.getByText(/Skilt ad af Signe/)).toBeVisible()
    await expect(signe.getByText('kom med N-02')).toHaveCount(0)
  })

  await test.step('the thread leads from the need to its slips', async () => {
    await signe.getByRole('link', { name: 'Hvorfor?' }).click()
    await expect(signe.getByRole('heading', { name: 'Rød tråd' })).toBeVisible()
    await expect(signe.getByText(/Fra kælderen/)).toBeVisible()
    await accessible(signe)
    await picture(signe, 'thread')
    await signe.setViewportSize(widths.wide)
    await signe.goto('/loese-traade')
    await expect(signe.getByRole('heading', { name: 'Sedler uden plads' })).toBeVisible()
    await accessible(signe)
    await picture(signe, 'loose-threads')
  })

  await test.step('the receipt tells its holder what became of the slip', async () => {
    await bo.goto('/seddel')
    await bo.getByLabel('Kvittering').fill(receipt.toLowerCase())
    await bo.getByRole('button', { name: 'Se efter' }).click()
    await expect(bo.getByText('Sedlen er samlet med andre, der siger det samme.')).toBeVisible()
    await expect(bo.getByText(/Ro i overleveringen/)).toBeVisible()
    await accessible(bo)
    await picture(bo, 'receipt')
  })

  await Promise.all([...phones.map((page) => page.context().close()), context.close()])
})

/** By its words, as a person does: the box itself is drawn. */
async function choose(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('label').filter({ hasText: words }).first().click()
  await expect(page.getByRole('checkbox', { name: words }).first()).toBeChecked()
}

async function gather(page: Page, slips: readonly RegExp[], title: string): Promise<void> {
  for (const words of slips) await choose(page, words)
  await page.getByRole('button', { name: 'Saml til behov' }).click()
  await page.getByLabel('Overskrift').fill(title)
  await page.getByLabel('Med almindelige ord').fill('Vi skal kunne gå på vagt og vide, hvad der kræver handling.')
  await page.getByRole('dialog').getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
