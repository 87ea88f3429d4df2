import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { standardGates, standardItems } from '#features/golive/standard.ts'
import { addDays, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { isWorkingDay } from '#kernel/lang/working-days.ts'
import { dialog, look } from './plan-steps.ts'
import { newFolder, run } from './server.ts'
import { asPage, enter, widths } from './story.ts'

type Unit = { id: string; name: string; kind: string }
type Plan = { id: string }

function workingDayIn(days: number): string {
  let day = addDays(new Date().toISOString().slice(0, 10), days)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** A wave of two units in a month, the sixteen checks, and two sessions that Freja is down to hold at once. */
async function given(signe: Page): Promise<string> {
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const hall = units.find(({ kind }) => kind === 'municipality')!.id
  const idOf = (name: string) => units.find((unit) => unit.name === name)!.id
  const [astedet, nord] = [idOf('Åstedet'), idOf('Bostøtten Nord')]
  await signe.goto('/plan/boelger')
  await signe.getByRole('button', { name: 'Lav planen' }).first().click()
  await dialog(signe).getByLabel('Hvad hedder projektet?').fill('Nyt journalsystem')
  await dialog(signe).getByRole('button', { name: 'Lav planen' }).click()
  await expect(dialog(signe)).toHaveCount(0)
  const [plan] = await asPage<Plan[]>(signe, 'plan.plans', {})
  const wave = { planId: plan!.id, name: 'Pilot', code: 'B1', goLiveOn: workingDayIn(30) }
  await asPage(signe, 'plan.addWave', { id: newId(), ...wave, unitIds: [astedet, nord] })
  const withId = <T extends object>(row: T) => ({ ...row, id: newId() })
  const checks = { items: standardItems.map(withId), gates: standardGates.map(withId) }
  await asPage(signe, 'golive.begin', { placeId: hall, ...checks })
  const courseId = newId()
  await asPage(signe, 'training.addCourse', {
    ...{ id: courseId, placeId: hall, code: 'KU-05', title: 'Medicin i systemet', sort: 'topic', minutes: 180 },
    ...{ competences: [], covers: '', offerGroups: [], staff: 'permanent', settingKey: null },
  })
  const on = workingDayIn(8)
  for (const [unitId, from, to] of [
    [astedet, '09:00', '12:00'],
    [nord, '11:00', '14:00'],
  ] as const)
    await asPage(signe, 'training.planSession', {
      ...{ id: newId(), courseId, startsAt: instantAt(on, from), endsAt: instantAt(on, to) },
      ...{ place: 'enhedens egen opsætning', trainer: 'Freja, superbruger', trainerId: null },
      ...{ capacity: 12, unitIds: [unitId] },
    })
  return astedet
}

test('a no-go leads to another day, what was learnt to the template, and one trainer in two places to the plan', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const dir = newFolder('no-go')
  execFileSync('cp', ['-a', `${process.env.RT_COPY!}/.`, dir])
  const server = await run(dir)
  const at = { url: server.url, viewport: widths.wide }
  const { page: signe } = await enter(browser, 'Signe', at)
  const { page: maja } = await enter(browser, 'Maja U.', at)
  const astedet = await given(signe)

  await test.step('Freja is down to teach two units at once: the plan says so', async () => {
    await signe.goto('/plan/frem')
    await expect(signe.getByText(/Freja, superbruger er to steder/)).toBeVisible()
    await look(signe, 'no-go-ahead')
  })

  await test.step('no-go, with a reason: the day stands until it is moved, and the wave is open for it', async () => {
    await signe.goto(`/klar?enhed=${astedet}`)
    await signe.getByRole('button', { name: 'Sig go eller no-go' }).click()
    await dialog(signe).getByText('no-go', { exact: true }).click()
    await dialog(signe).getByLabel('Hvorfor?').fill('Halvdelen mangler kurset')
    await dialog(signe).getByRole('button', { name: 'Sig go eller no-go' }).click()
    await expect(signe.getByText(/Datoen i planen er stadig/)).toBeVisible()
    await look(signe, 'no-go-said')
    await signe.goto(`/plan/opgaver?enhed=${astedet}`)
    await expect(signe.getByText('Find en ny dag for idriftsættelsen')).toBeVisible()
    await look(signe, 'no-go-task')
    await signe.goto(`/klar?enhed=${astedet}`)
    await signe.getByRole('link', { name: 'Flyt bølgen' }).click()
    await expect(dialog(signe).getByRole('heading', { name: 'Flyt Pilot' })).toBeVisible()
    await look(signe, 'no-go-move')
    await signe.keyboard.press('Escape')
    await expect(dialog(signe)).toHaveCount(0)
  })

  await test.step('Maja tells of what happened; Signe takes what it taught into the template', async () => {
    const case1 = newId()
    const told = { unitId: astedet, severity: 'high', title: 'Målene skal ses på for tit', what: '', screen: '/' }
    await asPage(maja, 'golive.report', { id: case1, ...told, namesSeen: false })
    const empty = { vendorText: null, workaround: null, workaroundReviewOn: null }
    const solved = { to: 'solved', cause: 'set-up', resolution: 'Hver tredje uge', severity: 'high' }
    await asPage(signe, 'golive.moveCase', { id: case1, version: 1, ...empty, ...solved })
    await signe.goto('/klar/det-skete?vis=closed')
    await signe.getByRole('button', { name: 'Foreslå i skabelonen' }).click()
    await dialog(signe).getByRole('textbox').first().fill('Hver tredje uge i alle døgntilbud')
    await look(signe, 'no-go-suggest')
    await dialog(signe).getByRole('button', { name: 'Foreslå i skabelonen' }).click()
    await signe.getByRole('button', { name: 'Tag med' }).click()
    await dialog(signe)
      .getByRole('button', { name: /Hvilken indstilling/ })
      .click()
    await signe
      .getByRole('option', { name: /opfølgning|Opfølgning/ })
      .first()
      .click()
    await dialog(signe)
      .getByLabel(/[Tt]al/)
      .fill('21')
    await dialog(signe)
      .getByRole('button', { name: /Skabelonen for/ })
      .click()
    await signe.getByRole('option', { name: 'døgntilbud' }).click()
    await look(signe, 'no-go-take')
    await dialog(signe).getByRole('button', { name: 'Tag med' }).click()
    await expect(signe.getByText(/i skabelonen for døgntilbud, udgave 2/)).toBeVisible()
    await look(signe, 'no-go-taken')
  })

  await test.step('danger: the line is stopped, and the screen says whether anybody has been told', async () => {
    const id = newId()
    const told = { unitId: astedet, severity: 'high', title: 'Forkert dosis vises', what: '', screen: '/' }
    await asPage(maja, 'golive.report', { id, ...told, namesSeen: false })
    await asPage(maja, 'golive.stopLine', { id, stopId: newId(), because: 'Forkert dosis på skærmen' })
    await signe.goto('/klar')
    await expect(signe.getByText(/Kommunikationsvejen er ikke låst/)).toBeVisible()
    await look(signe, 'no-go-stopped')
  })
  await server.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})
