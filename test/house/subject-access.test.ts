import { expect, test } from 'vitest'
import { notTold, tellingsWithLookups } from '#app/subject-access.ts'
import { statement } from '#kernel/server/sql.ts'
import { newId, useWorld } from '#kit/world.ts'
import { tablesAboutCitizens } from './about-citizens.ts'

const here = useWorld()
const tellings = tellingsWithLookups(true)
const subject = {
  id: newId(),
  fromOn: '2026-01-01',
  toOn: '2026-12-31',
  from: '2026-01-01T00:00:00Z',
  until: '2027-01-01T00:00:00Z',
}

test('everything that is recorded about a citizen is told when they ask, or says why it is not', async () => {
  const tables = await tablesAboutCitizens(here.world)
  const told = new Set(tellings.flatMap((telling) => telling.tables))
  expect(tables.length).toBeGreaterThan(12)
  expect(
    tables.filter((table) => !told.has(table) && !(table in notTold)),
    'tell of them in the feature’s server/told.ts, or say why not in app/subject-access.ts',
  ).toEqual([])
  expect(
    Object.keys(notTold).filter((table) => !tables.includes(table) || told.has(table)),
    'no longer needed',
  ).toEqual([])
  for (const reason of Object.values(notTold)) expect(reason.length).toBeGreaterThan(30)
})

test('of a table that is told, every column is told or says why it is not', async () => {
  for (const telling of tellings) {
    const said = statement(telling.rows(subject)).text
    const { rows } = await here.world.owner.query<{ table: string; name: string }>(
      `select attrelid::regclass::text as table, attname as name from pg_attribute
       where attrelid = any ($1::text[]::regclass[]) and attnum > 0 and not attisdropped and attname not in ('tenant_id', 'citizen_id')`,
      [telling.tables],
    )
    const columns = rows.map(({ table, name }) => ({ key: `${table}.${name}`, name }))
    const untold = telling.untold ?? {}
    const forgotten = columns.filter(({ key, name }) => !(key in untold) && !new RegExp(`\\b${name}\\b`).test(said))
    expect([telling.name, forgotten.map(({ key }) => key)]).toEqual([telling.name, []])
    expect([telling.name, Object.keys(untold).filter((key) => !columns.some((column) => column.key === key))]).toEqual([
      telling.name,
      [],
    ])
  }
})

test('every telling answers with an id and the fields it says it has', async () => {
  for (const telling of tellings) {
    const { text, bind } = statement(telling.rows(subject))
    const { fields } = await here.world.owner.query(`select * from (${text}) told limit 0`, bind({} as never))
    const names = fields.map(({ name }) => name)
    const keys = telling.fields.map(({ key }) => key)
    expect([telling.name, names.filter((name) => name !== 'about_others').sort()]).toEqual([
      telling.name,
      ['id', ...keys].sort(),
    ])
    if (telling.files) {
      const files = statement(telling.files.rows(subject))
      const answer = await here.world.owner.query(`select * from (${files.text}) told limit 0`, files.bind({} as never))
      expect(answer.fields.map(({ name }) => name).sort()).toEqual(['id', 'mediaType', 'name', 'parts', 'sizeBytes'])
    }
  }
  expect(new Set(tellings.map(({ name }) => name)).size).toBe(tellings.length)
})
