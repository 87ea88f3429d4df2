import { beforeAll, describe, expect, test } from 'vitest'
import { careRoles } from '#features/org/roles.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen, aNeighbour, anEmployee, aUnit, type GivenCitizen, type GivenUnit } from '#kit/given.ts'
import { corrects, writes } from '#kit/notes.ts'
import { ask, type Person, trailOf, useWorld } from '#kit/world.ts'
import { journal } from './contract.ts'

const here = useWorld()
let house: GivenUnit
let jens: GivenCitizen
let lis: GivenCitizen
let jonas: Person

beforeAll(async () => {
  house = await aUnit(here.world, 'Solvang')
  jens = await aCitizen(here.world, 'Jens Brandt', house, { preferredName: 'Jønne' })
  lis = await aCitizen(here.world, 'Lis Holm', house)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', house)
  await writes(jonas, house, jens, 'Jens faldt i badet, men slog sig ikke.', { happenedAt: '2026-03-08T10:00:00Z' })
  await writes(jonas, house, lis, 'Lis var bange for et fald på trappen.', { happenedAt: '2026-03-09T10:00:00Z' })
  await writes(jonas, house, null, 'Husk at skrive i faldregistreringen. Badet er repareret.', {
    happenedAt: '2026-03-07T10:00:00Z',
  })
})

const finds = async (words: string, citizenId: string | null = null) => ask(jonas, journal.search, { words, citizenId })
const texts = async (words: string) => (await finds(words)).map(({ text }) => text.slice(0, 12))

describe('search', () => {
  test.each([
    ['falde', ['Lis var bang', 'Jens faldt i']],
    ['trapper', ['Lis var bang']],
    ['badets', ['Jens faldt i', 'Husk at skri']],
    ['faldet', ['Lis var bang', 'Jens faldt i']],
    ['"slog sig"', ['Jens faldt i']],
    ['"badet faldt"', []],
    ['badet -jens', ['Husk at skri']],
    ['trappen or repareret', ['Lis var bang', 'Husk at skri']],
    ['og', []],
    ['& | ! ( : *', []],
  ])('%s finds by inflection, phrase and minus, newest first', async (words, expected) => {
    expect(await texts(words)).toEqual(expected)
  })

  test('a hit shows the passage and the citizen’s chosen name; the words stand in the trail', async () => {
    const [hit] = await finds('badet', jens.id)
    expect(hit).toMatchObject({ calledName: 'Jønne', passage: expect.stringContaining('«badet»') })
    expect(await finds('badet', jens.id)).toHaveLength(1)
    const trail = (await trailOf(here.world, 'journal.search')).at(-1)!
    expect(JSON.parse(trail.about!)).toEqual({ words: 'badet' })
    expect(trail).toMatchObject({ subject_id: jens.id, records: [hit!.id] })
  })

  test('a corrected note is found by its present words only', async () => {
    const { id } = await writes(jonas, house, jens, 'Spiste pandekager')
    await corrects(jonas, id, 1, 'Spiste vafler')
    expect([await texts('pandekager'), await texts('vafler')]).toEqual([[], ['Spiste vafle']])
    expect(await finds('vafler', lis.id)).toEqual([])
  })

  test('two municipalities search for the same words and find their own; the database function yields nothing across the wall', async () => {
    const neighbour = await aNeighbour(here.world)
    const theirs = await aUnit(neighbour, 'Nabohuset')
    const nora = await anEmployee(neighbour, 'Nora', 'support-worker', theirs)
    const citizen = await aCitizen(neighbour, 'Nis Nabo', theirs)
    const { id } = await writes(nora, theirs, citizen, 'Nis faldt i badet')
    expect((await ask(nora, journal.search, { words: 'badet' })).map((note) => note.id)).toEqual([id])
    expect((await finds('badet')).map((note) => note.id)).not.toContain(id)
    const through = (world: typeof here.world, actor: Person) =>
      world.db.all(
        sql`select * from journal.search(${actor.id}::uuid, ${here.world.clock.now()}::timestamptz, '2026-03-10'::date, 'journal.read', ${[...careRoles]}::text[],
          'journal.read-health', ${[...careRoles]}::text[], '{health}'::text[], 90, 'badet', 50)`,
      )
    expect(await through(neighbour, jonas)).toEqual([])
    expect(await through(here.world, nora)).toEqual([])
    expect(await through(here.world, jonas)).toHaveLength(2)
    expect(
      (
        await here.world.owner.query(
          `select rolbypassrls or rolsuper as over from pg_roles where rolname = 'rt_search'`,
        )
      ).rows,
    ).toEqual([{ over: false }])
  })
})
