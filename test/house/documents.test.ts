import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import { Config } from '#kernel/server/config.ts'
import { useWorld } from '#kit/world.ts'
import { storeys } from '#storeys'
import { at, filesBelow, textOf } from './files.ts'

const here = useWorld()
const documents = [...fs.readdirSync(at('.')).filter((file) => file.endsWith('.md')), ...filesBelow('docs', /\.md$/)]

test('links and pictures in the documents resolve', () => {
  const broken = documents.flatMap((file) =>
    [...textOf(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map((found) => found[1]!)
      .filter((link) => !fs.existsSync(path.join(at(path.dirname(file)), decodeURI(link))))
      .map((link) => `${file}: ${link}`),
  )
  expect(documents.length).toBeGreaterThan(8)
  expect(broken).toEqual([])
})

test('.env.example says what the configuration says', () => {
  const said = [...textOf('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map((found) => found[1])
  expect(said).toEqual(Object.keys(Config.shape))
  for (const [name, setting] of Object.entries(Config.shape))
    expect([name, textOf('.env.example').includes(setting.description!)]).toEqual([name, true])
})

test('the README’s two commands are bin/start and bin/check, and CI runs the second', () => {
  const readme = textOf('README.md')
  expect(readme).toContain('bin/start')
  expect(readme).toContain('bin/check')
  expect(textOf('.ci/run')).toContain('exec bin/check')
  for (const [, command] of readme.matchAll(/\bbin\/([a-z-]+)/g))
    expect([command, fs.existsSync(at(`bin/${command}`))]).toEqual([command, true])
})

test('every feature, table and right stands in the glossary', async () => {
  const glossary = textOf('GLOSSARY.md')
  const tables = await here.world.owner.query<{
    name: string
  }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'jobs')`)
  const rights = [...new Set(useCases.map(({ gate }) => gate.right.name))]
  const words = [...storeys.map(({ feature }) => feature), ...tables.rows.map(({ name }) => name), ...rights]
  expect(words.filter((word) => !glossary.includes(`\`${word}\``))).toEqual([])
})
