import { expect, test } from 'vitest'
import { keptApart, keptAs } from '#app/life-of-data.ts'
import { retentionClasses, retentionOn, retentionRules } from '#features/privacy/retention.ts'
import { tableWords } from '#features/privacy/table-words.ts'
import { useWorld } from '#kit/world.ts'
import { storeys } from '#storeys'
import { tablesAboutCitizens } from './about-citizens.ts'

const here = useWorld()
const featureOf = (table: string) => table.split('.')[0]!

test('everything that is held about a citizen has its class of retention', async () => {
  const tables = await tablesAboutCitizens(here.world)
  expect(tables.length).toBeGreaterThan(12)
  expect(
    tables.filter((table) => !keptApart[table] && !keptAs[featureOf(table)]),
    'say in app/life-of-data.ts how long it is kept',
  ).toEqual([])
  const features = new Set<string>(['kernel', ...storeys.map(({ feature }) => feature)])
  expect(Object.keys(keptAs).filter((feature) => !features.has(feature))).toEqual([])
  expect(Object.keys(keptApart).filter((table) => !tables.includes(table))).toEqual([])
})

test('each class has one rule on any day, with its source; without a known period it says what is in doubt', () => {
  for (const day of ['2018-05-25', '2026-11-26', '2040-01-01'])
    for (const kind of retentionClasses) {
      const rule = retentionOn(kind, day)
      expect([kind, rule?.class]).toEqual([kind, kind])
      expect(rule!.source.da.length).toBeGreaterThan(20)
      expect([kind, rule!.days !== null || rule!.doubt !== null]).toEqual([kind, true])
    }
  expect(retentionRules).toHaveLength(retentionClasses.length)
})

/** Never deleted from: the trail and what points into it, and the plan of a deletion, which names nobody once it is done. */
const neverErased = ['kernel.audit', 'kernel.seen', 'privacy.deletion_step']

type Erasable = { name: string; class: string; position: number }
const erasable = async () =>
  (await here.world.owner.query<Erasable>('select name, class, position from db.erasable order by name')).rows

test('what can be deleted from is what is held about citizens, with the class it has here; never the trail', async () => {
  const listed = await erasable()
  const about = [...(await tablesAboutCitizens(here.world)), 'tasks.task'].filter((name) => !neverErased.includes(name))
  expect(
    listed.map(({ name }) => name).sort(),
    'call db.erase_from(…) in the migration that makes the table; see 0290_deletion.sql',
  ).toEqual(about.sort())
  const classes = listed.map(({ name, class: kind }) => [name, kind])
  expect(classes).toEqual(listed.map(({ name }) => [name, keptApart[name] ?? keptAs[featureOf(name)]]))
  expect(
    listed.filter(({ name }) => !tableWords[name]).map(({ name }) => name),
    'say in privacy/table-words.ts what it is called',
  ).toEqual([])
})

test('what points at others is deleted before what it points at', async () => {
  const position = new Map((await erasable()).map((each) => [each.name, each.position]))
  const { rows } = await here.world.owner.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const among = rows.filter(({ child, parent }) => position.has(child) && position.has(parent))
  expect(among.length).toBeGreaterThan(20)
  expect(among.filter(({ child, parent }) => position.get(child)! >= position.get(parent)!)).toEqual([])
})

test('a tenant’s role cannot delete what is only added to, nor write the plan of a deletion; nobody logs in as the eraser', async () => {
  const { rows } = await here.world.owner.query<{ said: string }>(`
    select format('%s may %s %s', role, act, name) as said from unnest(array['rt_app', 'rt_eraser']) role, unnest(array['insert', 'update', 'delete', 'truncate']) act,
      unnest(array['kernel.audit', 'kernel.seal', 'kernel.seen', 'org.employee', 'journal.note', 'citizens.citizen', 'privacy.deletion_line', 'db.erasable']) name
    where has_table_privilege(role, name, act) order by 1`)
  expect(rows.map(({ said }) => said)).toEqual([
    'rt_app may insert citizens.citizen',
    'rt_app may insert journal.note',
    'rt_app may insert kernel.audit',
    'rt_app may insert org.employee',
    'rt_app may update citizens.citizen',
    'rt_app may update org.employee',
    'rt_eraser may delete citizens.citizen',
    'rt_eraser may delete journal.note',
    'rt_eraser may insert privacy.deletion_line',
    'rt_eraser may update privacy.deletion_line',
  ])
  const roles = await here.world.owner.query(
    `select rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname = 'rt_eraser'`,
  )
  expect(roles.rows).toEqual([{ rolcanlogin: false, rolbypassrls: false, rolsuper: false }])
})
