import { beforeAll, expect, test } from 'vitest'
import { type Id, newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aNote, withdraws, writes } from '#kit/notes.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { journal } from './contract.ts'
import { keepMatter } from './server/index.ts'

const here = useWorld()
let solvang: GivenUnit
let jens: GivenCitizen
let birthe: GivenCitizen
let kaja: GivenCitizen
let jonas: Person
let mette: Person
let fatima: Person
let shopping: Id
let bus: Id
let birthesGoal: Id
let kajasGoal: Id

const aMatter = async (citizen: GivenCitizen, unit: GivenUnit, title: string, isOpen = true) => {
  const id = newId()
  await keepMatter(here.world.db, { id, kind: 'goals.goal', citizenId: citizen.id, unitId: unit.id, title, isOpen })
  return id
}

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  const bakkely = await aUnit(world, 'Bakkely')
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  birthe = await aCitizen(world, 'Birthe Lund', solvang)
  kaja = await aCitizen(world, 'Kaja Lind', bakkely)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  fatima = await anEmployee(world, 'Fatima', 'support-worker', bakkely)
  shopping = await aMatter(jens, solvang, 'Handle selv ind')
  bus = await aMatter(jens, solvang, 'Tage bussen', false)
  birthesGoal = await aMatter(birthe, solvang, 'Sove om natten')
  kajasGoal = await aMatter(kaja, bakkely, 'Gå i fitness')
})

const timeline = (by: Person, citizen: GivenCitizen) =>
  ask(by, journal.ofCitizen, { citizenId: citizen.id, before: null })
const shown = async (by: Person, citizen: GivenCitizen, id: Id) =>
  (await timeline(by, citizen)).find((note) => note.id === id)
const about = (text: string, belongsTo: Id[]) => ({ ...aNote(here.world, solvang, jens, text), belongsTo })

test('one tap while writing: the note belongs to the goal, and the timeline says so', async () => {
  const note = about('Var i Netto med seddel', [shopping, shopping])
  await ask(jonas, journal.write, note)
  expect((await shown(mette, jens, note.id))?.belongsTo).toEqual([shopping])
})

test('sent twice with the same key from the queue it belongs once; to a goal closed meanwhile it belongs still', async () => {
  const note = about('Tog 4A til byen', [bus])
  const key = newId()
  await ask(jonas, journal.write, note, key)
  await ask(jonas, journal.write, note, key)
  expect((await shown(jonas, jens, note.id))?.belongsTo).toEqual([bus])
})

test.each([
  ['of another citizen', () => birthesGoal],
  ['of another unit', () => kajasGoal],
  ['that does not exist', () => newId()],
])('a goal %s is answered alike, and nothing is written', async (_, goal) => {
  const note = about('Hører ikke hjemme her', [goal()])
  const problem = await refused(jonas, journal.write, note)
  expect([problem.kind, problem.code]).toEqual(['not-found', 'kernel.not-found'])
  expect(await shown(jonas, jens, note.id)).toBeUndefined()
  const stands = await writes(jonas, solvang, jens, 'Står alene')
  expect((await refused(jonas, journal.tie, { noteId: stands.id, matterId: goal() })).code).toBe('kernel.not-found')
})

test('of an event each note belongs to its own citizen’s goals', async () => {
  const [jensNote, birtheNote] = [newId(), newId()]
  const { citizenId: _, ...common } = aNote(here.world, solvang, jens, 'Tur i svømmehallen')
  const event = (goalOfBirthe: Id) => ({
    ...common,
    parts: [
      { noteId: jensNote, citizenId: jens.id, text: '', belongsTo: [shopping] },
      { noteId: birtheNote, citizenId: birthe.id, text: 'Sov i bussen hjem', belongsTo: [goalOfBirthe] },
    ],
  })
  expect((await refused(jonas, journal.writeEvent, event(shopping))).code).toBe('kernel.not-found')
  await ask(jonas, journal.writeEvent, event(birthesGoal))
  expect((await shown(jonas, jens, jensNote))?.belongsTo).toEqual([shopping])
  expect((await shown(jonas, birthe, birtheNote))?.belongsTo).toEqual([birthesGoal])
})

test('tied afterwards, untied and tied again; the trail names the citizen', async () => {
  const note = await writes(jonas, solvang, jens, 'Betalte selv ved kassen')
  await ask(mette, journal.tie, { noteId: note.id, matterId: shopping })
  expect((await shown(mette, jens, note.id))?.belongsTo).toEqual([shopping])
  expect((await trailOf(here.world, 'journal.tie')).at(-1)).toMatchObject({
    outcome: 'done',
    subject_id: jens.id,
    scope_id: solvang.id,
  })
  await ask(jonas, journal.untie, { noteId: note.id, matterId: shopping })
  await ask(jonas, journal.untie, { noteId: note.id, matterId: shopping })
  expect((await shown(mette, jens, note.id))?.belongsTo).toEqual([])
  await ask(mette, journal.tie, { noteId: note.id, matterId: shopping })
  expect((await shown(mette, jens, note.id))?.belongsTo).toEqual([shopping])
  await withdraws(mette, note.id)
  expect((await shown(mette, jens, note.id))?.withdrawn).not.toBeNull()
})

test('what is offered: the citizen’s own, open ones first, lately used before others', async () => {
  const rest = await aMatter(jens, solvang, 'Arbejde i haven')
  const offered = await ask(jonas, journal.mattersOf, { citizenId: jens.id })
  expect(offered.map(({ id, isOpen }) => [id, isOpen])).toEqual([
    [shopping, true],
    [rest, true],
    [bus, false],
  ])
  expect((await refused(fatima, journal.mattersOf, { citizenId: jens.id })).code).toBe('kernel.not-found')
})
