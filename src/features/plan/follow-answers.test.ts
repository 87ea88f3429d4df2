import { beforeAll, describe, expect, test } from 'vitest'
import { clarification } from '#features/clarification/contract.ts'
import { standardQuestions } from '#features/clarification/standard-questions.ts'
import { profiles } from '#features/profiles/contract.ts'
import { thread } from '#features/thread/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { answers, answersAll, aQuestionSet, aRound, type GivenRound } from '#kit/clarification.ts'
import { aUnit, type GivenUnit } from '#kit/given.ts'
import { aPlan, aWave, type GivenPlan, tasksOf } from '#kit/plan.ts'
import { applies, previews } from '#kit/profiles.ts'
import { ask, newId, type Person, useWorld } from '#kit/world.ts'
import { plan, type Task } from './contract.ts'

const here = useWorld()
let given: GivenPlan
let signe: Person

/** The product's questions, where full medicine asks for a task and a course too. */
async function medicineAsksForMore() {
  const effects = [
    { op: 'task' as const, key: 'T-FMK', value: 'Bestil FMK-adgang for autoriserede' },
    { op: 'course' as const, key: 'KU-05', value: 'Medicin i praksis' },
  ]
  const { content } = standardQuestions
  const questions = content.questions.map((question) =>
    question.key !== 'S07'
      ? question
      : {
          ...question,
          options: question.options.map((option) =>
            option.value === 'fuld' ? { ...option, effects: [...option.effects, ...effects] } : option,
          ),
        },
  )
  const set = { ...standardQuestions, content: { ...content, questions } }
  await ask(signe, clarification.publish, { id: newId(), placeId: here.world.rootUnitId, ...set })
}

beforeAll(async () => {
  given = await aPlan(here.world)
  signe = given.signe
  await aQuestionSet(here.world)
  await medicineAsksForMore()
})

/** Sent in, met, approved and proposed; answers the proposal's id. */
async function proposes({ emma, peter }: GivenRound, roundId: Id, version = 1): Promise<Id> {
  await ask(emma, clarification.submit, { id: roundId, version })
  const metOn = here.world.clock.today()
  await ask(signe, clarification.meet, { id: roundId, version: version + 1, metOn, note: '', marks: [] })
  await ask(peter, clarification.approve, { id: roundId, version: version + 2 })
  return (await ask(signe, clarification.propose, { id: roundId, version: version + 3 })).proposalId
}

async function aHomeWithMedicine(name: string) {
  const round = await aRound(here.world, name)
  await answersAll(round)
  await answers(round.emma, round.unit, 'S07', 'fuld', { version: 1 })
  return { ...round, proposalId: await proposes(round, round.roundId) }
}

/** Peter sends it back to the answers: there is no medicine after all. */
async function saysNoMedicine(round: GivenRound): Promise<Id> {
  const now = await ask(round.emma, clarification.ofUnit, { unitId: round.unit.id })
  const { version } = now.answers.find(({ key }) => key === 'S07')!
  await answers(round.emma, round.unit, 'S07', 'nej', { version, because: 'Medicinen kommer fra hjemmeplejen' })
  const again = await ask(round.emma, clarification.ofUnit, { unitId: round.unit.id })
  return proposes(round, again.round!.id, again.round!.version)
}

const asked = async (unit: GivenUnit) => (await tasksOf(signe, unit.id)).filter(({ fromAnswer }) => fromAnswer)
const standing = async (unit: GivenUnit) =>
  (await asked(unit)).map(({ title, dueOn, state }) => `${title} · ${dueOn} · ${state}`)
const stated = async (unit: GivenUnit) => (await asked(unit)).map(({ state }) => state)
const moves = (by: Person, { id, version }: Task, to: Task['state'], because: string | null = null) =>
  ask(by, plan.moveOn, { id, version, to, because, doneOn: null })
const undoes = async (unit: GivenUnit, by = signe) => {
  const { changes } = await ask(by, profiles.of, { unitId: unit.id, day: here.world.clock.today() })
  await ask(by, profiles.undo, { id: changes.find(({ undoneOn }) => !undoneOn)!.id })
}

const ALL = [
  'Bestil FMK-adgang for autoriserede · 2026-07-20 · open',
  'Find pladser på kurset »Medicin i praksis« · 2026-07-27 · open',
  'Før drift: Medicinliste afstemt med FMK for alle · 2026-08-10 · open',
]

describe('what the answers ask for becomes the unit’s tasks', () => {
  test('rule 7, profiles.apply: Engen gives medicine; the preview counts what the plan then has, in the contact’s hands, and the thread leads back to the answer', async () => {
    const engen = await aHomeWithMedicine('Engen')
    await aWave(given, 'B1', '2026-08-17', [engen.unit])
    const named = { id: newId(), unitId: engen.unit.id, employeeId: engen.emma.id, deputyId: null }
    await ask(engen.peter, clarification.nameContact, { ...named, fromOn: here.world.clock.today() })
    expect(await asked(engen.unit)).toEqual([])
    const { effects } = await previews(signe, engen.proposalId)
    const counted = effects.filter(({ name }) => /^clarification\.(tasks|courses|ready)$/.test(name))
    expect(counted.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'clarification.tasks 1',
      'clarification.courses 1',
      'clarification.ready 1',
    ])
    await applies(signe, engen.proposalId)
    expect(await standing(engen.unit)).toEqual(ALL)
    const [first] = await asked(engen.unit)
    expect(first).toMatchObject({ ownerName: 'Emma', why: 'Følger af svaret på S07: Giver eller opbevarer I medicin?' })
    const why = await ask(signe, thread.of, { kind: 'plan.task', id: first!.id, direction: 'why' })
    expect(JSON.stringify(why)).toContain('S07 · Engen')
  })

  test('a unit whose set-up was applied before it came into a wave gets them with the wave, once', async () => {
    const skoven = await aHomeWithMedicine('Skoven')
    await applies(signe, skoven.proposalId)
    expect(await asked(skoven.unit)).toEqual([])
    const wave = await aWave(given, 'B2', '2026-08-17', [skoven.unit])
    expect(await standing(skoven.unit)).toEqual(ALL)
    const { version } = (await ask(signe, plan.plans, {}))[0]!.waves.find(({ id }) => id === wave)!
    await ask(signe, plan.moveWave, { id: wave, version, goLiveOn: '2026-08-24', because: 'Ferie' })
    expect((await standing(skoven.unit)).map((line) => line.split(' · ')[1])).toEqual([
      '2026-07-27',
      '2026-08-03',
      '2026-08-17',
    ])
  })

  test('rule 8, profiles.undo: what nobody has begun is withdrawn and says so, off the thread; what Emma has begun is hers', async () => {
    const dalen = await aHomeWithMedicine('Dalen')
    await aWave(given, 'B3', '2026-08-17', [dalen.unit])
    await applies(signe, dalen.proposalId)
    await moves(dalen.emma, (await asked(dalen.unit))[0]!, 'doing')
    await undoes(dalen.unit)
    expect(await stated(dalen.unit)).toEqual(['doing', 'dropped', 'dropped'])
    const [, course] = await asked(dalen.unit)
    expect(course!.because).toBe('Svarene i enhedens opsætning beder ikke længere om den.')
    const links = sql`select from thread.link where to_id = ${course!.id} and ended_at is null`
    expect(await here.world.db.all(links)).toEqual([])
  })

  test('an answer changed later takes its unbegun tasks along, and back again; one that somebody dropped is not raised', async () => {
    const bakken = await aHomeWithMedicine('Bakken')
    await aWave(given, 'B4', '2026-08-17', [bakken.unit])
    await applies(signe, bakken.proposalId)
    await moves(bakken.emma, (await asked(bakken.unit))[0]!, 'dropped', 'Alle har adgang')
    const without = await saysNoMedicine(bakken)
    await applies(signe, without)
    expect(await stated(bakken.unit)).toEqual(['dropped', 'dropped', 'dropped'])
    here.world.clock.set('2026-03-10T14:20:00+01:00')
    await undoes(bakken.unit)
    expect(await stated(bakken.unit)).toEqual(['dropped', 'open', 'open'])
    expect((await asked(bakken.unit))[0]!.because).toBe('Alle har adgang')
  })

  test('a set-up changed in one value only, or twice over, makes no task a second time', async () => {
    const unit = await aUnit(here.world, 'Kilden')
    const kilden = await aRound(here.world, 'Kilden', unit)
    await answersAll(kilden)
    await answers(kilden.emma, unit, 'S07', 'fuld', { version: 1 })
    await aWave(given, 'B5', '2026-08-17', [unit])
    await applies(signe, await proposes(kilden, kilden.roundId))
    const before = await asked(unit)
    const id = newId()
    const source = { kind: 'answer' as const, ref: 'S01', label: 'Andet', record: null }
    const values = [{ key: 'access.scope' as const, value: 'team', source }]
    await ask(kilden.emma, profiles.suggest, { id, unitId: unit.id, day: here.world.clock.today(), note: 'Ét', values })
    await applies(signe, id)
    expect(await asked(unit)).toEqual(before)
  })
})
