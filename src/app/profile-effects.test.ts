import { beforeAll, describe, expect, test } from 'vitest'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aGolive, checkOf, type GivenGolive, sees } from '#kit/golive.ts'
import { aPlan, aWave, finishes, type GivenPlan } from '#kit/plan.ts'
import { applies, given, previews, suggests } from '#kit/profiles.ts'
import { aCourse, aSession } from '#kit/training.ts'
import { type Person, useWorld } from '#kit/world.ts'

const here = useWorld()
let plan: GivenPlan
let checks: GivenGolive
let engen: GivenUnit
let signe: Person
let nina: Person
let lene: Person

beforeAll(async () => {
  plan = await aPlan(here.world)
  signe = plan.signe
  checks = await aGolive(plan, { id: here.world.rootUnitId, name: 'Rådhuset' })
  engen = await aUnit(here.world, 'Engen')
  nina = await anEmployee(here.world, 'Nina', 'unit-contact', engen)
  lene = await anEmployee(here.world, 'Lene', 'unit-leader', engen)
  await aWave(plan, 'B1', '2026-08-17', [engen])
})

/** Name to number, of what the rollout says of a proposal. */
async function reaches(proposalId: string) {
  const { effects } = await previews(signe, proposalId)
  const ours = effects.filter(({ name }) => /^(plan|golive|training)\./.test(name))
  return Object.fromEntries(ours.map(({ name, count }) => [name, count]))
}

describe('profiles.preview: before Signe applies Engen’s answers she sees what they reach', () => {
  test('tasks still to be done, courses that come, sessions; and nothing has to be seen again while nothing has been seen', async () => {
    await finishes(lene, engen.id, 'UT01')
    const course = await aCourse(here.world, { sort: 'topic', settingKey: 'modules.goals' }, signe)
    await aSession(course, [engen], '2026-07-24')
    const proposed = await suggests(nina, engen.id, [given('modules.goals', true), given('access.scope', 'team')])
    expect(await reaches(proposed)).toEqual({ 'plan.tasks': 5, 'training.sessions': 1, 'training.courses-new': 1 })
    await applies(signe, proposed)
    const off = await suggests(nina, engen.id, [given('modules.goals', false)])
    expect(await reaches(off)).toMatchObject({ 'training.courses-gone': 1 })
  })

  test('rule 14: what Nina saw tried on the screens is counted only when screens change; and it is what is then reset', async () => {
    await sees(nina, checks, engen.id, 'R07')
    const quiet = await suggests(nina, engen.id, [given('access.scope', 'unit')])
    expect(await reaches(quiet)).not.toHaveProperty('golive.checks-of-screens')
    const loud = await suggests(nina, engen.id, [given('terminology.citizen', 'resident')])
    expect(await reaches(loud)).toMatchObject({ 'golive.checks-of-screens': 1 })
    here.world.clock.set('2026-03-10T14:10:00+01:00')
    await applies(signe, loud)
    expect(await checkOf(nina, engen.id, 'R07')).toBe('missing reset')
  })

  test('a unit that is live starts over with nothing, and is told of nothing to see again', async () => {
    await sees(nina, checks, engen.id, 'R07')
    const late = await suggests(nina, engen.id, [given('terminology.citizen', 'citizen')])
    const { effects } = await previews(signe, late, '2026-09-01')
    expect(effects.filter(({ kind }) => kind === 'reset')).toEqual([])
  })
})
