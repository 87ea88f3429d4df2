import { expect, type Page, test } from '@playwright/test'
import { instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { accessible, asPage, enter, picture } from './story.ts'

type Unit = { id: string; name: string; kind: string }
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A course for residential units, held today at Åstedet and again next week. */
async function plan(signe: Page, placeId: string, unitId: string) {
  const courseId = newId()
  await asPage(signe, 'training.addCourse', {
    ...{ id: courseId, placeId, code: 'KU-03A', title: 'Opstartskursus: døgn', sort: 'start', minutes: 180 },
    ...{ competences: ['notat', 'overlevering'], covers: 'Skriv et notat, tag vagten over, find en opgave.' },
    ...{ offerGroups: ['residential'], staff: 'permanent', settingKey: null },
  })
  const session = {
    courseId,
    place: 'Åstedets mødelokale',
    trainer: 'Hans P., superbruger',
    trainerId: null,
    capacity: 12,
    unitIds: [unitId],
  }
  const [today, later] = [newId(), newId()]
  await asPage(signe, 'training.planSession', {
    id: today,
    startsAt: inMinutes(10),
    endsAt: inMinutes(190),
    ...session,
  })
  const next = dayAfter(7)
  await asPage(signe, 'training.planSession', {
    ...session,
    id: later,
    startsAt: instantAt(next, '09:00'),
    endsAt: instantAt(next, '12:00'),
  })
  return { courseId, today, later }
}

/** A requirement with steps, and a decision about it that opens the course. */
async function prepare(signe: Page, placeId: string, courseId: string): Promise<void> {
  const [specId, areaId, requirementId, decisionId] = [newId(), newId(), newId(), newId()]
  await asPage(signe, 'requirements.openSpec', { id: specId, placeId, title: 'Krav til kurset' })
  await asPage(signe, 'requirements.addArea', { id: areaId, specId, section: 'C', name: 'C1 Døgnets gang' })
  const line = (text: string) => ({ id: newId(), no: null, kind: 'step', text })
  await asPage(signe, 'requirements.add', {
    ...{
      id: requirementId,
      specId,
      areaId,
      title: 'Modtag overlevering',
      startsWhen: 'En vagt begynder',
      endsWhen: 'Vagten er overtaget',
    },
    lines: [line('Se hvad der er sket siden min sidste vagt'), line('Se hvad jeg skal handle på først')],
  })
  await asPage(signe, 'training.makeExercise', { id: newId(), courseId, requirementId, madeUpName: 'Ove Opdigtet' })
  const me = await asPage<{ id: string; name: string }>(signe, 'org.me', {})
  await asPage(signe, 'decisions.propose', {
    ...{
      id: decisionId,
      placeId,
      title: 'Åstedet øver i skabelonens opsætning',
      question: '',
      why: 'Sommeren er kort.',
      consequences: '',
    },
    ...{
      noOptionReason: 'Ellers bliver det efteråret',
      coordinatorException: null,
      secret: false,
      reviewOn: null,
      supersedesId: null,
    },
    ...{ options: [], parts: [{ role: 'decided', who: me.name, employeeId: me.id }], unitIds: [] },
    objects: [{ kind: 'requirements.requirement', id: requirementId }],
  })
  await asPage(signe, 'decisions.decide', {
    id: decisionId,
    version: 1,
    decidedOn: new Date().toISOString().slice(0, 10),
  })
}

async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).first().click()
}

test('a course from closed to attended: the leader invites, a decision opens it, the worker types the code on the door', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { page: signe, context: one } = await enter(browser, 'Signe')
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const hall = units.find(({ kind }) => kind === 'municipality')!
  const unit = units.find(({ name }) => name === 'Åstedet')!
  const { courseId, today } = await plan(signe, hall.id, unit.id)
  await prepare(signe, hall.id, courseId)
  await signe.goto('/kurser')
  await expect(signe.getByText('lukket').first()).toBeVisible()
  await picture(signe, 'kurser')
  await accessible(signe)

  const { page: peter, context: two } = await enter(browser, 'Peter F.')
  // The staff come late: a press on the list before they have come must not be lost.
  await two.route('**/api/org.employeesOfUnit', async (route) => {
    await new Promise((go) => setTimeout(go, 1500))
    await route.continue()
  })
  await peter.goto(`/kurser/hold/${today}`)
  await peter.getByRole('button', { name: 'Tilmeld', exact: true }).click()
  const dialog = peter.getByRole('dialog')
  await choose(peter, /Medarbejder/, /Maja U\./)
  await dialog.getByRole('button', { name: 'Tilmeld', exact: true }).click()
  await expect(dialog.getByText(/Kurset holdes i enhedens egen opsætning/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Indbyd' }).click()
  await expect(peter.getByText('indbudt', { exact: true }).first()).toBeVisible()
  await picture(peter, 'kursus-lukket')

  await signe.goto(`/kurser/hold/${today}`)
  await signe.getByRole('button', { name: 'Åbn ved beslutning' }).click()
  await choose(signe, /Beslutning/, /Åstedet øver/)
  await signe.getByRole('dialog').getByRole('button', { name: 'Åbn ved beslutning' }).click()
  await expect(signe.getByText('åbnet ved beslutning')).toBeVisible()
  const code = (await asPage<{ id: string; doorCode: string }[]>(signe, 'training.sessions', { unitId: unit.id })).find(
    ({ id }) => id === today,
  )!.doorCode

  await peter.reload()
  const people = await asPage<{ employeeId: string; name: string }[]>(peter, 'training.participants', {
    sessionId: today,
  })
  await asPage(peter, 'training.enrol', {
    id: newId(),
    sessionId: today,
    employeeId: people[0]!.employeeId,
    unitId: unit.id,
    clashAccepted: false,
  })
  await peter.goto(`/kurser/enhed/${unit.id}`)
  await expect(peter.getByRole('heading', { name: 'Kurser for Åstedet' })).toBeVisible()
  await picture(peter, 'kurser-enhed')
  await accessible(peter)

  const { page: maja, context: three } = await enter(browser, 'Maja U.')
  await maja.goto('/kurser/mine')
  await expect(maja.getByRole('heading', { name: /Dit kursus/ })).toBeVisible()
  await picture(maja, 'mine-kurser')
  await accessible(maja)
  await maja.getByRole('button', { name: 'Skriv koden på døren' }).click()
  await maja.getByLabel('Kode på døren').fill('0000')
  await maja.getByRole('button', { name: 'Jeg er her' }).click()
  await expect(maja.getByText('Det er ikke koden, der hænger på døren. Prøv igen.').first()).toBeVisible()
  await maja.getByLabel('Kode på døren').fill(code.toLowerCase())
  await maja.getByRole('button', { name: 'Jeg er her' }).click()
  await expect(maja.getByText('deltog')).toBeVisible()

  await signe.goto('/kurser/daekning')
  await expect(signe.getByRole('link', { name: 'Åstedet' })).toBeVisible()
  await picture(signe, 'kurser-daekning')
  await signe.goto('/kurser/behov')
  await picture(signe, 'kurser-behov')
  await signe.goto('/kurser/alle')
  await picture(signe, 'kurser-alle')
  await accessible(signe)
  for (const context of [one, two, three]) await context.close()
})

test('benefits with their line, the leadership’s page kept and fetched, and the book asked why', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { page: signe, context } = await enter(browser, 'Signe')
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const hall = units.find(({ kind }) => kind === 'municipality')!
  const [specId, benefitId, measureId, methodId] = [newId(), newId(), newId(), newId()]
  await asPage(signe, 'requirements.openSpec', { id: specId, placeId: hall.id, title: 'Gevinster' })
  await asPage(signe, 'requirements.addBenefit', {
    id: benefitId,
    specId,
    title: 'Rolig vagtstart',
    owner: 'leder Åstedet',
    dueOn: null,
  })
  await asPage(signe, 'benefits.addMeasure', {
    ...{
      id: measureId,
      benefitId,
      what: 'Minutter fra mødetid til »jeg ved, hvad der kræver handling«',
      countedIn: 'min',
      direction: 'down',
    },
    ...{
      baseline: 18,
      baselineOn: dayAfter(-90),
      target: 8,
      owner: 'leder Åstedet',
      smallestSample: 12,
      aboutMoney: false,
    },
    ...{
      unitId: null,
      nextOn: dayAfter(20),
      methodId,
      method: 'observation af 12 vagtskift',
      methodSinceOn: dayAfter(-100),
    },
  })
  const point = (days: number, value: number, note: string) =>
    asPage(signe, 'benefits.addPoint', {
      id: newId(),
      measureId,
      takenOn: dayAfter(days),
      value,
      sample: 12,
      note,
      correctsId: null,
    })
  await point(-60, 19, 'Ny vagtplan samme uge')
  await point(-30, 13, '')
  await asPage(signe, 'benefits.changeMethod', {
    id: measureId,
    version: 1,
    methodId: newId(),
    text: 'systemdata',
    sinceOn: dayAfter(-20),
  })
  await point(-10, 10.5, '')
  await point(-1, 9, '')
  await signe.goto('/gevinster')
  await expect(signe.getByRole('heading', { name: /Rolig vagtstart/ })).toBeVisible()
  await picture(signe, 'gevinster')
  await accessible(signe)
  await signe.goto('/gevinster/forarbejde')
  await expect(signe.getByText(/Regnestykket/)).toBeVisible()
  await picture(signe, 'forarbejde')

  await signe.goto('/ledelse')
  await signe.getByRole('button', { name: 'Gem siden' }).click()
  await expect(signe.getByText(/gemt af Signe/)).toBeVisible()
  await picture(signe, 'ledelse')
  await accessible(signe)
  const download = signe.waitForEvent('download')
  await signe.getByRole('button', { name: 'Hent som PDF' }).first().click()
  expect((await download).suggestedFilename()).toMatch(/^ledelsesside-.*\.pdf$/)
  await (await download).saveAs('test-results/pictures/ledelsesside.pdf')

  await signe.goto('/viden')
  // A book of one chapter stands open; of more, the first is opened.
  const chapter = signe.locator('details', { has: signe.locator('summary', { hasText: /\(\d+\)$/ }) }).first()
  await chapter.evaluate((one: HTMLDetailsElement) => {
    one.open = true
  })
  await expect(signe.getByText('ulæst').first()).toBeVisible()
  await picture(signe, 'viden')
  await accessible(signe)
  await signe.goto('/viden/overdragelse')
  await expect(signe.getByRole('button', { name: 'Begynd overdragelse' })).toBeVisible()
  await picture(signe, 'overdragelse-tom')
  await signe.goto('/viden/pakker')
  await signe.getByRole('button', { name: 'Lav pakke' }).click()
  await signe.getByRole('dialog').getByRole('button', { name: 'Lav pakke' }).click()
  await expect(signe.getByText(/Pakken er lavet/)).toBeVisible()
  await picture(signe, 'pakker')
  await context.close()
})
