import { expect, test } from 'vitest'
import { goals } from '#features/goals/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aGoal } from '#kit/goals.ts'
import { ask, signedIn, useWorld } from '#kit/world.ts'
import { reports } from './contract.ts'

const here = useWorld()

test('a goal attained half past midnight belongs to the Danish day, and to the report that begins with it', async () => {
  const { world } = here
  const solvang = await aUnit(world, 'Solvang')
  const jens = await aCitizen(world, 'Jens Brandt', solvang)
  const mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  const jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  const goalId = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
  world.clock.set('2026-03-12T00:30:00+01:00')
  const atNight = await signedIn(world, jonas.id, 'Jonas')
  await ask(atNight, goals.complete, { id: goalId, version: 2, attainment: 'attained', reason: 'Handler selv ind' })
  world.clock.set('2026-03-13T00:30:00+01:00')
  const later = await signedIn(world, jonas.id, 'Jonas')
  const id = newId()
  await ask(later, reports.begin, {
    id,
    citizenId: jens.id,
    unitId: solvang.id,
    fromOn: '2026-03-12',
    toOn: '2026-03-13',
    toName: 'Egebæk Kommune, Myndighed',
    followUpOn: null,
  })
  const report = await ask(later, reports.one, { reportId: id })
  expect(report.content.sections.map(({ title }) => title)).toContain('Handle selv ind')
  expect(report.sources.find(({ kind }) => kind === 'goal')?.on).toBe('2026-03-10')
  const own = { id: newId(), text: 'Det går godt', stance: 'says' as const, origin: 'own' as const }
  const sentence = { ...own, sources: [{ kind: 'worker' as const, id: jonas.id, version: 1 }] }
  const content = {
    ...report.content,
    sections: [...report.content.sections, { goalId: null, title: 'Samlet', sentences: [sentence] }],
  }
  await ask(later, reports.save, { id, version: 1, toName: 'Egebæk', content })
  const saved = await ask(later, reports.one, { reportId: id })
  expect(saved.sources.find(({ kind }) => kind === 'worker')?.on).toBe('2026-03-13')
})
