import { beforeAll, expect } from 'vitest'
import { benefits } from '#features/benefits/contract.ts'
import { isTooMuchMoney, returnOf } from '#features/benefits/rules.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { BenefitsInFile } from './benefits.ts'
import { loadRollout } from './load.ts'

const here = useWorld()
const say = (line: string) => process.stdout.write(`  ${line}\n`)
let signe: Person

beforeAll(async () => {
  if (!hasEgebaek) return
  const { units } = BenefitsInFile.parse(readEgebaek())
  for (const { name } of units) await aUnit(here.world, name)
  const hall = { id: here.world.rootUnitId, name: 'Egebæk' }
  signe = await anEmployee(here.world, 'Signe', 'coordinator', hall)
  const [bodil, rune] = [
    await anEmployee(here.world, 'Bodil', 'steering', hall),
    await anEmployee(here.world, 'Rune', 'buyer', hall),
  ]
  const panel = await Promise.all(
    ['Hans', 'Ida', 'Bo', 'Else'].map((name) => anEmployee(here.world, name, 'evaluator', hall)),
  )
  const people = {
    by: signe.by,
    steering: bodil.by,
    buyer: rune.by,
    evaluators: [panel[0]!.by, signe.by, ...panel.slice(1).map(({ by }) => by)],
  }
  await loadRollout({ ground: groundOf(here.world), tenantId: here.world.tenant.id, ...people }, readEgebaek(), hall.id)
}, 240_000)

withEgebaek('ten benefits with baseline, target and points, two of them about hours', async () => {
  const measures = await ask(signe, benefits.list, {})
  const file = BenefitsInFile.parse(readEgebaek())
  const points = measures.reduce((sum, one) => sum + one.points.length + (one.baseline === null ? 0 : 1), 0)
  say(
    `${measures.length} benefits, ${points} points with the baselines, ${measures.filter(({ baseline }) => baseline === null).length} without a baseline`,
  )
  expect([measures.length, isTooMuchMoney(measures)]).toEqual([10, false])
  expect(points).toBe(file.benefits.reduce((sum, one) => sum + one.points.length, 0))
  const of = (number: number) => measures.find((one) => one.number === number)!
  expect(of(1)).toMatchObject({
    title: 'Rolig vagtstart',
    baseline: 18,
    target: 8,
    unitName: 'Åstedet',
    points: [{ value: 10.5 }],
  })
  expect(of(6).methods.map(({ text }) => text)).toEqual(['stikprøve', 'systemdata'])
  expect(of(10)).toMatchObject({ baseline: null, direction: 'up', points: [{ value: 86 }] })
})

withEgebaek('the story’s claim as a number, with what it is made of', async () => {
  const { put, bids, ledger, requirements } = await ask(signe, benefits.preparation, { placeId: here.world.rootUnitId })
  const back = returnOf(bids, put)!
  const hours = put.map(({ said, minutes }) => `${said.da} ${minutes / 60}`)
  say(`hours: ${hours.join(', ')}`)
  say(
    `adaptations ${bids.map(({ count }) => count).join(' / ')} of ${requirements}; avoided ${back.adaptationsAvoided}, ${back.hoursAvoided} h for ${back.hoursIn} h of preparation: ${back.perHour}`,
  )
  expect(bids).toEqual([
    { isChosen: true, count: 4, hours: 212 },
    { isChosen: false, count: 11, hours: 392 },
    { isChosen: false, count: 19, hours: 820 },
  ])
  const total = (isPreparation: boolean) =>
    put.filter((one) => one.isPreparation === isPreparation).reduce((sum, { minutes }) => sum + minutes, 0) / 60
  const staff =
    put
      .filter(({ key }) => !key.startsWith('coordination') && key !== 'courses')
      .reduce((sum, { minutes }) => sum + minutes, 0) / 60
  expect(staff).toBe(534 + 96 + 45 + 210 + 168)
  expect(total(true)).toBe(back.hoursIn)
  expect(ledger.map(({ state, count }) => [state, count])).toEqual([
    ['declined', 1],
    ['ordered', 2],
    ['postponed', 1],
  ])
  expect([requirements, back.adaptationsAvoided, back.hoursAvoided]).toEqual([60, 11, 394])
})

withEgebaek('the leadership’s page is made of what was loaded', async () => {
  const page = await ask(signe, benefits.leadership, { placeId: here.world.rootUnitId })
  say(
    `signals: ${page.signals.map(({ key, parts }) => `${key} ${parts.map(({ done, of }) => `${done}/${of}`).join(' ')}`).join(', ')}`,
  )
  expect(page.decided.length).toBeGreaterThan(0)
  expect(page.risks).toHaveLength(6)
  expect(page.signals.find(({ key }) => key === 'benefits')!.parts).toMatchObject([{ done: 8, of: 10 }])
})
