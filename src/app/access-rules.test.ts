import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { journal } from '#features/journal/contract.ts'
import { type Role, roles } from '#features/org/roles.ts'
import { stays } from '#features/stays/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { readMatrix } from '#kit/oracle.ts'
import { aHouse, bars, duty, grants, type House, narrows, opens, type Query, told } from '#kit/relations.ts'
import { ask, type Person, useWorld } from '#kit/world.ts'
import { textOf } from '../../test/house/files.ts'
import { roleNames } from './permission-matrix.ts'
import { useCases } from './use-cases.ts'

const here = useWorld()
/** Nightly runs try more. */
const CASES = Number(process.env.RT_CASES ?? 120)

type Note = { id: Id; citizen: Id | null; place: Place; health: boolean; goneDays: number }
const places = ['unit', 'elsewhere', 'area', 'top'] as const
type Place = (typeof places)[number]

let house: House
const notes: Note[] = []
const people: GivenCitizen[] = []

const inPlace = (place: Place): Id =>
  ({ unit: house.unit.id, elsewhere: house.elsewhere.id, area: house.area.id, top: house.top })[place]

async function somebody(place: 'unit' | 'elsewhere', name: string, goneDays: number): Promise<void> {
  const { world } = house
  const unit = house[place]
  const citizen = await aCitizen(world, name, unit, { from: addDays(world.clock.today(), -200) })
  people.push(citizen)
  for (const kind of ['diary', 'health'] as const) {
    const leader = place === 'unit' ? house.leader : neighbour
    const { id } = await writes(leader, unit, citizen, 'Fælles ord', { kind })
    notes.push({ id, citizen: citizen.id, place, health: kind === 'health', goneDays })
  }
  if (goneDays === 0) return
  const day = addDays(world.clock.today(), -goneDays)
  await ask(world.administrator, stays.close, { stayId: citizen.stayId, version: 1, day, reason: 'moved-on' })
}

let neighbour: Person
beforeAll(async () => {
  house = await aHouse(here.world)
  neighbour = await anEmployee(here.world, 'Leder der', 'unit-leader', house.elsewhere)
  await somebody('unit', 'Anna Ask', 0)
  await somebody('unit', 'Bo Bach', 60)
  await somebody('unit', 'Cilla Carl', 120)
  await somebody('elsewhere', 'Dan Due', 0)
  const { id } = await writes(house.leader, house.unit, null, 'Fælles ord', { kind: 'unit' })
  notes.push({ id, citizen: null, place: 'unit', health: false, goneDays: 0 })
}, 60_000)
afterAll(() => house?.undone.close())

/** What somebody holds, is denied and is kept from, at random. */
const situation = fc.record({
  grants: fc.array(fc.record({ role: fc.constantFrom(...roles), at: fc.constantFrom(...places), over: fc.boolean() }), {
    maxLength: 3,
  }),
  duty: fc.option(fc.record({ at: fc.constantFrom<Place>('unit', 'elsewhere'), over: fc.boolean() })),
  narrowed: fc.array(
    fc.record({
      right: fc.constantFrom('journal.read', 'journal.read-health'),
      role: fc.constantFrom<Role>(
        'unit-leader',
        'support-worker',
        'night-worker',
        'temp-worker',
        'health-worker',
        'specialist',
      ),
      at: fc.option(fc.constantFrom(...places)),
    }),
    { maxLength: 2 },
  ),
  apart: fc.subarray([0, 1, 2, 3]),
  opened: fc.subarray([0, 1, 2, 3], { maxLength: 1 }),
})
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never

async function arrange(query: Query, given: Situation): Promise<void> {
  const since = addDays(house.world.clock.today(), -300)
  const yesterday = addDays(house.world.clock.today(), -1)
  for (const { role, at, over } of given.grants)
    await grants(query, house, role, inPlace(at), since, over ? yesterday : null)
  if (given.duty) await duty(query, house, inPlace(given.duty.at), given.duty.over ? [-8, 0] : [-1, 7])
  for (const { right, role, at } of given.narrowed) await narrows(query, house, right, role, at && inPlace(at))
  for (const one of given.apart) await bars(query, house, people[one]!.id)
  for (const one of given.opened) await opens(query, house, people[one]!.id, [-1, 59])
}

/** The places that a place stands over, itself with them. */
const under: Record<Place, readonly Place[]> = {
  unit: ['unit'],
  elsewhere: ['elsewhere'],
  area: ['area', 'unit'],
  top: ['top', 'area', 'unit', 'elsewhere'],
}
let matrix: ReturnType<typeof readMatrix>

/** The rule once more, in words and not in SQL. */
function maySee(given: Situation, note: Note, about: 'list' | 'row'): boolean {
  const held = [
    ...given.grants
      .filter(({ over }) => !over)
      .map(({ role, at }) => ({ role, covers: under[at], brief: role === 'temp-worker' })),
    ...(given.duty && !given.duty.over ? [{ role: 'temp-worker' as Role, covers: [given.duty.at], brief: true }] : []),
  ]
  const has = (right: string, act: string) => (place: Place) =>
    held.filter(
      ({ role, covers }) =>
        covers.includes(place) &&
        matrix.get(act)!.roles.has(role) &&
        !given.narrowed.some(
          (one) => one.right === right && one.role === role && (one.at === null || under[one.at].includes(place)),
        ),
    )
  const reads = has('journal.read', 'journal.versions')
  const health = has('journal.read-health', 'oveni: journal.read-health')
  const at = people.findIndex(({ id }) => id === note.citizen)
  if (given.apart.includes(at)) return false
  // A search opens in person only when it asks about the one citizen.
  if (about === 'row' && given.opened.includes(at) && places.some((place) => reads(place).length > 0))
    if (!note.health || places.some((place) => health(place).length > 0)) return true
  const ways = reads(note.place)
  if (ways.length === 0 || (note.health && health(note.place).length === 0)) return false
  if (note.citizen === null) return true
  return ways.some(({ brief }) => note.goneDays <= (brief ? 0 : 90))
}

const useCaseOf = (name: string) => useCases.find(({ contract }) => contract.name === name)!

async function seen(given: Situation): Promise<{ list: Set<Id>; rows: Set<Id> }> {
  const { result } = await house.undone.run(
    (query) => arrange(query as Query, given),
    async () => {
      const listed = await told(house, useCaseOf(journal.search.name), { words: 'fælles', citizenId: null })
      const rows = new Set<Id>()
      for (const { id } of notes)
        if ((await told(house, useCaseOf(journal.versions.name), { noteId: id })).json) rows.add(id)
      const list = new Set(notes.map(({ id }) => id).filter((id) => listed.json?.includes(id)))
      return { list, rows }
    },
  )
  return result
}

const idsOf = (given: Situation, about: 'list' | 'row') =>
  new Set(notes.filter((note) => maySee(given, note, about)).map(({ id }) => id))

test('the rule in a list is the rule on one row is the rule in words, whatever somebody holds', async () => {
  matrix = readMatrix(textOf('docs/permissions.csv'), roleNames)
  let shown = 0
  await fc.assert(
    fc.asyncProperty(situation, async (given) => {
      const { list, rows } = await seen(given)
      shown += rows.size
      expect(rows).toEqual(idsOf(given, 'row'))
      expect(list).toEqual(idsOf(given, 'list'))
    }),
    { numRuns: CASES },
  )
  console.log(`  access rules: ${CASES} situations × ${notes.length} notes, twice each; ${shown} were shown`)
  expect(shown).toBeGreaterThan(CASES / 4)
}, 600_000)

test('who holds nothing sees nothing; taking a grant away or keeping apart never shows more', () => {
  matrix = readMatrix(textOf('docs/permissions.csv'), roleNames)
  fc.assert(
    fc.property(situation, (given) => {
      const all = idsOf(given, 'row')
      expect(idsOf({ ...given, grants: [], duty: null }, 'row').size).toBe(0)
      for (const id of idsOf({ ...given, grants: given.grants.slice(1) }, 'row')) expect(all.has(id)).toBe(true)
      for (const id of idsOf({ ...given, apart: [0, 1, 2, 3] }, 'row'))
        expect(notes.find((note) => note.id === id)?.citizen).toBeNull()
    }),
    { numRuns: 2_000 },
  )
})
