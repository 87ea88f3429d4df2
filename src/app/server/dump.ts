import type pg from 'pg'

const own = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'jobs') and n.nspname not like 'pg_%'`

const tables = `select c.oid::regclass::text as name, obj_description(c.oid) as comment, c.relrowsecurity as walled,
    (select array_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      case when a.attgenerated <> '' then ' generated' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) order by a.attnum)
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select array_agg(format('  constraint %s %s', conname, pg_get_constraintdef(k.oid)) order by conname) from pg_constraint k where k.conrelid = c.oid and contype <> 'n') as constraints,
    (select array_agg(indexdef order by indexname) from pg_indexes i where i.schemaname = n.nspname and i.tablename = c.relname
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.conname = i.indexname)) as indexes,
    (select array_agg(format('policy %s for %s to %s using (%s)', polname, polcmd, (select coalesce(string_agg(rolname, ', '), 'public') from pg_roles where oid = any (polroles)), pg_get_expr(polqual, polrelid)) order by polname)
     from pg_policy p where p.polrelid = c.oid) as policies,
    (select array_agg(format('grant %s to %s', privilege_type, grantee) order by grantee, privilege_type) from information_schema.role_table_grants g
     where g.table_schema = n.nspname and g.table_name = c.relname and g.grantee in ('rt_app', 'rt_search', 'rt_sealer')) as grants,
    (select array_agg(format('grant update (%s) to %s', column_name, grantee) order by grantee, column_name) from information_schema.column_privileges g
     where g.table_schema = n.nspname and g.table_name = c.relname and g.grantee = 'rt_app' and g.privilege_type = 'UPDATE'
       and not exists (select from information_schema.role_table_grants t where t.table_schema = n.nspname and t.table_name = c.relname and t.grantee = 'rt_app' and t.privilege_type = 'UPDATE')) as column_grants
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${own} order by 1`

const functions = `select case when p.prokind <> 'a' then pg_get_functiondef(p.oid) else
    format('aggregate %s (sfunc = %s, stype = %s)', p.oid::regprocedure, a.aggtransfn, format_type(a.aggtranstype, null)) end as definition
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace left join pg_aggregate a on a.aggfnoid = p.oid
  where ${own} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.oid::regprocedure::text`

type Table = Record<
  'columns' | 'constraints' | 'indexes' | 'policies' | 'grants' | 'column_grants',
  string[] | null
> & { name: string; comment: string | null; walled: boolean }

/** The migrated database as text, one line for each thing, so that a reviewer can read what a migration changed. */
export async function dump(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Table>(tables)
  const told = rows.map((table) => {
    const inside = [...(table.columns ?? []), ...(table.constraints ?? [])].join(',\n')
    const after = [
      ...(table.indexes ?? []),
      ...(table.policies ?? []),
      ...(table.grants ?? []),
      ...(table.column_grants ?? []),
    ]
    return [
      `-- ${table.comment ?? ''}`,
      `table ${table.name}${table.walled ? ' walled' : ''} (`,
      inside,
      ')',
      ...after,
    ].join('\n')
  })
  const made = (await client.query<{ definition: string }>(functions)).rows.map(({ definition }) =>
    definition.trimEnd(),
  )
  return `-- Made by bin/db dump from db/migrations. Not to be edited; read its diff.\n\n${[...told, ...made].join('\n\n')}\n`
}
