import { type Browser, expect, type Page, test } from '@playwright/test'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { isWorkingDay } from '#kernel/lang/working-days.ts'
import { accessible, enter, picture } from './story.ts'

/** As the person's own page calls the server. */
const asPage = <T>(page: Page, name: string, body: object): Promise<T> =>
  page.evaluate(
    async ([name, body, key]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key as string }
      const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
      return answer.json()
    },
    [name, body, newId()] as const,
  ) as Promise<T>

/** A working day about so many days away. */
function workingDayIn(days: number): string {
  let day = addDays(new Date().toISOString().slice(0, 10), days)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

type Unit = { id: string; name: string; kind: string; roles: string[] }
type Plan = { id: string; waves: { id: string; units: { id: string; name: string }[] }[] }

/** Two units a month from their go-live, of which one is live for the story's second half. */
async function beginsPlan(signe: Page): Promise<void> {
  await signe.goto('/plan/boelger')
  await signe.getByRole('button', { name: 'Lav planen' }).first().click()
  const dialog = signe.getByRole('dialog')
  await dialog.getByLabel('Hvad hedder projektet?').fill('Nyt journalsystem')
  await dialog.getByRole('button', { name: 'Lav planen' }).click()
  await expect(dialog).toBeHidden()
  const [plan] = await asPage<Plan[]>(signe, 'plan.plans', {})
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const idOf = (name: string) => units.find((unit) => unit.name === name)!.id
  const wave = { planId: plan!.id, name: 'Pilot', code: 'B1', goLiveOn: workingDayIn(30) }
  await asPage(signe, 'plan.addWave', { id: newId(), ...wave, unitIds: [idOf('Åstedet'), idOf('Bostøtten Nord')] })
  const live = { planId: plan!.id, name: 'I gang', code: 'B0', goLiveOn: workingDayIn(-3) }
  await asPage(signe, 'plan.addWave', { id: newId(), ...live, unitIds: [idOf('Aktivitetshuset Solsikken')] })
}

/** A unit goes with another wave; a task that all get is moved; one is away, a room is taken, and both are taken back. */
async function changesThePlan(signe: Page): Promise<void> {
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const [one] = await asPage<Plan[]>(signe, 'plan.plans', {})
  const dialog = signe.getByRole('dialog')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.getByRole('button', { name: 'Tag en enhed med: Pilot' }).click()
  await dialog.getByRole('button', { name: /Enhed/ }).click()
  await signe.getByRole('option', { name: 'Lyngholt' }).click()
  await picture(signe, 'plan-join')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await dialog.getByRole('button', { name: 'Tag enheden med' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(signe.getByText(/Åstedet, .*Lyngholt|Lyngholt, .*Åstedet/)).toBeVisible()

  await signe.getByText(/^Opgaver, som alle enheder får/).click()
  await accessible(signe)
  await picture(signe, 'plan-templates')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.getByRole('button', { name: 'Ret: Udpeg implementeringskontakt' }).click()
  await dialog.getByLabel('Dage fra idriftsættelsen').fill('63')
  await dialog.getByRole('button', { name: /Tilføj en opgave, der skal være gjort først/ }).click()
  await signe.getByRole('option').nth(4).click()
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click()
  // The first of all cannot wait for what waits for it: the sentence stands, and so does what was written.
  await expect(dialog.getByText(/venter på hinanden i ring/).first()).toBeVisible()
  await picture(signe, 'plan-template')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await dialog.getByRole('button', { name: /^Fjern: / }).click()
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByText(/^63 dage før/)).toBeVisible()

  const astedet = units.find(({ name }) => name === 'Åstedet')!.id
  const people = await asPage<{ id: string; name: string }[]>(signe, 'org.employeesOfUnit', { unitId: astedet })
  const away = { employeeId: people[0]!.id, deputyId: people[1]!.id, fromOn: workingDayIn(5), toOn: workingDayIn(9) }
  await asPage(signe, 'plan.keepAbsence', { id: newId(), planId: one!.id, ...away, isCancelled: false })
  const hours = { fromAt: `${workingDayIn(6)}T08:00:00.000Z`, untilAt: `${workingDayIn(6)}T14:00:00.000Z` }
  const course = { title: 'Superbrugere, dag 1', who: 'Rune T.', room: 'Byrådssalen', unitId: null, employeeId: null }
  await asPage(signe, 'plan.keepEngagement', { id: newId(), planId: one!.id, ...course, ...hours, isCancelled: false })
  await signe.goto('/plan/frem')
  await accessible(signe)
  await picture(signe, 'plan-booked')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.getByRole('button', { name: 'Ret: Superbrugere, dag 1' }).click()
  await dialog.getByLabel('Lokale').fill('Kantinen')
  // A coordinator looks after no staff and finds who works here all the same.
  await dialog.getByRole('combobox', { name: 'Medarbejder' }).fill('Emma')
  await signe.getByRole('option', { name: /^Emma K\./ }).click()
  await expect(dialog.getByRole('combobox', { name: 'Medarbejder' })).toHaveValue('Emma K.')
  await picture(signe, 'plan-engagement')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByText(/Emma K\..*Kantinen|Kantinen.*Emma K\./)).toBeVisible()
  await signe.getByRole('button', { name: `Ret: ${people[0]!.name}` }).click()
  await picture(signe, 'plan-absence')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await dialog.getByRole('button', { name: `Fjern: ${people[1]!.name}` }).click()
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByText('ingen afløser')).toBeVisible()
  await signe.getByRole('button', { name: `Ret: ${people[0]!.name}` }).click()
  await dialog.getByRole('button', { name: 'Er ikke væk alligevel' }).click()
  await expect(signe.getByText('Ingen er meldt væk.')).toBeVisible()
}

async function entered(browser: Browser, name: string): Promise<Page> {
  const { page } = await enter(browser, name, { hasShell: false })
  return page
}

test('the coordinator makes a plan, finishes a task and hears what it opened for, and moves a go-live after seeing every day', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const signe = await entered(browser, 'Signe')
  await beginsPlan(signe)

  await signe.goto('/plan')
  await expect(signe.getByRole('row', { name: /Åstedet/ })).toBeVisible()
  await accessible(signe)
  await picture(signe, 'plan-board')

  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.goto('/plan/opgaver')
  await signe
    .getByRole('listitem')
    .filter({ hasText: 'Udpeg implementeringskontakt' })
    .first()
    .getByRole('button', { name: 'Færdig' })
    .click()
  await expect(signe.getByText('Du har lige åbnet for')).toBeVisible()
  await expect(signe.getByText(/Bekræft enhedsprofil ·/).first()).toBeVisible()
  await picture(signe, 'plan-tasks')

  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.goto('/plan/boelger')
  await signe.getByRole('listitem').filter({ hasText: 'Pilot' }).getByRole('button', { name: 'Flyt' }).click()
  const dialog = signe.getByRole('dialog')
  await dialog.getByLabel('Hvorfor?').fill('Sommerferie')
  const day = workingDayIn(44)
  const [year, month, date] = day.split('-').map(Number)
  // Typed again where the field was not there yet when the first figures came.
  await expect(async () => {
    for (const [segment, value] of [
      ['dag', date],
      ['måned', month],
      ['år', year],
    ] as const)
      await dialog
        .getByRole('spinbutton', { name: new RegExp(segment, 'i') })
        .first()
        .pressSequentially(String(value))
    await expect(dialog.getByText(/opgaver flytter med/).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  await picture(signe, 'plan-move')
  await dialog.getByRole('button', { name: 'Flyt' }).click()
  await expect(signe.getByText(/Sommerferie/)).toBeVisible()
  await changesThePlan(signe)

  await signe.goto('/plan/frem?uger=8')
  await expect(signe.getByText(/roligt gå videre|mangler at komme på plads/).first()).toBeVisible()
  await accessible(signe)
  await picture(signe, 'plan-ahead')

  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.goto('/klar')
  await signe.getByRole('button', { name: /Begynd med 16 punkter/ }).click()
  await signe.getByRole('button', { name: 'Åstedet' }).first().click()
  await expect(signe.getByText(/ting mangler før/)).toBeVisible()
  await signe.getByRole('button', { name: 'Tilføj et punkt' }).click()
  await signe
    .getByLabel('Hvad skal være i orden?')
    .fill('Nøglen til medicinskabet ligger, hvor alle hold kan finde den')
  await picture(signe, 'golive-add-check')
  await signe.setViewportSize({ width: 1280, height: 900 })
  await signe.getByRole('dialog').getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(signe.getByText(/^U1 Nøglen til medicinskabet/).first()).toBeVisible()
  await accessible(signe)
  await picture(signe, 'golive-ready')
  await signe.goto('/klar/porte')
  await picture(signe, 'golive-gates')

  // A worker tells of it from the screen it happened on; a name is stopped, and what was typed stays.
  const worker = await entered(browser, 'Pædagog på Solsikken')
  await worker.getByRole('banner').getByRole('button').last().click()
  await worker.getByRole('menuitem', { name: 'Skriv hvad der skete' }).click()
  const telling = worker.getByRole('dialog')
  await telling.getByLabel('Hvad skete der? Én linje').fill('Birthe Larsen mangler på listen')
  await telling.getByRole('button', { name: 'Send' }).click()
  await expect(telling.getByText(/Det ligner et navn/).first()).toBeVisible()
  await expect(telling.getByLabel('Hvad skete der? Én linje')).toHaveValue('Birthe Larsen mangler på listen')
  await telling.getByLabel('Hvad skete der? Én linje').fill('En borger mangler på listen')
  await telling.getByRole('button', { name: 'Send' }).click()
  await expect(telling.getByText(/H-001 er sendt/)).toBeVisible()
  await telling.getByRole('link', { name: 'Se det, du har fortalt' }).click()
  await expect(worker.getByText(/H-001 En borger mangler på listen/)).toBeVisible()
  await accessible(worker)
  await picture(worker, 'golive-told')
  // Days later it is found again from any screen.
  await worker.setViewportSize({ width: 320, height: 720 })
  await worker.goto('/')
  await worker.getByRole('banner').getByRole('button').last().click()
  await worker.getByRole('menuitem', { name: 'Det, du har fortalt' }).click()
  await expect(worker.getByText(/H-001 En borger mangler på listen/)).toBeVisible()
  await signe.goto('/klar/det-skete')
  await expect(signe.getByText(/H-001 En borger mangler på listen/)).toBeVisible()
  await accessible(signe)
  await picture(signe, 'golive-cases')
})
