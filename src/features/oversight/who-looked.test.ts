import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { stays } from '#features/stays/contract.ts'
import { sealRound } from '#kernel/server/sealer.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { ask, newId, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { actWords } from './actions.ts'
import { type Look, oversight } from './contract.ts'
import { byDay } from './rules.ts'
import { lookupsOf } from './server/index.ts'

const here = useWorld()
let solvang: GivenUnit
let havnen: GivenUnit
let [mette, jonas, stine, rikke] = [] as unknown as Person[]
let jens: GivenCitizen

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  havnen = await aUnit(world, 'Havnen')
  mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  stine = await anEmployee(world, 'Stine', 'support-worker', await aUnit(world, 'Bakkely'))
  rikke = await anEmployee(world, 'Rikke', 'support-worker', havnen)
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  await ask(world.administrator, stays.open, {
    id: newId(),
    citizenId: jens.id,
    unitId: havnen.id,
    kind: 'treatment',
    legalGround: null,
    startsOn: '2026-03-01',
  })
  await ask(jonas!, citizens.card, { citizenId: jens.id })
  await ask(jonas!, journal.ofCitizen, { citizenId: jens.id, before: null })
  await writes(jonas!, solvang, jens, 'Gik tur')
  await ask(rikke!, citizens.card, { citizenId: jens.id })
  await refused(stine!, citizens.card, { citizenId: jens.id })
})

const looked = (by: Person, more: { from?: string; to?: string } = {}) =>
  ask(by, oversight.whoLooked, { citizenId: jens.id, from: '2026-03-01', to: '2026-03-31', ...more })
const told = (looks: Look[]) =>
  looks
    .filter(({ action }) => !action.startsWith('oversight.'))
    .map(({ name, action, outcome, unitName }) => [name, action, outcome, unitName])

const seenByMette = [
  [null, 'citizens.card', 'denied', null],
  ['Jonas', 'journal.write', 'done', 'Solvang'],
  ['Jonas', 'journal.ofCitizen', 'done', 'Solvang'],
  ['Jonas', 'citizens.card', 'done', 'Solvang'],
]

describe('Mette, who leads Solvang, asks who has looked at Jens', () => {
  test('she sees her own people by name, strangers who were refused, and nothing of the other unit he uses', async () => {
    expect(told(await looked(mette!)).slice(0, 4)).toEqual(seenByMette)
    expect(JSON.stringify(await looked(mette!))).not.toMatch(/Havnen|Rikke/)
  })

  test('the same before the log is sealed and after', async () => {
    const before = told(await looked(mette!))
    const sealer = new pg.Client({ connectionString: here.world.house.url })
    await sealer.connect()
    expect(await sealRound(sealer)).toBeGreaterThan(5)
    await sealer.end()
    expect(told(await looked(mette!))).toEqual(before)
    await ask(jonas!, citizens.card, { citizenId: jens.id })
    expect(told(await looked(mette!))).toEqual([['Jonas', 'citizens.card', 'done', 'Solvang'], ...before])
  })

  test('that she asked stands in the log too, about Jens, with the period', async () => {
    const [asked] = await trailOf(here.world, 'oversight.whoLooked')
    expect(asked).toMatchObject({ actor_id: mette!.id, subject_id: jens.id, scope_id: solvang.id })
    expect(asked!.about).toContain('2026-03-01')
    expect((await looked(mette!)).some(({ action }) => action === 'oversight.whoLooked')).toBe(true)
  })

  test('a period without look-ups is empty; days are whole and inclusive', async () => {
    expect(await looked(mette!, { from: '2026-02-01', to: '2026-03-09' })).toEqual([])
    expect((await looked(mette!, { from: '2026-03-10', to: '2026-03-10' })).length).toBeGreaterThan(4)
  })
})

test('a colleague who is not his contact person finds nothing to ask; once she is, she sees roles and units and no names', async () => {
  expect(
    (await refused(jonas!, oversight.whoLooked, { citizenId: jens.id, from: '2026-03-01', to: '2026-03-31' })).code,
  ).toBe('kernel.not-found')
  await ask(mette!, citizens.assignContactPerson, {
    id: newId(),
    citizenId: jens.id,
    unitId: solvang.id,
    employeeId: jonas!.id,
    fromOn: '2026-03-10',
  })
  const rows = await looked(jonas!)
  expect(rows.some(({ action, unitName }) => action === 'journal.write' && unitName === 'Solvang')).toBe(true)
  expect(rows.every(({ name }) => name === null)).toBe(true)
})

test('for the citizen’s own copy: everything, wherever, with role, unit and purpose', async () => {
  const rows = await here.world.db.all<{ action: string; unitName: string | null; roles: string[]; outcome: string }>(
    sql`select * from (${lookupsOf(jens.id, '2026-03-10', '2026-03-10')}) look order by seq`,
  )
  expect(rows).toContainEqual(
    expect.objectContaining({ action: 'citizens.card', unitName: 'Havnen', roles: ['support-worker'] }),
  )
  expect(rows.filter(({ outcome }) => outcome === 'denied')).toHaveLength(1 + 1)
})

test('opening a page is many entries and one visit', () => {
  const look = (at: string, action: string, more: Partial<Look> = {}): Look => ({
    id: at,
    at,
    name: 'Jonas',
    roles: ['support-worker'],
    unitName: 'Solvang',
    action,
    outcome: 'done',
    purpose: null,
    relation: null,
    ...more,
  })
  const days = byDay([
    look('2026-03-10T10:00:00Z', 'journal.ofCitizen'),
    look('2026-03-10T09:30:00Z', 'citizens.card', { name: null, outcome: 'denied', unitName: null }),
    look('2026-03-10T09:00:00Z', 'journal.ofCitizen', { purpose: 'print' }),
    look('2026-03-10T08:00:00Z', 'journal.ofCitizen'),
    look('2026-03-09T22:59:00Z', 'citizens.card'),
  ])
  expect(days.map(({ day, visits }) => [day, visits.length])).toEqual([
    ['2026-03-10', 2],
    ['2026-03-09', 1],
  ])
  expect(days[0]!.visits[0]).toMatchObject({
    firstAt: '2026-03-10T08:00:00Z',
    lastAt: '2026-03-10T10:00:00Z',
    denied: 0,
    acts: [
      { action: 'journal.ofCitizen', purpose: null, count: 2 },
      { action: 'journal.ofCitizen', purpose: 'print', count: 1 },
    ],
  })
  expect(days[0]!.visits[1]).toMatchObject({ denied: 1, acts: [] })
})

test('every act has words, also one that nobody wrote any for', () => {
  expect(actWords('journal.ofCitizen', 'da')).toBe('Læste dagbogen')
  expect(actWords('documents.ofUnit', 'da')).toBe('Brugte dokumenter')
  expect(actWords('something.new', 'en')).toBe('Used something')
})
