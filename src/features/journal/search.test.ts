import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { careRoles } from '#features/org/roles.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
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

  test('of a word in twelve years of notes the latest fifty are shown, whatever year they fell in; a corrected one where its present time belongs', async () => {
    const { owner, tenant } = here.world
    const { rows } = await owner.query<{ id: string; at: string }>(
      `insert into journal.note (tenant_id, id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text)
      select $1, gen_random_uuid(), $2, $3, 'diary', at, at, $4, 'Jonas', 'Så en stork over engen'
      from generate_series(timestamptz '2014-01-01 00:30+01', '2026-01-01 00:30+01', '37 days') at
      returning id, to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
      [tenant.id, house.id, jens.id, jonas.id],
    )
    const old = rows[0]!
    await corrects(jonas, old.id, 1, 'Så en stork over søen', { happenedAt: '2025-12-20T08:00:00Z' })
    const times = new Map([...rows.map(({ id, at }) => [id, at] as const), [old.id, '2025-12-20T08:00:00Z']])
    const latest = [...times].sort(([, a], [, b]) => (a < b ? 1 : -1)).slice(0, 50)
    expect((await finds('storke')).map(({ id }) => id)).toEqual(latest.map(([id]) => id))
    expect((await finds('storke søen')).map(({ id }) => id)).toEqual([old.id])
  })

  test('what search asks stands in one place: the last migration that writes it', () => {
    const folder = path.resolve(import.meta.dirname, '../../../db/migrations')
    const written = fs
      .readdirSync(folder)
      .sort()
      .filter((file) => /function journal\.search\(/.test(fs.readFileSync(path.join(folder, file), 'utf8')))
    // A change goes into a file after the last of these: one before it would be written over where a database is made anew.
    expect(written.slice(0, 4)).toEqual([
      '0005_journal.sql',
      '0020_access.sql',
      '0021_sees.sql',
      '0100_search_by_year.sql',
    ])
  })
})
