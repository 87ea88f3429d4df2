import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { newReceipt } from '#features/capture/rules.ts'
import { standardQuestions } from '#features/clarification/standard-questions.ts'
import { firstWeek } from '#features/golive/rules.ts'
import { standardGates, standardItems } from '#features/golive/standard.ts'
import { newId } from '#kernel/lang/id.ts'
import { newFolder, run } from './server.ts'
import { accessible, asPage, enter, picture, widths } from './story.ts'

type Unit = { id: string; name: string; kind: string; roundTheClock: boolean; shiftStarts: string[] }
type Ready = { items: { id: string; code: string }[]; gates: { id: string }[]; units: { id: string; waveId: string }[] }
type Round = { round: { id: string; version: number } | null; answers: { key: string; version: number }[] }

const dayIn = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date(Date.now() + days * 86_400_000))
const today = dayIn(0)
const GO_LIVE = dayIn(12)

const look = async (page: Page, name: string) => {
  await accessible(page)
  await picture(page, name)
  await page.setViewportSize(widths.wide)
}

/** A slip of the café day, the need it was gathered in, and the requirement that came of the need: K-001. */
async function fromSlipToRequirement(signe: Page, placeId: string, unitId: string): Promise<void> {
  const [eventId, slipId, needId, specId, areaId, requirementId] = Array.from({ length: 6 }, () => newId()) as string[]
  const hour = (away: number) => new Date(Date.now() + away * 3_600_000).toISOString()
  const day = {
    format: 'cafe',
    title: 'Cafédag 1',
    venue: 'Fælleshuset',
    opensAt: hour(-1),
    closesAt: hour(2),
    task: null,
  }
  const asked = { prompts: ['Hvad er svært i dag?'], notice: 'Skriv uden borgernavne.', joinCode: 'KLAR1' }
  await asPage(signe, 'capture.createEvent', {
    ...{ id: eventId, placeId, ...day, ...asked },
    units: [{ unitId, offerGroup: 'residential' }],
  })
  const from = { id: slipId, eventId, receiptCode: newReceipt(), unitId, authorRole: 'pædagog', authorName: null }
  const words = { kind: 'problem', text: 'Vi har fem slags notater og bruger to af dem.', photo: null }
  await asPage(signe, 'capture.typeSlip', { ...from, ...words, source: 'paper', namesSeen: false })
  const need = { title: 'Færre slags notater', text: 'Vi skal kun se de slags notater, vi bruger.' }
  await asPage(signe, 'capture.createNeed', { id: needId, placeId, ...need, slipIds: [slipId] })
  await asPage(signe, 'requirements.openSpec', { id: specId, placeId, title: 'Krav' })
  await asPage(signe, 'requirements.addArea', { id: areaId, specId, section: 'C', name: 'C1 Døgnets gang' })
  await asPage(signe, 'requirements.add', { id: requirementId, specId, areaId, title: 'Skriv et notat' })
  const ends = { fromKind: 'capture.need', fromId: needId, toKind: 'requirements.requirement', toId: requirementId }
  await asPage(signe, 'thread.connect', { id: newId(), type: 'grounds', ...ends })
}

/** The product's own questions; the one about kinds of note leans on K-001. */
const questions = () => ({
  ...standardQuestions.content,
  questions: standardQuestions.content.questions.map((question) =>
    question.key === 'S04' ? { ...question, requirements: ['K-001'] } : question,
  ),
})

/** A wave in twelve days with Åstedet alone, the checks that this journey walks through, and the municipality's gates. */
async function aPlan(signe: Page, placeId: string, unitId: string): Promise<void> {
  const [planId, roleId] = [newId(), newId()]
  const role = { id: roleId, code: 'leder', name: 'leder', orgRole: 'unit-leader', perUnit: true }
  const task = { id: newId(), code: 'UT16', title: 'Go/no-go', why: '', offsetDays: -2, roleId, needs: [] }
  await asPage(signe, 'plan.begin', {
    ...{ id: planId, placeId, title: 'Nyt journalsystem', phases: [], roles: [role] },
    ...{ templates: [{ ...task, earliestPhaseId: null }], stages: [] },
  })
  const wave = { code: 'B1', name: 'Bølge 1', goLiveOn: GO_LIVE, unitIds: [unitId] }
  await asPage(signe, 'plan.addWave', { id: newId(), planId, ...wave })
  const items = standardItems.filter(({ code }) => ['R01', 'R02', 'R03', 'R07', 'R11'].includes(code))
  const withId = <T extends object>(row: T) => ({ ...row, id: newId() })
  await asPage(signe, 'golive.begin', { placeId, items: items.map(withId), gates: standardGates.map(withId) })
}

/** The start-up course of the unit, next week. */
async function aCourse(signe: Page, placeId: string, unitId: string): Promise<string> {
  const [courseId, sessionId] = [newId(), newId()]
  await asPage(signe, 'training.addCourse', {
    ...{ id: courseId, placeId, code: 'KU-03A', title: 'Opstartskursus: døgn', sort: 'start', minutes: 180 },
    ...{ competences: ['notat'], covers: 'Skriv et notat i jeres egen opsætning.', offerGroups: ['residential'] },
    ...{ staff: 'permanent', settingKey: null },
  })
  const at = (hour: number) => new Date(`${dayIn(6)}T${hour}:00:00Z`).toISOString()
  await asPage(signe, 'training.planSession', {
    ...{ id: sessionId, courseId, startsAt: at(10), endsAt: at(13), place: 'Mødelokalet', trainerId: null },
    trainer: 'Hans P.',
    ...{ capacity: 12, unitIds: [unitId] },
  })
  return sessionId
}

const kinds = (page: Page) => page.getByRole('radiogroup', { name: 'Slags notat' }).getByRole('radio')

async function answers(page: Page, unitId: string, key: string, value: unknown, reason = ''): Promise<void> {
  const known = await asPage<Round>(page, 'clarification.ofUnit', { unitId })
  const version = known.answers.find((answer) => answer.key === key)?.version ?? 0
  const nothing = { unsure: false, outside: null, comment: '', saidBy: null, because: null }
  await asPage(page, 'clarification.answer', { unitId, key, version, value, reason, ...nothing })
}
const step = async (page: Page, unitId: string, name: string, more: object = {}) => {
  const { round } = await asPage<Round>(page, 'clarification.ofUnit', { unitId })
  return asPage<{ proposalId: string }>(page, `clarification.${name}`, {
    ...{ id: round!.id, version: round!.version },
    ...more,
  })
}

test('one unit from »Sådan er vi« to go-live: what Åstedet answers is what its workers meet, and Hvorfor? ends at the slip', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const dir = newFolder('to-go-live')
  execFileSync('cp', ['-a', `${process.env.RT_COPY!}/.`, dir])
  const server = await run(dir)
  const at = { url: server.url, viewport: widths.wide }
  const { page: signe } = await enter(browser, 'Signe', at)
  const { page: emma } = await enter(browser, 'Emma K.', at)
  const { page: peter } = await enter(browser, 'Peter F.', at)
  const { page: maja } = await enter(browser, 'Maja U.', at)
  const units = await asPage<Unit[]>(signe, 'org.myUnits', {})
  const hall = units.find(({ kind }) => kind === 'municipality')!.id
  const unit = units.find(({ name }) => name === 'Åstedet')!
  const sessionId =
    await test.step('given: a slip, a need, a requirement, the questions, a plan and a course', async () => {
      await fromSlipToRequirement(signe, hall, unit.id)
      const set = { id: newId(), placeId: hall, title: 'Spørgsmål', note: '', content: questions() }
      await asPage(signe, 'clarification.publish', set)
      const emmaId = (await asPage<{ id: string }>(emma, 'org.me', {})).id
      const named = { id: newId(), unitId: unit.id, employeeId: emmaId, deputyId: null, fromOn: today }
      await asPage(signe, 'clarification.nameContact', named)
      await aPlan(signe, hall, unit.id)
      return aCourse(signe, hall, unit.id)
    })

  await test.step('before: Maja sees every kind of note, and the course is closed', async () => {
    await maja.getByRole('button', { name: 'Birthe L.', exact: true }).click()
    await expect(kinds(maja)).toHaveText(['dagbog', 'sundhed', 'samarbejde', 'samtale', 'besøg'])
    await look(maja, 'go-live-before')
    await signe.goto(`/kurser/hold/${sessionId}`)
    await expect(signe.getByText('lukket').first()).toBeVisible()
  })

  await test.step('»Sådan er vi«: the unit says that it fits', async () => {
    const part = { unitId: unit.id, key: 'target-group', version: 0, content: 'Voksne med udviklingshandicap' }
    await asPage(signe, 'clarification.fillBlock', part)
    await emma.goto(`/afklaring/enhed/${unit.id}/saadan-er-vi`)
    await emma.getByRole('button', { name: 'Det passer' }).first().click()
    await expect(emma.getByText('I har bekræftet det hele.')).toBeVisible()
  })

  await test.step('the unit answers, the leader approves', async () => {
    await emma.goto(`/afklaring/enhed/${unit.id}/spoergsmaal`)
    await emma.getByRole('button', { name: 'Begynd' }).click()
    await expect(emma.getByRole('heading', { name: 'Hvad kalder I de mennesker, I støtter?' })).toBeVisible()
    await answers(emma, unit.id, 'S01', 'beboer')
    await answers(emma, unit.id, 'S04', ['besoeg', 'sundhed'])
    await step(emma, unit.id, 'takeSuggestions')
    await answers(emma, unit.id, 'S07', 'nej')
    await step(emma, unit.id, 'submit')
    await answers(peter, unit.id, 'S08', 'voksen')
    await answers(peter, unit.id, 'S09', 'enhed')
    await step(signe, unit.id, 'meet', { metOn: today, note: 'Enige.', marks: [] })
    await peter.goto(`/afklaring/enhed/${unit.id}`)
    await peter.getByRole('button', { name: 'Godkend' }).click()
    await expect(peter.getByText('godkendt af leder').first()).toBeVisible()
  })

  await test.step('the coordinator sees what changes, and takes it in use', async () => {
    await signe.goto(`/afklaring/enhed/${unit.id}`)
    await signe.getByRole('button', { name: 'Gå til forhåndsvisning' }).click()
    await expect(signe.getByText(/kolleger møder noget nyt/)).toBeVisible()
    await look(signe, 'go-live-preview')
    await signe.getByRole('button', { name: /^Tag i brug fra/ }).click()
    await expect(signe.getByText(/ting er i brug/)).toBeVisible()
  })

  await test.step('after: Maja meets the unit’s own words and kinds, and Hvorfor? walks back to the slip', async () => {
    await maja.goto('/')
    await expect(maja.getByRole('link', { name: 'Beboere' }).first()).toBeVisible()
    await maja.getByRole('button', { name: 'Birthe L.', exact: true }).click()
    await expect(kinds(maja)).toHaveText(['besøg', 'sundhed'])
    await look(maja, 'go-live-after')
    await maja.getByRole('button', { name: 'Hvorfor er det sådan? Slags notat' }).click()
    const panel = maja.getByRole('dialog', { name: 'Hvorfor er det sådan?' })
    for (const words of [
      /Hvilke slags notater skriver I/,
      /Skriv et notat/,
      /Færre slags notater/,
      /fem slags notater/,
    ])
      await expect(panel.getByText(words).first()).toBeVisible()
    await look(maja, 'go-live-why')
  })

  await test.step('the start-up course is open, in the unit’s own set-up', async () => {
    await signe.goto(`/kurser/hold/${sessionId}`)
    await expect(signe.getByText('Opstartskursus: døgn').first()).toBeVisible()
    await expect(signe.getByText('lukket')).toHaveCount(0)
  })

  await test.step('go is refused while something stands in the way, and said when nothing does', async () => {
    await signe.goto('/klar')
    const go = async () => {
      await signe.getByRole('button', { name: 'Sig go eller no-go' }).click()
      await signe.getByRole('dialog').getByText('go', { exact: true }).click()
      await signe.getByRole('dialog').getByRole('button', { name: 'Sig go eller no-go' }).click()
    }
    await look(signe, 'go-live-lacking')
    await go()
    await expect(signe.getByRole('dialog').getByRole('alert').first()).toBeVisible()
    await signe.keyboard.press('Escape')
    const [ready] = await asPage<Ready[]>(signe, 'golive.readiness', {})
    for (const code of ['R07', 'R11'])
      await asPage(emma, 'golive.record', {
        ...{ id: newId(), itemId: ready!.items.find((item) => item.code === code)!.id, unitId: unit.id },
        ...{ outcome: 'ok', note: 'Tre kolleger klarede det selv', seenOn: today },
      })
    const waveId = ready!.units.find(({ id }) => id === unit.id)!.waveId
    for (const { id, perWave } of ready!.gates as { id: string; perWave: boolean }[]) {
      const passed = { gateId: id, waveId: perWave ? waveId : null, passedOn: today, note: 'Sag 27/1184' }
      await asPage(signe, 'golive.passGate', { id: newId(), ...passed })
    }
    const fallback = { plan: 'Papir fra nødpakken, og tilbage til det gamle', who: 'Peter F.', untilOn: GO_LIVE }
    await asPage(peter, 'golive.keepFallback', { unitId: unit.id, ...fallback })
    for (const shift of firstWeek(unit, GO_LIVE))
      await asPage(peter, 'golive.keepPresence', { unitId: unit.id, ...shift, employeeId: null, who: 'Hans P.' })
    await signe.reload()
    await expect(signe.getByText('Intet står i vejen.')).toBeVisible()
    await go()
    await expect(signe.getByText(/sagt af Signe/)).toBeVisible()
    await look(signe, 'go-live-said')
  })
  await server.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})
