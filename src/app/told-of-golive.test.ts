import { beforeAll, describe, expect, test } from 'vitest'
import { golive } from '#features/golive/contract.ts'
import { knowledge } from '#features/knowledge/contract.ts'
import { newsletter } from '#features/newsletter/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aCase, isManned } from '#kit/golive.ts'
import { aPlan, aWave } from '#kit/plan.ts'
import { ask, type Person, signedIn, useWorld } from '#kit/world.ts'

const here = useWorld()
let [engen, skoven]: GivenUnit[] = []
let signe: Person
let bodil: Person
let nina: Person
let jonas: Person

async function at(moment: Instant): Promise<void> {
  here.world.clock.set(moment)
  for (const person of [here.world.administrator, signe, bodil, nina, jonas])
    person.by = (await signedIn(here.world, person.id, person.name)).by
}

beforeAll(async () => {
  const plan = await aPlan(here.world)
  const hall = { id: here.world.rootUnitId, name: 'Rådhuset' }
  signe = plan.signe
  bodil = await anEmployee(here.world, 'Bodil', 'steering', hall)
  engen = await aUnit(here.world, 'Engen', { roundTheClock: false })
  skoven = await aUnit(here.world, 'Skoven', { roundTheClock: false })
  nina = await anEmployee(here.world, 'Nina', 'unit-contact', engen)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', engen)
  await aWave(plan, 'B1', '2026-03-23', [engen, skoven])
  const led = {
    ...{ id: newId(), code: 'L1', title: 'Leder ved, hvad hun siger nej til', mode: 'manual', weight: 'acceptable' },
    ...{ measure: null, settingKey: null, resetBy: 'nothing', expiresDays: null, owner: 'leder' },
  } as const
  await ask(signe, golive.begin, { placeId: hall.id, items: [led], gates: [] })
})

const says = (unit: GivenUnit, verdict: 'go' | 'no-go', because = '') =>
  ask(bodil, golive.say, { id: newId(), unitId: unit.id, verdict, because, conditions: [] })

describe('what go-live taught is told of where people read', () => {
  test('newsletter.news: a go is told of when the day has come, never before; a no-go without its reason', async () => {
    await isManned(nina, engen!.id)
    await says(engen!, 'go')
    await says(skoven!, 'no-go', 'To er syge')
    const id = newId()
    await ask(signe, newsletter.begin, { id, placeId: here.world.rootUnitId, monthOn: '2026-03-01', title: '' })
    const told = async () =>
      (await ask(signe, newsletter.news, { id })).map(({ slot, title, text }) => [slot, title, text])
    expect(await told()).toEqual([['went-wrong', 'Skoven', 'Går ikke i drift som planlagt. En ny dag følger.']])
    await at('2026-03-24T09:00:00+01:00')
    expect(await told()).toContainEqual(['live', 'Engen', 'I drift fra 23.3.'])
    expect(JSON.stringify(await told())).not.toMatch(/syge|Bodil/)
  })

  test('newsletter.draft, knowledge.pages: a solved case stands under »det lærte vi« and has a page; for all once the template was taught', async () => {
    const { id: caseId } = await ask(jonas, golive.report, aCase(engen!.id, { title: 'Påmindes for tit om natten' }))
    const empty = { vendorText: null, workaround: null, workaroundReviewOn: null }
    const solved = {
      to: 'solved',
      cause: 'set-up',
      resolution: 'Kun røde påmindelser om natten',
      severity: 'low',
    } as const
    await ask(signe, golive.moveCase, { id: caseId, version: 1, ...empty, ...solved })
    await at('2026-03-25T09:00:00+01:00')
    const [issue] = await ask(signe, newsletter.issues, {})
    await ask(signe, newsletter.draft, { id: issue!.id, version: 1 })
    const { sections } = await ask(signe, newsletter.issue, { id: issue!.id })
    expect(sections.find(({ slot }) => slot === 'solved')).toMatchObject({
      heading: 'Det lærte vi',
      sources: [{ kind: 'golive.case', label: 'H-001' }],
    })
    const pages = async (who: Person) =>
      (await ask(who, knowledge.pages, { words: 'påmindelser', unitId: null })).filter(({ kind }) => kind === 'case')
    expect(await pages(jonas)).toMatchObject([
      {
        label: 'H-001',
        value: 'Kun røde påmindelser om natten',
        why: 'Det skyldtes opsætning.',
        unitName: 'Engen',
        state: 'unread',
      },
    ])
    const sofie = await anEmployee(here.world, 'Sofie', 'support-worker', skoven!)
    expect(await pages(sofie)).toEqual([])
    const suggestion = { id: newId(), caseId, settingKey: null, text: 'Kun røde om natten' }
    await ask(signe, golive.suggest, suggestion)
    const template = { offerGroup: 'residential', key: 'goals.followUpDays', value: 21 } as const
    await ask(signe, golive.answerSuggestion, { id: suggestion.id, isTaken: true, answer: 'Kommer med', template })
    expect(await pages(sofie)).toMatchObject([{ label: 'H-001', unitName: null }])
  })
})
