import { expect, test } from 'vitest'
import { dump } from '#app/server/dump.ts'
import { useWorld } from '#kit/world.ts'
import { textOf } from './files.ts'

const here = useWorld()
const ask = async (text: string) =>
  (await here.world.owner.query<{ found: string }>(text)).rows.map(({ found }) => found)
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'jobs') and n.nspname not like 'pg_%'`
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours}`

/** Names that say by themselves what they hold. */
const plain =
  /^(tenant_id|id|name|text|note|kind|.*_id|.*_at|.*_by|phone|address|pronoun|relation|reason|action|important|profession|role|user_name|given_name|family_name|checksum|key|command|parent_id|starts_on|.*_from|from_on|born_on|died_on|review_on|changed_by|day|because|legal_ground|version|end_reason|number_kind|photo_type|room|outcome|code|at|happened_at)$/

test('every table says what it is for', async () => {
  expect(await ask(`select c.oid::regclass::text as found from ${tables} and obj_description(c.oid) is null`)).toEqual(
    [],
  )
})

test('every column that does not speak for itself has a comment', async () => {
  const bare =
    await ask(`select c.oid::regclass || '.' || a.attname as found from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${ours} and a.attnum > 0 and not a.attisdropped and col_description(c.oid, a.attnum) is null`)
  expect(bare.filter((column) => !plain.test(column.split('.').at(-1)!))).toEqual([])
})

test('every foreign key has an index that begins with its columns', async () => {
  expect(
    await ask(`select k.conname as found from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${ours} and not exists (select from pg_index i where i.indrelid = k.conrelid
      and (select array_agg(col order by col) from unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) col) = (select array_agg(col order by col) from unnest(k.conkey) col))`),
  ).toEqual([])
})

test('moments are timestamptz named _at, days are date named _on', async () => {
  const named = `case when t.typname in ('timestamptz') then a.attname ~ '(^at|_at)$' when t.typname = 'date' then a.attname ~ '(_on|^day|_from|_to|_until)$' when t.typname = 'timestamp' then false else a.attname !~ '_(at|on)$' end`
  expect(
    await ask(`select c.oid::regclass || '.' || a.attname as found from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours} and a.attnum > 0 and not a.attisdropped and not (${named})`),
  ).toEqual([])
})

test('constraints are named by us', async () => {
  expect(
    await ask(`select conname as found from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and contype <> 'n' and conname ~ '_(pkey|fkey|key|check\\d*|excl)$'`),
  ).toEqual([])
})

test('every table with tenant data stands behind the wall, tenant first in its keys', async () => {
  const walled = `c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_wall' and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = kernel.here())')`
  expect(
    await ask(
      `select c.oid::regclass::text as found from ${tables} and n.nspname <> 'db' and c.oid::regclass::text not in ('kernel.tenant', 'kernel.era') and not (${walled})`,
    ),
  ).toEqual([])
  expect(
    await ask(`select i.indexrelid::regclass::text as found from pg_index i join ${tables.replace(' where', ' on c.oid = i.indrelid join pg_am am on am.oid = (select relam from pg_class where oid = i.indexrelid) where')}
    and am.amname = 'btree' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
    and i.indkey[0] <> (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`),
  ).toEqual([])
})

test('tables without the wall cannot be read across by a tenant', async () => {
  expect(
    await ask(
      `select c.oid::regclass::text as found from ${tables} and not c.relrowsecurity and has_table_privilege('rt_app', c.oid, 'select, insert, update, delete') and c.oid::regclass::text <> 'kernel.era'`,
    ),
  ).toEqual([])
})

test('records are only added to: audit, notes, corrections, withdrawals, readings, takeovers', async () => {
  const may = async (table: string) =>
    ask(
      `select privilege as found from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege where has_table_privilege('rt_app', '${table}', privilege)`,
    )
  for (const table of [
    'kernel.audit',
    'journal.note',
    'journal.correction',
    'journal.withdrawal',
    'journal.reading',
    'journal.takeover',
  ]) {
    expect([table, await may(table)]).toEqual([table, ['select', 'insert']])
  }
  expect(
    await ask(
      `select column_name as found from information_schema.column_privileges where grantee = 'rt_app' and privilege_type = 'UPDATE' and table_schema = 'journal' and table_name = 'note' order by 1`,
    ),
  ).toEqual(['amended', 'tied'])
})

test('a tenant’s login role owns nothing and cannot step around the wall', async () => {
  const roles = await here.world.owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname like 'rt\\_%'`,
  )
  for (const role of roles.rows)
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
  expect(
    await ask(
      `select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace where pg_get_userbyid(c.relowner) like 'rt\\_%' and ${ours}`,
    ),
  ).toEqual([])
})

test('db/schema.gen.sql is what the migrations make', async () => {
  expect(await dump(here.world.owner), 'run bin/db dump').toBe(textOf('db/schema.gen.sql'))
})
