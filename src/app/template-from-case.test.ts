import { beforeAll, describe, expect, test } from 'vitest'
import { golive } from '#features/golive/contract.ts'
import { profiles } from '#features/profiles/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aCase } from '#kit/golive.ts'
import { aPlan, aWave } from '#kit/plan.ts'
import { applies, given, liveValues, suggests } from '#kit/profiles.ts'
import { ask, type Person, refused, useWorld } from '#kit/world.ts'

const here = useWorld()
let [engen, bakken, skoven]: GivenUnit[] = []
let signe: Person
let jonas: Person
let caseId: string

const today = () => here.world.clock.today()
const template = { offerGroup: 'residential', key: 'goals.followUpDays', value: 21 } as const

/** What Jonas told of, solved as set-up, with what it taught. */
async function taught(text: string) {
  ;({ id: caseId } = await ask(jonas, golive.report, aCase(engen!.id, { title: text })))
  const empty = { vendorText: null, workaround: null, workaroundReviewOn: null }
  const solved = { to: 'solved', cause: 'set-up', resolution: 'Hver tredje uge', severity: 'low' } as const
  await ask(signe, golive.moveCase, { id: caseId, version: 1, ...empty, ...solved })
  const id = newId()
  await ask(signe, golive.suggest, { id, caseId, settingKey: 'goals.followUpDays', text })
  return id
}

beforeAll(async () => {
  const plan = await aPlan(here.world)
  signe = plan.signe
  const kind = { offerType: 'botilbudslignende', roundTheClock: true }
  engen = await aUnit(here.world, 'Engen', kind)
  bakken = await aUnit(here.world, 'Bakken', kind)
  skoven = await aUnit(here.world, 'Skoven', kind)
  await aWave(plan, 'B1', '2026-04-13', [engen, bakken, skoven])
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', engen)
  // Engen goes by the template; Bakken has answered for itself.
  for (const unit of [engen, bakken])
    await applies(signe, await suggests(signe, unit.id, [given('access.scope', 'team')]))
  await applies(signe, await suggests(signe, bakken.id, [given('goals.followUpDays', 30)]))
})

describe('golive.answerSuggestion, profiles.offer: what a case taught reaches the template of its kind of offer', () => {
  test('it is the next version, with the case behind it; Engen is offered it, and Bakken’s own answer stands', async () => {
    const id = await taught('Målene skal ses på for tit')
    await ask(signe, golive.answerSuggestion, { id, isTaken: true, answer: 'Kommer med', template })
    const [version] = (await ask(signe, profiles.templates, {})).filter(
      ({ offerGroup }) => offerGroup === 'residential',
    )
    expect(version).toMatchObject({
      version: 2,
      note: 'H-001: Målene skal ses på for tit',
      settings: { 'goals.followUpDays': 21 },
    })
    // The rest of it is as before.
    expect(version!.settings).toMatchObject({ 'terminology.citizen': 'resident', 'handover.order': 'action' })
    expect(await liveValues(here.world, engen!.id)).toMatchObject({ 'goals.followUpDays': 14 })
    const offer = async (unit: GivenUnit) => (await ask(signe, profiles.offer, { unitId: unit.id, day: today() }))[0]
    expect((await offer(engen!))!.changes).toEqual([{ key: 'goals.followUpDays', old: 14, new: 21 }])
    expect(await offer(bakken!)).toMatchObject({
      changes: [],
      keeps: [{ key: 'goals.followUpDays', value: 30, offered: 21 }],
    })
  })

  test('taken on, »hvorfor« on the value leads over the version to the case', async () => {
    const id = newId()
    await ask(signe, profiles.acceptOffer, { id, unitId: engen!.id, version: 2 })
    await applies(signe, id)
    const why = await ask(jonas, profiles.why, { unitId: engen!.id, key: 'goals.followUpDays', day: today() })
    expect(why.held[0]).toMatchObject({
      value: 21,
      source: { kind: 'template', label: 'Skabelonen for døgntilbud, udgave 2' },
    })
    const { knots } = await ask(signe, thread.of, { kind: 'profiles.setting', id: why.id!, direction: 'why' })
    expect(knots.map(({ kind, title }) => `${kind} ${title}`)).toEqual(
      expect.arrayContaining([
        'profiles.template Skabelonen for døgntilbud, udgave 2',
        'golive.case Målene skal ses på for tit',
      ]),
    )
  })

  test('a unit of a later wave begins from it', async () => {
    await applies(signe, await suggests(signe, skoven!.id, [given('access.scope', 'team')]))
    expect(await liveValues(here.world, skoven!.id)).toMatchObject({ 'goals.followUpDays': 21 })
  })

  test('what the template says already is no new version, and the suggestion stands open', async () => {
    const id = await taught('Tre uger igen')
    const twice = await refused(signe, golive.answerSuggestion, { id, isTaken: true, answer: 'Ja', template })
    expect([twice.code, twice.faults[0]?.field]).toEqual(['profiles.template-says-so', 'template'])
    const found = (await ask(signe, golive.cases, {})).find((one) => one.id === caseId)!
    expect(found.suggestions).toMatchObject([{ state: 'proposed', template: null }])
    await ask(signe, golive.answerSuggestion, { id, isTaken: false, answer: 'Det står der', template: null })
  })
})
