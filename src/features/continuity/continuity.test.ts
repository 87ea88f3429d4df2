import { beforeAll, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aGoal } from '#kit/goals.ts'
import { corrects, withdraws, writes } from '#kit/notes.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { continuity } from './contract.ts'

const here = useWorld()
let ankeret: GivenUnit
let bakken: GivenUnit
let mette: Person
let emma: Person
let bo: Person
let jens: GivenCitizen
let hanne: GivenCitizen

beforeAll(async () => {
  ankeret = await aUnit(here.world, 'Ankeret')
  bakken = await aUnit(here.world, 'Bakken')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', ankeret)
  emma = await anEmployee(here.world, 'Emma', 'support-worker', ankeret)
  bo = await anEmployee(here.world, 'Bo', 'unit-leader', bakken)
  jens = await aCitizen(here.world, 'Jens Bak', ankeret, { room: '12', phone: '11 11 11 11', address: 'Åvej 1' })
  hanne = await aCitizen(here.world, 'Hanne Hemmelig', ankeret, {
    address: 'Skjulestien 9',
    phone: '99 88 77 66',
    number: '0101011234',
    identityProtected: true,
  })
  await aCitizen(here.world, 'Birthe Bakke', bakken)
})

async function aTablet(by: Person = mette, unit: GivenUnit = ankeret) {
  const { id } = await ask(by, continuity.pair, { id: newId(), unitId: unit.id, name: ' Køkkenet ' })
  return id
}
const packOf = (by: Person, tabletId: string, unit: GivenUnit = ankeret) =>
  ask(by, continuity.pack, { unitId: unit.id, tabletId })

test('continuity.pair: a leader pairs a tablet with the unit; others are turned away, and all see it', async () => {
  const why = await refused(emma, continuity.pair, { id: newId(), unitId: ankeret.id, name: 'Min egen' })
  expect(why.kind).toMatch(/not-/)
  expect((await refused(bo, continuity.pair, { id: newId(), unitId: ankeret.id, name: 'Fremmed' })).kind).toBe(
    'not-found',
  )
  const id = await aTablet()
  const seen = await ask(emma, continuity.atUnit, { unitId: ankeret.id })
  expect(seen.permitted).toEqual([])
  expect(seen.tablets.find((tablet) => tablet.id === id)).toMatchObject({
    name: 'Køkkenet',
    pairedByName: 'Mette',
    refreshedAt: null,
  })
  expect((await ask(mette, continuity.atUnit, { unitId: ankeret.id })).permitted).toEqual(['pair', 'end'])
})

test('continuity.pack: cards, warnings, contacts, 48 hours of notes and the unit’s people, in one answer', async () => {
  const tablet = await aTablet()
  await ask(emma, citizens.warn, {
    id: newId(),
    citizenId: jens.id,
    unitId: ankeret.id,
    kind: 'fall',
    text: 'Falder ved sengen',
    reviewOn: addDays(here.world.clock.today(), 30),
  })
  await ask(mette, citizens.addContact, {
    id: newId(),
    citizenId: jens.id,
    kind: 'relative',
    name: 'Kaj Bak',
    relation: 'bror',
    phone: '22 22 22 22',
    note: null,
  })
  const hoursAgo = (hours: number) => new Date(Date.parse(here.world.clock.now()) - hours * 3_600_000).toISOString()
  await writes(emma, ankeret, jens, 'For længe siden', { happenedAt: hoursAgo(49) })
  const kept = await writes(emma, ankeret, jens, 'Spiste godt', { happenedAt: hoursAgo(47) })
  await corrects(emma, kept.id, 1, 'Spiste meget godt', { happenedAt: hoursAgo(46) })
  const taken = await writes(emma, ankeret, jens, 'Forkert borger')
  await withdraws(emma, taken.id)
  await writes(emma, ankeret, null, 'Varmen er væk i stuen')
  const pack = await packOf(emma, tablet)
  expect(pack.citizens.map(({ calledName }) => calledName)).toEqual(['Hanne', 'Jens'])
  expect(pack.citizens[1]).toMatchObject({ room: '12', phone: '11 11 11 11' })
  expect(pack.citizens[1]!.warnings.map(({ text }) => text)).toEqual(['Falder ved sengen'])
  expect(pack.citizens[1]!.contacts.map(({ phone }) => phone)).toEqual(['22 22 22 22'])
  expect(pack.notes.map(({ text }) => text)).toEqual(['Varmen er væk i stuen', 'Spiste meget godt'])
  expect(pack.people.map(({ name }) => name)).toEqual(['Emma', 'Mette'])
})

test('the unit’s own goals with a citizen are in the pack, so that a note written without the server can belong to one', async () => {
  const goalId = await aGoal(emma, mette, { unit: ankeret, citizen: jens, title: 'Gå ture' })
  const pack = await packOf(emma, await aTablet())
  expect(pack.citizens.find(({ id }) => id === jens.id)!.matters).toEqual([{ id: goalId, title: 'Gå ture' }])
  expect(pack.citizens.find(({ id }) => id === hanne.id)!.matters).toEqual([])
})

test('a protected citizen is in the pack; the address, the number and the phone are not', async () => {
  const pack = await packOf(emma, await aTablet())
  expect(pack.citizens.find(({ id }) => id === hanne.id)).toMatchObject({ phone: null, identityProtected: true })
  const whole = JSON.stringify(pack)
  for (const secret of ['Skjulestien', '99 88 77 66', '0101011234', 'Åvej']) expect(whole).not.toContain(secret)
})

test('the trail names every citizen whose card went onto the tablet, and who fetched it', async () => {
  const tablet = await aTablet()
  await packOf(emma, tablet)
  const last = (await trailOf(here.world, 'continuity.pack')).at(-1)!
  expect(last).toMatchObject({ actor_id: emma.id, outcome: 'done', scope_id: ankeret.id })
  expect([...last.records].sort()).toEqual([jens.id, hanne.id].sort())
  expect(last.about).toContain(tablet)
})

test('people of another unit get nothing, and a tablet gets the pack of its own unit only', async () => {
  const tablet = await aTablet()
  expect((await refused(bo, continuity.pack, { unitId: ankeret.id, tabletId: tablet })).kind).toBe('not-found')
  expect((await refused(bo, continuity.pack, { unitId: bakken.id, tabletId: tablet })).kind).toBe('not-found')
  expect((await refused(bo, continuity.refreshed, { id: tablet, openings: [] })).kind).toBe('not-found')
  expect((await refused(bo, continuity.end, { id: tablet, version: 1 })).kind).toBe('not-found')
  expect((await trailOf(here.world, 'continuity.pack')).at(-1)).toMatchObject({ outcome: 'denied', records: [] })
})

test('continuity.refreshed: the age is known, and openings without the server come into the trail afterwards', async () => {
  const tablet = await aTablet()
  const opened = here.world.clock.now()
  const { refreshedAt } = await ask(emma, continuity.refreshed, { id: tablet, openings: [opened] })
  const seen = await ask(mette, continuity.atUnit, { unitId: ankeret.id })
  expect(seen.tablets.find(({ id }) => id === tablet)!.refreshedAt).toBe(refreshedAt)
  expect((await trailOf(here.world, 'continuity.refreshed')).at(-1)!.about).toContain(opened.slice(0, 16))
})

test('continuity.end: the leader ends a tablet once; from then on its pack is empty and says so', async () => {
  const tablet = await aTablet()
  expect((await refused(emma, continuity.end, { id: tablet, version: 1 })).kind).toMatch(/not-/)
  await ask(mette, continuity.end, { id: tablet, version: 1 })
  expect((await refused(mette, continuity.end, { id: tablet, version: 2 })).code).toBe('continuity.tablet-ended')
  const pack = await packOf(emma, tablet)
  expect(pack).toMatchObject({ citizens: [], notes: [], people: [] })
  expect(pack.endedAt).not.toBeNull()
  expect((await trailOf(here.world, 'continuity.pack')).at(-1)!.records).toEqual([])
  expect((await refused(emma, continuity.refreshed, { id: tablet, openings: [] })).code).toBe('continuity.tablet-ended')
  const { tablets } = await ask(mette, continuity.atUnit, { unitId: ankeret.id })
  expect(tablets.map(({ id }) => id)).not.toContain(tablet)
})
