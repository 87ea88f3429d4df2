import { expect, test } from 'vitest'
import { useWorld } from '#kit/world.ts'
import { filesBelow, textOf } from './files.ts'

const here = useWorld()

/** The connection's clock is UTC: each of these is the day before until one or two at night in Denmark. `danishDay` says the day. */
const utcDay = /(?:\b\w*_at|\bat|timestamptz|from clock)\)?::date\b|to_char\([\w.]*_at,|toISOString\(\)\.slice\(0, 10\)/

/** Days reckoned as days: noon and midnight of no zone, and what a bench prints of the machine it ran on. */
const reckoned = [
  'src/kernel/lang/day.ts',
  'src/kernel/lang/working-days.ts',
  'src/features/certification/rules.ts',
  'src/features/requirements/server/sheet-file.ts',
]
const ofTheMachine = /^src\/app\/(bench|drill|synth)\//

test('a moment becomes a day in Denmark, nowhere in UTC', () => {
  const files = filesBelow('src', /\.tsx?$/).filter(
    (file) => !file.includes('.test.') && !reckoned.includes(file) && !ofTheMachine.test(file),
  )
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, at) => (utcDay.test(line) ? [`${file}:${at + 1}`] : [])),
  )
  expect(found).toEqual([])
})

test('nor in the database’s own functions, nor where it counts the age of what is deleted', async () => {
  const bare = String.raw`_at\)*::date`
  const { rows } = await here.world.owner.query<{ found: string }>(
    `select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'public', 'jobs') and p.prokind = 'f' and pg_get_functiondef(p.oid) ~ $1
     union all select name from db.erasable where day ~ $1`,
    [bare],
  )
  expect(rows).toEqual([])
})
