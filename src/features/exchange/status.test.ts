import { expect, test } from 'vitest'
import { goals } from '#features/goals/contract.ts'
import { orders } from '#features/orders/contract.ts'
import { reports } from '#features/reports/contract.ts'
import { aCitizen } from '#kit/citizens.ts'
import { errorsBy, guides, leftOut, theJudge } from '#kit/fhir.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aGoal, anEvaluation } from '#kit/goals.ts'
import { anOrderLetter, ffb } from '#kit/orders.ts'
import { ask, newId, useWorld } from '#kit/world.ts'
import { exchange } from './contract.ts'
import { at, isItem, itemsOf, type Resource, textAt } from './fhir/json.ts'

const here = useWorld()

test.skipIf(!guides)(
  `a status tells order, sub-goal, whose view, and the report that was sent; the judge passes it${leftOut}`,
  { timeout: 60_000 },
  async () => {
    const unit = await aUnit(here.world, 'Solvang')
    const mette = await anEmployee(here.world, 'Mette', 'unit-leader', unit)
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    const jens = await aCitizen(here.world, 'Jens Brandt', unit, { number: '0101902468' })
    const cooking = {
      text: 'Laver mad',
      themeCode: ffb.cooking,
      levelStart: 3,
      levelWanted: 2,
      direction: 'develop' as const,
    }
    const letter = { ...anOrderLetter(unit, jens, [cooking]), targetGroup: ffb.autism }
    await ask(jonas, orders.type, letter)
    const ordered = (await ask(jonas, orders.order, { orderId: letter.id })).goals[0]!
    const goalId = await aGoal(jonas, mette, { unit, citizen: jens, orderGoalId: ordered.id })
    await ask(jonas, goals.evaluate, anEvaluation(jonas, goalId, { text: 'Skærer selv grønt', level: 2 }))
    await ask(
      jonas,
      goals.evaluate,
      anEvaluation(jonas, goalId, { view: 'citizen', level: null, text: 'Det går godt' }),
    )
    const reportId = newId()
    const period = { fromOn: '2026-01-01', toOn: '2026-03-10', toName: 'Egebæk Kommune', followUpOn: null }
    await ask(jonas, reports.begin, { id: reportId, citizenId: jens.id, unitId: unit.id, ...period })
    const version = async () => (await ask(jonas, reports.one, { reportId })).version
    const reading = {
      id: newId(),
      reportId,
      reportVersion: await version(),
      how: 'read',
      agrees: 'yes',
      text: null,
      readOn: '2026-03-10',
    } as const
    await ask(jonas, reports.read, reading)
    await ask(jonas, reports.submit, { id: reportId, version: await version() })
    await ask(mette, reports.approve, { id: reportId, version: await version() })
    await ask(mette, reports.send, { id: reportId, version: await version(), how: 'message' })

    const { content } = await ask(mette, exchange.export, { citizenId: jens.id, what: 'status' })
    const bundle = JSON.parse(content) as Resource
    expect(errorsBy(await theJudge(), bundle)).toEqual([])
    const all = itemsOf(bundle.entry).flatMap(({ resource }) => (isItem(resource) ? [resource as Resource] : []))
    const told = all.find(({ id }) => id === goalId)!
    expect(JSON.stringify(told.extension)).toContain('goal-relationship')
    expect(itemsOf(told.outcomeCode).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Det går godt', 'Skærer selv grønt (udførers vurdering af funktionsevne: 2)']),
    )
    const paper = all.find(({ resourceType }) => resourceType === 'DocumentReference')!
    expect(
      Buffer.from(textAt(at(itemsOf(paper.content)[0], 'attachment'), 'data')!, 'base64').toString('latin1'),
    ).toMatch(/^%PDF-/)
    expect(
      all.some((one) => one.resourceType === 'Observation' && JSON.stringify(one.code).includes('712744002')),
    ).toBe(true)
  },
)
